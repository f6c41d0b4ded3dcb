using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of the response type of an operation whose page contradicts itself.</summary>
public class AnswerLinkerTests
{
    private static readonly (string, string)[] Types =
        [Type("book", "title", "pages"), Type("loan", "reader", "due"), Type("libraryBook", "title", "shelf")];

    [Theory]
    [InlineData("GET /shelf/{id}/top", "loan", """{"title": "Dune", "pages": 1}""", "Book")]
    [InlineData("GET /shelf/{id}/topBook", "loan", """{"id": "1"}""", "Book")]
    [InlineData("GET /shelf/{id}/top", "loan", """{"id": "1"}""", "Loan")]
    [InlineData("GET /shelf/{id}/top", "libraryBook", """{"title": "Dune"}""", "LibraryBook")]
    [InlineData("GET /shelf/{id}/top", "nothingKnown", """{"title": "Dune"}""", "Book")]
    public void A_type_in_a_sentence_overrides_the_annotation_if_the_URL_or_the_example_confirms_it(
        string request, string annotated, string shown, string answered)
    {
        LinkedDocs docs = Docs.Link(
            [.. Types, ("api/top.md",
                Page(request, "a [book](../resources/book.md) object", $"\"@odata.type\": \"library.{annotated}\"",
                    shown))]);

        Assert.Equal(answered, Answer(docs));
        Assert.Equal(answered.Equals(annotated, StringComparison.OrdinalIgnoreCase) ? 0 : 1,
            docs.Api.Findings.Count(f => f.RuleId == "DG0424"));
    }

    [Fact]
    public void An_annotated_type_that_derives_from_the_type_in_the_sentence_is_kept()
    {
        LinkedDocs docs = Docs.Link([.. Types,
            ("resources/bigbook.md", Type("bigBook", "weight").Item2
                .Replace("A thing.", "Inherits from [book](book.md).", StringComparison.Ordinal)),
            ("api/top.md", Page("GET /shelf/book", "a [book](../resources/book.md) object",
                "\"@odata.type\": \"library.bigBook\"", """{"title": "x"}"""))]);

        Assert.Equal("BigBook", Answer(docs));
    }

    [Fact]
    public void The_type_annotation_of_an_item_replaces_an_unknown_annotated_type() =>
        Assert.Equal("Book[]", Answer(Docs.Link([.. Types,
            ("api/top.md", Page("GET /shelf/tops", "what is on top", "\"@odata.type\": \"Collection(library.top)\"",
                """{"value": [{"@odata.type": "#library.book", "title": "x"}]}"""))])));

    [Theory]
    [InlineData("the updated **book** resource")]
    [InlineData("the **books** objects")]
    public void A_type_name_in_a_sentence_needs_no_link(string sentence) =>
        Assert.Equal("Book", Answer(
            Docs.Link([.. Types, ("api/top.md", Page("GET /shelf/top", sentence, "", """{"title": "x"}"""))])));

    [Fact]
    public void A_noun_that_is_not_a_type_name_is_ignored() =>
        Assert.Equal("TopResult",
            Answer(Docs.Link([.. Types,
                ("api/top-get.md", Page("GET /shelf/top", "the requested object", "", """{"odd": "x"}""")
                    .Replace("# Call", "# top: get", StringComparison.Ordinal))]))
            .Replace("Get", "", StringComparison.Ordinal));

    [Fact]
    public void A_response_to_an_update_has_the_type_of_the_body_if_the_page_gives_no_type() =>
        Assert.Equal("Book", Answer(
            Docs.Link([.. Types, ("api/top.md", Page("PATCH /shelf/top", "it", "", """{"title": "x"}""")
            .Replace("## Response", "## Request body\nA [book](../resources/book.md).\n\n## Response",
                StringComparison.Ordinal))])));

    [Theory]
    [InlineData("GET /books/{id}", "a [book](../resources/book.md) object", "", """{"value": [{"title": "x"}]}""",
        "Book")]
    [InlineData("GET /books/{id}", "a [book](../resources/book.md) object", ", \"isCollection\": true",
        """{"value": [{"title": "x"}]}""", "Book[]")]
    [InlineData("GET /books/{id}", "a collection of [book](../resources/book.md) objects", "",
        """{"value": [{"title": "x"}]}""", "Book[]")]
    [InlineData("GET /shelf/top", "a [book](../resources/book.md) object", "", """{"value": [{"title": "x"}]}""",
        "Book[]")]
    [InlineData("GET /tops", "the requested [book](../resources/book.md) objects", "", """{"title": "x"}""", "Book[]")]
    [InlineData("GET /tops", "the requested [book](../resources/book.md) objects", ", \"isCollection\": false",
        """{"title": "x"}""", "Book")]
    [InlineData("GET /shelf/top", "the requested [book](../resources/book.md) objects", "", """{"title": "x"}""",
        "Book")]
    public void Sentence_and_URL_decide_between_item_and_collection_if_the_example_differs(
        string request, string sentence, string more, string shown, string answered) =>
        Assert.Equal(answered, Answer(
            Docs.Link([.. Types, ("api/top.md",
                Page(request, sentence, "\"@odata.type\": \"library.book\"" + more, shown))])));

    [Fact]
    public void The_response_to_a_raw_value_request_is_content_even_if_it_has_an_annotated_type() =>
        Assert.Equal("Stream", Answer(
            Docs.Link([.. Types, ("api/top.md",
                Page("GET /books/{id}/$value", "a [book](../resources/book.md) object",
                    "\"@odata.type\": \"library.book\"", """{"title": "x"}"""))])));

    [Fact]
    public void JSON_below_a_status_fence_is_the_body_of_the_response() =>
        Assert.Equal("Book", Answer(
            Docs.Link([.. Types, ("api/top.md", Page("GET /shelf/top", "it", "\"@odata.type\": \"library.book\"", "")
            .Replace("Content-Type: application/json\n\n\n```",
                "Content-Type: application/json\n```\n\n```json\n{\"title\": \"x\"}\n```",
                StringComparison.Ordinal))])));

    [Theory]
    [InlineData("library.none")]
    [InlineData("none")]
    public void The_type_name_none_means_no_type(string none)
    {
        LinkedDocs docs = Docs.Link(
            [.. Types, ("api/top.md", Page("POST /shelf/clear", "nothing", $"\"@odata.type\": \"{none}\"", ""))]);

        Assert.Equal("Empty", Answer(docs));
        Assert.DoesNotContain(docs.Files.SelectMany(f => f.Types), t => t.Name == "None");
    }

    private static string Answer(LinkedDocs docs) =>
        docs.Files.SelectMany(f => f.Operations?.Operations ?? default).Single().Response switch
        {
            ResponseShape.Collection many => many.Element.Name + "[]",
            ResponseShape.Value one => one.Type.Name ?? one.Type.Kind.ToString(),
            var other => other.GetType().Name,
        };

    private static (string, string) Type(string name, params string[] members) =>
        ($"resources/{name.ToLowerInvariant()}.md", $$"""
        # {{name}} resource type

        A thing.

        ## JSON representation
        <!-- {"blockType": "resource", "@odata.type": "library.{{name}}"} -->
        ```json
        { {{string.Join(", ", members.Select(m => $"\"{m}\": \"String\""))}} }
        ```
        """);

    private static string Page(string request, string sentence, string annotation, string shown) => $$"""
        # Call

        ## HTTP request
        ```http
        {{request}}
        ```

        ## Response
        If successful, this method returns a `200 OK` response code and {{sentence}} in the response body.

        ## Example
        <!-- {"blockType": "request", "name": "call"} -->
        ```http
        {{request}}
        ```

        <!-- {"blockType": "response", "truncated": true{{(annotation.Length > 0 ? ", " : "")}}{{annotation}}} -->
        ```http
        HTTP/1.1 200 OK
        Content-Type: application/json

        {{shown}}
        ```
        """;
}
