using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>What belongs to which operation of a page with several, each rule beside what it must not take.</summary>
public class PlainRulesTests
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
    public void A_list_of_longer_routes_adds_to_the_operations_that_it_links_to()
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
    public void Tables_and_JSON_belong_to_the_heading_above_and_to_no_other()
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
    public void URL_parameters_that_the_path_has_no_place_for_are_in_the_query(string request, string name,
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
    public void The_first_column_may_say_where_its_names_go(string column, string options, string members)
    {
        Operation search = Link(
            $"# Lamps\n\n## Search lamps\n\n`POST /lamps/search`\n\n| {column} | Description |\n|---|---|\n" +
            $"| q | What to find |\n").Operation("Lamps.Search");

        Assert.Equal(options, string.Join(" ", search.Options.Select(o => o.WireName)));
        Assert.Equal(members, string.Join(" ", (search.Body?.JsonObject?.Members ?? default).Select(m => m.JsonName)));
    }

    [Fact]
    public void Unlike_URLs_under_one_heading_are_operations_of_their_own_and_alike_ones_are_routes()
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
    [InlineData("{ \"watts\": 5 }", "watts:Int32", null)]
    public void One_block_of_a_POST_is_the_answer_where_it_shows_few_of_the_described_parameters(string json,
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
    public void Of_two_blocks_without_words_the_first_is_the_body_and_the_last_the_answer()
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
    public void An_array_may_be_the_body()
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
    public void An_object_in_an_answer_is_the_resource_that_has_all_its_members()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/people.md", """
                # People

                ## Get a person

                `GET /people/{id}`

                ```json
                { "id": 1, "name": "Mia", "email": "m@example.com", "title": "Chief" }
                ```
                """),
            ("docs/lamps.md", """
                # Lamps

                ## Get a lamp

                `GET /lamps/{id}`

                ```json
                { "id": 1, "owner": { "id": 1, "name": "Mia", "email": "m@example.com" },
                    "shade": { "colour": "red", "cm": 30, "of": "paper" } }
                ```
                """));

        Assert.Equal(["Int64", "Person", "LampShade"], docs.Type("Lamp").Properties.Select(p => p.Type.ToString()));
    }

    [Fact]
    public void Pages_that_show_one_resource_add_to_it_and_their_examples_need_not_agree()
    {
        static string Page(string title, string verb, string json)
            => $"# {title}\n\n## {title}\n\n`{verb}`\n\n```json\n{json}\n```\n";
        LinkedDocs docs = Docs.Link(
            ("docs/a.md", Page("Lamps", "GET /lamps", "[ { \"id\": 1, \"watts\": null, \"on\": \"2024-01-01\" } ]")),
            ("docs/b.md", Page("A lamp", "GET /lamps/{id}", "{ \"id\": 1, \"watts\": 2.5, \"on\": \"soon\" }")));

        Assert.Equal("id:Int64 on:String watts:Double", string.Join(" ", docs.Type("Lamp").Properties
            .Select(p => $"{p.JsonName}:{p.Type}")));
        Assert.Empty(docs.Findings);
    }

    [Fact]
    public void A_page_that_goes_renames_no_type_of_the_others()
    {
        (string, string) Page(string word) => ($"docs/{word}s.md",
            $"# {word}s\n\n## List {word}s\n\n`GET /{word}s`\n\n```json\n" +
            $"[ {{ \"id\": 1, \"parts\": {{ \"count\": 2 }} }} ]\n```\n");
        LinkedDocs all = Docs.Link(Page("lamp"), Page("table"), Page("chair"));
        LinkedDocs left = Docs.Link(Page("lamp"), Page("chair"));

        string[] gone = [.. all.Files.SelectMany(f => f.Types).Select(t => t.Name)
            .Where(name => !name.StartsWith("Table", StringComparison.Ordinal))];
        Assert.Equal(gone, left.Files.SelectMany(f => f.Types).Select(t => t.Name));
    }

    [Fact]
    public void Nested_names_are_members_of_objects()
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
    public void A_request_that_another_page_documents_is_a_mention_of_it()
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
    public void An_example_that_no_page_documents_is_reported()
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
    public void A_next_page_in_a_header_is_followed()
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
    public void A_page_with_an_annotation_is_in_the_dialect_whatever_else_it_shows()
    {
        const string Page = "# Lamps\n\n## List lamps\n\n`GET /lamps`\n\n## Get a lamp\n\n`GET /lamps/{id}`\n";

        Assert.True(Docs.Read(Page).Model.IsPlain);
        Assert.False(Docs.Read(
            Page + "\n<!-- { \"blockType\": \"example\" } -->\n```http\nGET /x\n```\n").Model.IsPlain);
        Assert.False(Docs.Read("---\nms.date: 1/1/2024\n---\n" + Page).Model.IsPlain);
        Assert.False(
            Docs.Read(
                "# Lamps\n\n## HTTP request\n\n```http\nGET /lamps\n```\n\n## Response\n\nReturns `200 OK`.\n").Model.IsPlain);
    }

    [Theory]
    [InlineData("null", "\"red\"", "String")]
    [InlineData("null", "7", "Int64")]
    [InlineData("null", "\"2026-05-17\"", "Date")]
    [InlineData("null", "[1]", "Int64[]")]
    [InlineData("[]", "[\"a\"]", "String[]")]
    [InlineData("null", "{ \"a\": 1 }", "Json")]
    [InlineData("[]", "7", "Json[]")]
    public void A_member_that_is_empty_in_all_examples_has_the_type_of_its_name_on_the_page(string shown,
        string elsewhere, string type)
    {
        LinkedDocs docs = Link($$"""
            # Lamps

            ## Get a lamp

            `GET /lamps/{id}`

            ```json
            { "id": 2, "hue": {{shown}} }
            ```

            ## Create a lamp

            `POST /lamps`

            Request:

            ```json
            { "hue": {{elsewhere}} }
            ```
            """);

        TypeRef hue = docs.Type("Lamp").Properties.Single(p => p.JsonName == "hue").Type;
        Assert.Equal(type, hue.Kind + string.Concat(Enumerable.Repeat("[]", hue.Rank)));
    }

    [Fact]
    public void Names_with_two_types_on_a_page_say_nothing_of_a_third()
    {
        LinkedDocs docs = Link("""
            # Lamps

            ## Get a lamp

            `GET /lamps/{id}`

            ```json
            { "id": 2, "hue": null, "base": { "hue": 1 }, "shade": { "hue": "red" } }
            ```
            """);

        Assert.Equal(TypeKind.Json, docs.Type("Lamp").Properties.Single(p => p.JsonName == "hue").Type.Kind);
    }

    [Fact]
    public void What_wraps_required_members_is_required()
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
