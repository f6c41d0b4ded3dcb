using DocGen.Tests.Harness;

namespace DocGen.Tests.Snippets;

/// <summary>
/// Tests of the option <c>DocGenXmlExamples</c>, which adds documented requests to the comments of methods.
/// </summary>
public class XmlExampleTests
{
    private static readonly (string Path, string? Text)[] Pages =
    [
        ShownSnippets.Resource("book", "| title | String | The title. |"),
        ShownSnippets.Page(
            "docs/book-update.md", "PATCH /books/{book-id}",
            "PATCH /books/a\nContent-Type: application/json\n\n{\"title\": \"a < b\"}",
            "## Request body\n\nSupply a [book](book.md)."),
        ShownSnippets.Page(
            "docs/book-lend.md", "POST /books/{book-id}/lend",
            "POST /books/a/lend\nContent-Type: application/json\n\n{\"days\": \"ten\"}",
            "## Request body\n\n| Parameter | Type | Description |\n|:---|:---|:---|\n| days | Int32 | How long. |"),
    ];

    [Fact]
    public void A_method_shows_the_first_request_that_it_can_send()
    {
        string source = new GeneratorSession(Pages).Configure("DocGenXmlExamples", "true").Run().Sources["Book.g.cs"];

        Assert.Contains(
            "    /// <example><code>\n    /// await client.Books.UpdateAsync(\"a\", new() { Title = \"a &lt; b\" " +
            "});\n    /// </code></example>\n", source, StringComparison.Ordinal);
    }

    [Fact]
    public void No_example_is_emitted_or_reported_by_default()
    {
        GeneratorSession session = new GeneratorSession(Pages).Run();

        Assert.DoesNotContain("<example>", session.Sources["Book.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(session.Diagnostics, finding => finding.StartsWith("DG0711", StringComparison.Ordinal));
    }

    [Fact]
    public void A_request_that_no_method_can_send_is_reported_at_its_line()
    {
        GeneratorSession session = new GeneratorSession(Pages).Configure("DocGenXmlExamples", "true").Run();

        Assert.Equal("DG0711 book-lend.md:19",
            Assert.Single(session.Diagnostics, finding => finding.StartsWith("DG0711", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_edit_gives_the_same_examples_as_a_fresh_run()
    {
        GeneratorSession session = new GeneratorSession(Pages).Configure("DocGenXmlExamples", "true").Run();
        string edited = Pages[1].Text!.Replace("a < b", "c", StringComparison.Ordinal);
        session.Set("docs/book-update.md", edited).Run();

        GeneratorSession fresh = new GeneratorSession([Pages[0], ("docs/book-update.md", edited), Pages[2]]).Configure(
            "DocGenXmlExamples", "true").Run();
        Assert.Equal(fresh.Sources, session.Sources);
        Assert.Equal(["Book.g.cs"], session.Touched);
    }
}
