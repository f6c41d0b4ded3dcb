using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Tests.Emission;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of the OData query options that a request has because of sentences on its page.</summary>
public class QueryProseTests
{
    private const string OfMany = "$count $expand $filter $orderby $search $select $skip $top";
    private const string General =
        "This method supports the [OData query parameters](https://example.com/odata) to help customize the response.";

    private static LinkedDocs Books(string optional) => Docs.Link(
        ("docs/book.md",
            "# book resource type\n\n## JSON representation\n" +
            "<!-- {\"blockType\": \"resource\", \"@odata.type\": \"book\"} -->\n```json\n{\"id\": \"string\"}\n```\n"),
        ("docs/book-list.md", Page("/books", "a collection of [book](book.md) objects", optional)),
        ("docs/book-get.md", Page("/books/{id}", "a [book](book.md) object", optional)));

    private static string Page(string url, string answer, string optional) => $"""
        # A page

        ## HTTP request
        ```http
        GET {url}
        ```

        ## Optional query parameters
        {optional}

        ## Response
        If successful, this method returns a `200 OK` response code and {answer}.
        """;

    private static string Options(LinkedDocs docs, string operation) =>
        string.Join(" ", docs.Operation(operation).Options.Select(option => option.WireName)
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(General)]
    [InlineData("This method supports some of the OData query parameters to help customize the response.")]
    [InlineData("This method supports the same OData query parameters as [list shelves](shelf-list.md).")]
    [InlineData(General + " Shelves have no name.\n\n> [!NOTE]\n> The **pages** property does not support `$select`.")]
    [InlineData(General + "\n\nFor reliable results use [$top](https://example.com/top) to page through the results.")]
    [InlineData("This method supports the OData query parameters, including `$filter` and `$count`.")]
    public void A_page_that_supports_query_options_without_a_list_has_all_options_that_fit_the_request(string optional)
    {
        LinkedDocs docs = Books(optional);

        Assert.Equal((OfMany, CommonOptions.OfMany),
            (Options(docs, "Books.List"), docs.Operation("Books.List").CommonOptions));
        Assert.Equal(CommonOptions.OfOne, Books(General).Operation("Books.Get").CommonOptions);
        Assert.Equal("$expand $select", Options(Books(General), "Books.Get"));
    }

    [Theory]
    [InlineData("This method supports the `$select` and `$top` OData query parameters.", "$select $top")]
    [InlineData("This method supports the $select, and $top [OData query parameters](https://example.com/odata).",
        "$select $top")]
    [InlineData("This method supports the [$select](https://example.com/s) query parameter.", "$select")]
    [InlineData("This method supports the `select` and `expand` OData query parameters.", "$expand $select")]
    [InlineData("Use `$select=id` to get the id alone, or `$top,` for a few.", "$select $top")]
    [InlineData("You can use `$orderBy`.", "$orderby")]
    [InlineData("The following OData query parameters are supported:\n- `$top`\n- `$filter` on **id**", "$filter $top")]
    [InlineData(General + "\n\n- There is limited support for `$filter`.", "$filter")]
    [InlineData(
        "This method supports OData query parameters.\n\n| Name | Type | Description |\n|:--|:--|:--|\n" +
        "| \\$top | Int32 | How many. |\n| $select | String | What. |", "$select $top")]
    [InlineData("The `$filter` query parameter is not supported on **id**.", "$filter")]
    public void A_page_that_lists_query_options_has_only_the_listed_options(string optional, string expected)
    {
        LinkedDocs docs = Books(optional);

        Assert.Equal(expected, Options(docs, "Books.List"));
    }

    [Theory]
    [InlineData("This method does not support the OData query parameters to customize the response.", "")]
    [InlineData("This method does **not** support the OData query parameters (e.g. `$filter` isn't supported here).",
        "")]
    [InlineData("The OData query parameters are not currently supported.", "")]
    [InlineData(General + "\n\n- There is no support for `$search`.",
        "$count $expand $filter $orderby $select $skip $top")]
    [InlineData(General + "\n\nSome operators are not supported: `$count`, `$search`.",
        "$expand $filter $orderby $select $skip $top")]
    public void An_unsupported_option_is_left_out(string optional, string expected) =>
        Assert.Equal(expected, Options(Books(optional), "Books.List"));

    [Theory]
    [InlineData("Set `$levels` to `max`, and get the `$value` of it.", "")]
    [InlineData("| Name | Type | Description |\n|:--|:--|:--|\n| $filter with any operator | String | Finds some. |",
        "$filter")]
    public void Words_that_are_not_option_names_make_no_options(string optional, string expected) =>
        Assert.Equal(expected, Options(Books(optional), "Books.List"));

    [Fact]
    public void A_system_query_option_has_the_same_name_and_type_on_every_page()
    {
        LinkedDocs docs = Books(
            "| Name | Type | Description |\n|:--|:--|:--|\n| $orderBy | int | a. |\n| $count | String | b. |\n" +
            "| $skipToken | String | c. |\n| $Select | String | d. |");

        Assert.Equal(
            ["$count Count Boolean", "$orderby OrderBy Collection(String)", "$select Select Collection(String)",
                "$skiptoken SkipToken String"],
            docs.Operation("Books.List").Options.Select(o => $"{o.WireName} {o.Name} {o.Type}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_option_with_a_documented_summary_is_not_inherited()
    {
        LinkedDocs docs = Books(
            "| Name | Type | Description |\n|:--|:--|:--|\n| $select | String | The columns. |\n" +
            "| $expand | String | The shelves. |");

        Operation list = docs.Operation("Books.List");
        Assert.Equal((CommonOptions.None, "The columns."),
            (list.CommonOptions, list.Options[1].Summary!.ToPlainText()));
    }

    [Fact]
    public async Task Requests_send_and_copy_inherited_and_declared_options()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/book.md",
                "# book resource type\n\n## JSON representation\n" +
                "<!-- {\"blockType\": \"resource\", \"@odata.type\": \"book\"} -->\n```json\n{\"id\": \"string\"}\n" +
                "```\n"),
            ("docs/book-list.md", Page("/books?language={language}\nGET /shelves/{id}/books",
                "a collection of [book](book.md) objects", General)));
        var handler = new RecordingHandler("""{"value":[]}""");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(Samples.File(docs.Operation("Books.List")) with
            {
                Types = docs.Files.SelectMany(f => f.Types).ToEquatableArray()
            }),
            """
            BookListRequest first = new(BookListRequest.At.Shelves("1")) {
                Select = ["id", "name"], OrderBy = ["name desc", "id"], Count = true };
            await foreach (var book in client.Items.ListAsync(new(first) { Top = 5, Filter = "a eq 1" }))
                return "none";
            return "";
            """,
            handler);

        Assert.Equal(
            ["GET /v1.0/shelves/1/books?$count=true&$select=id,name&$filter=a%20eq%201&$orderby=name%20desc,id&$top=5"],
            handler.Sent);
    }
}
