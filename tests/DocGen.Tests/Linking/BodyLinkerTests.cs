using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Emission;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of the type of a request body without an annotation, and of references to entities.</summary>
public class BodyLinkerTests
{
    private static readonly (string, string)[] Types =
    [
        Type("book", "title", "pages", "shelf"), Type("libraryBook", "title", "pages", "due"), Type("loan", "due"),
        Type("shelf", "name"),
    ];

    [Theory]
    [InlineData("Supply a JSON representation of a [book](../resources/book.md).")]
    [InlineData("Provide a JSON body of a [book](../resources/book.md), with the name-value pairs below.")]
    [InlineData("A [book](../resources/book.md).")]
    [InlineData("A [book](../resources/book.md) object.")]
    [InlineData("Provide the new [book](../resources/book.md) object in the request body for this method.")]
    [InlineData(
        "Supply the values of the fields to change. For the list of properties, see [book](../resources/book.md).")]
    public void The_text_about_the_body_gives_the_resource_type_of_the_body(string text) =>
        Assert.Equal("Book",
            Body("PATCH", "/books/{id}", text, """{"title": "Dune"}""", "`204 No Content`.").Resource!.Type.Name);

    [Fact]
    public void A_link_in_other_text_gives_the_type_only_if_the_members_match()
    {
        RequestBody.Json body = Body("POST", "/books/{id}/lend", "See also [shelf](../resources/shelf.md).",
            """{"days": 3}""", "`204 No Content`.");

        Assert.Null(body.Resource);
        Assert.Equal(["days"], body.Members.Select(m => m.JsonName));
    }

    [Fact]
    public void A_table_with_only_members_of_the_resource_describes_the_resource()
    {
        const string Text =
            "Supply a JSON representation of a [book](../resources/book.md).\n\n|Parameter|Type|Description|\n" +
            "|-|-|-|\n|title|String|Words.|\n|pages|Int32|Count.|\n";

        Assert.Equal("Book",
            Body("POST", "/books", Text, """{"title": "Dune"}""", "`201 Created`.").Resource!.Type.Name);
    }

    [Fact]
    public void A_table_that_also_has_other_members_describes_the_parameters_of_an_action()
    {
        const string Text =
            "Compare the [book](../resources/book.md).\n\n|Parameter|Type|Description|\n|-|-|-|\n" +
            "|title|String|Words.|\n|days|Int32|Count.|\n";

        Assert.Equal(["days", "title"],
            Body("POST", "/books/{id}/lend", Text, """{"days": 3}""", "`204 No Content`.").Members
                .Select(m => m.JsonName));
    }

    [Theory]
    [InlineData(9, "Crate")]
    [InlineData(8, null)]
    public void A_body_is_the_resource_that_has_nine_in_ten_of_its_members(int known, string? resource)
    {
        string[] members = [.. Enumerable.Range(0, 10).Select(i => $"m{i}")];
        string shown = string.Join(", ", members.Select((name, i) => $"\"{(i < known ? name : "x" + i)}\": \"a\""));

        Assert.Equal(resource, Only(Docs.Link(Type("crate", members), ("api/desk-change.md", Page(
            "PATCH", "/crates/{id}", "Supply it.", "{" + shown + "}",
            "`200 OK` and a [crate](../resources/crate.md)."))), "PATCH").Resource?.Type.Name);
    }

    [Theory]
    [InlineData("PATCH", "/books/{id}", "200 OK")]
    [InlineData("PUT", "/books/{id}", "200 OK")]
    [InlineData("POST", "/books", "201 Created")]
    public void An_update_or_a_creation_sends_the_type_that_it_returns(string verb, string url, string status) =>
        Assert.Equal("Book",
            Body(verb, url, "Supply a title.", """{"title": "Dune"}""",
                $"`{status}` and a [book](../resources/book.md).").Resource!.Type.Name);

    [Fact]
    public void An_action_that_returns_a_resource_sends_the_members_of_its_example() =>
        Assert.Equal(["title"],
            Body("POST", "/books/rename", "Supply a title.", """{"title": "Dune"}""",
                "`201 Created` and a [book](../resources/book.md).")
            .Members.Select(m => m.JsonName));

    [Theory]
    [InlineData("PATCH", "/desk/book", "/desk/book", "a [book](../resources/book.md)")]
    [InlineData("POST", "/desk/books", "/desk/books", "a collection of [book](../resources/book.md) objects")]
    public void A_body_has_the_type_that_a_GET_of_the_same_URL_returns(string verb, string url, string got,
        string answer)
    {
        LinkedDocs docs = Docs.Link([.. Types,
            ("api/desk-change.md", Page(verb, url, "Supply a title.", """{"title": "Dune"}""", "`204 No Content`.")),
            ("api/desk-get-book.md", Get(got, answer))]);

        Assert.Equal("Book", Only(docs, verb).Resource!.Type.Name);
    }

    [Fact]
    public void A_body_with_a_bind_annotation_has_the_type_that_has_the_bound_property()
    {
        LinkedDocs docs = Docs.Link([.. Types,
            ("api/desk-add.md", Page("POST", "/desk/books", "Supply the shelf.",
                """{"shelf@odata.bind": "/shelves/1"}""", "`201 Created`.")),
            ("api/desk-list-books.md", Get("/desk/books", "a collection of [book](../resources/book.md) objects"))]);

        RequestBody.Json body = Only(docs, "POST");
        Assert.Equal(("Book", "shelf@odata.bind"), (body.Resource!.Type.Name, body.Members.Single().JsonName));
    }

    [Fact]
    public void A_body_has_the_base_type_even_if_the_example_shows_a_derived_type()
    {
        LinkedDocs docs = Docs.Link([
            Type("item", "title"),
            ("resources/disc.md", Type("disc", "tracks").Item2
                .Replace("A thing.", "Inherits from [item](item.md).", StringComparison.Ordinal)),
            ("api/item-post.md", Page("POST", "/items", "Supply it.",
                """{"@odata.type": "#library.disc", "tracks": 3}""",
                "`201 Created` and an [item](../resources/item.md)."))]);

        Assert.Equal("Item", Only(docs, "POST").Resource!.Type.Name);
    }

    [Fact]
    public void The_target_of_a_link_overrides_its_text()
    {
        LinkedDocs docs = Docs.Link([.. Types,
            ("api/loan-post.md", Page("POST", "/loans",
                "Supply a JSON representation of a [book](../resources/librarybook.md).", """{"due": "x"}""",
                "`201 Created`."))]);

        Assert.Equal("LibraryBook", Only(docs, "POST").Resource!.Type.Name);
    }

    [Fact]
    public void A_table_under_a_subheading_of_the_request_body_describes_the_body() =>
        Assert.Equal("Book",
            Body("PATCH", "/books/{id}",
            "### With delegated permissions\n\n|Property|Type|Description|\n|-|-|-|\n|title|String|Words.|\n",
            """{"title": "Dune"}""", "`200 OK` and a [book](../resources/book.md).").Resource!.Type.Name);

    [Fact]
    public void Content_that_begins_with_a_bracket_is_not_JSON()
    {
        LinkedDocs docs = Docs.Link(
            ("api/book-publish.md", Page("POST", "/books", "Include a zip file.", "[The archive's bytes]",
                "`201 Created`.")
            .Replace("application/json", "application/zip", StringComparison.Ordinal)));

        Assert.Equal("application/zip", Assert.IsType<RequestBody.Stream>(Operation(docs, "POST").Body).MediaType);
    }

    [Fact]
    public void The_body_of_a_raw_value_request_is_content_even_if_the_example_is_JSON()
    {
        LinkedDocs docs = Docs.Link([.. Types,
            ("api/cover-put.md", Page("PUT", "/books/{id}/cover/$value",
                "Supply a JSON representation of a [book](../resources/book.md).", """{"title": "Dune"}""",
                "`204 No Content`."))]);

        Assert.Equal("application/json", Assert.IsType<RequestBody.Stream>(Operation(docs, "PUT").Body).MediaType);
    }

    private static RequestBody.Json Body(string verb, string url, string text, string example, string answer) =>
        Only(Docs.Link([.. Types, ("api/desk-change.md", Page(verb, url, text, example, answer))]), verb);

    private static RequestBody.Json Only(LinkedDocs docs, string verb) =>
        Assert.IsType<RequestBody.Json>(Operation(docs, verb).Body);

    private static Operation Operation(LinkedDocs docs, string verb) =>
        docs.Files.SelectMany(f => f.Operations?.Operations ?? default).Single(o => o.HttpMethod == verb);

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

    private static string Get(string url, string answer) => $"""
        # Get

        ## HTTP request
        ```http
        GET {url}
        ```

        ## Response
        If successful, this method returns a `200 OK` response code and {answer} in the response body.
        """;

    private static string Page(string verb, string url, string text, string example, string answer) => $"""
        # Change

        ## HTTP request
        ```http
        {verb} {url}
        ```

        ## Request body
        {text}

        ## Response
        If successful, this method returns {answer}

        ## Example
        ```http
        {verb} {url}
        Content-Type: application/json

        {example}
        ```
        """;

    private static LinkedDocs Add(string body, string verb = "POST") => Docs.Link(("docs/team-post-members.md", $$"""
        # Add a member

        ## HTTP request
        ```http
        {{verb}} /teams/{id}/members/$ref
        ```

        ## Request body
        Supply a JSON representation of a [person](person.md).

        ## Example
        ```http
        {{verb}} https://api.example.com/teams/1/members/$ref
        Content-Type: application/json

        {{body}}
        ```
        """));

    [Theory]
    [InlineData("""{"@odata.id": "https://api.example.com/people/2"}""", "@odata.id")]
    [InlineData("""{"@id": "people/2"}""", "@id")]
    public void A_body_that_only_contains_the_URL_of_an_entity_is_a_reference(string body, string name)
    {
        RequestBody added = Add(body).Operation("Teams.AddMember").Body!;

        Assert.Equal(new BodyMember(name, "Reference", new TypeRef(TypeKind.Reference), IsRequired: true, null),
            Assert.IsType<RequestBody.Reference>(added).Member);
    }

    [Fact]
    public void A_body_with_other_members_than_the_URL_of_an_entity_is_not_a_reference()
    {
        RequestBody added = Add("""{"@odata.id": "people/2", "role": "owner"}""").Operation("Teams.AddMember").Body!;

        var json = Assert.IsType<RequestBody.Json>(added);
        Assert.Equal(("Person", "@odata.id"), (json.Resource!.Type.Name, Assert.Single(json.Members).JsonName));
    }

    [Fact]
    public void A_POST_to_ref_sends_an_OData_reference_if_the_page_shows_no_body()
    {
        LinkedDocs docs = Docs.Link(("docs/team-post-members.md", """
            ## HTTP request
            ```http
            POST /teams/{id}/members/$ref
            ```
            """));

        Assert.Equal("@odata.id",
            Assert.IsType<RequestBody.Reference>(docs.Operation("Teams.AddMember").Body).Member.JsonName);
    }

    [Fact]
    public void A_DELETE_of_ref_sends_a_reference_only_if_the_page_shows_one()
    {
        const string Page = """
            ## HTTP request
            ```http
            DELETE /teams/{id}/members/{id}/$ref
            ```
            """;

        Assert.Null(Docs.Link(("docs/team-delete-members.md", Page)).Operation("Teams.RemoveMember").Body);
        RequestBody? shown = Docs.Link(("docs/team-delete-members.md", Page + """


            ## Example
            ```http
            DELETE https://api.example.com/teams/1/members/2/$ref
            Content-Type: application/json

            {"@odata.id": "people/2"}
            ```
            """)).Operation("Teams.RemoveMember").Body;
        Assert.False(Assert.IsType<RequestBody.Reference>(shown).Member.IsRequired);
    }

    [Fact]
    public async Task References_are_sent_in_the_body_or_in_the_id_query_option()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/team-delete-members.md", """
                ## HTTP request
                ```http
                DELETE /teams/{id}/members/$ref?$id=https://api.example.com/people/{person-id}
                ```
                """),
            ("docs/team-post-members.md", """
                ## HTTP request
                ```http
                POST /teams/{id}/members/$ref
                ```
                """));
        var handler = new RecordingHandler("", "");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(Samples.File(docs.Operation("Teams.AddMember"), docs.Operation("Teams.RemoveMember"))),
            """
            await client.Items.AddMemberAsync("1", DocGen.EntityReference.To("people", "2"));
            await client.Items.RemoveMemberAsync(new("1") { Reference = DocGen.EntityReference.To("people", "2") });
            return "";
            """,
            handler);

        const string root = "http://localhost/v1.0";
        Assert.Equal(
            [
                $$"""POST /v1.0/teams/1/members/$ref {"@odata.id":"{{root}}/people/2"}""",
                $"DELETE /v1.0/teams/1/members/$ref?$id={Uri.EscapeDataString(root + "/people/2")}",
            ],
            handler.Sent.Select(s => s.Trim()));
    }
}
