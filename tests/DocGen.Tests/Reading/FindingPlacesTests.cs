using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of the line and column of findings. Other tests only count these findings.</summary>
public class FindingPlacesTests
{
    private static async Task<IEnumerable<string>> PlacesAsync(string id, params (string, string?)[] pages) =>
        (await Docs.GenerateAsync(pages)).Shown().Where(f => f.Contains(": " + id + ": ", StringComparison.Ordinal))
            .Select(f => f.Split(": ")[0]);

    [Fact]
    public async Task A_response_without_a_request_is_reported_at_its_annotation() =>
        Assert.Equal(["book.md(3,1)"], await PlacesAsync("DG0105", ("book.md", """
        # Books

        <!-- {"blockType": "response"} -->
        ```http
        HTTP/1.1 200 OK
        ```
        """)));

    [Fact]
    public async Task A_duplicate_request_name_is_reported_at_the_name_on_the_later_page()
    {
        const string Page = """
            # Books

            <!-- {"blockType": "request", "name": "get"} -->
            ```http
            GET https://api.example.com/books
            ```
            """;

        Assert.Equal(["b.md(3,39)"],
            await PlacesAsync("DG0107", ("a.md", Page),
                ("b.md", Page.Replace("/books", "/shelves", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_table_that_does_not_match_its_section_is_reported_at_its_first_line() =>
        Assert.Equal(["book.md(9,1)"], await PlacesAsync("DG0205", ("book.md", """
        # book

        ## Properties
        |Property|Type|Description|
        |:-|:-|:-|
        |title|String|Its title.|

        ### Properties of its cover
        |Property|Type|Description|
        |:-|:-|:-|
        |color|String|Its color.|

        <!-- {"blockType": "resource", "@odata.type": "my.book"} -->
        ```json
        {"title": "string"}
        ```
        """)));

    [Fact]
    public async Task A_response_without_a_type_is_reported_at_its_annotation() =>
        Assert.Equal(["book.md(5,1)"], await PlacesAsync("DG0305", ("book.md", """
        <!-- {"blockType": "request"} -->
        ```http
        GET https://api.example.com/books/1
        ```
        <!-- {"blockType": "response"} -->
        ```http
        HTTP/1.1 200 OK
        Content-Type: application/json

        {"title": "Boats"}
        ```
        """)));

    [Fact]
    public async Task An_undefined_base_type_is_reported_at_its_name() =>
        Assert.Equal(["book.md(1,70)"], await PlacesAsync("DG0308", ("book.md", """
        <!-- {"blockType": "resource", "@odata.type": "my.book", "baseType": "my.item"} -->
        ```json
        {"title": "string"}
        ```
        """)));

    [Fact]
    public async Task A_missing_example_body_is_reported_at_the_URL() =>
        Assert.Equal(["book.md(6,6)"], await PlacesAsync("DG0405", ("book.md", """
        # Books
        ## Request body
        Supply a JSON representation of a [book](book.md).
        <!-- {"blockType": "request"} -->
        ```http
        POST https://api.example.com/books
        ```
        """)));
}
