using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Checks;

/// <summary>Tests of the findings about links between the pages of a doc set.</summary>
public class LinkCheckTests
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
    public async Task A_page_without_incoming_links_is_reported_if_pages_link_to_each_other()
    {
        Assert.Equal(
            ["pond-get.md(1,1): DG0504: No other page of the set links to this one"],
            await FindingsAsync("DG0504", ("pond.md", Pond), ("pond-get.md", Get("{}")), ("index.md", "# Ponds")));
        Assert.Empty(await FindingsAsync("DG0504", ("pond.md", Pond), ("other.md", "# Other")));
    }
}
