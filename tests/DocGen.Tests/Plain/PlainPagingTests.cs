using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Tests of lists on plain pages that are paged by a number in the query.</summary>
public class PlainPagingTests
{
    private static string Page(string options, string answer) =>
        $"# Lamps\n\n## List lamps\n\n`GET /lamps`\n\n{options}\n\nResponse:\n\n```json\n{answer}\n```\n";

    private static string? Paging(string options, string answer)
    {
        Paging? paging = Assert.IsType<ResponseShape.Collection>(
            Docs.Link(("docs/lamps.md", Page(options, answer))).Operation("Lamps.List").Response).Paging;
        return paging is null ? null : $"{paging.Kind} {paging.Parameter} {paging.First}";
    }

    [Theory]
    [InlineData("- `page` (integer) - Where\n- `per_page` (integer) - How many", "[ { \"id\": 1 } ]", "Number page 1")]
    [InlineData("- `page` (integer) - The number of the page", "[ { \"id\": 1 } ]", "Number page 1")]
    [InlineData("- `page` (integer) - The page, zero-based", "[ { \"id\": 1 } ]", "Number page 0")]
    [InlineData("- `page` (integer) - Where", "{ \"lamps\": [ { \"id\": 1 } ], \"total\": 9 }", "Number page 1")]
    [InlineData("- `page` (integer) - Where", "{ \"lamps\": [ { \"id\": 1 } ], \"meta\": { \"total_pages\": 9 } }",
        "Number page 1")]
    [InlineData("- `offset` (integer) - Where\n- `limit` (integer) - How many", "[ { \"id\": 1 } ]", "Offset offset 1")]
    [InlineData("- `skip` (integer) - How many to skip", "[ { \"id\": 1 } ]", "Offset skip 1")]
    [InlineData("- `page` (string) - Where", "[ { \"id\": 1 } ]", null)]
    [InlineData("- `start` (date) - The first day\n- `end` (date) - The last", "[ { \"id\": 1 } ]", null)]
    [InlineData("- `watts` (integer) - How bright", "[ { \"id\": 1 } ]", null)]
    public void A_number_option_is_the_paging_option_if_its_text_another_option_or_the_response_confirms_it(
        string options, string answer, string? expected) =>
        Assert.Equal(expected, Paging(options, answer));

    [Theory]
    [InlineData("- `page` (string) - Where", true)]
    [InlineData("- `page` (integer) - Where\n- `limit` (integer) - How many", false)]
    [InlineData("- `watts` (integer) - How bright", false)]
    public void A_page_option_that_cannot_be_used_for_paging_is_reported(string options, bool isReported) =>
        Assert.Equal(isReported ? ["DG0427(5,6): page | seems to select a page, but the docs do not say how pages are "
                + "counted | the page size, or show the total in the response"] : [],
            Docs.Read(Page(options, "[ { \"id\": 1 } ]"), "docs/lamps.md").Findings()
                .Where(f => f.StartsWith("DG0427", StringComparison.Ordinal)));

    [Theory]
    [InlineData("", "\"next\": null", "NextUrl  1")]
    [InlineData("", "\"next_page_url\": null", "NextUrl  1")]
    [InlineData("", "\"links\": { \"next\": { \"href\": null } }", "NextUrl  1")]
    [InlineData("- `cursor` (string) - Where", "\"next\": null", "Cursor cursor 1")]
    [InlineData("- `page` (integer) - The number of the page", "\"next\": null", "Number page 1")]
    public void The_answer_of_a_last_page_shows_how_a_list_is_paged(string options, string members, string expected) =>
        Assert.Equal(expected, Paging(options, "{ \"items\": [ { \"id\": 1 } ], " + members + " }"));

    [Theory]
    [InlineData("\"total\": 20, \"page\": 1", "page")]
    [InlineData("\"has_more\": true", "has_more")]
    [InlineData("\"meta\": { \"total_pages\": 9 }", "total_pages")]
    [InlineData("\"total\": 1", null)]
    public void Pages_that_no_option_selects_are_reported(string members, string? name) => Assert.Equal(
        name is null ? [] : ["DG0427: " + name],
        Docs.Read(Page("", "{ \"data\": [ { \"id\": 1 } ], " + members + " }"), "docs/lamps.md").Findings()
            .Where(f => f.StartsWith("DG0427", StringComparison.Ordinal))
            .Select(f => "DG0427: " + f.Split(": ", 2)[1].Split(" | ")[0]));

    [Fact]
    public void A_next_link_in_the_response_is_used_instead_of_a_page_number() => Assert.Equal("NextUrl  1", Paging(
        "- `page` (integer) - The number of the page",
        "{ \"lamps\": [ { \"id\": 1 } ], \"next\": \"https://light.example.com/lamps?page=2\" }"));

    [Theory]
    [InlineData("- `page` (integer) - The page, zero-based", "NextPage.Number(\"page\", 0)")]
    [InlineData("- `page` (integer) - The number of the page", "NextPage.Number(\"page\")")]
    [InlineData("- `offset` (integer) - Where\n- `limit` (integer) - How many", "NextPage.Offset(\"offset\")")]
    public async Task The_client_counts_pages_or_items(string options, string expected)
    {
        GeneratorTestResult result = await Docs.GenerateAsync(("docs/lamps.md", Page(options, "[ { \"id\": 1 } ]")));

        Assert.Contains(result.GeneratedSources, source => source.Value.Contains(expected, StringComparison.Ordinal));
    }
}
