using DocGen.Corpus;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Corpus;

/// <summary>
/// Tests that every annotated block is in the model or in a diagnostic. A second, simpler reader counts the blocks.
/// </summary>
public class BlockLedgerTests
{
    private const string Request =
        "<!-- {\"blockType\": \"request\", \"name\": \"a\"} -->\n```http\nGET /items\n```\n\n";

    private const string Response =
        "<!-- {\"blockType\": \"response\", \"@odata.type\": \"item\"} -->\n```http\nHTTP/1.1 200 OK\n\n" +
        "{\"a\": 1}\n```\n\n";

    [Theory]
    [InlineData(Request + Response, 2, 0)]
    [InlineData("<!-- {\"blockType\": \"resource\", \"@odata.type\": \"item\"} -->\n```json\n{}\n```\n", 1, 0)]
    [InlineData("<!-- {\"blockType\": \"resource\"} -->\n```json\n{}\n```\n", 0, 1)]
    [InlineData("<!-- {\"blockType\": \"resource\", \"@odata.type\": \"item\"} -->\nNo fence.\n", 0, 1)]
    [InlineData("<!-- {\"blockType\": \"request\", \"@odata.type\" \"item\"\n", 0, 1)]
    [InlineData(Response, 0, 1)]
    [InlineData("<!-- {\"blockType\": \"request\"} -->\n```http\nFETCH me\n```\n", 0, 1)]
    [InlineData("<!-- {\"blockType\": \"requests\"} -->\n```http\nGET /items\n```\n", 0, 1)]
    [InlineData("<!-- {\"blockType\": \"request\", \"opaqueUrl\": true} -->\n```http\nPUT https://x.y/z\n```\n"
        + Response, 2, 0)]
    [InlineData(
        "<!-- {\"blockType\": \"ignored\"} -->\n```http\nGET /items\n```\n<!-- {\"blockType\": \"example\"} -->\n" +
        "```json\n{}\n```\n", 0, 0)]
    public void A_block_is_read_or_reported(string page, int read, int reported)
    {
        ParsedPage parsed = Docs.Read("# T\n\n" + page);

        Assert.Equal(new BlockCount(read + reported, read, reported), parsed.Blocks);
        Assert.Equal(read + reported, PageScan.Of(page).DefiningBlocks);
        Assert.Equal(0, new PageResult(parsed, PageScan.Of(page)).BlocksLost);
    }

    [Fact]
    public void An_error_response_is_counted_as_read_because_the_runtime_handles_it()
    {
        ParsedPage page = Docs.Read(
            "# T\n\n" + Request + Response + Response.Replace("200 OK", "404 Not Found", StringComparison.Ordinal));

        Assert.Equal(new BlockCount(3, 3, 0), page.Blocks);
        Assert.Equal([200], Assert.Single(page.Model.Operations).Responses.Select(r => r.Status));
    }

    [Fact]
    public void A_second_response_is_reported_only_if_it_has_another_type()
    {
        ParsedPage page = Docs.Read(
            "# T\n\n" + Request + Response + Response + Response.Replace("item", "other", StringComparison.Ordinal));

        Assert.Equal(new BlockCount(4, 3, 1), page.Blocks);
        Assert.Equal(["DG0413(22,1): 200 | other"], page.Findings());
    }

    [Fact]
    public void A_response_after_an_unrelated_example_is_kept()
    {
        ParsedPage page = Docs.Read(
            "# T\n\n## HTTP request\n```http\nPOST /items\n```\n\n## Example\n```http\nGET /others\n```\n\n"
                + Response);

        Assert.Equal(new BlockCount(1, 1, 0), page.Blocks);
        Assert.Equal("item", Assert.Single(Assert.Single(page.Model.Operations).Responses).Body!.Name);
    }

    [SharedDocsFact("corpus/onedrive")]
    public void No_block_of_the_OneDrive_docs_is_lost() => AssertNoneIsLost(SharedCorpus.OneDrive);

    [SharedDocsFact("corpus/graph-v1.0")]
    public void No_block_of_the_Graph_docs_is_lost() => AssertNoneIsLost(SharedCorpus.Graph);

    private static void AssertNoneIsLost(SharedCorpus corpus)
    {
        PageResult[] results = [.. corpus.Results];

        Assert.Empty(results.Where(r => r.BlocksLost != 0).Select(r => $"{r.Path}: {r.BlocksLost}"));
        Assert.True(results.Sum(r => r.Scan.DefiningBlocks) > results.Length);
        Assert.Equal(results.Sum(r => r.Scan.DefiningBlocks), results.Sum(r => r.BlocksRead + r.BlocksReported));
    }
}
