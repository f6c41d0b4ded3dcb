using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>The example responses of plain pages, for test projects.</summary>
public class PlainExamplesTests
{
    private static ExampleAnswer Single(string page) =>
        Assert.Single(AnswerReader.Read("docs/lamps.md", "# Lamps\n\n" + page));

    [Theory]
    [InlineData("{ \"items\": [{ \"id\": 1 }], \"next\": \"https://a.example.com/lamps?after=2\" }")]
    [InlineData("{ \"items\": [{ \"id\": 1 }], \"next\": \"/lamps?page=2\" }")]
    public void A_list_has_no_link_to_a_next_page(string json)
    {
        ExampleAnswer answer = Single($"## List lamps\n\n`GET /lamps`\n\n```json\n{json}\n```\n");

        Assert.Equal("{\"items\":[{\"id\":1}]}", answer.Body);
    }

    [Fact]
    public void A_list_has_no_cursor_of_a_next_page_but_keeps_members_of_that_name_in_items()
    {
        ExampleAnswer answer = Single("## List lamps\n\n`GET /lamps`\n\n- `cursor` (string) - The value of " +
            "`meta.next_cursor`\n\n```json\n{ \"data\": [{ \"next_cursor\": 1 }], " +
            "\"meta\": { \"next_cursor\": \"abc\", \"total\": 2 } }\n```\n");

        Assert.Equal("{\"data\":[{\"next_cursor\":1}],\"meta\":{\"total\":2}}", answer.Body);
    }

    [Fact]
    public void A_list_has_no_link_header_of_a_next_page()
    {
        ExampleAnswer answer = Single("## List lamps\n\n`GET /lamps`\n\n```http\nHTTP/1.1 200 OK\n" +
            "Link: </lamps?page=2>; rel=\"next\"\n\n[{ \"id\": 1 }]\n```\n");

        Assert.Empty(answer.Headers);
    }

    [Theory]
    [InlineData("## Delete a lamp\n\n`DELETE /lamps/{id}`\n\nReturns `204 No Content`.\n", 204)]
    [InlineData("## Add a lamp\n\n`POST /lamps`\n\n```json\n{ \"watts\": 1 }\n```\n\nReturns `201 Created`.\n", 201)]
    public void A_documented_success_without_a_body_is_an_example(string page, int status)
    {
        ExampleAnswer answer = Single(page);

        Assert.Equal((status, "", 0), (answer.Status, answer.Body, answer.Headers.Count));
    }

    [Theory]
    [InlineData("## Delete a lamp\n\n`DELETE /lamps/{id}`\n")]
    [InlineData("## List lamps\n\n`GET /lamps`\n\nReturns `200 OK` and the lamps.\n")]
    [InlineData("## Start it\n\n`POST /lamps/start`\n\nReturns `202 Accepted` with a `Location` header.\n")]
    public void A_response_that_the_page_does_not_show_is_no_example(string page) =>
        Assert.Empty(AnswerReader.Read("docs/lamps.md", "# Lamps\n\n" + page));

    [Fact]
    public void An_absolute_URL_below_the_stated_root_keeps_its_example()
    {
        GeneratorSession session = new GeneratorSession([("docs/lamps.md",
            "# Lamps\n\nThe base URL is `https://a.example.com/v2`.\n\n## Get a lamp\n\n" +
            "`GET https://a.example.com/v2/lamps/{id}`\n\n```json\n{ \"id\": 7 }\n```\n")])
            .Configure("DocGenExamplesOnly", "true").Run();

        Assert.Contains("new(\"LampGetRequest\"", session.Sources["ApiClientExamples.g.cs"],
            StringComparison.Ordinal);
    }
}
