using DocGen.Tool.Commands;

namespace DocGen.Tests.Guide;

/// <summary>Tests of the findings for common mistakes of new users.</summary>
public sealed class FirstMistakesTests : IDisposable
{
    private const string Answer = "\n```json\n{ \"id\": 1 }\n```\n";
    private const string Ticket = "# Tickets\n\n## Get a ticket\n\n";
    private const string Request = "<!-- { \"blockType\": \"request\", \"name\": \"get\" } -->";
    private const string Shown = Request + "\n```http\nGET /tickets/{id}\n```\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("docgen-mistakes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("only text", "# Notes\n\nWe keep notes here.\n", "DG0017: No page shows a request (1 read)")]
    [InlineData("a URL without a method", "# Tickets\n\n`/tickets/{id}`\n" + Answer, "DG0017: No page shows a request")]
    [InlineData("a method in lower case", "# Tickets\n\n`get /tickets/{id}`\n" + Answer,
        "DG0017: No page shows a request (1 read), so no client is generated; write requests like 'GET /tickets/{id}', "
        + "with the method in capitals")]
    [InlineData("an OpenAPI description", "openapi: 3.0.0\npaths:\n  /tickets:\n    get:\n      summary: A\n",
        "DG0017")]
    [InlineData("an empty page", "", "page.md(1,1): warning DG0008: This page is empty")]
    [InlineData("a placeholder that is not closed", Ticket + "`GET /tickets/{id`\n" + Answer,
        "page.md(5,6): warning DG0428: Nothing closes '{id' in this URL, so it is read as '{id}'")]
    [InlineData("no response", Ticket + "`GET /tickets/{id}`\n",
        "page.md(5,6): warning DG0422: The page shows no response to 'GET /tickets/{id}'")]
    [InlineData("invalid JSON", Ticket + "`GET /tickets/{id}`\n\n```json\n{ \"id\": 1, \"open\": tru }\n```\n",
        "page.md(8,20): info DG0301: This JSON is not valid: a value is not in quotes")]
    [InlineData("a link to a missing page",
        "# Tickets\n\n[users](users.md)\n\n`GET /tickets/{id}`\n" + Answer,
        "page.md(3,1): info DG0501: 'users.md' is not in the doc set")]
    public void A_mistake_on_a_plain_page_is_reported_at_its_line(string mistake, string page, string message) =>
        AssertSays(mistake, page, message);

    [Theory]
    [InlineData("an open annotation", "<!-- { \"blockType\": \"request\", \"name\": \"get\" -->", "GET /tickets/{id}",
        "page.md(5,6): info DG0109: This annotation is read, but it is not strict JSON: a bracket or quote is never " +
        "closed")]
    [InlineData("a misspelled block type", "<!-- { \"blockType\": \"requst\" } -->", "GET /tickets/{id}",
        "page.md(5,21): warning DG0102: Unknown blockType 'requst'; did you mean 'request'?")]
    [InlineData("a misspelled method", Request, "GTE /tickets/{id}",
        "page.md(6,1): warning DG0401: This request can't be read")]
    [InlineData("an angle bracket", Request, "GET /tickets/<id>",
        "page.md(7,14): info DG0406: Write the placeholder '<id>' as '{id}'")]
    [InlineData("an open placeholder", Request, "GET /tickets/{id",
        "page.md(7,14): warning DG0428: Nothing closes '{id'")]
    public void A_mistake_in_an_annotated_request_is_reported_at_its_line(
        string mistake, string annotation, string line, string message) => AssertSays(
        mistake,
        $"# Get ticket\n\n## HTTP request\n\n{annotation}\n```http\n{line}\n```\n\n"
            + "## Response\n\nReturns `204 No Content`.\n",
        message);

    [Theory]
    [InlineData("a response alone", "", "\"@odata.type\": \"shop.ticket\"", "HTTP/1.1 200 OK",
        "warning DG0105: No request on this page belongs to this response")]
    [InlineData("a type that no page defines", Shown, "\"name\": \"get\", \"@odata.type\": \"shop.tikcet\"",
        "HTTP/1.1 200 OK", "warning DG0303: No page defines the type 'shop.tikcet'")]
    [InlineData("a status line without a status", Shown, "\"name\": \"get\"", "HTTP/1.1 OK",
        "warning DG0402: This response can't be read: its first line has no status code between 100 and 599")]
    public void A_mistake_in_an_annotated_response_is_reported(
        string mistake, string before, string annotation, string line, string message) => AssertSays(
        mistake,
        $"# Get ticket\n\n## Example\n\n{before}<!-- {{ \"blockType\": \"response\", {annotation} }} -->\n"
            + $"```http\n{line}\n\n{{ \"id\": \"1\" }}\n```\n",
        message);

    [Theory]
    [InlineData("a misspelled type", "| Property | Type | Description |\n|:--|:--|:--|\n| id | Strng | The id. |",
        "page.md(7,7): warning DG0303: No page defines the type 'Strng'")]
    [InlineData("no column of types", "| Property | Description |\n|:--|:--|\n| id | The id. |",
        "page.md(5,2): info DG0202: This table of properties has no type column")]
    [InlineData("a property twice", "| Property | Type |\n|:--|:--|\n| id | String |\n| id | Int32 |",
        "page.md(8,2): info DG0208: 'id' of 'shop.ticket' is listed twice; the first row is used")]
    public void A_mistake_in_a_resource_is_reported_at_its_line(
        string mistake, string table, string message) => AssertSays(
        mistake,
        $"# ticket resource type\n\n## Properties\n\n{table}\n\n## JSON representation\n\n"
            + "<!-- { \"blockType\": \"resource\", \"@odata.type\": \"shop.ticket\" } -->\n```json\n" +
                "{ \"id\": \"string\" }\n```\n",
        message);

    private void AssertSays(string mistake, string page, string message)
    {
        File.WriteAllText(Path.Combine(_folder, "page.md"), page);
        var output = new StringWriter();
        new DocGenCommand(output, TextWriter.Null).Run(["check", _folder, "--severity", "info"]);

        Assert.True(
            output.ToString().Contains(message, StringComparison.Ordinal), $"The output for {mistake} is: {output}");
    }
}
