using DocGen.Generator.Snippets;

namespace DocGen.Tests.Snippets;

/// <summary>
/// Tests of the C# code for a documented request: the arguments of the call, and the code that uses the response.
/// </summary>
public class CallCodeTests
{
    private const string Member = "| title | String | The title. |";

    private static string Code(string templates, string example, string more = "",
        string answer = "HTTP/1.1 204 No Content", string path = "docs/book-get.md") =>
        ShownSnippets.CodeOf(ShownSnippets.Resource("book", Member),
            ShownSnippets.Page(path, templates, example, more, answer));

    [Theory]
    [InlineData("DELETE /books/{book-id}", "DELETE https://library.example.com/v1/books/978-0",
        "await client.Books.DeleteAsync(\"978-0\");")]
    [InlineData("DELETE /books/{book-id}", "DELETE /books/a%20b", "await client.Books.DeleteAsync(\"a b\");")]
    [InlineData("DELETE /books/{book-id}", "DELETE /books/{id}", "await client.Books.DeleteAsync(\"{id}\");")]
    [InlineData("DELETE /shelves/{shelf-id}/books/{book-id}", "DELETE /shelves/a/books/b",
        "await client.Books.DeleteAsync(new(\"a\", \"b\"));")]
    [InlineData("DELETE /books/{book-id}\nDELETE /me/books/{book-id}", "DELETE /me/books/b",
        "await client.Books.DeleteAsync(at => at.Me(\"b\"));")]
    [InlineData("DELETE /root:/{item-path}:/book", "DELETE /root:/a/b.txt:/book",
        "await client.Book.DeleteAsync(\"a/b.txt\");")]
    public void A_value_in_the_URL_is_an_argument(string templates, string example, string code) =>
        Assert.Equal(code, Code(templates, example, path: "docs/book-delete.md"));

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    public void A_line_of_a_snippet_has_100_columns_at_most(int length, int lines)
    {
        string shelf = new('s', length - "await client.Books.DeleteAsync(new(\"\", \"b\"));".Length);

        Assert.Equal(lines, Code("DELETE /shelves/{shelf-id}/books/{book-id}", $"DELETE /shelves/{shelf}/books/b",
            path: "docs/book-delete.md").Split('\n').Length);
    }

    [Theory]
    [InlineData("bookRow", "BookRow row = ")]
    [InlineData("bookId", "BookId book = ")]
    public void A_variable_is_the_last_word_of_three_letters_of_its_type(string type, string start) =>
        Assert.StartsWith(start, ShownSnippets.CodeOf(ShownSnippets.Resource(type, Member), ShownSnippets.Page(
            $"docs/{type}-get.md", $"GET /{type}s/{{id}}", $"GET /{type}s/a",
            $"## Response\n\nReturns `200 OK` and a [{type}]({type}.md).",
            "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"title\": \"b\"}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("integer", "5", "await client.Books.DeleteAsync(5);")]
    [InlineData("uuid", "0f8fad5b-d9cb-469f-a165-70867728950e",
        "await client.Books.DeleteAsync(new(new(\"0f8fad5b-d9cb-469f-a165-70867728950e\")));")]
    public void A_value_in_the_URL_has_the_type_from_the_parameter_table_of_a_plain_page(
        string type, string value, string code) =>
        Assert.Equal(code, ShownSnippets.CodeOf(("docs/books.md", $"""
        # Books

        ## Delete a book

        `DELETE /books/:book_id`

        | Parameter | Type | Description |
        |:---|:---|:---|
        | book_id | {type} | Which. |

        ```
        curl -X DELETE https://library.example.com/v1/books/{value}
        ```
        """)));

    [Fact]
    public void Options_and_headers_are_members_of_the_request() => Assert.Equal(
        "await client.Books.DeleteAsync(new(\"a\") { Force = \"1\", IfMatch = \"x\" });",
        OneLine(Code(
            "DELETE /books/{book-id}", "DELETE /books/a?force=1\nAuthorization: Bearer x\nIf-Match: x",
            "## Request headers\n\n| Name | Description |\n|:---|:---|\n| If-Match | The tag. |",
            path: "docs/book-delete.md")));

    [Fact]
    public void A_list_value_of_an_option_is_split_at_commas_outside_parentheses() => Assert.Contains(
        "{ Expand = [\"author($select=id,name)\", \"shelf\"], Top = 2 }",
        OneLine(Code(
            "GET /books", "GET /books?$expand=author($select=id,name),shelf&$top=2",
            "## Optional query parameters\n\nThis method supports the `$expand` and `$top` OData query parameters.",
            "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"value\": [{\"title\": \"a\"}]}",
            "docs/book-list.md")), StringComparison.Ordinal);

    [Fact]
    public void A_value_of_the_wrong_type_is_set_through_Query() => Assert.Contains(
        "new() { Query = { [\"$top\"] = \"many\" } }",
        OneLine(Code(
            "GET /books", "GET /books?$top=many",
            "## Optional query parameters\n\nThis method supports the `$top` OData query parameter.",
            "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"value\": [{\"title\": \"a\"}]}",
            "docs/book-list.md")), StringComparison.Ordinal);

    [Fact]
    public void Function_arguments_are_members() => Assert.Contains(
        "new() { Q = \"it's\" }",
        Code("GET /books/search(q='{text}')", "GET /books/search(q='it''s')", path: "docs/book-search.md",
            answer: "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"value\": [{\"title\": \"a\"}]}"),
        StringComparison.Ordinal);

    [Fact]
    public void The_body_is_an_argument_and_the_response_to_an_update_is_not_used() => Assert.Equal(
        "await client.Books.UpdateAsync(\"a\", new() { Title = \"b\" });",
        Code("PATCH /books/{book-id}", "PATCH /books/a\nContent-Type: application/json\n\n{\"title\": \"b\"}",
            "## Request body\n\nSupply a [book](book.md).\n\n## Response\n\nReturns `200 OK` and a [book](book.md).",
            "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"title\": \"b\"}", "docs/book-update.md"));

    [Fact]
    public void A_variable_is_named_after_the_last_word_of_its_type() => Assert.Equal(
        "Book book = await client.Books.GetAsync(\"a\");",
        Code("GET /books/{book-id}", "GET /books/a", "## Response\n\nReturns `200 OK` and a [book](book.md).",
            "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"title\": \"b\"}"));

    [Fact]
    public void A_collection_is_enumerated() => Assert.Equal(
        "await foreach (Book book in client.Books.ListAsync())\n{\n}",
        Code("GET /books", "GET /books", "## Response\n\nReturns `200 OK` and a collection of [book](book.md) objects.",
            "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"value\": [{\"title\": \"a\"}]}",
            "docs/book-list.md"));

    [Fact]
    public void A_long_running_operation_is_awaited() => Assert.Equal(
        "BookCopyResponse job = await client.Books.CopyAsync(\"a\");\nawait job.WaitForCompletionAsync();",
        Code("POST /books/{book-id}/copy", "POST /books/a/copy", "",
            "HTTP/1.1 202 Accepted\nLocation: https://library.example.com/jobs/1", "docs/book-copy.md"));

    [Fact]
    public void Content_is_read_from_a_file_with_the_documented_name() => Assert.Equal(
        "using FileStream content = File.OpenRead(\"b.txt\");\n" +
        "await client.Books.UploadContentAsync(\"a/b.txt\", content);",
        Code("PUT /root:/{item-path}:/content",
            "PUT /root:/a/b.txt:/content\nContent-Type: application/octet-stream\n\nThe text.",
            "## Request body\n\nThe contents of the file.", path: "docs/book-put-content.md"));

    [Fact]
    public void A_reference_is_written_as_entity_set_and_key() => Assert.Contains(
        "EntityReference.To(\"books\", \"b\")",
        Code("POST /shelves/{shelf-id}/books/$ref",
            "POST /shelves/a/books/$ref\nContent-Type: application/json\n\n" +
            "{\"@odata.id\": \"https://library.example.com/v1/books/b\"}", path: "docs/shelf-post-books.md"),
        StringComparison.Ordinal);

    [Fact]
    public void A_request_without_a_client_method_is_sent_with_verb_URL_and_JSON()
    {
        Snippet snippet = Assert.Single(ShownSnippets.Of(ShownSnippets.Resource("book", Member), ShownSnippets.Page(
            "docs/book-lend.md", "POST /books/{book-id}/lend",
            "POST /books/a%20b/lend\nContent-Type: application/json\n\n{\"days\": \"ten\"}",
            "## Request body\n\n| Parameter | Type | Description |\n|:---|:---|:---|\n| days | Int32 | How long. |")));

        Assert.Equal("the value of 'days' is not of type Int32", snippet.Problem);
        Assert.Equal(
            "await client.SendAsync(ApiRequest.To(\"POST\", \"/books/{1}/lend\", \"a b\").WithJson(new JsonObject { " +
            "[\"days\"] = \"ten\" }));",
            OneLine(snippet.Code!).Replace(" )", ")", StringComparison.Ordinal));
        Assert.False(snippet.Untyped.IsEmpty);
    }

    [Fact]
    public void A_request_to_another_host_has_no_snippet_because_it_is_foreign() => Assert.Same(
        Snippet.Foreign,
        ShownSnippets.Of(
            ShownSnippets.Page("docs/book-get.md", "DELETE /books/{book-id}", "DELETE /books/a"),
            ("docs/hook.md",
                "# Hooks\n\n## HTTP request\n\n```http\nDELETE /hooks/{id}\n```\n\n## Notification\n\n```http\n" +
                "POST https://you.example.org/callback\nContent-Type: application/json\n\n{}\n```\n"))[^1]);

    [Theory]
    [InlineData("\"); System.Environment.Exit(1); (\"")]
    [InlineData("\\\"/*")]
    [InlineData("{{{{")]
    public void Text_of_a_page_stays_in_its_literal(string text)
    {
        string code = Code("DELETE /books/{book-id}", "DELETE /books/" + Uri.EscapeDataString(text),
            path: "docs/book-delete.md");

        Assert.Equal("await client.Books.DeleteAsync(" + Literals.Of(text) + ");", code);
    }

    private static string OneLine(string code) =>
        string.Join(" ", code.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Replace("( ", "(", StringComparison.Ordinal);
}
