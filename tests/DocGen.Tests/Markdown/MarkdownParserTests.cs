using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Markdown;

public class MarkdownParserTests
{
    [Fact]
    public void A_page_is_a_flat_list_of_blocks_in_reading_order()
    {
        IReadOnlyList<DocBlock> blocks = MarkdownParser.Parse(
            "---\ntitle: T\n---\n# H\n\ntext\n\n<!-- {} -->\n```http\nGET /x\n```\n\n|A|B|\n|-|-|\n|1|2|\n\n" +
            "* item\n\n> quoted\n");

        Assert.Equal(
            ["FrontMatterBlock", "HeadingBlock", "ParagraphBlock", "CommentBlock", "FenceBlock", "TableBlock",
                "ParagraphBlock", "ParagraphBlock"],
            blocks.Select(b => b.GetType().Name));
        Assert.True(((ParagraphBlock)blocks[6]).InList);
        Assert.False(((ParagraphBlock)blocks[7]).InList);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_fence_joins_its_lines_with_line_feeds_and_keeps_the_position_of_each_character(string newline)
    {
        string page = string.Join(newline, "# H", "", "1. step", "", "   ```http", "   GET /x", "", "   Body", "   ```",
            "");
        FenceBlock fence = Assert.Single(MarkdownParser.Parse(page).OfType<FenceBlock>());

        Assert.Equal("http", fence.Language);
        Assert.Equal("GET /x\n\nBody", fence.Content.Text);
        Assert.Equal("Body", page.Substring(
            fence.Content.ToPage(fence.Content.Text.IndexOf("Body", StringComparison.Ordinal)), 4));
    }

    [Theory]
    [InlineData("``` http", "http")]
    [InlineData("```http", "http")]
    [InlineData("~~~msgraph-interactive", "msgraph-interactive")]
    [InlineData("```", "")]
    public void A_fence_has_a_language_or_none(string open, string language) =>
        Assert.Equal(language, Assert.IsType<FenceBlock>(
            Assert.Single(MarkdownParser.Parse(open + "\nx\n" + open[..3]))).Language);

    [Fact]
    public void Adjacent_comments_are_separate_blocks()
    {
        const string page = "<!-- {\"a\": 1} --><!-- {\"b\": 2} -->\n<!-- {\r\n\"c\": 3} -->\n";

        CommentBlock[] comments = [.. MarkdownParser.Parse(page).OfType<CommentBlock>()];

        Assert.Equal([" {\"a\": 1} ", " {\"b\": 2} ", " {\n\"c\": 3} "], comments.Select(c => c.Content.Text));
        Assert.All(comments, c => Assert.Equal("<!--", page.Substring(c.Start, 4)));
    }

    [Fact]
    public void An_unclosed_comment_reaches_to_the_end_of_the_page() =>
        Assert.Equal(" {\nx\n",
            Assert.IsType<CommentBlock>(Assert.Single(MarkdownParser.Parse("<!-- {\nx\n"))).Content.Text.TrimEnd('\n')
                + "\n");

    [Theory]
    [InlineData("one of `a \\| b`", "one of a | b")]
    [InlineData("plain", "plain")]
    [InlineData("**bold** _it_", "bold it")]
    [InlineData("`code`", "code")]
    [InlineData("[text](../x.md)", "text")]
    [InlineData("a&nbsp;b &amp; c", "a b & c")]
    [InlineData("a<br>b<br/>c", "a b c")]
    [InlineData("a \\| b", "a | b")]
    [InlineData("the <id> of it", "the <id> of it")]
    [InlineData("<b>x</b>", "x")]
    [InlineData("a\u200Bb", "a b")]
    public void The_text_of_a_table_cell_has_no_markup(string cell, string plain)
    {
        TableBlock table = Assert.Single(MarkdownParser.Parse($"|A|B|\n|-|-|\n|{cell}|2|\n").OfType<TableBlock>());

        Assert.Equal(["A", "B"], table.Header.Select(h => h.Plain));
        Assert.Equal([plain, "2"], table.Rows[0].Select(c => c.Plain));
    }

    [Fact]
    public void Reference_links_are_resolved()
    {
        TableBlock table = Assert.Single(
            MarkdownParser.Parse("|A|\n|-|\n|[audio][]|\n|[a file][f]|\n\n[audio]: ../a.md\n[f]: f.md\n")
                .OfType<TableBlock>());

        Assert.Equal(["audio", "a file"], table.Rows.Select(r => r[0].Plain));
        Assert.Equal(["../a.md", "f.md"], table.Rows.Select(r => Assert.Single(r[0].Links).Target));
    }

    [Fact]
    public void A_tab_is_not_a_heading() =>
        Assert.Equal(["Example"],
            MarkdownParser.Parse("# Example\n\n# [HTTP](#tab/http)\n\n# [C#](#tab/csharp)\n").OfType<HeadingBlock>()
                .Select(h => h.Text.Plain));

    [Fact]
    public void Front_matter_gives_plain_values_and_their_positions()
    {
        const string page =
            "---\ntitle: \"a \\\"b\\\"\"\nauthor: 'it''s'\nempty:\nlist:\n  - x\ndoc_type: apiPageType\n---\n";
        FrontMatterBlock front = Assert.IsType<FrontMatterBlock>(Assert.Single(MarkdownParser.Parse(page)));

        Assert.Equal("a \"b\"", front["title"]);
        Assert.Equal("it's", front["AUTHOR"]);
        Assert.Equal("", front["empty"]);
        Assert.Equal("apiPageType", front["doc_type"]);
        Assert.Null(front["absent"]);
        FrontMatterEntry author = front.Entries[1];
        Assert.Equal("'it''s'", page[author.Start..author.End]);
    }

    private static string Both(string translation, string source) =>
        $"<span data-ttu-id=\"1\">{translation}</span><span class=\"sxs-lookup\"><span " +
        $"data-stu-id=\"1\">{source}</span></span>";

    [Fact]
    public void Links_and_tabs_contain_a_translation_and_its_source()
    {
        RichText text = MarkdownParser.Parse($"[{Both("创建", "Create")}](create.md) {Both("一个", "a")} `fish`.")
            .OfType<ParagraphBlock>().Single().Text;
        Assert.Equal("Create a fish.", text.Plain);
        Assert.Equal("Create", Assert.Single(text.Links).Text);
        Assert.Equal("创建 一个 fish.", text.Shown!.ToPlainText());
        Assert.Equal("http", MarkdownParser.Parse($"# <a name=\"http\"></a>[{Both("HTTP", "HTTP")}](#tab/http)")
            .OfType<TabBlock>().Single().Id);
    }

    [Fact]
    public void Thousands_of_unclosed_spans_are_read_as_text()
    {
        const int Count = 20_000;
        string text = string.Concat(Enumerable.Repeat("<span>a ", Count));
        Assert.Equal(Count, MarkdownParser.Parse("b " + text).OfType<ParagraphBlock>().Single().Text.Plain
            .Count(c => c == 'a'));
    }
}
