using DocGen.Generator;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Emission;

/// <summary>Tests of the example responses that are emitted for a test project.</summary>
public class ExamplesEmitterTests
{
    private const string Page = """
        # Get note

        ## HTTP request
        ```http
        GET /notes/{note-id}
        ```
        ## Response
        Returns `200 OK` and a [note](note.md) object.

        ## Example
        <!-- { "blockType": "request", "name": "get-note" } -->
        ```http
        GET https://notes.example.com/v1/notes/1
        ```
        """;

    [Fact]
    public async Task An_examples_project_gets_the_examples_and_no_client()
    {
        GeneratorTestResult result = await GenerateAsync(("docs/note-get.md", Page + """

            <!-- { "blockType": "response", "@odata.type": "example.note" } -->
            ```http
            HTTP/1.1 200 OK
            Content-Type: application/json
            Content-Length: 999

            { "text": "a" }
            ```
            """));

        (string name, string source) = Assert.Single(result.GeneratedSources);
        Assert.Equal("ApiClientExamples.g.cs", name);
        Assert.Contains(
            """new("NoteGetRequest", ["get-note"], 200, ["Content-Type: application/json"], "{\"text\":\"a\"}"),""",
            source,
            StringComparison.Ordinal);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public async Task Lenient_JSON_in_the_docs_becomes_valid_JSON_in_the_response()
    {
        string source = await AnswerAsync("""
            // a comment
            {
              id: '1', "text": "a
            b", "size": 012, "kind": word, "at": "datetime-value",
              "@odata.nextLink": "https://x.example", "list": [ 1.5, true, null, "\u00fc", ],
              "list": [], ...
            }
            """);

        Assert.Contains(
            Emission("""{"id":"1","text":"a\u000ab","size":"012","kind":"word","list":[1.5,true,null,"ü"]}"""), source,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_with_quotes_and_braces_stays_inside_its_literal()
    {
        string source = await AnswerAsync("\"; } } class Broken { string x = \"", "text/plain",
            "X-Bad: \u00fc\nX-Fine: 1");

        Assert.Contains("""["Content-Type: text/plain", "X-Fine: 1"]""", source, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Bad", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_without_examples_and_unreadable_pages_give_an_empty_handler()
    {
        GeneratorTestResult result = await GenerateAsync(("docs/a.md", null), ("docs/b.md", ""),
            ("docs/note-get.md", "# Nothing"));

        Assert.Contains("CreateHandler() => new(\n    [\n    ]);", Assert.Single(result.GeneratedSources).Value,
            StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(string body, string mediaType = "application/json",
        string header = "ETag: 1") =>
        Assert.Single(
            (await GenerateAsync(("docs/note-get.md",
                $"{Page}\n\n```http\nHTTP/1.1 200 OK\nContent-Type: {mediaType}\n{header}\n\n{body}\n```\n")))
            .GeneratedSources).Value;

    private static string Emission(string body) => '"' + body.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("ü", "\\u00FC", StringComparison.Ordinal) + '"';

    private static Task<GeneratorTestResult> GenerateAsync(params (string Path, string? Text)[] pages)
    {
        var test = new CSharpSourceGeneratorTest<DocGenerator>
        {
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratorDiagnosticsCheck,
        };
        foreach ((string path, string? text) in pages)
            test.TestState.AddApiDoc(path, text, examplesOnly: true);
        return test.RunAsync();
    }
}
