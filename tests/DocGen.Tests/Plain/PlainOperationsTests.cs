using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Tests of the operations on plain pages, and of the tables and JSON that belong to each operation.</summary>
public class PlainOperationsTests
{
    private static LinkedDocs Link(string text) => Docs.Link(("docs/things.md", text));

    private static string Urls(Operation operation) => string.Join(" ", operation.Urls.Select(url => url.Path.Text));

    private static string Body(Operation operation) => string.Join(" ", (operation.Body?.JsonObject?.Members ?? default)
        .Select(m => $"{m.JsonName}:{m.Type}"));

    private static string Options(Operation operation) => string.Join(" ", operation.Options
        .Select(o => $"{o.WireName}:{o.Type}"));

    private static IEnumerable<string> Found(string text) => Docs.Read(text, "docs/things.md").Findings
        .Select(f => f.RuleId);

    [Fact]
    public void A_list_of_longer_URLs_adds_the_URLs_to_the_operations_that_it_links_to()
    {
        LinkedDocs docs = Link("""
            # Lamps

            ## Get a lamp

            * `GET /lamps/2.json` returns the lamp.

            ```json
            { "id": 2, "watts": 5 }
            ```

            ## Switch a lamp on

            * `POST /lamps/2/switch.json`

            Returns `204 No Content`.

            ## Older routes

            * `GET /rooms/1/lamps/2.json` → [Get a lamp](#get-a-lamp)
            * `POST /rooms/1/lamps/2/switch.json`
            """);

        Assert.Equal(["Lamps.Get", "Lamps.Switch"], docs.OperationNames);
        Assert.Equal("/lamps/{lampId}.json /rooms/{roomId}/lamps/{lampId}.json", Urls(docs.Operation("Lamps.Get")));
        Assert.Equal("/lamps/{lampId}/switch.json /rooms/{roomId}/lamps/{lampId}/switch.json",
            Urls(docs.Operation("Lamps.Switch")));
    }

    [Fact]
    public void Tables_and_JSON_belong_only_to_the_operation_of_the_heading_above()
    {
        LinkedDocs docs = Link("""
            # Lamps

            ## List lamps

            `GET /lamps`

            ### Parameters

            | Name | Type | Description |
            |------|------|-------------|
            | room | string | Where |

            ### Response

            ```json
            [ { "id": 1 } ]
            ```

            ## Create a lamp

            `POST /lamps`

            ### Parameters

            | Name | Type | Description |
            |------|------|-------------|
            | watts | integer | How bright |

            ### Response

            ```json
            { "id": 2, "watts": 5 }
            ```
            """);

        Assert.Equal("room:String", Options(docs.Operation("Lamps.List")));
        Assert.Equal("", Options(docs.Operation("Lamps.Create")));
        Assert.Equal("watts:Int32", Body(docs.Operation("Lamps.Create")));
        Assert.Null(docs.Operation("Lamps.List").Body);
        Assert.Equal("id:Int64 watts:Int64", string.Join(" ", docs.Type("Lamp").Properties
            .Select(p => $"{p.JsonName}:{p.Type}")));
    }

    [Theory]
    [InlineData("GET /lamps", "room", "room")]
    [InlineData("GET /lamps/{id}", "lamp", "")]
    [InlineData("GET /lamps/{id}", "id", "")]
    public void URL_parameters_without_a_placeholder_are_query_options(string request, string name,
        string options)
    {
        LinkedDocs docs = Link(
            $"# Lamps\n\n## Look at lamps\n\n`{request}`\n\n### URL parameters\n\n| Name | Description |\n" +
            $"|---|---|\n| {name} | Which |\n\n### Response\n\n```json\n[ {{ \"id\": 1 }} ]\n```\n");

        Assert.Equal(options, string.Join(" ",
            docs.Files.SelectMany(f => f.Operations?.Operations ?? default).Single().Options.Select(o => o.WireName)));
    }

    [Theory]
    [InlineData("Query parameter", "q", "")]
    [InlineData("Body parameter", "", "q")]
    [InlineData("JSON field", "", "q")]
    [InlineData("Request parameter", "", "q")]
    [InlineData("Event name", "", "")]
    [InlineData("Optional query parameter", "q", "")]
    [InlineData("Optional query string parameter", "", "")]
    public void The_header_of_the_first_column_may_give_the_location_of_the_parameters(
        string column, string options, string members)
    {
        Operation search = Link(
            $"# Lamps\n\n## Search lamps\n\n`POST /lamps/search`\n\n| {column} | Description |\n|---|---|\n" +
            $"| q | What to find |\n").Operation("Lamps.Search");

        Assert.Equal(options, string.Join(" ", search.Options.Select(o => o.WireName)));
        Assert.Equal(members, string.Join(" ", (search.Body?.JsonObject?.Members ?? default).Select(m => m.JsonName)));
    }

    [Fact]
    public void URLs_with_the_same_ending_under_one_heading_belong_to_one_operation_and_others_are_separate()
    {
        LinkedDocs docs = Link("""
            # Lamps

            ## Lamps of a house

            ```
            GET /rooms/:room/lamps
            GET /lamps
            DELETE /lamps/:id
            ```
            """);

        Assert.Equal(["Lamps.Delete", "Lamps.List"], docs.OperationNames);
        Assert.Equal("/rooms/{room}/lamps /lamps", Urls(docs.Operation("Lamps.List")));
    }

    [Theory]
    [InlineData("{ \"id\": 3, \"made\": true, \"at\": \"x\" }", "", "Lamp")]
    [InlineData("{ \"id\": 3, \"watts\": 5, \"at\": \"x\" }", "", "Lamp")]
    [InlineData("{ \"watts\": 5, \"at\": \"x\" }", "at:String watts:Int32", null)]
    [InlineData("{ \"watts\": 5 }", "watts:Int32", null)]
    public void The_only_JSON_block_of_a_POST_is_the_response_if_it_has_few_of_the_described_parameters(string json,
        string body, string? answer)
    {
        LinkedDocs docs = Link($"""
            # Lamps

            ## Create a lamp

            `POST /lamps`

            Parameters:

            - `watts` (integer) - How bright

            ```json
            {json}
            ```
            """);

        Operation create = docs.Operation("Lamps.Create");
        Assert.Equal(body.Length > 0 ? body : "watts:Int32", Body(create));
        Assert.Equal(answer, create.Response.ValueType?.Name);
    }

    [Fact]
    public void Two_unlabelled_JSON_blocks_are_the_body_and_the_response()
    {
        LinkedDocs docs = Link("""
            # Lamps

            ## Create a lamp

            `POST /lamps`

            ```json
            { "watts": 5 }
            ```

            ```json
            { "id": 1, "watts": 5 }
            ```
            """);

        Operation create = docs.Operation("Lamps.Create");
        Assert.Equal("watts:Int64", Body(create));
        Assert.Equal("Lamp", create.Response.ValueType?.Name);
    }

    [Fact]
    public void A_JSON_array_may_be_the_request_body()
    {
        LinkedDocs docs = Link("""
            # Addresses

            ## Add addresses

            `POST /addresses`

            Request body:

            ```json
            ["a@example.com"]
            ```
            """);

        Assert.Equal(new TypeRef(TypeKind.String, null, 1),
            docs.Operation("Addresses.Add").Body!.JsonObject!.Resource!.Type);
    }

    [Fact]
    public void Names_in_brackets_and_items_of_nested_lists_are_members_of_nested_objects()
    {
        LinkedDocs docs = Link("""
            # Lamps

            ## Create a lamp

            `POST /lamps`

            Parameters:

            * `lamp[watts]` (integer) - How bright
            * `room` (object) - Where
              * `name` - Its name
            * `mood` - One of:
              * `warm` - like a candle
              * `cold` - like the moon
            """);

        Operation create = docs.Operation("Lamps.Create");
        Assert.Equal("lamp mood room", string.Join(" ", create.Body!.JsonObject!.Members.Select(m => m.JsonName)));
        Assert.Equal("name", Assert.Single(docs.Type("LampCreateRequestRoom").Properties).JsonName);
        Assert.Equal("watts", Assert.Single(docs.Type("LampCreateRequestLamp").Properties).JsonName);
    }

    [Fact]
    public void A_page_that_shows_a_documented_request_is_an_origin_of_the_operation()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/lamps.md",
                "# Lamps\n\n## Get a lamp\n\n`GET /lamps/:id`\n\n```json\n{ \"id\": 1 }\n```\n\n## List lamps\n\n" +
                "`GET /lamps`\n"),
            ("docs/start.md",
                "# Getting started\n\n```\ncurl https://x.example.com/api/lamps/kitchen\n```\n\n" +
                "Then `GET /lamps` lists them.\n"));

        Assert.Equal(["Lamps.Get", "Lamps.List"], docs.OperationNames);
        Assert.Equal(["docs/lamps.md", "docs/start.md"], docs.Operation("Lamps.Get").Docs.Origins.Select(o => o.Page));
    }

    [Fact]
    public void An_example_request_that_no_page_documents_is_reported()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/lamps.md",
                "# Lamps\n\n## Get a lamp\n\n`GET /lamps/:id`\n\n```json\n{ \"id\": 1 }\n```\n\n" +
                "# Authentication\n\n```\ncurl https://x.example.com/keys/mine\n```\n"));

        Assert.Equal(["Lamps.Get"], docs.OperationNames);
        Assert.Contains(docs.Findings, finding => finding.StartsWith(Rules.RequestWithoutOperation.Id,
            StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_with_a_next_link_in_a_header_is_paged_by_the_header()
    {
        const string Page = """
            # Lamps

            ## List lamps

            `GET /lamps`

            ### Response

            ```
            Status: 200 OK
            Link: <https://x.example.com/lamps?page=2>; rel="next"
            ```

            ```json
            [ { "id": 1 } ]
            ```
            """;

        Assert.DoesNotContain(Rules.NextPage.Id, Found(Page));
        Assert.Equal(PagingKind.LinkHeader, Docs.Read(Page, "docs/x.md").Model.Operations[0].Responses[0].Paging!.Kind);
    }

    [Fact]
    public void A_page_with_annotation_front_matter_or_HTTP_request_heading_is_not_plain()
    {
        const string Page = "# Lamps\n\n## List lamps\n\n`GET /lamps`\n\n## Get a lamp\n\n`GET /lamps/{id}`\n";

        Assert.True(Docs.Read(Page).Model.IsPlain);
        Assert.False(Docs.Read(
            Page + "\n<!-- { \"blockType\": \"example\" } -->\n```http\nGET /x\n```\n").Model.IsPlain);
        Assert.False(Docs.Read("---\nms.date: 1/1/2024\n---\n" + Page).Model.IsPlain);
        Assert.False(
            Docs.Read(
                "# Lamps\n\n## HTTP request\n\n```http\nGET /lamps\n```\n\n## Response\n\nReturns `200 OK`.\n")
                .Model.IsPlain);
    }

    [Fact]
    public void A_wrapper_object_with_required_members_is_required()
    {
        LinkedDocs docs = Link("""
            # Lamps

            ## Switch a lamp

            `POST /lamps/{id}/switch`

            Required parameters:

            * `until` - When it is switched off

            ```json
            { "switch": { "until": "2026-05-17" } }
            ```

            Returns `204 No Content`.
            """);

        BodyMember wrapper = docs.Operation("Lamps.Switch").Body!.JsonObject!.Members.Single();
        Assert.Equal(("switch", true), (wrapper.JsonName, wrapper.IsRequired));
    }
}
