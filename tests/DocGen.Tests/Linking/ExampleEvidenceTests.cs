using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of the members and types that a resource gets from the examples of all pages.</summary>
public class ExampleEvidenceTests
{
    [Theory]
    [InlineData("""{"id": "1", "depth": 3}""", """{"id": "2", "depth": 4}""", "depth Int64,id String")]
    [InlineData("""{"id": "1", "depth": 3}""", """{"id": "2"}""", "id String")]
    [InlineData("""{"id": "1", "depth": null}""", """{"id": "2", "depth": null}""", "id String")]
    [InlineData("""{"id": "1", "depth": null}""", """{"id": "2", "depth": 4.5}""", "id String")]
    [InlineData("""{"id": "1", "ID": "1", "@odata.etag": "x"}""", """{"id": "2", "ID": "2", "@odata.etag": "y"}""",
        "id String")]
    public void A_member_in_the_examples_of_two_pages_is_added_to_the_resource(
        string first, string second, string expected)
    {
        LinkedDocs docs = Docs.Link(Resource("pond", """{"id": "string"}"""), Get("pond", first),
            Get("pond", second, "shown"));

        Assert.Equal(expected, Members(docs, "Pond"));
    }

    [Fact]
    public void Examples_on_only_one_page_or_with_an_open_or_base_type_add_no_members()
    {
        const string Shown = """{"id": "1", "depth": 3}""";
        LinkedDocs docs = Docs.Link(
            Resource("once", """{"id": "string"}"""), Get("once", Shown),
            Resource("open", """{"id": "string"}""", ", \"openType\": true"), Get("open", Shown),
            Get("open", Shown, "shown"),
            Resource("base", """{"id": "string"}"""),
            Resource("derived", """{"x": "string"}""", ", \"baseType\": \"my.base\""),
            Get("base", Shown), Get("base", Shown, "shown"));

        Assert.All((string[])["Once", "Open", "Base"], type => Assert.Equal("id String", Members(docs, type)));
        Assert.DoesNotContain(docs.Findings, f => f.StartsWith("DG0209", StringComparison.Ordinal));
    }

    [Fact]
    public void Members_also_come_from_the_items_of_a_collection_and_from_objects_with_a_type_annotation()
    {
        LinkedDocs docs = Docs.Link(
            Resource("pond", """{"id": "string"}"""), Resource("lake", """{"id": "string"}"""),
            Get("pond",
                """{"value": [{"id": "1", "depth": 3}, {"@odata.type": "#my.lake", "id": "1", "ferry": true}]}"""),
            Get("lake", """{"id": "1", "ferry": false}"""),
            Get("pond", """{"id": "1", "depth": 3}""", "shown"));

        Assert.Equal("depth Int64,id String", Members(docs, "Pond"));
        Assert.Equal("ferry Boolean,id String", Members(docs, "Lake"));
        Assert.Equal(["DG0209 docs/lake.md: my.lake | ferry", "DG0209 docs/pond.md: my.pond | depth"],
            docs.Findings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_member_has_the_type_of_members_with_its_name_on_other_pages()
    {
        (string, string)[] others = [
            .. Enumerable.Range(0, 3)
                .Select(i => Resource("other" + i,
                    """{"changedBy": {"@odata.type": "my.person"}, "changedAt": "string (timestamp)"}"""))];
        const string Shown =
            """{"id": "1", "changedBy": {"name": "Ann", "mail": "a@b", "age": 7, "nick": "A"}, "changedAt": null}""";
        LinkedDocs docs = Docs.Link(
        [
            .. others, Resource("person", """{"name": "string", "mail": "string", "age": 1}"""),
            Resource("pond", """{"id": "string"}"""),
            Get("pond", Shown), Get("pond", Shown, "shown"),
        ]);

        Assert.Equal("changedAt DateTimeOffset,changedBy Person,id String", Members(docs, "Pond"));
    }

    [Theory]
    [InlineData(2, 0, "id String")]
    [InlineData(3, 0, "changedAt DateTimeOffset,id String")]
    [InlineData(9, 1, "changedAt DateTimeOffset,id String")]
    [InlineData(8, 1, "id String")]
    public void Three_members_with_the_same_name_and_nine_in_ten_with_the_same_type_give_the_type(
        int alike, int unlike, string expected)
    {
        (string, string)[] others = [
            .. Enumerable.Range(0, alike + unlike).Select(i => Resource("other" + i, i < alike
                ? """{"changedAt": "string (timestamp)"}""" : """{"changedAt": "string"}"""))];
        const string Shown = """{"id": "1", "changedAt": null}""";
        LinkedDocs docs = Docs.Link(
            [.. others, Resource("pond", """{"id": "string"}"""), Get("pond", Shown), Get("pond", Shown, "shown")]);

        Assert.Equal(expected, Members(docs, "Pond"));
    }

    private static string Members(LinkedDocs docs, string type) =>
        string.Join(',', docs.Type(type).Properties.Select(p => $"{p.JsonName} {p.Type.Name ?? p.Type.Kind.ToString()}")
            .Order(StringComparer.Ordinal));

    private static (string Path, string Text) Resource(string name, string json, string more = "") =>
        ($"docs/{name}.md", $$"""
        <!-- {"blockType": "resource", "@odata.type": "my.{{name}}"{{more}}} -->
        ```json
        {{json}}
        ```
        """);

    private static (string Path, string Text) Get(string type, string body, string what = "it") =>
        ($"docs/{type}-get-{what}.md", $$"""
        <!-- {"blockType": "request"} -->
        ```http
        GET /{{type}}/{{what}}
        ```
        <!-- {"blockType": "response", "@odata.type": "my.{{type}}"} -->
        ```http
        HTTP/1.1 200 OK

        {{body}}
        ```
        """);

    [Theory]
    [InlineData("String collection", "\"String\"", "\"away\"", "String")]
    [InlineData("String", "[\"String\"]", "[\"away\"]", "Collection(String)")]
    [InlineData("Int32", "\"String\"", "\"away\"", "String")]
    [InlineData("String", "1024", "12", "Int64")]
    [InlineData("String collection", "\"String\"", "[\"away\"]", "Collection(String)")]
    [InlineData("String collection", "\"String\"", "null", "Collection(String)")]
    [InlineData("Int32", "\"Int64\"", "12", "Int32")]
    [InlineData("DateTimeOffset", "\"String\"", "\"away\"", "DateTimeOffset")]
    public void The_resource_JSON_and_the_examples_override_the_table_if_they_agree(
        string table, string json, string example, string type)
    {
        LinkedDocs docs = Docs.Link(State(table, json), GetState("one", example));

        Assert.Equal(type, Mood(docs));
        Assert.Equal(type == table || type == $"Collection({table.Split(' ')[0]})" && table.EndsWith('n') ? 0 : 1,
            docs.Api.Findings.Count(f => f.RuleId == "DG0710"));
    }

    [Fact]
    public void The_table_is_used_if_one_example_agrees_with_it() =>
        Assert.Equal("Collection(String)",
            Mood(Docs.Link(State("String collection", "\"String\""), GetState("one", "\"away\""),
                GetState("two", "[\"away\"]"))));

    [Fact]
    public void The_table_is_used_if_there_is_no_example() =>
        Assert.Equal("Collection(String)", Mood(Docs.Link(State("String collection", "\"String\""))));

    private static string Mood(LinkedDocs docs) =>
        docs.Files.SelectMany(f => f.Types).Single(t => t.Name == "State").Properties.Single().Type.ToString();

    private static (string, string) State(string table, string json) => ("resources/state.md", $$"""
        # state resource type

        A state.

        ## Properties
        |Property|Type|Description|
        |-|-|-|
        |mood|{{table}}|Words.|

        ## JSON representation
        <!-- {"blockType": "resource", "@odata.type": "library.state"} -->
        ```json
        { "mood": {{json}} }
        ```
        """);

    private static (string, string) GetState(string name, string value) => ($"api/{name}.md", $$"""
        # Get

        ## HTTP request
        ```http
        GET /{{name}}/state
        ```

        ## Example
        <!-- {"blockType": "request", "name": "get{{name}}"} -->
        ```http
        GET /{{name}}/state
        ```

        <!-- {"blockType": "response", "@odata.type": "library.state"} -->
        ```http
        HTTP/1.1 200 OK
        Content-Type: application/json

        { "mood": {{value}} }
        ```
        """);
}
