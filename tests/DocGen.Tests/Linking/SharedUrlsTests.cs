using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of operations in different groups that have the same URLs.</summary>
public class SharedUrlsTests
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

    [Fact]
    public void An_operation_that_is_documented_in_two_groups_is_merged_with_all_URLs()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/book.md", Resource("book")),
            ("docs/book-get.md", Page("GET /books/{id}\nGET /shelves/{id}/books/{id}", Returns("book"))),
            ("docs/reader-get-book.md", Page("GET /readers/{id}/books/{id}\nGET /books/{id}", Returns("book"))),
            ("docs/reader-get.md", Page("GET /readers/{id}", Returns("reader"))));

        Assert.Equal(["Books.Get", "Readers.Get"], docs.OperationNames);
        Operation get = docs.Operation("Books.Get");
        Assert.Equal(["Books", "Shelves", "Readers"], get.Urls.Select(u => u.FactoryName!));
        Assert.Equal(["docs/book-get.md", "docs/reader-get-book.md"], get.Docs.Origins.Select(o => o.Page));
    }

    // The file name expand-get.md is plainer than user-list-books.md, but contains neither resource.
    [Fact]
    public void An_operation_on_a_page_about_several_resources_belongs_to_the_page_about_its_resource()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/book.md", Resource("book")),
            ("docs/reader.md", Resource("reader")),
            ("docs/user-list-books.md", Page("GET /me/books", "`200 OK` and a collection of [book](book.md) objects")),
            ("docs/user-list-readers.md",
                Page("GET /me/readers", "`200 OK` and a collection of [reader](reader.md) objects")),
            ("docs/expand-get.md", Page("GET /me/books\nGET /me/readers",
                "`200 OK` and a collection of [book](book.md) or [reader](reader.md) objects")));

        Assert.Contains("Users.ListBooks", docs.OperationNames);
        Assert.Contains("Users.ListReaders", docs.OperationNames);
    }

    [Fact]
    public void Operations_on_types_with_a_common_base_stay_separate_and_are_reported()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/being.md", Resource("being")),
            ("docs/cat.md", Resource("cat", ", \"baseType\": \"being\"")),
            ("docs/dog.md", Resource("dog", ", \"baseType\": \"being\"")),
            ("docs/cat-delete.md", Page("DELETE /beings/{id}", "`204 No Content`")),
            ("docs/dog-delete.md", Page("DELETE /beings/{id}", "`204 No Content`")));

        Assert.Equal(["Cats.Delete", "Dogs.Delete"], docs.OperationNames);
        Assert.Equal(["DG0705 docs/dog-delete.md: docs/cat-delete.md | the resource type"], docs.Findings);
    }

    [Theory]
    [InlineData("GET /books/{id}\nGET /shelves/{id}/best", "book",
        "DG0705 docs/book-get.md: docs/best-get.md | the resource type")]
    [InlineData("GET /books/{id}", "volume", "DG0705 docs/best-get.md: docs/book-get.md | the response")]
    public void Different_operations_with_the_same_URL_stay_separate(string urls, string answer, string finding)
    {
        LinkedDocs docs = Docs.Link(
            ("docs/book.md", Resource("book")),
            ("docs/volume.md", Resource("volume")),
            ("docs/best-get.md", Page(urls, Returns(answer))),
            ("docs/book-get.md", Page("GET /books/{id}\nGET /top/{id}", Returns("book"))));

        Assert.Equal([urls.Contains("best", StringComparison.Ordinal) ? "Best.Get" : "Bests.Get", "Books.Get"],
            docs.OperationNames);
        Assert.Equal([finding], docs.Findings);
    }
}
