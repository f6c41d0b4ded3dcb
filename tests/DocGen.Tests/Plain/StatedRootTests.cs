using DocGen.Generator.Diagnostics;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Tests of the service root, which plain docs give in a sentence.</summary>
public class StatedRootTests
{
    private const string Lamps = "# Lamps\n\n## List lamps\n\n```\nGET /lamps\n```\n\n```json\n[{ \"id\": 2 }]\n```\n";

    private const string Rooms =
        "# Rooms\n\n## Get a room\n\n```\ncurl https://light.example.com/api/v2/rooms/7\n```\n\nReturns:\n\n" +
        "```json\n{ \"id\": 7 }\n```\n";

    [Theory]
    [InlineData("The base URL is `https://light.example.com/api/v2`.", "https://light.example.com/api/v2")]
    [InlineData("Base URL: https://light.example.com/api/v2/", "https://light.example.com/api/v2")]
    [InlineData("| Base URL | <https://light.example.com/api> |", "https://light.example.com/api")]
    [InlineData("The API root for all requests is\n\n    https://light.example.com/api/v2\n",
        "https://light.example.com/api/v2")]
    [InlineData("All requests go to\n\n    https://light.example.com/api/v2\n", "https://light.example.com/api/v2")]
    [InlineData("All requests go to `https://light.example.com/api`.", "https://light.example.com/api")]
    [InlineData("The API is available at https://light.example.com.", "https://light.example.com")]
    [InlineData("All requests go to the lamp. See https://light.example.com/help.", null)]
    [InlineData("Put the base URL before each path. Then call https://light.example.com/api/v2/lamps.", null)]
    [InlineData("With the base URL, that is `https://light.example.com/99/lamps.json`.", null)]
    [InlineData("The base URL is `https://{desk}.example.com/api`.", null)]
    [InlineData("The base URL is yours.", null)]
    public void The_service_root_comes_from_a_sentence(string words, string? root) =>
        Assert.Equal(root, StatedRoot.In("# API\n\n" + words + "\n"));

    [Fact]
    public void Templates_are_relative_to_the_service_root_in_a_sentence_of_a_page()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/README.md", "# Lights\n\nThe base URL is `https://light.example.com/api/v2`.\n"),
            ("docs/lamps.md", Lamps), ("docs/rooms.md", Rooms),
            ("docs/doors.md", "# Doors\n\n## Get a door\n\n`GET /api/v2/doors/{id}`\n\n```json\n{ \"id\": 7 }\n```\n"));

        Assert.Equal("https://light.example.com/api/v2", docs.Api.Client!.ServiceRoot);
        string UrlOf(string name) => docs.Operation(name).Urls.Single().Template;
        Assert.Equal(("/lamps", "/rooms/{roomId}", "/doors/{id}"),
            (UrlOf("Lamps.List"), UrlOf("Rooms.Get"), UrlOf("Doors.Get")));
        Assert.DoesNotContain(docs.Api.Findings, f => f.RuleId is "DG0408" or "DG0423");
    }

    [Fact]
    public void A_URL_of_the_same_host_outside_the_root_is_reported()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/README.md", "# Lights\n\nThe base URL is `https://light.example.com/api/v2`.\n"),
            ("docs/lamps.md", Lamps),
            ("docs/rooms.md", Rooms.Replace("/api/v2/rooms", "/rooms", StringComparison.Ordinal)));

        LinkFinding finding = Assert.Single(docs.Api.Findings, f => f.RuleId == Rules.OtherHost.Id);
        Assert.Equal("docs/rooms.md", finding.Page);
    }

    [Fact]
    public void An_http_root_is_ignored_and_a_less_frequent_https_root_does_not_replace_it()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/rooms.md", Rooms.Replace("https://light", "http://light", StringComparison.Ordinal)),
            ("docs/windows.md", Rooms.Replace("https://light", "http://light", StringComparison.Ordinal)
                .Replace("rooms", "windows", StringComparison.Ordinal)),
            ("docs/doors.md", Rooms.Replace("light", "door", StringComparison.Ordinal)
                .Replace("rooms", "doors", StringComparison.Ordinal)));

        Assert.Null(docs.Api.Client!.ServiceRoot);
    }

    [Fact]
    public void Paths_keep_all_segments_if_no_sentence_gives_a_service_root()
    {
        LinkedDocs docs = Docs.Link(("docs/rooms.md", Rooms));

        Assert.Equal(("https://light.example.com", "/api/v2/rooms/{roomId}"),
            (docs.Api.Client!.ServiceRoot, docs.Operation("Rooms.Get").Urls.Single().Template));
    }

    private static LinkedDocs WithIndex(string words) => Docs.Link(
        ("docs/index.md", "# Lights\n\n" + words + "\n"), ("docs/lamps.md", Lamps));

    private static string[] Unclear(LinkedDocs docs) =>
        [.. docs.Api.Findings.Where(f => f.RuleId == Rules.UnclearRoot.Id)
            .Select(f => f.Page + ": " + f.Arguments[0])];

    [Fact]
    public void Relative_URLs_without_any_root_are_reported_once()
    {
        LinkedDocs docs = Docs.Link(("docs/lamps.md", Lamps), ("docs/more.md", Lamps.Replace("amps", "ights",
            StringComparison.Ordinal)));

        Assert.Equal(["docs/lamps.md: No page says where the service is, so requests fail until the client's " +
            "ServiceRoot is set"], Unclear(docs));
    }

    [Fact]
    public void A_root_that_the_project_sets_needs_no_sentence()
    {
        ParsedPage page = PageReader.Read("docs/lamps.md", Lamps);

        Assert.Empty(ServiceRoots.Of(("https://light.example.com", EquatableArray.Of(page.Model))).Findings);
    }

    [Theory]
    [InlineData("The base URL is `https://{desk}.example.com/api`.")]
    [InlineData("The base URL is `https://light.example.com/v1`. For testing, the base URL is `https://b.test`.")]
    [InlineData("All requests go to\n\n    https://sandbox.example.com\n\nand the base URL is https://a.example.com.")]
    public void A_template_and_a_system_for_tests_contradict_nothing(string words) =>
        Assert.Empty(Unclear(WithIndex(words)));

    [Theory]
    [InlineData("For testing, the base URL is `https://a.example.com`.\n\nThe base URL is `https://b.example.com`.")]
    [InlineData("Base URL: https://a-staging.example.com\n\nBase URL: https://b.example.com")]
    public void The_root_is_not_that_of_a_system_for_tests(string words) =>
        Assert.Equal("https://b.example.com", WithIndex(words).Api.Client!.ServiceRoot);

    [Fact]
    public void Contradicting_roots_are_reported_at_each_other_sentence()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/index.md", "# A\n\nThe base URL is `https://a.example.com`.\n\nBase URL: https://b.example.com\n"),
            ("docs/lamps.md", Lamps), ("docs/start.md", "# B\n\nThe base URL is `https://c.example.com`.\n"));

        Assert.Equal("https://a.example.com", docs.Api.Client!.ServiceRoot);
        Assert.Equal(["docs/index.md", "docs/start.md"], Unclear(docs).Select(text => text.Split(':')[0]));
    }

    [Fact]
    public void An_example_with_another_host_does_not_move_the_client_from_the_stated_root()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/index.md", "# A\n\nAll requests go to\n\n    https://a.example.com\n"),
            ("docs/lamps.md", Lamps + "\n```\ncurl https://staging.example.com/lamps\n```\n"));

        Assert.Equal("https://a.example.com", docs.Api.Client!.ServiceRoot);
        Assert.Equal("/lamps", docs.Operation("Lamps.List").Urls.Single().Template);
    }

    [Theory]
    [InlineData("curl https://staging.example.com/lamps", 1)]
    [InlineData("curl http://localhost:3000/lamps", 1)]
    [InlineData("curl https://a.example.com/lamps\ncurl https://b.example.com/lamps", 1)]
    [InlineData("curl https://a.example.com/lamps", 0)]
    public void A_root_that_is_guessed_from_examples_is_reported(string command, int count) =>
        Assert.Equal(count, Unclear(Docs.Link(("docs/lamps.md", Lamps + "\n```\n" + command + "\n```\n"))).Length);
}
