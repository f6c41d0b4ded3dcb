using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of the types and enums that pages define.</summary>
public class TypeIndexTests
{
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

    private static async Task<IEnumerable<string>> FindingsAsync(string id, params (string, string?)[] pages) =>
        (await Docs.GenerateWithStyleAsync(pages)).Shown()
            .Where(f => f.Contains(": " + id + ": ", StringComparison.Ordinal));

    [Fact]
    public async Task Enum_values_that_only_the_text_lists_are_generated_and_reported_at_the_type()
    {
        Assert.Equal(
            ["pond.md(6,8): DG0211: The text lists values of 'pondState' that its table lacks: frozen; they are " +
                "generated without documentation; add them to the table"],
            await FindingsAsync("DG0211", ("pond.md", Pond)));
        EnumType state = Docs.Link(("pond.md", Pond), ("pond-get.md", Get("{}"))).Files.SelectMany(f => f.Enums)
            .Single();
        Assert.Equal(["wet", "dry", "frozen"], state.Members.Select(m => m.Value));
    }
}
