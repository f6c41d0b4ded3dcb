using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>The line and the column of findings that other tests only count.</summary>
public class FindingPlacesTests
{
    private static async Task<IEnumerable<string>> PlacesAsync(string id, params (string, string?)[] pages) =>
        (await Docs.GenerateAsync(pages)).Shown().Where(f => f.Contains(": " + id + ": ", StringComparison.Ordinal))
            .Select(f => f.Split(": ")[0]);

    [Fact]
    public async Task A_response_without_a_request_stands_at_its_annotation() =>
        Assert.Equal(["book.md(3,1)"], await PlacesAsync("DG0105", ("book.md", """
        # Books

        <!-- {"blockType": "response"} -->
        ```http
        HTTP/1.1 200 OK
        ```
        """)));

    [Fact]
    public async Task A_request_name_that_is_taken_stands_at_the_name_of_the_later_page()
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
    public async Task A_table_that_describes_something_else_stands_where_it_begins() =>
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
    public async Task A_response_without_a_type_stands_at_its_annotation() =>
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
    public async Task A_base_that_no_page_defines_stands_at_its_name() =>
        Assert.Equal(["book.md(1,70)"], await PlacesAsync("DG0308", ("book.md", """
        <!-- {"blockType": "resource", "@odata.type": "my.book", "baseType": "my.item"} -->
        ```json
        {"title": "string"}
        ```
        """)));

    [Fact]
    public async Task An_example_without_the_body_that_the_text_asks_for_stands_at_its_URL() =>
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
