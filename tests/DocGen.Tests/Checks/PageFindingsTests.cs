using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Checks;

/// <summary>Tests of style findings, and of the findings that a page suppresses.</summary>
public class PageFindingsTests
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
    public async Task Style_findings_are_off_by_default() =>
        Assert.Empty(
            (await Docs.GenerateAsync(("pond.md", Pond.Replace(", `frozen`", "", StringComparison.Ordinal)),
                ("pond-get.md", Get("{}")))).Shown());

    [Fact]
    public async Task A_page_suppresses_only_the_findings_whose_ids_it_lists()
    {
        const string Json = """{"state": "swampy", "depth": 1}""";
        static string Page(string ids) => Get(Json) + $$"""


            <!-- {"type": "#page.annotation", "suppressions": [{{ids}}]} -->
            """;

        Assert.Empty(await FindingsAsync("DG0312", ("pond.md", Pond),
            ("pond-get.md", Page("\"Error: of another tool\", \"dg0312: known\""))));
        Assert.Single(await FindingsAsync("DG0314", ("pond.md", Pond), ("pond-get.md", Page("\"DG0312\""))));
        Assert.Empty(await FindingsAsync("DG0504", ("pond.md", Pond), ("pond-get.md", Page("\"DG0504\", \"DG0314\""))));
    }
}
