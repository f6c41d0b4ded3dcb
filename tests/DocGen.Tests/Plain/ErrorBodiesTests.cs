using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Tests of the error type, which all errors in a set of plain docs share.</summary>
public class ErrorBodiesTests
{
    private const string Lamps = """
        # Lamps

        ## Get a lamp

        `GET /lamps/{id}`

        Response:

        ```json
        { "id": 1, "watts": 5, "room": "hall" }
        ```

        """;

    private static string Members(StructuredType type) =>
        string.Join(" ", type.Properties.Select(p => $"{p.JsonName}:{p.Type}"));

    [Theory]
    [InlineData("### Errors\n\n```json\n{ \"message\": \"gone\" }\n```")]
    [InlineData("```http\nHTTP/1.1 404 Not Found\nContent-Type: application/json\n\n{ \"message\": \"gone\" }\n```")]
    [InlineData("# Errors\n\n```json\n{ \"message\": \"gone\" }\n```")]
    [InlineData("# Errors\n\n```http\nHTTP/1.1 404 Not Found\n\n{ \"message\": \"gone\" }\n```")]
    public void An_error_body_has_a_separate_type_and_is_not_the_response(string text)
    {
        LinkedDocs docs = Docs.Link(("docs/lamps.md", Lamps + text + "\n"));

        Assert.Equal("message:String", Members(docs.Type("ErrorBody")));
        Assert.Equal("id:Int64 room:String watts:Int64", Members(docs.Type("Lamp")));
        Assert.Equal("ErrorBody", docs.Operation("Lamps.Get").Docs.Error);
    }

    [Fact]
    public void The_errors_on_all_pages_share_one_type_without_members_for_the_fields_of_a_request()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/lamps.md", Lamps + "### Errors\n\n```json\n{ \"title\": \"gone\", \"status\": 404 }\n```\n"),
            ("docs/README.md",
                "# The API\n\n## Errors\n\n```json\n" +
                "{ \"title\": \"wrong\", \"errors\": { \"watts\": [\"too many\"] } }\n```\n"));

        Assert.Equal("errors:JsonObject status:Int64 title:String", Members(docs.Type("ErrorBody")));
    }

    [Fact]
    public void Docs_without_errors_have_no_error_type()
    {
        LinkedDocs docs = Docs.Link(("docs/lamps.md", Lamps),
            ("docs/README.md", "# The API\n\n## Answers\n\n```json\n{ \"message\": \"fine\" }\n```\n"));

        Assert.DoesNotContain(docs.Files.SelectMany(f => f.Types), type => type.Name == "ErrorBody");
        Assert.Null(docs.Operation("Lamps.Get").Docs.Error);
    }

    [Fact]
    public async Task An_exception_body_is_read_as_the_error_type()
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            """
            using System.Threading.Tasks;
            using DocGen;
            using Test;

            internal static class Caller
            {
                internal static string? TitleOf(ApiException exception) => exception.ReadBody<ErrorBody>()?.Title;
            }
            """,
            ("docs/index.md", "# Lights\n\nThe base URL is `https://light.example.com`.\n"),
            ("docs/lamps.md", Lamps + "### Errors\n\n```json\n{ \"title\": \"gone\" }\n```\n"));

        Assert.Empty(result.Diagnostics);
        Assert.Contains(result.GeneratedSources,
            source => source.Value.Contains("<exception cref=\"global::DocGen.ApiException\">",
                StringComparison.Ordinal));
    }
}
