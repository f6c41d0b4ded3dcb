using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DocGen.Tests.Checks;

/// <summary>Tests of the findings about examples that contradict their documented types.</summary>
public class ExampleCheckTests
{
    private const string Thing = """
        # thing resource type

        | Property | Type                  | Description |
        |:---------|:----------------------|:------------|
        | id       | String                | The id.     |
        | size     | Int32                 | A number.   |
        | made     | DateTimeOffset        | A time.     |
        | isNew    | Boolean               | A truth.    |
        | owner    | [person](person.md)   | A person.   |
        | tags     | String collection     | Words.      |
        | sizes    | Int32 collection      | Numbers.    |
        | data     | Edm.Binary            | Bytes.      |
        | any      | Json                  | Anything.   |
        """;

    private const string Person =
        "# person resource type\n\n| Property | Type | Description |\n|:--|:--|:--|\n| name | String | A name. |\n";

    [Theory]
    [InlineData(
        """{ "id": "1", "size": 1, "made": "2026-01-02T03:04:05Z", "isNew": null, "owner": { "name": "A" }"""
        + """, "tags": ["a", null], "other": [{}] }""", "")]
    [InlineData("""{ "size": "1" }""", "'size' is a string in this example, but has the type Int32 in 'thing'")]
    [InlineData("""{ "size": 1.5 }""",
        "'size' is a number out of range or with a fraction in this example, but has the type Int32 in 'thing'")]
    [InlineData("""{ "size": 3000000000 }""",
        "'size' is a number out of range or with a fraction in this example, but has the type Int32 in 'thing'")]
    [InlineData("""{ "made": "yesterday" }""",
        "'made' is a string in another format in this example, but has the type DateTimeOffset in 'thing'")]
    [InlineData("""{ "isNew": "true" }""",
        "'isNew' is a string in this example, but has the type Boolean in 'thing'")]
    [InlineData("""{ "owner": [] }""", "'owner' is an array in this example, but has the type Person in 'thing'")]
    [InlineData("""{ "owner": { "name": 1 } }""",
        "'name' is a number in this example, but has the type String in 'person'")]
    [InlineData("""{ "tags": "a" }""",
        "'tags' is a string in this example, but has the type Collection(String) in 'thing'")]
    [InlineData("""{ "tags": [{}] }""",
        "An item of 'tags' is an object in this example, but has the type String in 'thing'")]
    [InlineData("""{ "sizes": [1, null] }""",
        "An item of 'sizes' is null in this example, but has the type Int32 in 'thing'")]
    [InlineData("""{ "data": "no base64!" }""",
        "'data' is a string in another format in this example, but has the type Binary in 'thing'")]
    [InlineData("""{ "any": [{ "deep": 1 }] }""", "")]
    [InlineData("""[]""", "The body is an array in this example, but has the type Thing in the response")]
    public async Task Example_values_are_checked_against_their_documented_types(string json, string expected)
    {
        GeneratorTestResult result = await Docs.GenerateAsync(("thing.md", Thing), ("person.md", Person),
            ("thing-get.md", Page(json)));

        Assert.Equal(expected, string.Join('\n',
            result.Diagnostics.Where(d => d.Id == "DG0310").Select(d => d.GetMessage(null))));
    }

    [Fact]
    public async Task The_finding_is_reported_at_the_value()
    {
        string page = Page("{\n  \"id\": \"1\",\n  \"size\": \"big\"\n}");
        GeneratorTestResult result = await Docs.GenerateAsync(("thing.md", Thing), ("person.md", Person),
            ("thing-get.md", page));

        FileLinePositionSpan place = Assert.Single(result.Diagnostics, d => d.Id == "DG0310").Location.GetLineSpan();
        Assert.Equal("\"big\"", page.Split(
            '\n')[place.StartLinePosition.Line][place.StartLinePosition.Character..place.EndLinePosition.Character]);
    }

    [Fact]
    public async Task The_same_mistake_in_many_items_is_one_finding()
    {
        string page = Page("""{ "value": [{ "size": "1" }, { "size": "2" }, { "made": "x" }] }""")
            .Replace("GET /things/{id}", "GET /things", StringComparison.Ordinal);
        GeneratorTestResult result = await Docs.GenerateAsync(("thing.md", Thing), ("person.md", Person),
            ("thing-list.md", page));

        Assert.Equal(2, result.Diagnostics.Count(d => d.Id == "DG0310"));
    }

    [Fact]
    public async Task An_annotation_in_the_example_chooses_the_derived_type()
    {
        const string Special = """
            # special resource type

            Inherits from [thing](thing.md).

            <!-- { "blockType": "resource", "@odata.type": "my.special", "baseType": "my.thing" } -->
            ```json
            { "extra": 1 }
            ```
            """;
        const string Base =
            "# thing\n\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"my.thing\" } -->\n```json\n" +
            "{ \"id\": \"String\" }\n```\n";
        string page = Page("""{ "@odata.type": "#my.special", "extra": "none" }""");
        GeneratorTestResult result = await Docs.GenerateAsync(("thing.md", Base), ("special.md", Special),
            ("thing-get.md", page));

        Assert.Equal(
            "'extra' is a string in this example, but has the type Int64 in 'special'",
            Assert.Single(result.Diagnostics, d => d.Id == "DG0310").GetMessage(null)
                .Replace("Int32", "Int64", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_example_is_checked_against_its_parameters()
    {
        const string Page = """
            # Resize a thing

            ## HTTP request

            ```http
            POST /things/{id}/resize
            ```

            ## Request body

            | Parameter | Type    | Description |
            |:----------|:--------|:------------|
            | factor    | Double  | How much.   |
            | isFast    | Boolean | Whether.    |

            ## Example

            <!-- { "blockType": "request" } -->
            ```http
            POST /things/1/resize
            Content-Type: application/json

            { "factor": 2, "isFast": "yes" }
            ```
            """;
        GeneratorTestResult result = await Docs.GenerateAsync(("thing-resize.md", Page));

        Assert.Equal(
            "'isFast' is a string in this example, but has the type Boolean in the request",
            Assert.Single(result.Diagnostics, d => d.Id == "DG0310").GetMessage(null));
    }

    private static string Page(string json) => $$"""
        # Get a thing

        ## HTTP request

        ```http
        GET /things/{id}
        ```

        ## Response

        Returns `200 OK` and a [thing](thing.md).

        ## Example

        <!-- { "blockType": "request" } -->
        ```http
        GET /things/{id}
        ```

        <!-- { "blockType": "response", "@odata.type": "thing" } -->
        ```http
        HTTP/1.1 200 OK
        Content-Type: application/json

        {{json}}
        ```
        """;

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

    [Theory]
    [InlineData("""{"name": "a", "photo": null, "@odata.etag": "x"}""", "")]
    [InlineData("""{"name": "a", "depth": 1, "fish": []}""",
        "pond-get.md(20,24): DG0312: This example shows members that 'pond' does not have: depth, fish; document " +
        "them, or the client keeps them as additional properties")]
    [InlineData("""{"Name": "a"}""",
        "pond-get.md(20,10): DG0312: This example shows members that 'pond' does not have: Name; document them, " +
        "or the client keeps them as additional properties")]
    public async Task Undocumented_members_of_an_example_are_one_finding_at_the_first_member(string json,
        string expected) =>
        Assert.Equal(expected, string.Join('\n',
            await FindingsAsync("DG0312", ("pond.md", Pond), ("pond-get.md", Get(json)))));

    [Fact]
    public async Task Examples_of_an_open_type_may_show_any_member() => Assert.Empty(await FindingsAsync(
        "DG0312",
        ("pond.md",
            "<!-- {\"blockType\": \"resource\", \"@odata.type\": \"pond\", \"openType\": true} -->\n```json\n" +
            "{\"name\": \"string\"}\n```\n"),
        ("pond-get.md", Get("""{"name": "a", "depth": 1}"""))));

    [Theory]
    [InlineData("wet", "")]
    [InlineData("Frozen", "")]
    [InlineData("state-value", "")]
    [InlineData("String", "")]
    [InlineData("wett",
        "pond-get.md(20,11): DG0314: 'wett' is not a documented value of 'pondState'; did you mean 'wet'?")]
    [InlineData("swampy", "pond-get.md(20,11): DG0314: 'swampy' is not a documented value of 'pondState'")]
    public async Task An_undocumented_enum_value_is_reported(string value, string expected) =>
        Assert.Equal(expected, string.Join('\n',
            await FindingsAsync("DG0314", ("pond.md", Pond), ("pond-get.md", Get($$"""{"state": "{{value}}"}""")))));

    [Theory]
    [InlineData(40, 1)]
    [InlineData(41, 0)]
    public async Task A_string_of_more_than_40_characters_is_no_enum_value(int length, int count) => Assert.Equal(count,
        (await FindingsAsync("DG0314", ("pond.md", Pond),
            ("pond-get.md", Get($$"""{"state": "{{new string('w', length)}}"}""")))).Count());

    [Theory]
    [InlineData("""{"liters": 1}""", "")]
    [InlineData("""{"hose": "a"}""", "pond-fill.md(20,1): DG0313: This example lacks required members: liters")]
    public async Task An_example_request_without_a_required_member_is_reported(string json, string expected) =>
        Assert.Equal(expected, string.Join('\n', await FindingsAsync("DG0313", ("pond-fill.md", $$"""
            # pond: fill

            ## HTTP request
            ```http
            POST /ponds/{id}/fill
            ```

            ## Request body
            |Parameter|Type|Description|
            |:-|:-|:-|
            |liters|Int32|Required. How much.|
            |hose|String|Optional. By which.|

            ## Example
            <!-- {"blockType": "request"} -->
            ```http
            POST https://api.example.com/ponds/1/fill
            Content-Type: application/json

            {{json}}
            ```
            """))));

    [Fact]
    public async Task A_reference_body_without_a_URL_is_reported() =>
        Assert.Equal(
            ["pond-add.md(22,1): DG0313: This example lacks required members: @odata.id"],
            await FindingsAsync("DG0313", ("pond-add.md", """
                # Add fish

                ## HTTP request
                ```http
                PUT /ponds/{id}/fish/$ref
                ```

                ## Examples
                <!-- {"blockType": "request"} -->
                ```http
                PUT https://api.example.com/ponds/1/fish/$ref
                Content-Type: application/json

                {"@odata.id": "https://api.example.com/fish/1"}
                ```
                <!-- {"blockType": "request"} -->
                ```http
                PUT https://api.example.com/ponds/1/fish/$ref
                Content-Type: application/json


                {}
                ```
                """)));

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
    public async Task An_example_must_match_optionalProperties_and_nullableProperties(string promise, string example,
        string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], await FindingsAsync(promise, example, ""));

    [Theory]
    [InlineData(""", "truncated": true""")]
    [InlineData(""", "optionalProperties": ["c"]""")]
    public async Task A_response_annotation_may_allow_additional_missing_members(string answer) =>
        Assert.Empty(await FindingsAsync(""", "optionalProperties": ["b"]""", """{"a": "x"}""", answer));

    [Fact]
    public async Task A_response_to_a_select_query_may_lack_members_that_are_not_selected() =>
        Assert.Empty(await FindingsAsync(""", "optionalProperties": ["b"]""", """{"a": "x"}""", "", "?$select=a"));

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
