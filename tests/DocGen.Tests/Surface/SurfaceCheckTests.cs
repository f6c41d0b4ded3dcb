using DocGen.Generator.Model;
using DocGen.Generator.Surface;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Surface;

/// <summary>Tests of the warnings about differences between docs and their surface file.</summary>
public class SurfaceCheckTests
{
    private const string Book = """
        # book resource type

        <!-- { "blockType": "resource", "@odata.type": "shop.book", "keyProperty": "isbn" } -->
        ```json
        { "isbn": "978-0", "title": "Emma", "pages": 12 }
        ```
        """;

    private const string Get = """
        # Get book

        <!-- { "blockType": "request", "name": "get-book" } -->
        ```http
        GET /books/{isbn}
        ```

        <!-- { "blockType": "response", "@odata.type": "shop.book" } -->
        ```http
        HTTP/1.1 200 OK
        Content-Type: application/json

        { "isbn": "978-0", "title": "Emma", "pages": 12 }
        ```
        """;

    private static readonly (string Path, string Text)[] Shop = [("docs/book.md", Book), ("docs/book-get.md", Get)];

    [Fact]
    public void A_difference_between_docs_and_file_is_reported_on_the_page()
    {
        var session = new GeneratorSession(
            [.. Shop.Select(page => (page.Path, (string?)page.Text)), ("docs.surface.txt", Accepted(Shop))]);
        string[] Told() =>
            [.. session.Run().Result.Diagnostics.Where(one => one.Id.StartsWith("DG08", StringComparison.Ordinal))
                .Select(one => one.ToString()
            .Replace(SolutionState.ProjectDirectory, "", StringComparison.Ordinal))];

        Assert.Empty(Told());
        session.Edit("docs/book.md", text => text.Replace(", \"pages\": 12", ", \"weight\": 12"));
        Assert.Equal(
            [
                "docs/book.md(3,48): info DG0801: New since the surface file: book: 'weight' is new; run 'docgen " +
                "accept' to keep the new C# names",
                "docs/book.md(3,48): warning DG0802: PROPERTY_REMOVED: book: 'pages' is gone (Book.Pages is gone); " +
                "if the service changed, or the docs were wrong before, run 'docgen accept'",
            ],
            Told().Order(StringComparer.Ordinal));
        session.Edit("docs/book.md", text => text.Replace("weight", "pages"));
        Assert.Empty(Told());
        session.Set("docs/book-get.md", "# Nothing");
        Assert.Equal(
            ["docs.surface.txt(3,1): warning DG0802: OPERATION_REMOVED: GET Books.Get: '/books/{isbn}' is gone " +
                "(Books.GetAsync is gone); if the service changed, or the docs were wrong before, run 'docgen accept'"],
            Told());
    }

    [Fact]
    public void A_name_in_the_file_that_differs_from_the_docs_is_reported_on_the_page()
    {
        var session = new GeneratorSession([.. Shop.Select(page => (page.Path, (string?)page.Text)),
            ("docs.surface.txt", Accepted(Shop).Replace("= Book\n", "= Volume\n", StringComparison.Ordinal)
                .Replace("200 Book", "200 Volume", StringComparison.Ordinal)
                .Replace("Books.Get ", "Books.Fetch ", StringComparison.Ordinal))]);

        Assert.Equal(
            [
                "docs/book-get.md DG0804 The surface file gives the name 'Books.Fetch'; the docs alone give " +
                "'Books.Get'; to use that, delete 'Books.Fetch' from the file and run 'docgen accept'",
                "docs/book.md DG0804 The surface file gives the name 'Volume'; the docs alone give 'Book'; to use " +
                "that, delete 'Volume' from the file and run 'docgen accept'",
            ],
            session.Run().Result.Diagnostics.Where(one => one.Id == "DG0804")
                .Select(
                    one => one.Location.GetLineSpan().Path
                        .Replace(SolutionState.ProjectDirectory, "", StringComparison.Ordinal) + " " + one.Id + " "
                        + one.GetMessage(System.Globalization.CultureInfo.InvariantCulture))
                .Order(StringComparer.Ordinal));
    }

    private static string Accepted(params (string, string)[] pages) =>
        SurfaceWriter.Write(SurfaceReader.Of(Docs.Link(pages).Files, null));
}
