using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Which URLs of a page an operation has.</summary>
public class UrlsTests
{
    [Theory]
    [InlineData("GET /shelves/{id}/books", "GET /me/shelf/books", "/me/shelf/books,/shelves/{id}/books")]
    [InlineData("GET /shelves/{id}/books", "GET /libraries/{library-id}/shelf/books",
        "/libraries/{library-id}/shelf/books,/shelves/{id}/books")]
    [InlineData("GET /shelves/{id}/books", "GET /me/shelf:/{path}:/books",
        "/me/shelf:/{+path}:/books,/shelves/{id}/books")]
    [InlineData("GET /shelves/{id}/books", "GET /libraries/jane/books", "/shelves/{id}/books")]
    [InlineData("GET /me/shelf:/{path}:/find(n={n})/books", "GET /me/shelf/find(n='a')/books",
        "/me/shelf/find(n={n})/books,/me/shelf:/{+path}:/find(n={n})/books")]
    [InlineData("GET /shelves/{id}/books", "GET /libraries/12/books", "/shelves/{id}/books")]
    [InlineData("GET /shelves/{id}/books", "GET /me/shelf/discs", "/shelves/{id}/books")]
    public void An_example_in_a_templates_form_is_another_way_to_call(string template, string example, string urls) =>
        Assert.Equal(urls, Urls(Page(template, example)));

    [Theory]
    [InlineData("request")]
    [InlineData("ignored")]
    public void A_cast_that_an_example_shows_is_a_URL(string block) =>
        Assert.Equal("/shelves/{id}/books,/shelves/{id}/books/library.bigBook", Urls(
            Page("GET /shelves/{id}/books",
                "GET https://api.example.com/v1.0/shelves/{id}/books/library.bigBook?$count=true")
                .Replace("\"request\"", $"\"{block}\"", StringComparison.Ordinal)));

    [Fact]
    public void A_key_of_an_example_without_template_is_no_word() =>
        Assert.Equal("/shelves/{id}/books", Urls(Page("PUT /shelves/{id}/books", "GET /shelves/fiction/books"), "GET"));

    [Fact]
    public void A_long_number_is_a_sample() => Assert.Equal("/books/{id}", Urls(Page("", "GET /books/TSP228082")));

    [Theory]
    [InlineData("GET /books/{id}/.../notes", "/books/{id}/notes")]
    [InlineData("GET /books/(book-id)/notes", "/books/{book-id}/notes")]
    [InlineData("GET /books/{id}     # one of them", "/books/{id}")]
    [InlineData("GET /books/{id} (preferred)", "/books/{id}")]
    [InlineData("GET /books/find(name='{name}'", "/books/find(name='{name}')")]
    [InlineData("GET /books/{id})", "/books/{id}")]
    public void What_no_URL_has_is_mended_and_reported(string template, string url)
    {
        string page = Page(template, "");

        Assert.Equal(url, Docs.Read(page).Model.Operations.Single().Urls.Single().Path.Template);
        Assert.Single(Docs.Read(page).Findings, f => f.RuleId == "DG0426");
    }

    [Theory]
    [InlineData("GET /books/{id | isbn}", "/books/{id|isbn}")]
    [InlineData("GET /books/{book id}", "/books/{bookid}")]
    [InlineData("GET /books/find(name='{name}', year={year})", "/books/find(name='{name}',year={year})")]
    [InlineData("GET /books?$filter=a eq 'b c'", "/books")]
    public void What_a_URL_may_have_stays(string template, string url)
    {
        string page = Page(template, "");

        Assert.Equal(url, Docs.Read(page).Model.Operations.Single().Urls.Single().Path.Template);
        Assert.DoesNotContain(Docs.Read(page).Findings, f => f.RuleId == "DG0426");
    }

    [Fact]
    public void An_example_shows_a_functions_arguments()
    {
        Operation operation = Docs.Link(
            ("docs/book-find.md", Page("GET /books/find", "GET /books/find(name='Dune',year=1965)"))).Files
            .SelectMany(f => f.Operations?.Operations ?? default).Single();

        Assert.Equal(["name String", "year Int32"], operation.Options.Select(o => $"{o.WireName} {o.Type}"));
    }

    private static string Urls(string page, string verb = "") =>
        string.Join(",", Docs.Link(("docs/page.md", page)).Files
        .SelectMany(f => f.Operations?.Operations ?? default).Where(o => verb.Length == 0 || o.HttpMethod == verb)
        .SelectMany(o => o.Urls).Select(u => u.Template).Order(StringComparer.Ordinal));

    private static string Page(string template, string example) => $$"""
        # Call

        ## HTTP request
        ```http
        {{template}}
        ```

        ## Example
        <!-- {"blockType": "request", "name": "call"} -->
        ```http
        {{example}}
        ```
        """;
}
