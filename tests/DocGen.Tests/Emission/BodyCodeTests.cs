using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Emission;

/// <summary>Tests of the type annotation in request bodies (OData JSON Format 4.01, section 4.6.3).</summary>
public class BodyCodeTests
{
    private static string Resource(string name, string more, string json = """{"id": "string", "name": "string"}""") =>
        $"# {name} resource type\n\n## JSON representation\n" +
        $"<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"zoo.{name}\"{more}}} -->\n```json\n{json}\n```\n";

    private static string Page(string request, string body, string json) => $$"""
        # A page

        ## HTTP request
        ```http
        {{request}}
        ```

        ## Request body
        {{body}}

        ## Response
        If successful, this method returns a `204 No Content` response code.

        ## Example
        ```http
        {{request.Replace("{id}", "1", StringComparison.Ordinal)}}
        Content-Type: application/json

        {{json}}
        ```
        """;

    private static async Task<string> SentAsync(string request, string body, string json, string call)
    {
        LinkedDocs docs = Docs.Link(
            ("docs/entity.md", Resource("entity", "", """{"id": "string"}""")),
            ("docs/being.md", Resource("being", ", \"baseType\": \"zoo.entity\"")),
            ("docs/cat.md", Resource("cat", ", \"baseType\": \"zoo.being\"")),
            ("docs/item-send.md", Page(request, body, json)));
        var handler = new RecordingHandler("");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(Samples.File(docs.Operation("Items.Send")) with
            {
                Types = docs.Files.SelectMany(f => f.Types).ToEquatableArray()
            }),
            "await client.Items.SendAsync(" + call + "); return \"\";",
            handler);
        return Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData("being", """{"name": "a"}""", "new() { Name = \"a\" }", """{"name":"a"}""")]
    [InlineData("being", """{"@odata.type": "#zoo.being", "name": "a"}""", "new() { Name = \"a\" }",
        """{"@odata.type":"#zoo.being","name":"a"}""")]
    [InlineData("cat", """{"name": "a"}""", "new() { Name = \"a\" }", """{"name":"a"}""")]
    [InlineData("being", """{"name": "a"}""", "new Cat { Name = \"a\" }", """{"@odata.type":"#zoo.cat","name":"a"}""")]
    [InlineData("cat", """{"name": "a"}""", "new() { Name = \"a\", ODataType = \"#zoo.lion\" }",
        """{"@odata.type":"#zoo.lion","name":"a"}""")]
    [InlineData("cat", "", "new() { Name = \"a\" }", """{"@odata.type":"#zoo.cat","name":"a"}""")]
    public async Task A_body_contains_its_type_annotation_if_the_example_does_or_if_a_derived_type_has_no_example(
        string type, string json, string call, string sent) =>
        Assert.Equal("POST /v1.0/items/send " + sent,
            await SentAsync("POST /items/send",
                $"In the request body, supply a JSON representation of a [{type}]({type}.md) object.", json, call));

    [Fact]
    public async Task A_PATCH_body_also_contains_its_type_annotation() => Assert.Equal(
        """PATCH /v1.0/items/send {"@odata.type":"#zoo.cat","name":"b"}""",
        await SentAsync("PATCH /items/send",
            "In the request body, supply a JSON representation of a [cat](cat.md) object.",
            """{"@odata.type": "#zoo.cat", "name": "a"}""", "new() { Name = \"b\" }"));

    [Fact]
    public async Task A_body_of_separate_members_contains_the_type_annotation_in_the_example() => Assert.Equal(
        """POST /v1.0/items/send {"@odata.type":"#zoo.letter","a":1}""",
        await SentAsync("POST /items/send",
            "| Parameter | Type | Description |\n|:--|:--|:--|\n| a | Int32 | One. |\n" +
            "| @odata.type | String | The type. |\n", """{"@odata.type": "zoo.letter", "a": 2}""", "new() { A = 1 }"));

    [Fact]
    public async Task A_body_has_separate_members_if_the_type_in_the_prose_is_an_enum()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/color.md",
                "# color enum type\n\n## Members\n\n| Member | Description |\n|:--|:--|\n| red | Red. |\n" +
                "| blue | Blue. |\n"),
            ("docs/item-send.md", Page(
                "POST /items/send",
                "In the request body, supply a JSON representation of a [color](color.md) object.\n\n" +
                "| Parameter | Type | Description |\n|:--|:--|:--|\n| name | String | The name. |\n",
                """{"name": "a"}""")));
        var handler = new RecordingHandler("");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(Samples.File(docs.Operation("Items.Send")) with
            {
                Enums = docs.Files.SelectMany(f => f.Enums).ToEquatableArray()
            }),
            "await client.Items.SendAsync(new() { Name = \"a\" }); return \"\";",
            handler);

        Assert.Equal("""POST /v1.0/items/send {"name":"a"}""", Assert.Single(handler.Sent));
    }
}
