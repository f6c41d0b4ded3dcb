using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Hostile;

/// <summary>
/// Tests of blocks with many unclosed delimiters. They count the steps of Markdig's searches and measure no time.
/// </summary>
[Trait("Speed", "Slow")]
public class InlineWorkTests
{
    /// <summary>The number of characters in the smaller of the two pages that a test compares.</summary>
    private const int Size = 40_000;

    public static TheoryData<string> Openers =>
    [
        "[", "[a", "[a\n", "![", "![a", "[[", "[a](", "![a](", "[](", "[a](\\(", "[a](<", "[a](b (", "[a](b \"",
        "[a](b '", "[a](b \"'",
        "[a][", "[a][b", "[a][b] ", "[a]", "](", "*", "*a", "a*", "**a", "***a*", "__\\", "**\\", "_a", "*a_b",
        "*a **b ", "`", "`a ``b ", "<", "<a ", "<a b=\"",
        "<a b='", "<a:", "<a@", "a <? ", "a <!X ", "a <!-- ", "a <![CDATA[ ", "&#", "|", "|a", "\\", "a\n=\n",
        "> a\n> =\n", "- a\n  -\n",
    ];

    [Theory]
    [MemberData(nameof(Openers))]
    public void Four_times_as_many_openers_take_at_most_five_times_the_steps(string opener)
    {
        InlineWork work = Read(opener, Size);

        InlineWork more = Read(opener, 4 * Size);

        Assert.InRange(more.Steps, 0, Math.Max(5 * work.Steps, 4 * Size));
        // The limit of open delimiters bounds the steps for each delimiter. The length of the block has no effect.
        Assert.InRange(more.Steps, 0, 4L * Size * Limits.Signs);
    }

    [Theory]
    [MemberData(nameof(Openers))]
    public void Unclosed_openers_do_not_affect_the_rest_of_the_page(string opener)
    {
        string page = "# Get boat\n\n## HTTP request\n```http\nGET /boats/{id}\n```\n\nWords " + Repeat(opener, Size)
            + "\n\n## Response\n\nReturns `200 OK` and a [boat](boat.md).\n";

        ParsedPage read = Docs.Read(page);

        Assert.Single(read.Model.Operations);
        Assert.Contains("docs/boat.md", read.Model.LinkedPages);
        Assert.DoesNotContain(read.Findings, finding => finding.RuleId == Rules.UnreadablePage.Id);
        Assert.InRange(read.Findings.Count(finding => finding.RuleId == Rules.TooManyOpeners.Id), 0, 1);
    }

    [Theory]
    [InlineData("[a](", "DG0609(7,3): a link leaves more than 32 parentheses open")]
    [InlineData("[a", "DG0609(7,201): more than 100 brackets are open")]
    [InlineData("![a", "DG0609(7,301): more than 100 brackets are open")]
    [InlineData("*a ", "DG0609(7,6001): it has more than 2000 emphasis delimiters")]
    public void The_first_opener_that_is_read_as_text_is_reported_once(string opener, string finding) =>
        Assert.Equal([finding], Docs.Read("# T\n\nWords.\n\n## A\n\n" + Repeat(opener, Size) + "\n").Findings());

    /// <summary>If a table follows, Markdig moves all lines after each open delimiter.</summary>
    [Theory]
    [InlineData("", "|**b**|c|\n")]
    [InlineData("", "|**b**|c|\r")]
    [InlineData("", "|*b|c|\n")]
    [InlineData("", "|[b|c|\n")]
    [InlineData("", "|![b|c|\n")]
    [InlineData("[", "|b|c|\n")]
    [InlineData("**", "|b|c|\n")]
    public void Twice_as_many_table_rows_take_at_most_three_times_the_memory(string sign, string row)
    {
        string head = $"|{sign}a|d|\n|-|-|\n";
        long half = Allocated(head + string.Concat(Enumerable.Repeat(row, 2_000)));

        long whole = Allocated(head + string.Concat(Enumerable.Repeat(row, 4_000)));

        Assert.InRange(whole, 0, 3 * half);
    }

    [Theory]
    [InlineData("  \na*")]
    [InlineData("<a:![\n*")]
    [InlineData("[a\n")]
    public void Memory_is_proportional_to_the_number_of_lines_before_a_table(string line)
    {
        const string Table = "\n|a|\n|-|\n";
        long half = Allocated(string.Concat(Enumerable.Repeat(line, 2_000)) + Table);

        long whole = Allocated(string.Concat(Enumerable.Repeat(line, 4_000)) + Table);

        Assert.InRange(whole, 0, 3 * half);
    }

    [Theory]
    [InlineData("**name**", "name")]
    [InlineData("_id", "_id")]
    [InlineData("_id_", "id")]
    [InlineData("user_id and _key", "user_id and _key")]
    [InlineData("a *b* 2 * 3 e*", "a b 2 * 3 e*")]
    [InlineData("*a **b** c* **d", "a b c **d")]
    [InlineData("**`a*b`** c", "a*b c")]
    [InlineData("\\**a* b", "*a b")]
    [InlineData("[a](b.md) [c", "a [c")]
    [InlineData("![a *b", "![a *b")]
    public void A_long_table_has_the_same_text_as_a_short_one(string cell, string words)
    {
        string Page(int rows) => "|Name|Value|\n|-|-|\n"
            + string.Concat(Enumerable.Range(0, rows).Select(_ => $"|{cell}|_x y*|\n"));
        var table = Assert.IsType<TableBlock>(Assert.Single(MarkdownParser.Parse(Page(1_500))));

        Assert.Equal(1_500, table.Rows.Count);
        Assert.All(table.Rows, row => Assert.Equal([words, "_x y*"], row.Select(text => text.Plain)));
        Assert.Equal(words, Assert.IsType<TableBlock>(Assert.Single(MarkdownParser.Parse(Page(1)))).Rows[0][0].Plain);
    }

    [Fact]
    public void A_last_line_without_a_line_end_is_not_part_of_a_table()
    {
        string page = "|a|\n|-|\n" + string.Concat(Enumerable.Repeat("|b|\n", 1_500)) + "\n## _a and **b** [c";

        Assert.Equal("_a and b [c", Assert.IsType<HeadingBlock>(MarkdownParser.Parse(page)[^1]).Text.Plain);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("*a")]
    public void Steps_are_proportional_to_the_number_of_openers_in_a_row_of_a_long_table(string opener)
    {
        string Page(int size) => "|a|\n|-|\n" + string.Concat(Enumerable.Repeat("|b|\n", 1_500))
            + "|" + Repeat(opener, size) + "|\n";
        var work = new InlineWork();
        var more = new InlineWork();
        MarkdownParser.Parse(Page(Size), work);

        MarkdownParser.Parse(Page(2 * Size), more);

        Assert.InRange(more.Steps, 0, 3 * work.Steps);
    }

    private static long Allocated(string page)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        MarkdownParser.Parse(page);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void Thousands_of_links_emphases_and_code_spans_are_all_read()
    {
        string page = string.Concat(Enumerable.Repeat("[a](b.md) `c` <!-- d --> [(e)](f(1).md \"g\") ", 2_000))
            + string.Concat(Enumerable.Repeat("*h* ", 400));

        RichText text = Assert.IsType<ParagraphBlock>(Assert.Single(MarkdownParser.Parse(page))).Text;

        Assert.Equal(4_000, text.Links.Count);
        Assert.Equal(["b.md", "f(1).md"], text.Links.Select(link => link.Target).Distinct());
        Assert.DoesNotContain('*', text.Plain);
        Assert.Equal(2_000, text.Doc!.Inlines.Count(run => run.Kind == DocInlineKind.Code));
    }

    [Theory]
    [InlineData("[a](b", "a")]
    [InlineData("[a](b (c", "a")]
    [InlineData("![d](e [a](b", "a")]
    public void An_unclosed_link_is_a_reference_if_its_label_is_defined(string text, string link) =>
        Assert.Equal([link], Assert.IsType<ParagraphBlock>(MarkdownParser.Parse(text + "\n\n[a]: c.md\n")[0]).Text.Links
            .Select(l => l.Text));

    [Theory]
    [InlineData("A\n=\n", 1)]
    [InlineData("A\n-\n", 2)]
    [InlineData("> A\n> -\n", 2)]
    [InlineData("- A\n  -\n", 2)]
    public void A_line_with_an_underline_is_a_heading(string text, int level)
    {
        var heading = Assert.IsType<HeadingBlock>(Assert.Single(MarkdownParser.Parse(text)));

        Assert.Equal((level, "A"), (heading.Level, heading.Text.Plain));
    }

    [Fact]
    public void An_underline_below_link_reference_definitions_is_text()
    {
        DocBlock[] blocks = [.. MarkdownParser.Parse("[a]: b.md\n=\n\n> [c]: d.md\n\n[a] and [c]\n")];

        Assert.Equal(["=", "a and c"], blocks.Cast<ParagraphBlock>().Select(block => block.Text.Plain));
        Assert.Equal(2, ((ParagraphBlock)blocks[1]).Text.Links.Count);
    }

    private static InlineWork Read(string opener, int size)
    {
        var work = new InlineWork();
        MarkdownParser.Parse(Repeat(opener, size), work);
        return work;
    }

    private static string Repeat(string opener, int size) =>
        string.Concat(Enumerable.Repeat(opener, size / opener.Length));
}
