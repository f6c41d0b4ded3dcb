using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Emission;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>What an author is told that takes more than one page to know, where it stands, and what a page's
/// suppressions keep quiet.</summary>
public class ChecksTests
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
    public async Task Values_that_only_the_text_lists_are_generated_and_reported_at_the_type()
    {
        Assert.Equal(
            ["pond.md(6,8): DG0211: The text lists values of 'pondState' that its table lacks: frozen; they are " +
                "generated without documentation; add them to the table"],
            await FindingsAsync("DG0211", ("pond.md", Pond)));
        EnumType state = Docs.Link(("pond.md", Pond), ("pond-get.md", Get("{}"))).Files.SelectMany(f => f.Enums)
            .Single();
        Assert.Equal(["wet", "dry", "frozen"], state.Members.Select(m => m.Value));
    }

    [Theory]
    [InlineData("""{"name": "a", "photo": null, "@odata.etag": "x"}""", "")]
    [InlineData("""{"name": "a", "depth": 1, "fish": []}""",
        "pond-get.md(20,24): DG0312: This example shows members that 'pond' does not have: depth, fish; document " +
        "them, or the client keeps them as additional properties")]
    [InlineData("""{"Name": "a"}""",
        "pond-get.md(20,10): DG0312: This example shows members that 'pond' does not have: Name; document them, " +
        "or the client keeps them as additional properties")]
    public async Task Members_that_only_an_example_has_are_one_finding_at_the_first(string json, string expected) =>
        Assert.Equal(expected, string.Join('\n',
            await FindingsAsync("DG0312", ("pond.md", Pond), ("pond-get.md", Get(json)))));

    [Fact]
    public async Task Of_an_open_type_any_member_may_be_shown() => Assert.Empty(await FindingsAsync(
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
    public async Task A_value_that_no_page_lists_is_reported(string value, string expected) =>
        Assert.Equal(expected, string.Join('\n',
            await FindingsAsync("DG0314", ("pond.md", Pond), ("pond-get.md", Get($$"""{"state": "{{value}}"}""")))));

    [Theory]
    [InlineData("""{"liters": 1}""", "")]
    [InlineData("""{"hose": "a"}""", "pond-fill.md(20,1): DG0313: This example lacks required members: liters")]
    public async Task A_request_that_lacks_what_is_required_is_reported(string json, string expected) =>
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
    public async Task A_reference_without_an_address_is_reported() =>
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

    [Fact]
    public async Task A_page_that_no_other_links_to_is_told_of_where_pages_link_at_all()
    {
        Assert.Equal(
            ["pond-get.md(1,1): DG0504: No other page of the set links to this one"],
            await FindingsAsync("DG0504", ("pond.md", Pond), ("pond-get.md", Get("{}")), ("index.md", "# Ponds")));
        Assert.Empty(await FindingsAsync("DG0504", ("pond.md", Pond), ("other.md", "# Other")));
    }

    [Fact]
    public async Task A_matter_of_style_is_off() =>
        Assert.Empty(
            (await Docs.GenerateAsync(("pond.md", Pond.Replace(", `frozen`", "", StringComparison.Ordinal)),
                ("pond-get.md", Get("{}")))).Shown());

    [Fact]
    public async Task A_page_suppresses_the_findings_that_it_names_and_no_others()
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

    [Fact]
    public async Task The_items_of_a_collection_are_where_its_annotation_says()
    {
        LinkedDocs docs = Docs.Link(("pond.md", Pond),
            ("pond-list.md", Get("""{"ponds": [{"name": "a"}], "next": "x"}""",
                ", \"isCollection\": true, \"collectionProperty\": \"ponds\"")
            .Replace("/ponds/{id}", "/ponds", StringComparison.Ordinal)));
        Operation list = docs.Operation("Ponds.List");
        Assert.Equal("ponds", Assert.IsType<ResponseShape.Collection>(list.Response).Property);

        var handler = new RecordingHandler("""{"ponds": [{"name": "a"}, {"name": "b"}]}""");
        string names = await EmittedCode.RunAsync(
            Generator.Emission.FileEmitter.Emit(
                Samples.File(list) with { Types = docs.Files.SelectMany(f => f.Types).ToEquatableArray(),
                    Enums = docs.Files.SelectMany(f => f.Enums).ToEquatableArray() }),
            """
            var names = new List<string?>();
            await foreach (var pond in client.Items.ListAsync())
                names.Add(pond.Name);
            return string.Join(",", names);
            """,
            handler);

        Assert.Equal("a,b", names);
    }

    [Fact]
    public void A_tab_between_an_annotation_and_its_fence_does_not_part_them()
    {
        ParsedPage page = Docs.Read("""
            <!-- {"blockType": "request", "name": "get"} -->
            # [HTTP](#tab/http)
            ```http
            GET https://api.example.com/ponds
            ```

            ---
            """);

        Assert.Equal(["get"], Assert.Single(page.Model.Operations).Names);
    }
}
