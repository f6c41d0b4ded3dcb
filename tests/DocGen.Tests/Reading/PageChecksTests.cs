using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of the findings about a single page, with line and column.</summary>
public class PageChecksTests
{
    private static IEnumerable<string> Findings(string id, string text) =>
        Docs.Read(text).FindingsWithStyle().Where(f => f.StartsWith(id + "(", StringComparison.Ordinal));

    [Fact]
    public void A_sample_key_becomes_a_placeholder_in_the_URL_or_is_reported_if_the_URL_does_not_contain_it()
    {
        var page = Docs.Read("""
            # Get a book

            <!-- {"blockType": "request", "sampleKeys": ["boats", "ships"]} -->
            ```http
            GET https://api.example.com/shelves/boats/books
            ```
            """);

        Assert.Equal("/shelves/{id}/books", Assert.Single(Assert.Single(page.Model.Operations).Urls).Path.Template);
        Assert.Contains("DG0110(3,45): ships", page.Findings());
        Assert.Single(page.Findings(), f => f.StartsWith("DG0110", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sample_key_may_be_percent_encoded_in_the_URL() => Assert.Empty(Findings("DG0110", """
        <!-- {"blockType": "request", "sampleKeys": ["a b"]} -->
        ```http
        GET https://api.example.com/books/a%20b
        ```
        """));

    [Theory]
    [InlineData("library.book", "library", new string[0])]
    [InlineData("library.old.book", "library", new string[0])]
    [InlineData("shop.book", "library", new[] { "DG0111(5,52): library | shop" })]
    [InlineData("book", "library", new string[0])]
    public void A_resource_outside_the_namespace_of_its_page_is_reported(string name, string pages,
        string[] expected) =>
        Assert.Equal(expected, Findings("DG0111", $$"""
            # book

            Namespace: {{pages}}

            <!-- {"blockType": "resource",      "@odata.type": "{{name}}"} -->
            ```json
            {"title": "String"}
            ```
            """));

    [Theory]
    [InlineData("\"\"", new[] { "DG0112(1,67): my.book" })]
    [InlineData("\" \"", new[] { "DG0112(1,67): my.book" })]
    [InlineData("\"my.item\"", new string[0])]
    public void An_empty_base_type_is_reported(string written, string[] expected) =>
        Assert.Equal(expected, Findings("DG0112", $$"""
        <!-- {"blockType":"resource","@odata.type":"my.book", "baseType": {{written}}} -->
        ```json
        {"title": "String"}
        ```
        """));

    [Fact]
    public void The_first_fence_without_an_annotation_is_reported()
    {
        Assert.Equal(["DG0113(5,1): json"], Findings("DG0113", """
            <!-- {"blockType": "ignored"} -->
            ```http
            GET /books
            ```
            ```json
            {}
            ```
            ```http
            GET /shelves
            ```
            """));
        Assert.Empty(Findings("DG0113", """
            ```csharp
            var x = 1;
            ```
            """));
    }

    [Theory]
    [InlineData("application/jpeg picture", new[] { "DG0415(4,1): application/jpeg picture" })]
    [InlineData("json", new[] { "DG0415(4,1): json" })]
    [InlineData("image/jpeg; q=1", new string[0])]
    public void An_invalid_content_type_is_reported(string type, string[] expected) =>
        Assert.Equal(expected, Findings("DG0415", $$"""
        <!-- {"blockType": "request"} -->
        ```http
        PUT https://api.example.com/books/1
        Content-Type: {{type}}

        bytes
        ```
        """));

    [Theory]
    [InlineData("Contnet-Type", new[] { "DG0416(4,1): Contnet-Type | ; did you mean 'Content-Type'?" })]
    [InlineData("content-type", new string[0])]
    [InlineData("Autorizaton", new[] { "DG0416(4,1): Autorizaton | ; did you mean 'Authorization'?" })]
    [InlineData("Locatoin", new[] { "DG0416(4,1): Locatoin | ; did you mean 'Location'?" })]
    [InlineData("X-Trace-Id", new string[0])]
    [InlineData("X-Origin", new string[0])]
    [InlineData("x-cookie", new string[0])]
    [InlineData("X-Prefer", new string[0])]
    [InlineData("Tracker", new string[0])]
    public void A_misspelt_standard_header_is_reported(string header, string[] expected) =>
        Assert.Equal(expected, Findings("DG0416", $$"""
        <!-- {"blockType": "request"} -->
        ```http
        POST https://api.example.com/books
        {{header}}: text/plain

        words
        ```
        """));

    [Fact]
    public void A_template_with_an_unknown_method_is_reported_and_the_others_are_read()
    {
        var page = Docs.Read("""
            ## HTTP request
            ```http
            GET /books
            GTE /shelves
            The method takes no more.
            ```
            """);

        Assert.Equal(["DG0417(4,1): GTE | ; did you mean 'GET'?"],
            page.Findings().Where(f => f.StartsWith("DG0417", StringComparison.Ordinal)));
        Assert.Equal("/books", Assert.Single(Assert.Single(page.Model.Operations).Urls).Path.Template);
    }

    [Theory]
    [InlineData(1980, 0)]
    [InlineData(2001, 1)]
    public void A_very_long_URL_is_reported(int length, int count)
    {
        string url = "/" + new string('a', length - 1);

        Assert.Equal(Enumerable.Repeat(FormattableString.Invariant($"DG0418(3,5): {length} | 2000"), count),
            Findings("DG0418", $"""
            ## HTTP request
            ```http
            GET {url}
            ```
            """));
    }

    [Theory]
    [InlineData("It is on a [shelf][place].", new[] { "DG0502(3,12): place" })]
    [InlineData("It is on a [shelf][].", new[] { "DG0502(3,12): shelf" })]
    [InlineData("It is on a [table][desk] or a [shelf][place].", new[] { "DG0502(3,31): place" })]
    [InlineData("It is on a [table][desk] or a [desk][].", new string[0])]
    [InlineData("A [shelf][place], `then` a [shelf][place].", new[] { "DG0502(3,3): place", "DG0502(3,28): place" })]
    [InlineData("A [s&amp;t][place], `then` a [shelf][place].", new[] { "DG0502(3,1): place", "DG0502(3,30): place" })]
    [InlineData("It is in `a[0][1]`.", new string[0])]
    [InlineData("|a|b|\n|-|-|\n|title|[shelf][]|", new[] { "DG0502(5,8): shelf" })]
    public void An_undefined_reference_is_reported_at_its_position(string text, string[] expected) =>
        Assert.Equal(expected, Findings("DG0502", "# Books\n\n" + text + "\n\n[desk]: desk.md\n"));

    [Fact]
    public void At_most_20_undefined_references_with_entities_are_reported_per_paragraph() =>
        Assert.Equal(20, Findings("DG0502",
            "# Books\n\n" + string.Concat(Enumerable.Range(0, 50).Select(n => $"A [s&amp;t][place{n}] in `code`, "))
                + "and so on.\n").Count());

    private const string MoreLinks = "[four](#here), [five](#properties-1), [six](#what-is-it)";

    [Fact]
    public void A_bookmark_without_a_heading_is_reported() =>
        Assert.Equal(["DG0503(3,25): #propertes | ; did you mean 'properties'? | this page"], Findings("DG0503", $"""
        # Books

        See [one](#properties), [two](#propertes), [three](#Properties), {MoreLinks}.

        ## Properties

        <a name="here"></a>

        ## Properties

        ## What is it?
        """));

    [Fact]
    public void An_API_page_without_a_title_is_reported_and_included_text_is_not()
    {
        Assert.Equal(["DG0603(1,1): "], Findings("DG0603", """
            ## HTTP request
            ```http
            GET /books
            ```
            """));
        Assert.Empty(Findings("DG0603", "Some words that other pages include."));
    }

    [Fact]
    public void An_API_page_without_front_matter_is_reported()
    {
        const string Page = """
            # Books

            ## HTTP request
            ```http
            GET /books
            ```
            """;

        Assert.Equal(["DG0604(1,1): "], Findings("DG0604", Page));
        Assert.Empty(Findings("DG0604", "---\ntitle: Books\n---\n" + Page));
    }

    [Fact]
    public void Headings_in_the_wrong_case_or_order_are_reported()
    {
        const string Page = """
            # Books

            ## Response

            ## HTTP Request

            ### Request headers

            ## See also
            """;

        Assert.Equal(["DG0605(5,1): HTTP Request | HTTP request"], Findings("DG0605", Page));
        Assert.Equal(["DG0606(5,1): HTTP Request | Response"], Findings("DG0606", Page));
    }

    [Theory]
    [InlineData("Propreties", new[] { "DG0607(3,1): Propreties | ; did you mean 'Properties'?" })]
    [InlineData("Permissons", new[] { "DG0607(3,1): Permissons | ; did you mean 'Permissions'?" })]
    [InlineData("Exmpl", new[] { "DG0607(3,1): Exmpl | ; did you mean 'Example'?" })]
    [InlineData("Proxerxies", new[] { "DG0607(3,1): Proxerxies | ; did you mean 'Properties'?" })]
    [InlineData("Proxexxies", new string[0])]
    [InlineData("Properties of a book", new string[0])]
    [InlineData("Remarks", new string[0])]
    public void A_misspelt_heading_is_reported(string heading, string[] expected) =>
        Assert.Equal(expected, Findings("DG0607", $"""
        # Books

        ## {heading}
        """));

    [Fact]
    public void A_group_of_tabs_without_an_end_is_reported_at_its_first_tab()
    {
        Assert.Equal(["DG0608(3,1): "], Findings("DG0608", """
            # Books

            # [HTTP](#tab/http)
            One.
            # [C#](#tab/csharp)
            Two.
            """));
        Assert.Equal(["DG0608(3,1): "], Findings("DG0608", """
            # Books

            # [HTTP](#tab/http)
            One.
            # [HTTP](#tab/http)
            Two.

            ---
            """));
        Assert.Empty(Findings("DG0608", """
            # Books

            # [HTTP](#tab/http)
            One.
            # [C#](#tab/csharp)
            Two.

            ---

            # [HTTP](#tab/http)
            Three.

            ***
            """));
    }

    [Theory]
    [InlineData("""{"error": {"code": "a", "message": "b"}}""", 0)]
    [InlineData("""{"error": {"message": "b"}}""", 0)]
    [InlineData("""{"error": "b"}""", 1)]
    [InlineData("""{"title": "Boats"}""", 1)]
    public void An_error_without_a_code_and_a_message_is_reported(string body, int count) =>
        Assert.Equal(Enumerable.Repeat("DG0315(10,1): ", count), Findings("DG0315", $$"""
            <!-- {"blockType": "request"} -->
            ```http
            GET https://api.example.com/books
            ```
            <!-- {"blockType": "response"} -->
            ```http
            HTTP/1.1 404 Not Found
            Content-Type: application/json

            {{body}}
            ```
            """));

    [Theory]
    [InlineData("", "[]", 1)]
    [InlineData(", \"isEmpty\": true", "[]", 0)]
    [InlineData("", """[{"title": "Boats"}]""", 0)]
    public void An_empty_collection_is_reported_unless_its_annotation_allows_it(string key, string items, int count) =>
        Assert.Equal(Enumerable.Repeat("DG0316(10,11): ", count), Findings("DG0316", $$"""
            <!-- {"blockType": "request"} -->
            ```http
            GET https://api.example.com/books
            ```
            <!-- {"blockType": "response", "@odata.type": "my.book", "isCollection": true{{key}}} -->
            ```http
            HTTP/1.1 200 OK
            Content-Type: application/json

            {"value": {{items}}}
            ```
            """));
}
