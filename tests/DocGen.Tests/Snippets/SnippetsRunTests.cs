using DocGen.Corpus;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Snippets;

/// <summary>Tests that the snippets send the requests that the pages show.</summary>
public class SnippetsRunTests
{
    [Fact]
    public void Every_request_of_the_Drive_API_compiles_and_sends_what_its_page_shows()
    {
        var run = SnippetsRun.Of([DocFolders.ApiDocsFolder], against: null);

        Assert.NotEmpty(run.Proofs);
        Assert.Empty(run.Problems);
        Assert.All(run.Proofs, proof => Assert.True(
            proof.IsOperation && proof.IsTyped && proof.IsEqual && proof.AnswerProblem is null,
            $"{proof}: {proof.Snippet.Problem}{string.Join("; ", proof.Errors.Concat(proof.Differences))}"
                + $"{proof.AnswerProblem}\n{proof.Snippet.Code}"));
    }

    [Fact]
    public void Values_of_every_kind_are_sent_as_the_page_shows_them()
    {
        const string Rows = """
            | text | String | A text. |
            | truth | Boolean | A truth. |
            | small | Byte | A number. |
            | count | Int64 | A number. |
            | share | Double | A number. |
            | price | Decimal | A number. |
            | key | Guid | A key. |
            | made | DateTimeOffset | An instant. |
            | day | Date | A day. |
            | clock | TimeOfDay | A time. |
            | span | Duration | A duration. |
            | bytes | Binary | Bytes. |
            | any | Json | Any JSON. |
            | words | String collection | Words. |
            | part | [part](part.md) | A part. |
            | parts | [part](part.md) collection | Parts. |
            """;
        const string Json = """
            {
              "text": "a \"b\" é",
              "truth": false,
              "small": 7,
              "count": 5000000000,
              "share": 1.5e3,
              "price": 12.30,
              "key": "0f8fad5b-d9cb-469f-a165-70867728950e",
              "made": "2026-05-17T08:00:00.1234567+02:00",
              "day": "2026-05-17",
              "clock": "08:30:05.1234567",
              "span": "P1DT2H",
              "bytes": "AQID",
              "any": {"a": [1, null, {"b": 1.5}]},
              "words": ["a", "b"],
              "part": {"@odata.type": "#lib.chapter", "number": 1, "title": null},
              "parts": [{"title": "a"}, {"@odata.type": "#lib.chapter", "number": 2}]
            }
            """;
        SnippetsRun run = Run(
            ShownSnippets.Resource("book", Rows),
            ShownSnippets.Resource("part", "| title | String | The title. |"),
            ShownSnippets.Resource("chapter", "| number | Int32 | The number. |", ", \"baseType\": \"lib.part\""),
            ShownSnippets.Page("docs/book-create.md", "POST /books",
                "POST /books\nContent-Type: application/json\n\n" + Json,
                "## Request body\n\nSupply a [book](book.md)."));

        SnippetProof proof = Assert.Single(run.Proofs);
        Assert.Equal([], proof.Errors);
        Assert.Equal([], proof.Differences);
        Assert.Empty(proof.Snippet.Untyped);
    }

    [Fact]
    public void The_fields_of_a_form_and_the_parts_of_a_multipart_body_are_sent()
    {
        SnippetsRun run = Run(("docs/plain.md", """
            # Books

            ## Add a cover

            `POST /books/:id/cover`

            ```
            curl -X POST -F "cover=@cover.png" -F "title=Front" https://library.example.com/books/7/cover
            ```

            ## Add a note

            `POST /books/:id/notes`

            ```
            curl https://library.example.com/books/7/notes -d "text=a%20b&stars=5"
            ```
            """));

        Assert.Equal(2, run.Proofs.Count);
        Assert.All(run.Proofs, proof =>
            Assert.True(proof.IsEqual,
                string.Join("; ", proof.Errors.Concat(proof.Differences)) + proof.Snippet.Problem
                    + proof.Snippet.Code));
        Assert.Contains("using FileStream cover = File.OpenRead(\"cover.png\");", run.Proofs[0].Snippet.Code,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_differs_from_the_page_is_reported()
    {
        SnippetsRun run = Run(ShownSnippets.Page("docs/book-lend.md", "POST /books/{book-id}/lend",
            "POST /books/a/lend", """
            ## Request body

            | Parameter | Type | Description |
            |:---|:---|:---|
            | days | Int32 | How long. |
            """));

        Assert.Equal(["body: '{}' is added"], Assert.Single(run.Proofs).Differences);
    }

    private static SnippetsRun Run(params (string Path, string Text)[] pages)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("docgen-pages");
        try
        {
            foreach ((string path, string text) in pages)
                File.WriteAllText(Path.Combine(folder.FullName, Path.GetFileName(path)), text);
            return SnippetsRun.Of([folder.FullName], against: null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
