using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Emission;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

public class LinkerTests
{
    [Theory]
    [InlineData("my.thing", "Thing")]
    [InlineData("other.thing", "Thing")]
    [InlineData("thing", "Thing")]
    [InlineData("THING", "Thing")]
    [InlineData("stuff", "Thing")]
    [InlineData("my.stuff", "Thing")]
    [InlineData("Collection(my.thing)", "Thing[]")]
    public void A_type_is_found_by_qualified_name_last_part_or_alias(string named, string expected)
    {
        LinkedDocs docs = Docs.Link(
            ("docs/thing.md", Resource("my.thing", """{"id": "string"}""", "\"@type.aka\": \"stuff\"")),
            ("docs/user.md", Resource("user", $$"""{"value": {"@odata.type": "{{named}}"} }""")));

        Property property = Assert.Single(docs.Type("User").Properties);
        Assert.Equal(expected, property.Type.Name + string.Concat(Enumerable.Repeat("[]", property.Type.Rank)));
        Assert.Equal(named.Contains("stuff", StringComparison.Ordinal)
            ? [$"DG0304 docs/user.md: {named} | my.thing"]
            : [], docs.Findings);
    }

    [Fact]
    public void A_qualified_name_is_looked_up_before_its_last_part()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/a.md", Resource("a.thing", """{"x": "string"}""")),
            ("docs/b.md", Resource("b.thing", """{"y": "string"}""")),
            ("docs/user.md", Resource("user",
                """{"one": {"@odata.type": "b.thing"}, "two": {"@odata.type": "thing"}}""")));

        Assert.Equal(["BThing", "Thing"], docs.Type("User").Properties.Select(p => p.Type.Name!));
        Assert.Equal("b.thing", docs.Type("BThing").ODataName);
    }

    [Fact]
    public void An_undefined_type_is_an_open_placeholder_with_a_suggestion()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/thing.md", Resource("my.driveItem", """{"id": "string"}""")),
            ("docs/user.md", Resource("user",
                """{"a": {"@odata.type": "my.driveItm"}, "b": {"@odata.type": "driveItm"}}""")));

        StructuredType placeholder = docs.Type("DriveItm");
        Assert.True(placeholder.IsPlaceholder);
        Assert.True(placeholder.IsOpen);
        Assert.Empty(placeholder.Properties);
        Assert.Equal(["DriveItm", "DriveItm"], docs.Type("User").Properties.Select(p => p.Type.Name!));
        Assert.Equal(["DG0303 docs/user.md: my.driveItm | ; did you mean 'driveItem'? | DriveItm"], docs.Findings);
    }

    [Fact]
    public void A_resource_that_implicit_usings_would_hide_gets_a_suffix()
    {
        LinkedDocs docs = Docs.Link(("docs/file.md", Resource("my.file", """{"file": "string", "size": 1}""")));

        Assert.Equal(["File file String", "Size size Int64"],
            docs.Type("FileResource").Properties.Select(p => $"{p.Name} {p.JsonName} {p.Type.Kind}"));
    }

    [Fact]
    public void A_member_named_like_its_class_or_an_inherited_member_gets_a_suffix()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/hash.md", Resource("hash",
                """{"hash": "string", "clone": "string", "Name": "string", "na-me": 1, "na me": 2}""")));

        Assert.Equal(
            ["CloneValue clone", "HashValue hash", "NaMeValue na me", "NaMeValue2 na-me", "Name Name"],
            docs.Type("Hash").Properties.Select(p => $"{p.Name} {p.JsonName}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Members_of_the_base_are_not_repeated_in_derived_types()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/base.md", Resource("my.base", """{"id": "string"}""")),
            ("docs/thing.md", Resource("my.thing", """{"id": "string", "size": 1}""", "\"baseType\": \"my.base\"")),
            ("docs/lost.md", Resource("my.lost", "{}", "\"baseType\": \"my.bse\"")),
            ("docs/loop.md", Resource("my.loop", "{}", "\"baseType\": \"my.loop\"")));

        Assert.Equal("Base", docs.Type("Thing").Base);
        Assert.Equal(["Size"], docs.Type("Thing").Properties.Select(p => p.Name));
        Assert.Equal(["Thing"], docs.Type("Base").Derived.Select(d => d.Name));
        Assert.Null(docs.Type("Lost").Base);
        Assert.Null(docs.Type("Loop").Base);
        Assert.Contains("DG0308 docs/lost.md: my.bse | my.lost | ; did you mean 'base'?", docs.Findings);
        Assert.Contains(docs.Findings,
            f => f.StartsWith("DG0308 docs/loop.md: my.loop | my.loop", StringComparison.Ordinal));
    }

    [Fact]
    public void Cycles_of_base_types_are_cut()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/a.md", Resource("a", "{}", "\"baseType\": \"b\"")),
            ("docs/b.md", Resource("b", "{}", "\"baseType\": \"c\"")),
            ("docs/c.md", Resource("c", "{}", "\"baseType\": \"a\"")));

        Assert.Equal(["A B", "B C", "C "],
            docs.Files.SelectMany(f => f.Types).Select(type => $"{type.Name} {type.Base}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(["DG0311 docs/c.md: a | c | the bases of 'a' lead back to 'c'"], docs.Findings);
    }

    [Fact]
    public void A_chain_of_bases_has_at_most_64_levels()
    {
        LinkedDocs docs = Docs.Link(
        [
            .. Enumerable.Range(0, 200)
                .Select(i => ($"docs/t{i:000}.md",
                    Resource($"t{i:000}", "{}", i == 199 ? "" : $"\"baseType\": \"t{i + 1:000}\""))),
        ]);

        StructuredType[] types = [.. docs.Files.SelectMany(f => f.Types)];
        Assert.Equal(200, types.Length);
        Assert.Equal(64, types.Max(type => type.Derived.Count));
        Assert.Equal(["DG0311 docs/t064.md: t065 | t064 | a type has at most 64 levels of bases"],
            docs.Findings.Take(1));
    }

    [Fact]
    public void Two_pages_about_the_same_type_are_merged_and_differences_are_reported()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/a.md", Resource("thing", """{"id": "string", "n": 1}""")),
            ("docs/b.md", Resource("thing", """{"id": true, "m": 1}""")));

        Assert.Equal(["Id String", "M Int64", "N Int64"],
            docs.Type("Thing").Properties.Select(p => $"{p.Name} {p.Type.Kind}"));
        Assert.Equal(["DG0702 docs/b.md: thing | docs/a.md | id"], docs.Findings);
    }

    [Fact]
    public void Any_page_about_a_type_may_set_base_and_openness_and_the_page_with_the_plainest_name_documents_it()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/area-one-person.md",
                Resource("my.Person", """{"id": "string", "phone": "string"}""")
                    .Replace("\n\n", "\n\nA person, for area one.\n\n", StringComparison.Ordinal)),
            ("docs/being.md", Resource("my.being", """{"id": "string"}""")),
            ("docs/person.md", Resource("my.person", """{"id": "string"}""",
                "\"baseType\": \"my.being\", \"openType\": true")
                .Replace("\n\n", "\n\nA person.\n\n", StringComparison.Ordinal)));

        StructuredType person = docs.Type("Person");
        Assert.Equal(("Being", true, "A person.", "my.person"),
            (person.Base, person.IsOpen, person.Summary!.ToPlainText(), person.ODataName));
        Assert.Equal(["phone"], person.Properties.Select(p => p.JsonName));
        Assert.Equal(["docs/person.md", "docs/area-one-person.md"], person.Origins.Select(o => o.Page));
        Assert.Empty(docs.Findings);
    }

    [Fact]
    public void Two_annotated_bases_are_reported_and_the_page_with_the_plainest_name_gives_the_base()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/a-thing.md", Resource("thing", "{}", "\"baseType\": \"one\"")),
            ("docs/one.md", Resource("one", "{}")),
            ("docs/thing.md", Resource("thing", "{}", "\"baseType\": \"two\"")),
            ("docs/two.md", Resource("two", "{}")));

        Assert.Equal("Two", docs.Type("Thing").Base);
        Assert.Equal(["DG0702 docs/thing.md: thing | docs/a-thing.md | its base"], docs.Findings);
    }

    [Fact]
    public void A_link_to_any_page_about_a_type_gives_the_type()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/a.md", Resource("thing", """{"id": "string"}""")),
            ("docs/b.md", Resource("thing", """{"n": 1}""")),
            ("docs/user.md", Resource("user", "{}")
                + "\n## Properties\n\n| Property | Type | Description |\n|:--|:--|:--|\n" +
                    "| one | [stuff](b.md) | One. |\n"));

        Assert.Equal("Thing", Assert.Single(docs.Type("User").Properties).Type.Name);
    }

    [Fact]
    public void Two_operations_with_the_same_name_get_stable_names_and_a_diagnostic()
    {
        (string, string) first = ("docs/a/item-create-note.md", Operation("POST /items/{id}/notes"));
        (string, string) second = ("docs/b/item-create-note.md", Operation("POST /items/{id}/remarks"));

        LinkedDocs docs = Docs.Link(first, second);

        Assert.Equal(["Items.CreateNote", "Items.CreateNoteRemarks"], docs.OperationNames);
        Assert.Equal(["DG0701 docs/b/item-create-note.md: CreateNote | docs/a/item-create-note.md | CreateNoteRemarks"],
            docs.Findings);
        Assert.Equal(docs.OperationNames, Docs.Link(second, first).OperationNames);
        Assert.Equal(["Items.CreateNote"], Docs.Link(first).OperationNames);
    }

    [Fact]
    public void Pages_that_show_the_same_operation_merge()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/a/item-create-note.md", Operation("POST /items/{id}/notes")),
            ("docs/b/item-create-note.md", Operation("POST /items/{item-id}/notes\nPOST /me/notes")));

        Operation operation = docs.Operation("Items.CreateNote");
        Assert.Equal(["/items/{id}/notes", "/me/notes"], operation.Urls.Select(u => u.Template));
        Assert.Equal(["docs/a/item-create-note.md", "docs/b/item-create-note.md"],
            operation.Docs.Origins.Select(o => o.Page));
        Assert.Empty(docs.Findings);
    }

    [Theory]
    [InlineData("note", "note", "thing", "thing", null)]
    [InlineData("note", "my.Note", "thing", "", null)]
    [InlineData("note", "other", "thing", "thing", "the request body")]
    [InlineData("note", "note", "thing", "other", "the response")]
    public void Pages_that_show_the_same_operation_with_differences_are_reported(
        string body, string otherBody, string answer, string otherAnswer, string? expected)
    {
        string Page(string sent, string got) =>
            $"# Do\n## HTTP request\n```http\nPOST /items/{{id}}/do\n```\n## Request body\n" +
            $"A representation of [{sent}](x.md).\n"
            + $"## Response\nReturns `200 OK`{(got.Length > 0 ? $" and a [{got}](y.md)" : "")}.\n";
        LinkedDocs docs = Docs.Link(("docs/a/item-do.md", Page(body, answer)),
            ("docs/b/item-do.md", Page(otherBody, otherAnswer)));

        Assert.Equal(
            expected is null ? [] : [$"DG0414 docs/b/item-do.md: Do | docs/a/item-do.md | {expected}"],
            docs.Findings.Where(f => f.StartsWith("DG0414", StringComparison.Ordinal)));
    }

    [Fact]
    public void Adding_a_similar_page_renames_nothing()
    {
        (string, string)[] pages =
        [
            ("docs/item-get.md", Operation("GET /items/{id}")),
            ("docs/item-list-notes.md", Operation("GET /items/{id}/notes\nGET /me/notes")),
            ("docs/note.md", Resource("my.note", """{"text": "string"}""")),
        ];
        string[] before = Names(Docs.Link(pages));

        foreach ((string, string) sibling in new (string, string)[]
        {
            ("docs/0.md", Operation("GET /items/{id}/notes")),
            ("docs/item-get-notes.md", Operation("GET /items/{id}/notes")),
            ("docs/zzz.md", Resource("other.note", """{"text": "string"}""")),
        })
        {
            Assert.Subset(Names(Docs.Link([.. pages, sibling])).ToHashSet(), before.ToHashSet());
        }

        static string[] Names(LinkedDocs docs) =>
            [.. docs.OperationNames, .. docs.Files.SelectMany(f => f.Types).Select(t => t.ODataName + "=" + t.Name)];
    }

    [Fact]
    public void The_order_of_the_pages_does_not_matter()
    {
        (string, string)[] pages =
        [
            ("docs/b.md", Resource("my.thing", """{"b": "string"}""")),
            ("docs/a.md", Resource("other.thing", """{"a": {"@odata.type": "unknown"}}""")),
            ("docs/item-get.md", Operation("GET /items/{id}")),
            ("docs/c/item-get.md", Operation("GET /stuff/{id}")),
        ];

        LinkedDocs forward = Docs.Link(pages);
        LinkedDocs backward = Docs.Link([.. pages.Reverse()]);

        Assert.Equal(forward.Files, backward.Files);
        Assert.Equal(forward.Api.Client, backward.Api.Client);
        Assert.Equal(forward.Findings, backward.Findings);
    }

    [Fact]
    public void Responses_decide_the_response_shape_of_a_method()
    {
        string Page(string response) => Operation("POST /items/{id}/notes") +
            "\n<!-- {\"blockType\": \"request\"} -->\n```http\nPOST /items/{id}/notes\n\n{\"a\": 1}\n```\n" + response;
        ResponseShape Shape(string response) =>
            Docs.Link(("docs/item-create-note.md", Page(response))).Operation("Items.CreateNote").Response;

        Assert.IsType<ResponseShape.Empty>(
            Shape("<!-- {\"blockType\": \"response\"} -->\n```http\nHTTP/1.1 204 No Content\n```\n"));
        Assert.IsType<ResponseShape.Value>(
            Shape(
                "<!-- {\"blockType\": \"response\", \"@odata.type\": \"note\"} -->\n```http\n" +
                "HTTP/1.1 201 Created\n\n{\"a\": 1}\n```\n"));
        Assert.IsType<ResponseShape.Collection>(
            Shape(
                "<!-- {\"blockType\": \"response\", \"@odata.type\": \"Collection(note)\"} -->\n```http\n" +
                "HTTP/1.1 200 OK\n\n{\"value\": []}\n```\n"));
        Assert.IsType<ResponseShape.LongRunning>(
            Shape(
                "<!-- {\"blockType\": \"response\"} -->\n```http\nHTTP/1.1 202 Accepted\n" +
                "Location: https://x.example/m\n```\n"));
        Assert.IsType<ResponseShape.Stream>(
            Shape(
                "<!-- {\"blockType\": \"response\"} -->\n```http\nHTTP/1.1 200 OK\nContent-Type: text/plain\n\n" +
                "bytes\n```\n"));
        ResponseShape wrapped = Shape(
            "<!-- {\"blockType\": \"response\", \"@odata.type\": \"note\"} -->\n```http\nHTTP/1.1 200 OK\n\n" +
            "{\"value\": {\"a\": 1}}\n```\n");
        Assert.True(Assert.IsType<ResponseShape.Value>(wrapped).IsWrapped);
    }

    [Fact]
    public void The_response_to_the_last_range_is_the_result_of_an_upload_session()
    {
        string session = Resource("uploadSession", "{\"uploadUrl\": \"x\", \"nextExpectedRanges\": [\"0-\"]}");
        string page = Operation("POST /items/{id}/createUploadSession") + """

            <!-- {"blockType": "response", "@odata.type": "uploadSession"} -->
            ```http
            HTTP/1.1 200 OK

            {"uploadUrl": "https://files.example.com/up/1"}
            ```

            <!-- {"blockType": "request", "opaqueUrl": true} -->
            ```http
            PUT https://files.example.com/up/1
            ```

            <!-- {"blockType": "response", "@odata.type": "note"} -->
            ```http
            HTTP/1.1 201 Created

            {"a": 1}
            ```

            """;
        ResponseShape shape = Docs.Link(("docs/session.md", session), ("docs/note.md", Resource("note", "{\"a\": 1}")),
            ("docs/item-createuploadsession.md", page))
            .Operation("Items.CreateUploadSession").Response;

        var opened = Assert.IsType<ResponseShape.UploadSession>(shape);
        Assert.Equal(("UploadSession", "Note"), (opened.Session.Name, opened.Uploaded?.Name));
    }

    [Theory]
    [InlineData("{\"uploadUrl\": \"x\", \"nextExpectedRanges\": [\"0-\"]}", "UploadSession")]
    [InlineData("{\"uploadUrl\": \"x\"}", "Value")]
    public void An_undefined_response_type_with_the_members_of_an_upload_session_is_an_upload_session(string body,
        string expected)
    {
        string page = Operation("POST /items/{id}/open") + $$"""

            <!-- {"blockType": "response", "@odata.type": "transfer"} -->
            ```http
            HTTP/1.1 200 OK

            {{body}}
            ```

            """;

        Assert.Equal(expected, Docs.Link(("docs/item-open.md", page)).Operation("Items.Open").Response.Case());
    }

    [Theory]
    [InlineData("note", "Note")]
    [InlineData("other", null)]
    [InlineData("missing", "Other")]
    public void A_link_to_a_page_without_types_names_no_type(string page, string? expected)
    {
        string answer =
            $"# Open\n## HTTP request\n```http\nPOST /items/{{id}}/open\n```\n## Response\n" +
            $"Returns `200 OK` and [{(page == "note" ? "note" : "other")}]({page}.md).\n";
        LinkedDocs docs = Docs.Link(("docs/item-open.md", answer), ("docs/note.md", Resource("note", "{\"a\": 1}")),
            ("docs/other.md", "# About others\n"));

        Assert.Equal(expected, docs.Operation("Items.Open").Response.ValueType?.Name);
    }

    [Fact]
    public void A_function_named_delta_has_a_delta_response()
    {
        string page = Operation("GET /items/delta") +
            "\n<!-- {\"blockType\": \"response\", \"@odata.type\": \"Collection(note)\"} -->\n```http\n" +
            "HTTP/1.1 200 OK\n\n{\"value\": []}\n```\n";

        Assert.Equal("Delta", Docs.Link(("docs/item-delta.md", page)).Operation("Items.Delta").Response.Case());
    }

    [Theory]
    [InlineData("item", "/items/{id}")]
    [InlineData("note", null)]
    public void A_job_that_creates_an_item_in_a_collection_has_a_result_URL(string type, string? template)
    {
        string page = Operation("POST /drives/{drive-id}/items/{id}/copy\nPOST /items/{id}/copy") +
            "\n<!-- {\"blockType\": \"response\", \"longRunningResponseType\": \"" + type
            + "\"} -->\n```http\nHTTP/1.1 202 Accepted\nLocation: https://x.example/m\n```\n";
        ResponseShape shape = Docs.Link(
            ("docs/item-copy.md", page), ("docs/item.md", Resource("item", "{\"a\": 1}")),
            ("docs/note.md", Resource("note", "{\"a\": 1}")))
            .Operation("Items.Copy").Response;

        Assert.Equal(template, Assert.IsType<ResponseShape.LongRunning>(shape).ResultTemplate);
    }

    private static string Resource(string name, string json, string more = "") =>
        $"# {name}\n\n<!-- {{\"blockType\": \"resource\", \"@odata.type\": " +
        $"\"{name}\"{(more.Length > 0 ? ", " + more : "")}}} -->\n```json\n{json}\n```\n";

    private static string Operation(string requests) => $"# T\n\n## HTTP request\n```http\n{requests}\n```\n";

    private const string Pond = """
        # pond resource type

        |Property|Type|Description|
        |:-|:-|:-|
        |name|String|Its name.|
        |state|pondState|How it is. Possible values are: `wet`, `dry`, `frozen`.|
        |photo|Stream|A picture.|

        ### pondState values

        |Member|
        |:-|
        |wet|
        |dry|

        ```json
        {"name": "string"}
        ```
        """;

    private static string Get(string json, string annotation = "") => $$"""
        # Get a pond

        See the [pond](pond.md).

        ## HTTP request
        ```http
        GET /ponds/{id}
        ```

        ## Example
        <!-- {"blockType": "request", "name": "get"} -->
        ```http
        GET https://api.example.com/ponds/1
        ```
        <!-- {"blockType": "response", "name": "get", "@odata.type": "pond"{{annotation}}} -->
        ```http
        HTTP/1.1 200 OK
        Content-Type: application/json

        {{json}}
        ```
        """;

    [Fact]
    public async Task Items_of_a_collection_come_from_the_annotated_property()
    {
        LinkedDocs docs = Docs.Link(("pond.md", Pond),
            ("pond-list.md", Get("""{"ponds": [{"name": "a"}], "next": "x"}""",
                ", \"isCollection\": true, \"collectionProperty\": \"ponds\"")
            .Replace("/ponds/{id}", "/ponds", StringComparison.Ordinal)));
        Operation list = docs.Operation("Ponds.List");
        Assert.Equal("ponds", Assert.IsType<ResponseShape.Collection>(list.Response).Property);

        var handler = new RecordingHandler("""{"ponds": [{"name": "a"}, {"name": "b"}]}""");
        string names = await EmittedCode.RunAsync(
            Generator.Emission.FileEmitter.Emit(
                Samples.File(list) with
                {
                    Types = docs.Files.SelectMany(f => f.Types).ToEquatableArray(),
                    Enums = docs.Files.SelectMany(f => f.Enums).ToEquatableArray()
                }),
            """
            var names = new List<string?>();
            await foreach (var pond in client.Items.ListAsync())
                names.Add(pond.Name);
            return string.Join(",", names);
            """,
            handler);

        Assert.Equal("a,b", names);
    }
}
