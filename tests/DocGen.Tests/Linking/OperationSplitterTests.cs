using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of pages whose URLs return different types.</summary>
public class OperationSplitterTests
{
    private static readonly (string, string)[] Others =
    [
        Get("book", "GET /books/{id}", "a [book](../resources/book.md) object"),
        Get("disc", "GET /discs/{id}", "a [disc](../resources/disc.md) object"),
        List("book", "GET /books"), List("disc", "GET /discs"),
        Type("book"), Type("disc"), Type("note"),
    ];

    [Fact]
    public void An_operation_is_split_if_GET_pages_return_different_types_at_its_URLs()
    {
        LinkedDocs docs = Docs.Link(
            [.. Others, ("api/note-get.md",
                Page("GET /books/{id}?$expand=notes\nGET /discs/{id}?$expand=notes\nGET /notes/{id}", "",
                    "`200 OK` and a [note](../resources/note.md)."))]);

        Assert.Equal(["Get /books/{id}: Book", "Get /discs/{id}: Disc", "Get /notes/{id}: Note"],
            Shown(docs, "api/note-get.md"));
        Assert.Contains(docs.Api.Findings,
            f => f.RuleId == "DG0421" && f.Arguments.SequenceEqual(["Get", "Get, GetBook, GetDisc"]));
    }

    [Fact]
    public void A_request_for_an_item_and_a_request_for_a_collection_are_separate_operations()
    {
        LinkedDocs docs = Docs.Link(
            [.. Others, ("api/note-get.md",
                Page("GET /books/{id}?$expand=notes\nGET /books?$filter=notes/any()", "",
                    "`200 OK` and a [book](../resources/book.md)."))]);

        Assert.Equal(["Get /books/{id}: Book", "List /books: Book[]"], Shown(docs, "api/note-get.md"));
    }

    [Fact]
    public void A_POST_sends_the_item_type_of_the_collection_and_a_PATCH_sends_the_type_of_the_item()
    {
        LinkedDocs docs = Docs.Link([.. Others, ("api/note-post.md",
            Page("POST /books\nPOST /discs\nPATCH /books/{id}\nPATCH /discs/{id}",
                "Supply a JSON representation of a [book](../resources/book.md).", "`201 Created`, or `200 OK`."))]);

        Assert.Equal(
            ["Create /books: Book < Book", "CreateDisc /discs: Disc < Disc", "Update /books/{id}: Book < Book",
                "UpdateDisc /discs/{id}: Disc < Disc"],
            Shown(docs, "api/note-post.md"));
    }

    [Fact]
    public void An_action_does_not_send_the_body_that_the_page_gives_for_another_URL()
    {
        LinkedDocs docs = Docs.Link([.. Others, ("api/note-post.md",
            Page("POST /books\nPOST /discs\nPOST /books/{id}/reply",
                "Supply a JSON representation of a [book](../resources/book.md).", "`201 Created`."))]);

        Assert.Equal("Create /books/{id}/reply:  < Json", Shown(docs, "api/note-post.md").First());
    }

    [Fact]
    public void An_action_beside_one_confirmed_creation_splits_nothing() =>
        Assert.Single(Shown(Docs.Link([.. Others, ("api/note-post.md", Page("POST /books\nPOST /books/{id}/reply",
            "Supply a JSON representation of a [book](../resources/book.md).", "`201 Created`."))]),
            "api/note-post.md"));

    [Fact]
    public void Casts_filters_and_properties_decide_the_type_at_a_URL()
    {
        LinkedDocs docs = Docs.Link([.. Others,
            ("resources/owner.md", Type("owner").Item2
                .Replace("\"title\": \"String\"", "\"favourite\": {\"@odata.type\": \"library.disc\"}",
                    StringComparison.Ordinal)),
            ("api/owner-list.md", Page("GET /owners\nGET /owners/{id}/favourite\nGET /owners/library.book", "",
                "`200 OK` and a collection of [owner](../resources/owner.md) objects.")),
            ("api/note-get.md", Page("GET /notes/{id}\nGET /notes?$filter=text eq '{text}'", "",
                "`200 OK` and a [note](../resources/note.md)."))]);

        Assert.Equal(["GetDisc /owners/{id}/favourite: Disc", "List /owners: Owner[]",
            "ListAsBook /owners/library.book: Book[]"], Shown(docs, "api/owner-list.md"));
        Assert.Equal(["Get /notes/{id}: Note", "List /notes: Note[]"], Shown(docs, "api/note-get.md"));
    }

    [Fact]
    public void A_base_or_derived_type_does_not_split_an_operation()
    {
        LinkedDocs docs = Docs.Link([.. Others,
            ("resources/bigbook.md", Type("bigBook").Item2
                .Replace("A thing.", "Inherits from [book](book.md).", StringComparison.Ordinal)),
            ("api/bigbook-get.md", Page("GET /books/{id}\nGET /big", "",
                "`200 OK` and a [bigBook](../resources/bigbook.md)."))]);

        Assert.Equal(["Get /big,/books/{id}: BigBook"], Shown(docs, "api/bigbook-get.md"));
    }

    [Fact]
    public void If_pages_disagree_the_last_word_of_the_URL_gives_the_type()
    {
        LinkedDocs docs = Docs.Link([.. Others,
            ("api/aaa-get.md", Page("GET /books/{id}\nGET /discs/{id}", "",
                "`200 OK` and a [note](../resources/note.md)."))]);

        Assert.Equal(["Get /books/{id}: Book", "Get /discs/{id}: Disc"], Shown(docs, "api/aaa-get.md"));
    }

    private static IEnumerable<string> Shown(LinkedDocs docs, string page) =>
        docs.Files.SelectMany(f => f.Operations?.Operations ?? default)
            .Where(o => o.Docs.Origins.Any(origin => origin.Page == page)).Select(Shown).Order(StringComparer.Ordinal);

    private static string Shown(Operation operation)
    {
        string answer = operation.Response switch
        {
            ResponseShape.Collection many => many.Element.Name + "[]",
            ResponseShape.Value one => one.Type.Name!,
            _ => "",
        };
        string sent = operation.Body?.JsonObject?.Resource is { } resource
            ? " < " + (resource.Type.Name ?? resource.Type.Kind.ToString())
            : "";
        return $"{operation.MethodName} " +
            $"{string.Join(",", operation.Urls.Select(u => u.Template).Order(StringComparer.Ordinal))}: {answer}{sent}";
    }

    private static (string, string) Type(string name) => ($"resources/{name.ToLowerInvariant()}.md", $$"""
        # {{name}} resource type

        A thing.

        ## JSON representation
        <!-- {"blockType": "resource", "@odata.type": "library.{{name}}"} -->
        ```json
        { "title": "String" }
        ```
        """);

    private static (string, string) Get(string name, string url, string answer) =>
        ($"api/{name}-get.md", Page(url, "", $"`200 OK` and {answer}."));

    private static (string, string) List(string name, string url) =>
        ($"api/{name}-list.md", Page(url, "",
            $"`200 OK` and a collection of [{name}](../resources/{name}.md) objects."));

    private static string Page(string urls, string body, string answer) => $"""
        # Call

        ## HTTP request
        ```http
        {urls}
        ```

        ## Request body
        {body}

        ## Response
        If successful, this method returns {answer}
        """;
}
