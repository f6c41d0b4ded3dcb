using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>What many pages say together of a type that its own page doesn't.</summary>
public class EvidenceTests
{
    [Theory]
    [InlineData("""{"id": "1", "depth": 3}""", """{"id": "2", "depth": 4}""", "depth Int64,id String")]
    [InlineData("""{"id": "1", "depth": 3}""", """{"id": "2"}""", "id String")]
    [InlineData("""{"id": "1", "depth": null}""", """{"id": "2", "depth": null}""", "id String")]
    [InlineData("""{"id": "1", "depth": null}""", """{"id": "2", "depth": 4.5}""", "id String")]
    [InlineData("""{"id": "1", "ID": "1", "@odata.etag": "x"}""", """{"id": "2", "ID": "2", "@odata.etag": "y"}""",
        "id String")]
    public void What_all_examples_show_on_two_pages_is_a_member(string first, string second, string expected)
    {
        LinkedDocs docs = Docs.Link(Resource("pond", """{"id": "string"}"""), Get("pond", first),
            Get("pond", second, "shown"));

        Assert.Equal(expected, Members(docs, "Pond"));
    }

    [Fact]
    public void One_page_is_not_enough_and_neither_are_open_or_base_types()
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
    public void Items_of_a_collection_and_objects_that_name_their_type_are_examples_too()
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
    public void Other_pages_tell_the_type_of_a_member_by_its_name()
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
    public void Fewer_than_three_members_of_a_name_tell_no_type(int alike, int unlike, string expected)
    {
        (string, string)[] others = [
            .. Enumerable.Range(0, alike + unlike).Select(i => Resource("other" + i, i < alike
                ? """{"changedAt": "string (timestamp)"}""" : """{"changedAt": "string"}"""))];
        const string Shown = """{"id": "1", "changedAt": null}""";
        LinkedDocs docs = Docs.Link(
            [.. others, Resource("pond", """{"id": "string"}"""), Get("pond", Shown), Get("pond", Shown, "shown")]);

        Assert.Equal(expected, Members(docs, "Pond"));
    }

    [Theory]
    [InlineData("basin", "basin", "Basin", "my.basin")]
    [InlineData("basin", "pool", "Pool", "my.pool")]
    [InlineData("other", "basin", "Pool", "my.pool")]
    public void A_base_that_its_own_page_misspells_is_named_by_what_inherits_from_it(string file, string linked,
        string expected, string name)
    {
        LinkedDocs docs = Docs.Link(
            ($"docs/{file}.md", Resource("pool", """{"id": "string"}""").Text),
            ("docs/pond.md", $"""
                # pond resource type
                A pond. Inherits from [{linked}](../docs/{file}.md).

                {Resource("pond", "{}").Text}
                """));

        Assert.Equal(name, docs.Type(expected).ODataName);
        Assert.Equal(expected == "Basin" || linked == "pool" ? expected : null, docs.Type("Pond").Base);
    }

    [Theory]
    [InlineData("[List frogs](pond-list-frogs.md)", "[frog](frog.md) collection", 1)]
    [InlineData("[List frogs](pond-list-frogs.md)", "[frog](frog.md)", 0)]
    [InlineData("[List frogs](pond-list-frogs.md)", "[newt](frog.md) collection", 0)]
    [InlineData("[Get frogs](pond-get-frogs.md)", "[frog](frog.md) collection", 0)]
    [InlineData("[Ranas](pond-list-frogs.md)", "Collection(frog)", 1)]
    public void A_relationship_that_a_method_lists_is_a_collection(string method, string type, int rank)
    {
        ParsedPage page = Docs.Read($"""
            # pond resource type
            ## Methods
            |Method|Return type|Description|
            |:-|:-|:-|
            |{method}|{type}|All of them.|

            ## Relationships
            |Relationship|Type|Description|
            |:-|:-|:-|
            |frogs|[frog](frog.md)|Its frogs.|

            {Resource("pond", "{}").Text}
            """);

        Assert.Equal(rank, Assert.Single(Assert.Single(page.Model.Resources).Members).Type.Rank);
    }

    [Fact]
    public void A_definition_that_names_a_type_settles_which_of_two_a_table_means()
    {
        ParsedPage page = Docs.Read($$"""
            # pond resource type
            ## Properties
            |Property|Type|Description|
            |:-|:-|:-|
            |owner|[person](person.md) or [club](club.md)|Whose it is.|

            {{Resource("pond", """{"owner": {"@odata.type": "my.holder"}}""").Text}}
            """);

        Assert.Equal(DocType.Named("my.holder"), Assert.Single(Assert.Single(page.Model.Resources).Members).Type);
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
}
