using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Emission;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>What <c>…/$ref</c> takes, and what a query in a documented URL tells.</summary>
public class ReferencesAndQueriesTests
{
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
    public void A_body_that_only_names_an_entity_is_a_reference(string body, string name)
    {
        RequestBody added = Add(body).Operation("Teams.AddMember").Body!;

        Assert.Equal(new BodyMember(name, "Reference", new TypeRef(TypeKind.Reference), IsRequired: true, null),
            Assert.IsType<RequestBody.Reference>(added).Member);
    }

    [Fact]
    public void A_body_that_holds_more_than_a_reference_is_as_it_is_shown()
    {
        RequestBody added = Add("""{"@odata.id": "people/2", "role": "owner"}""").Operation("Teams.AddMember").Body!;

        var json = Assert.IsType<RequestBody.Json>(added);
        Assert.Equal(("Person", "@odata.id"), (json.Resource!.Type.Name, Assert.Single(json.Members).JsonName));
    }

    [Fact]
    public void A_POST_whose_page_shows_no_body_takes_the_protocols_reference()
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
    public void A_DELETE_takes_none_unless_it_is_shown()
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
    public async Task The_entity_that_a_query_names_is_a_reference_and_both_are_sent()
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

    [Fact]
    public void Queries_of_templates_and_examples_are_options_that_links_are_not()
    {
        LinkedDocs docs = Docs.Link(("docs/order-list.md", """
            # List orders

            ## HTTP request
            ```http
            GET /orders?from={date}&includeClosed=true
            ```

            ## Optional query parameters
            | Name   | Type   | Description |
            |:-------|:-------|:------------|
            | $expand | String | What to expand. |

            ## Example
            ```http
            GET https://api.example.com/orders?expand=lines&$select=id&$skiptoken=abc
            ```
            """));

        Assert.Equal(
            ["$expand Collection(String)", "$select Collection(String)", "from String", "includeClosed Boolean"],
            docs.Operation("Orders.List").Options.Select(o => $"{o.WireName} {o.Type}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Beside_a_template_without_a_query_one_with_a_query_is_a_usage()
    {
        LinkedDocs docs = Docs.Link(("docs/note-get.md", """
            # Get a note

            ## HTTP request
            ```http
            GET /books/{id}?$expand=notes($filter=id eq '{note-id}')
            GET /books/{id}/notes/{note-id}
            GET /books/{id}/notes/{note-id}?$select=text
            ```
            """));

        Operation get = docs.Operation("Notes.Get");
        Assert.Equal(["/books/{id}/notes/{note-id}"], get.Urls.Select(u => u.Template));
        Assert.Equal(["/books/{id}?$expand=notes($filter=id eq '{note-id}')"], get.Usages.Select(u => u.ToString()));
        Assert.Equal(["$select"], get.Options.Select(o => o.WireName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_usage_that_two_pages_show_is_told_of_once()
    {
        const string Requests = """
            # Get a note

            ## HTTP request
            ```http
            GET /books/{id}/notes/{note-id}
            GET /books/{id}?$expand=notes($filter=id eq '{note-id}')
            ```
            """;

        Operation get = Docs.Link(("docs/note-get.md", Requests), ("docs/more/note-get.md", Requests))
            .Operation("Notes.Get");

        Assert.Equal(2, get.Docs.Origins.Count);
        Assert.Equal(["/books/{id}?$expand=notes($filter=id eq '{note-id}')"], get.Usages.Select(u => u.ToString()));
    }

    [Fact]
    public void A_usage_on_one_page_that_is_a_way_to_call_on_another_is_one_of_its_URLs()
    {
        Operation get = Docs.Link(
            ("docs/note-get.md", """
                # Get a note

                ## HTTP request
                ```http
                GET /books/{id}/notes/{note-id}
                GET /note?$filter=id eq '{note-id}'
                ```
                """),
            ("docs/more/note-get.md", """
                # Get a note

                ## HTTP request
                ```http
                GET /books/{id}/notes/{note-id}
                GET /note
                ```
                """)).Operation("Notes.Get");

        Assert.Contains("/note", get.Urls.Select(u => u.Template));
    }

    [Fact]
    public void An_option_with_a_dollar_sign_and_without_is_one()
    {
        LinkedDocs docs = Docs.Link(("docs/order-list.md", """
            # List orders

            ## HTTP request
            ```http
            GET /orders
            ```

            ## Examples
            ```http
            GET https://api.example.com/orders?$top=5
            ```
            ```http
            GET https://api.example.com/orders?top=5&TOP=6&$skip=1
            ```
            """));

        Assert.Equal(["$skip", "$top"],
            docs.Operation("Orders.List").Options.Select(o => o.WireName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Where_all_templates_have_a_query_each_is_a_way_to_call()
    {
        LinkedDocs docs = Docs.Link(("docs/day-list.md", """
            # List days

            ## HTTP request
            ```http
            GET /me/days?start={start}
            GET /people/{id}/days?start={start}
            ```
            """));

        Operation list = docs.Operation("Days.List");
        Assert.Equal(["/me/days", "/people/{id}/days"], list.Urls.Select(u => u.Template));
        Assert.Empty(list.Usages);
    }

    [Theory]
    [InlineData("docs/photo-get.md", "photos", "Photos.Get Value /photos/{size}", "Photos.List Collection /photos")]
    [InlineData("docs/photo-get.md", "branding", "Photos.Get Value /branding,/branding/{size}")]
    [InlineData("docs/photo-list.md", "photos", "Photos.List Value /photos,/photos/{size}")]
    public void A_plural_without_the_key_that_another_URL_has_lists_all(string path, string word,
        params string[] expected)
    {
        LinkedDocs docs = Docs.Link(
            (path, $"""
                # Get a photo

                ## HTTP request
                ```http
                GET /{word}
                GET /{word}/{"{size}"}
                ```

                ## Response
                Returns `200 OK` and a [photo](photo.md) object.
                """),
            ("docs/photo.md", """
                # photo resource type

                ## Properties
                |Property|Type|Description|
                |:-|:-|:-|
                |width|Int32|In pixels.|
                """));

        Assert.Equal(expected, docs.OperationNames.Select(name => (Name: name, Operation: docs.Operation(name)))
            .Select(
                o =>
                    $"{o.Name} {o.Operation.Response.Case()} " +
                    $"{string.Join(",", o.Operation.Urls.Select(u => u.Template))}"));
    }
}
