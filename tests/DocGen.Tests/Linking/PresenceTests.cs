using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>What <c>optionalProperties</c> and <c>nullableProperties</c> hold examples to.</summary>
public class PresenceTests
{
    [Theory]
    [InlineData("", """{"a": "x"}""", null)]
    [InlineData(""", "optionalProperties": []""", """{"a": "x"}""", null)]
    [InlineData(""", "optionalProperties": ["b"]""", """{"a": "x", "c": 1}""", null)]
    [InlineData(""", "optionalProperties": ["b"]""", """{"a": "x"}""",
        "thing-get.md(12,1): DG0313: This example lacks required members: c of 'thing'")]
    [InlineData(""", "optionalProperties": "b, c" """, """{"b": "x"}""",
        "thing-get.md(12,1): DG0313: This example lacks required members: a of 'thing'")]
    [InlineData(""", "nullableProperties": ["b"]""", """{"a": "x", "b": null}""", null)]
    [InlineData(""", "nullableProperties": ["b"]""", """{"a": null, "b": null}""",
        "thing-get.md(12,7): DG0310: 'a' is null in this example, but has the type String in 'thing'")]
    public async Task An_example_has_what_the_annotation_promises(string promise, string example, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], await FindingsAsync(promise, example, ""));

    [Theory]
    [InlineData(""", "truncated": true""")]
    [InlineData(""", "optionalProperties": ["c"]""")]
    public async Task An_answer_that_says_so_itself_may_lack_more(string answer) =>
        Assert.Empty(await FindingsAsync(""", "optionalProperties": ["b"]""", """{"a": "x"}""", answer));

    [Fact]
    public async Task An_answer_to_a_selection_lacks_the_rest() =>
        Assert.Empty(await FindingsAsync(""", "optionalProperties": ["b"]""", """{"a": "x"}""", "", "?$select=a"));

    [Fact]
    public void What_a_request_may_leave_out_is_not_required()
    {
        const string Page = """
            # Add thing

            ## HTTP request
            ```http
            POST /things/add
            ```
            ## Request body
            |Parameter|Type|Description|
            |-|-|-|
            |name|String|Required.|
            |size|Int32|Required.|
            ## Example
            <!-- {"blockType": "request", "name": "add", "optionalProperties": ["size"]} -->
            ```http
            POST /things/add
            Content-Type: application/json

            {"name": "n"}
            ```
            """;

        Assert.Equal(["name True", "size False"],
            Docs.Link(("docs/thing-add.md", Page)).Operation("Things.Add").Body!.JsonObject!.Members.Select(
                m => $"{m.JsonName} {m.IsRequired}"));
    }

    private static async Task<string[]> FindingsAsync(string promise, string example, string answer, string query = "")
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/thing-get.md", $$"""
                # Get thing

                <!-- {"blockType": "request", "name": "get"} -->
                ```http
                GET /things/1{{query}}
                ```
                <!-- {"blockType": "response", "name": "get", "@odata.type": "my.thing"{{answer}}} -->
                ```http
                HTTP/1.1 200 OK
                Content-type: application/json

                {{example}}
                ```
                """),
            ("docs/thing.md", $$"""
                # thing

                ## Properties
                |Property|Type|Description|
                |-|-|-|
                |a|String|A.|
                |b|String|B.|
                |c|Int32|C.|
                |d|String|Only here.|
                <!-- {"blockType": "resource", "@odata.type": "my.thing"{{promise}}} -->
                ```json
                {"a": "String", "b": "String", "c": 1}
                ```
                """));
        return [.. result.Shown().Where(f => f.Contains("DG031", StringComparison.Ordinal))];
    }
}
