using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Sample keys that are words in URLs.</summary>
public class SampleKeysTests
{
    private static string Page(string url, string json, string more = "") =>
        $"# Moorings\n\n## Get one\n\n`GET {url}`\n\n### Response\n\n```json\n{json}\n```\n\n{more}";

    private static string[] Urls(string page) =>
        [.. PageReader.Read("docs/moorings.md", page).Model.Operations.SelectMany(o => o.Urls)
            .Select(url => url.Path.Text)];

    private static string[] Samples(string page) =>
        [.. PageReader.Read("docs/moorings.md", page).Findings
            .Where(finding => finding.RuleId == Rules.FixedSample.Id)
            .Select(finding => finding.Arguments[0])];

    [Theory]
    [InlineData("/berths/A12", "{ \"id\": \"A12\" }", "/berths/{berthId}")]
    [InlineData("/boats/b_17", "{ \"id\": \"b_17\", \"name\": \"Gull\" }", "/boats/{boatId}")]
    [InlineData("/v2/orders/ORD-1001.json", "{ \"data\": { \"number\": \"ORD-1001\" } }",
        "/v2/orders/{orderNumber}.json")]
    [InlineData("/users/ada", "{ \"user\": { \"login\": \"ada\" } }", "/users/{userLogin}")]
    [InlineData("/users/ada", "{ \"id\": 4, \"name\": \"ada\" }", "/users/{userName}")]
    [InlineData("/countries/DE", "{ \"country_code\": \"DE\" }", "/countries/{countryCode}")]
    [InlineData("/berths/A12/bookings", "[{ \"id\": 4, \"berth\": \"A12\" }]", "/berths/{berthId}/bookings")]
    [InlineData("/berths/A12/bookings", "{ \"items\": [{ \"id\": 4, \"berth_id\": \"A12\" }], \"total\": 1 }",
        "/berths/{berthId}/bookings")]
    public void A_word_that_the_response_has_as_an_identifying_member_is_a_key(string url, string json, string template)
    {
        Assert.Equal(template, Assert.Single(Urls(Page(url, json))));
        Assert.Empty(Samples(Page(url, json)));
    }

    [Theory]
    [InlineData("/users/active", "[{ \"id\": \"active\" }]")]
    [InlineData("/status/harbour", "{ \"id\": \"harbour\" }")]
    [InlineData("/events/push", "{ \"type\": \"push\" }")]
    [InlineData("/lists/ada/users", "{ \"name\": \"ada\" }")]
    public void A_word_that_identifies_nothing_stays_a_word(string url, string json) =>
        Assert.Equal(url, Assert.Single(Urls(Page(url, json))));

    [Fact]
    public void A_key_is_one_in_all_URLs_of_the_page_with_that_word_in_that_place()
    {
        string page = Page("/berths/A12", "{ \"id\": \"A12\" }", "## Close it\n\n`POST /berths/A12/close`\n\n" +
            "Returns `204 No Content`.\n\n## Light it\n\n`POST /lights/A12/on`\n\nReturns `204 No Content`.\n");

        Assert.Equal(["/berths/{berthId}", "/berths/{berthId}/close", "/lights/A12/on"], Urls(page));
        Assert.Equal(["A12"], Samples(page));
    }

    [Theory]
    [InlineData("/berths/A12/close", "A12")]
    [InlineData("/boats/b_17/close", "b_17")]
    [InlineData("/rates/2026-06-01/close", "2026-06-01")]
    [InlineData("/berths/free/close", null)]
    [InlineData("/hashes/sha1/close", null)]
    [InlineData("/hashes/v2/close", null)]
    [InlineData("/berths/RSS/close", null)]
    [InlineData("/harbour/A12/close", null)]
    public void A_word_that_looks_like_a_key_is_reported(string url, string? sample) =>
        Assert.Equal(sample is null ? [] : [sample],
            Samples($"# Moorings\n\n## Close it\n\n`POST {url}`\n\nReturns `204 No Content`.\n"));
}
