using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>
/// Tests of the warnings about blocks that an annotated page has but the client does not use, and of similar blocks
/// without a warning.
/// </summary>
public class UnreadBlocksTests
{
    private const string Page = """
        # Get a kite

        Reads a kite.

        ## HTTP request

        ```http
        GET /kites/{kite-id}
        ```

        ## Response

        If successful, this method returns a `200 OK` response code.

        """;

    private static string[] Found(string id, params (string Path, string Text)[] pages) =>
        [.. pages.SelectMany(page => Docs.Read(page.Text, page.Path).Findings()).Concat(Docs.Link(pages).Findings)
            .Where(f => f.StartsWith(id, StringComparison.Ordinal))];

    private static string Example(string request) => Page + "\n## Example\n\n```http\n" + request + "\n```\n";

    [Theory]
    [InlineData("POST /kites/7/launch", true)]
    [InlineData("GET /kites/7/strings", true)]
    [InlineData("GET https://sky.example.com/v1/kites/7", false)]
    [InlineData("GET /fields/3/kites/7", false)]
    public void A_request_that_no_page_documents_is_reported(string request, bool isReported) =>
        Assert.Equal(isReported ? 1 : 0, Found("DG0419", ("api/kite-get.md", Example(request))).Length);

    [Fact]
    public void A_request_that_another_page_documents_is_not_reported() => Assert.Empty(Found(
        "DG0419",
        ("api/kite-get.md", Example("POST /kites/7/launch")),
        ("api/kite-launch.md", Page.Replace("GET /kites/{kite-id}", "POST /kites/{kite-id}/launch",
            StringComparison.Ordinal))));

    [Fact]
    public void A_callback_from_the_service_to_another_host_is_not_reported() =>
        Assert.Empty(Found("DG0419", ("api/kite-get.md",
        Example("GET https://sky.example.com/v1/kites/7")
            + "\nThe service calls back:\n\n```http\nPOST https://me.example.net/hooks/kites\n```\n")));

    [Fact]
    public void The_finding_names_the_verb_and_the_URL_of_the_request() =>
        Assert.Equal(
            "DG0419 api/kite-get.md: POST | /kites/{id}/launch | no page has a URL template for it; put its URL " +
            "below a heading 'HTTP request', on a separate page",
            Assert.Single(Found("DG0419", ("api/kite-get.md", Example("POST /kites/7/launch")))));

    [Theory]
    [InlineData("## Response\n\n```json\n{ \"id\": 1 }\n```\n\n```json\n{ \"id\": 2 }\n```", false)]
    [InlineData("## Example response\n\n```json\n{ \"id\": 1 }\n```", true)]
    [InlineData("## Example response\n\n```http\nHTTP/1.1 200 OK\n\n{ \"id\": 1 }\n```\n\n```json\n{ \"id\": 2 }\n```",
        false)]
    [InlineData("## Notes\n\n```json\n{ \"id\": 1 }\n```", false)]
    public void Unread_JSON_is_reported_if_the_response_has_no_type(string text, bool isReported) =>
        Assert.Equal(isReported ? 1 : 0, Found("DG0317", ("api/kite-get.md", Page + "\n" + text + "\n")).Length);

    [Theory]
    [InlineData("colour", "DG0214")]
    [InlineData("kite-id", null)]
    public void Body_parameters_of_a_GET_are_reported(string name, string? id)
    {
        string text = Page
            + $"\n## Request body\n\n| Parameter | Type | Description |\n|:--|:--|:--|\n" +
                $"| {name} | String | What it is. |\n";

        Assert.Equal(id is null ? [] : [id], Found("DG0214", ("api/kite-get.md", text)).Select(f => f[..6]));
    }

    [Fact]
    public void Parameters_on_a_page_without_a_request_are_reported() =>
        Assert.Single(Found("DG0213",
            ("api/kites.md",
                "# Kites\n\n## Query parameters\n\n| Parameter | Type | Description |\n|:--|:--|:--|\n" +
                "| colour | String | Only this. |\n")));

    [Theory]
    [InlineData("", true)]
    [InlineData("<!-- { \"blockType\": \"request\", \"@odata.type\": \"sky.kite\", \"isCollection\": true } -->\n\n",
        false)]
    public void A_JSON_array_sent_to_a_content_URL_is_reported_unless_an_annotation_types_it(
        string annotation, bool isReported)
    {
        string text = Page.Replace("GET /kites/{kite-id}", "PATCH /kites/{kite-id}/content", StringComparison.Ordinal)
            + "\n## Example\n\n" + annotation
            + "```http\nPATCH /kites/7/content\nContent-Type: application/json\n\n[ { \"tail\": \"long\" } ]\n```\n";
        (string, string)[] pages = [("api/kite-patch-content.md", text),
            ("resources/kite.md", Resource("kite", "tail"))];

        Assert.Equal(isReported ? 1 : 0, Found("DG0317", pages).Length);
        Assert.Equal(isReported, Docs.Link(pages).Files.SelectMany(f => f.Operations?.Operations ?? default)
            .Single().Body is RequestBody.Stream);
    }

    private const string Typed = """
        <!-- { "blockType": "resource", "@odata.type": "sky.NAME" } -->

        ```json
        { "MEMBER": "String" }
        ```
        """;

    private static string Resource(string name, string member) =>
        $"# {name} resource type\n\nOne.\n\n"
            + Typed.Replace("NAME", name, StringComparison.Ordinal).Replace("MEMBER", member, StringComparison.Ordinal)
            + "\n";

    [Theory]
    [InlineData("wind", "201 Created", true)]
    [InlineData("wind", "200 OK", true)]
    [InlineData("kite", "201 Created", false)]
    public void A_second_response_of_another_type_is_reported(string second, string status, bool isReported)
    {
        string text = Example("POST /kites").Replace("GET /kites/{kite-id}", "POST /kites", StringComparison.Ordinal)
            + "\n<!-- { \"blockType\": \"response\", \"@odata.type\": \"sky.kite\" } -->\n\n```http\n" +
                "HTTP/1.1 200 OK\n\n{ \"tail\": \"long\" }\n```\n"
            + $"\n<!-- {{ \"blockType\": \"response\", \"@odata.type\": \"sky.{second}\" }} -->\n\n```http\n" +
                $"HTTP/1.1 {status}\n\n{{ \"speed\": \"low\" }}\n```\n";

        Assert.Equal(isReported ? 1 : 0,
            Found("DG0319", ("api/kite-post.md", text), ("resources/kite.md", Resource("kite", "tail")),
                ("resources/wind.md", Resource("wind", "speed"))).Length);
    }
}
