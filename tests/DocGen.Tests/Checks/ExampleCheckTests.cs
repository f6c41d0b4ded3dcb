using DocGen.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DocGen.Tests.Linking;

/// <summary>Examples that do not fit their types are reported where the value stands, and no others.</summary>
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
        """{ "id": "1", "size": 1, "made": "2026-01-02T03:04:05Z", "isNew": null, "owner": { "name": "A" }, "tags": ["a", null], "other": [{}] }""", "")]
    [InlineData("""{ "size": "1" }""", "'size' is a string in this example, but has the type Int32 in 'thing'")]
    [InlineData("""{ "size": 1.5 }""",
        "'size' is a number out of range or with a fraction in this example, but has the type Int32 in 'thing'")]
    [InlineData("""{ "size": 3000000000 }""",
        "'size' is a number out of range or with a fraction in this example, but has the type Int32 in 'thing'")]
    [InlineData("""{ "made": "yesterday" }""",
        "'made' is a string of another form in this example, but has the type DateTimeOffset in 'thing'")]
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
        "'data' is a string of another form in this example, but has the type Binary in 'thing'")]
    [InlineData("""{ "any": [{ "deep": 1 }] }""", "")]
    [InlineData("""[]""", "The body is an array in this example, but has the type Thing in the response")]
    public async Task A_value_is_held_against_what_the_docs_say_of_it(string json, string expected)
    {
        GeneratorTestResult result = await Docs.GenerateAsync(("thing.md", Thing), ("person.md", Person),
            ("thing-get.md", Page(json)));

        Assert.Equal(expected, string.Join('\n',
            result.Diagnostics.Where(d => d.Id == "DG0310").Select(d => d.GetMessage(null))));
    }

    [Fact]
    public async Task The_value_is_where_the_finding_stands()
    {
        string page = Page("{\n  \"id\": \"1\",\n  \"size\": \"big\"\n}");
        GeneratorTestResult result = await Docs.GenerateAsync(("thing.md", Thing), ("person.md", Person),
            ("thing-get.md", page));

        FileLinePositionSpan place = Assert.Single(result.Diagnostics, d => d.Id == "DG0310").Location.GetLineSpan();
        Assert.Equal("\"big\"", page.Split(
            '\n')[place.StartLinePosition.Line][place.StartLinePosition.Character..place.EndLinePosition.Character]);
    }

    [Fact]
    public async Task Many_items_with_one_mistake_are_one_finding()
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
    public async Task A_request_is_held_against_its_parameters()
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
}
