using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tables that a resource's JSON and its examples contradict.</summary>
public class ContradictionTests
{
    [Theory]
    [InlineData("String collection", "\"String\"", "\"away\"", "String")]
    [InlineData("String", "[\"String\"]", "[\"away\"]", "Collection(String)")]
    [InlineData("Int32", "\"String\"", "\"away\"", "String")]
    [InlineData("String", "1024", "12", "Int64")]
    [InlineData("String collection", "\"String\"", "[\"away\"]", "Collection(String)")]
    [InlineData("String collection", "\"String\"", "null", "Collection(String)")]
    [InlineData("Int32", "\"Int64\"", "12", "Int32")]
    [InlineData("DateTimeOffset", "\"String\"", "\"away\"", "DateTimeOffset")]
    public void The_JSON_and_the_examples_outvote_the_table_where_they_agree(string table, string json, string example,
        string type)
    {
        LinkedDocs docs = Docs.Link(Resource(table, json), Get("one", example));

        Assert.Equal(type, Type(docs));
        Assert.Equal(type == table || type == $"Collection({table.Split(' ')[0]})" && table.EndsWith('n') ? 0 : 1,
            docs.Api.Findings.Count(f => f.RuleId == "DG0710"));
    }

    [Fact]
    public void One_example_that_agrees_with_the_table_is_enough_for_it() =>
        Assert.Equal("Collection(String)",
            Type(Docs.Link(Resource("String collection", "\"String\""), Get("one", "\"away\""),
                Get("two", "[\"away\"]"))));

    [Fact]
    public void Without_an_example_the_table_is_right() =>
        Assert.Equal("Collection(String)", Type(Docs.Link(Resource("String collection", "\"String\""))));

    private static string Type(LinkedDocs docs) =>
        docs.Files.SelectMany(f => f.Types).Single(t => t.Name == "State").Properties.Single().Type.ToString();

    private static (string, string) Resource(string table, string json) => ("resources/state.md", $$"""
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

    private static (string, string) Get(string name, string value) => ($"api/{name}.md", $$"""
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
