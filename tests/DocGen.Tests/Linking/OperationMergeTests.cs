using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of operations that several pages document.</summary>
public class OperationMergeTests
{
    private static string Page(string request, string answer, string more = "", string words = "Does it.") => $"""
        # A page

        {words}

        ## HTTP request
        ```http
        {request}
        ```
        {more}

        ## Response
        If successful, this method returns {answer}.
        """;

    private static string Returns(string type) => $"a `200 OK` response code and a [{type}]({type}.md) object";

    private static string Resource(string name, string more = "") =>
        $"# {name} resource type\n\n## JSON representation\n" +
        $"<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"{name}\"{more}}} -->\n```json\n" +
        $"{{\"id\": \"string\", \"name\": \"string\"}}\n```\n";

    private const string Headers =
        "\n## Request headers\n| Name | Description |\n|:--|:--|\n| If-Match | The eTag. |\n";
    private const string Query =
        "\n## Optional query parameters\nThis method supports the `$select` query parameter.\n";

    [Theory]
    [InlineData("docs/area-one-book-get.md")]
    [InlineData("docs/x-book-get.md")]
    public void Pages_about_one_operation_are_merged_and_the_page_with_the_plainest_name_documents_it(string area)
    {
        LinkedDocs docs = Docs.Link(
            ("docs/book.md", Resource("book")),
            (area, Page("GET /books/{id}\nGET /area/books/{id}", Returns("book"), Headers, "Gets a book of the area.")),
            ("docs/book-get.md", Page("GET /books/{id}\nGET /shelves/{shelf-id}/books/{id}", Returns("book"), Query,
                "Gets a book.")));

        Operation get = docs.Operation("Books.Get");
        Assert.Equal(["/books/{id}", "/shelves/{shelf-id}/books/{id}", "/area/books/{id}"],
            get.Urls.Select(u => u.Template));
        Assert.Equal(["If-Match", "Select"],
            get.Options.Select(o => o.Location == OptionLocation.Header ? o.WireName : o.Name));
        Assert.Equal("Gets a book.", get.Docs.Summary!.ToPlainText());
        Assert.Equal(["docs/book-get.md", area], get.Docs.Origins.Select(o => o.Page));
        Assert.Empty(docs.Findings);
    }

    [Fact]
    public void Body_members_are_merged_and_a_different_type_is_reported()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/area-one-book-create.md",
                Page("POST /books", "a `204 No Content` response code",
                    "\n## Request body\n| Parameter | Type | Description |\n|:--|:--|:--|\n" +
                    "| price | Int32 | What it costs. |\n")),
            ("docs/book-create.md", Page("POST /books", "a `204 No Content` response code",
                "\n## Request body\n| Parameter | Type | Description |\n|:--|:--|:--|\n" +
                "| count | Int32 | How many. |\n")));

        Assert.Equal(["count", "price"],
            docs.Operation("Books.Create").Body!.JsonObject!.Members.Select(m => m.JsonName));
        Assert.Equal(["DG0414 docs/area-one-book-create.md: Create | docs/book-create.md | the request body"],
            docs.Findings);
    }

    [Fact]
    public void An_option_that_not_all_pages_require_is_not_required()
    {
        static string Table(string description) =>
            $"\n## Request headers\n| Name | Description |\n|:--|:--|\n| If-Match | {description} |\n";

        Operation delete = Docs.Link(
            ("docs/area-book-delete.md", Page("DELETE /books/{id}", "`204 No Content`", Table("Required. The eTag."))),
            ("docs/book-delete.md", Page("DELETE /books/{id}", "`204 No Content`", Table("The eTag."))))
            .Operation("Books.Delete");

        Assert.False(Assert.Single(delete.Options).IsRequired);
    }

    [Theory]
    [InlineData("Required. How many.", true)]
    [InlineData("How many.", false)]
    public void A_member_of_the_body_that_not_all_pages_require_is_not_required(string other, bool isRequired)
    {
        static string Table(string description) =>
            $"\n## Request body\n| Parameter | Type | Description |\n|:--|:--|:--|\n" +
            $"| count | Int32 | {description} |\n";

        RequestBody.Json body = Docs.Link(
            ("docs/area-book-lend.md", Page("POST /books/{id}/lend", "`204 No Content`", Table("Required. How many."))),
            ("docs/book-lend.md", Page("POST /books/{id}/lend", "`204 No Content`", Table(other))))
            .Operation("Books.Lend").Body!.JsonObject!;

        Assert.Equal(isRequired, Assert.Single(body.Members).IsRequired);
    }

    [Fact]
    public void The_order_of_pages_changes_nothing()
    {
        (string, string)[] pages =
        [
            ("docs/book.md", Resource("book")),
            ("docs/a-book-get.md", Page("GET /books/{id}", Returns("book"), Headers)),
            ("docs/book-get.md", Page("GET /books/{id}", Returns("book"), Query)),
            ("docs/reader-get-book.md", Page("GET /books/{id}", Returns("book"))),
        ];

        Operation one = Docs.Link(pages).Operation("Books.Get");
        Operation other = Docs.Link([.. pages.Reverse()]).Operation("Books.Get");

        Assert.Equal(one, other);
        Assert.Equal(3, one.Docs.Origins.Count);
    }
}
