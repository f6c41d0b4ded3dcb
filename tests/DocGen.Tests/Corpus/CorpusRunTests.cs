using System.Globalization;
using DocGen.Corpus;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Corpus;

/// <summary>Tests of the corpus runner: its command line, its simple page reader, and its output.</summary>
[Trait("Speed", "Slow")]
public sealed class CorpusRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docgen-corpus");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("", "a folder of docs is missing")]
    [InlineData("nowhere", "'nowhere' does not exist")]
    [InlineData(". --truth", "--truth needs a value")]
    [InlineData(". --model -v", "--model needs a value")]
    [InlineData(". --model-only", "--model-only needs a value")]
    [InlineData(". --truth none.xml", "'none.xml' does not exist")]
    [InlineData(". --ouput x", "unknown option '--ouput'")]
    public void An_invalid_command_line_gives_a_reason(string line, string expected)
    {
        Arguments.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), out string? problem);

        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Options_may_be_anywhere()
    {
        Arguments arguments = Arguments.Read(["-v", "--model", "m.json", _folder.FullName, "--out", "x"],
            out string? problem);

        Assert.Null(problem);
        Assert.Equal([_folder.FullName], arguments.Docs);
        Assert.Equal(("m.json", "x", true, (string?)null),
            (arguments.Model, arguments.Output, arguments.IsVerbose, arguments.Truth));
    }

    [Theory]
    [InlineData("/drive/items/{item-id}", "/drive/items/{}")]
    [InlineData("https://graph.microsoft.com/v1.0/Users/<id>", "/users/{}")]
    [InlineData("/v1.0/me/messages?$top=5", "/me/messages")]
    [InlineData("/me/drive HTTP/1.1", "/me/drive")]
    [InlineData("/sites/contoso.sharepoint.com:/teams", "/sites/{}:/teams")]
    [InlineData("/users/a@b.com/events/1", "/users/{}/events/{}")]
    [InlineData("/users/48d31887-5fad-4d73-a9f5-3c356e68a038", "/users/{}")]
    [InlineData("/reports/getX(period='D7')", "/reports/getx(period={})")]
    [InlineData("/reports/getX(period='{value}',kind={k})", "/reports/getx(period={},kind={})")]
    public void Templates_are_normalized_for_comparison(string url, string expected) =>
        Assert.Equal(expected, PageScan.Normal(url));

    [Fact]
    public void A_page_is_scanned_for_templates_and_annotations()
    {
        PageScan scan = PageScan.Of("""
            # T
            ## HTTP request
            <!-- { "blockType": "ignored" } -->
            ```http
            GET /items/{id}
            GET /items/{other}
            POST /items
            ```
            ## Example
            <!-- {
              "blockType": "request" } -->
            ```http
            GET /elsewhere
            ```
            """);

        Assert.True(scan.IsApiPage);
        Assert.Equal(["GET /items/{}", "POST /items"], scan.Templates);
        Assert.Equal((1, 1), (scan.DefiningBlocks, scan.OtherBlocks));
    }

    [Fact]
    public void A_model_has_the_body_and_the_pages_of_an_operation()
    {
        const string Page = """
            # Rename item
            <!-- { "blockType": "ignored" } -->
            ```http
            PATCH /items/{item-id}
            ```
            ## Request body
            | Property | Type | Description |
            |:---|:---|:---|
            | name | String | The new name. |
            ## Response
            If successful, this method returns a `204 No Content` response code.
            """;
        File.WriteAllText(Path.Combine(_folder.FullName, "item-rename.md"), Page);
        File.WriteAllText(
            Path.Combine(_folder.FullName, "item-put.md"),
            Page.Replace("PATCH /items/{item-id}", "PUT /items/{item-id}/content", StringComparison.Ordinal)
                .Replace("## Request body", "## Request body\nThe contents of the file.\n## Other",
                    StringComparison.Ordinal));

        ModelOperation[] operations = [
            .. CorpusRun.ModelOf([_folder.FullName]).Operations.OrderBy(o => o.Method, StringComparer.Ordinal)];

        Assert.Equal(new ModelBody("json", null, false), operations[0].Body);
        Assert.Equal(["json", "content"], operations.Select(o => o.Body?.Kind));
        Assert.Equal("item-rename.md", Path.GetFileName(Assert.Single(operations[0].Pages)));
    }

    [Fact]
    public void A_run_prints_the_counts_of_the_docs()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "item-get.md"), """
            # Get item
            ## HTTP request
            ```http
            GET /items/{id}
            ```
            ## Example
            <!-- {"blockType": "request"} -->
            ```http
            GET /items/{id}
            ```
            <!-- {"blockType": "response", "@odata.type": "item"} -->
            ```http
            HTTP/1.1 200 OK

            {"id": "1"}
            ```
            """);
        File.WriteAllText(Path.Combine(_folder.FullName, "item.md"),
            "# item\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"item\"} -->\n```json\n" +
            "{\"id\": \"String\"}\n```\n");
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        CorpusRun run = CorpusRun.Of([_folder.FullName]);
        new Report(output).Print(run);

        string[] lines = [.. output.ToString().ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        foreach (string expected in (string[])
            [
                "pages 2", "API pages 1", "API pages with an operation 1", "operations 1",
                "URL templates in HTTP request sections 1",
                "of them in the model 1 (100.00 %)", "types 1", "placeholders 0", "properties 1",
                "200/201 JSON answers 1", "of them typed 1 (100.00 %)",
                "annotated blocks that define something 3", "of them read 3", "of them reported 0", "of them lost 0",
                "warnings 0", "exception none",
                "emitted files 3", "C# errors 0", "C# warnings 0",
            ])
        {
            Assert.Contains(expected, lines);
        }
    }

    [Fact]
    public void Every_example_of_the_sample_docs_is_read_and_written_without_change() =>
        AssertRoundTrip(Path.Combine(DocFolders.ApiDocsFolder, "api"),
            Path.Combine(DocFolders.ApiDocsFolder, "resources"));

    [SharedDocsFact("seeds")]
    public void Every_example_of_the_seeds_is_read_and_written_without_change_or_reported() =>
        AssertRoundTrip(Path.Combine(DocFolders.Shared!, "seeds"));

    [SharedDocsFact("corpus/onedrive")]
    public void Every_example_of_the_OneDrive_docs_is_read_and_written_without_change_or_reported() =>
        AssertRoundTrip(Path.Combine(DocFolders.Shared!, "corpus/onedrive"));

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Every_example_of_the_Graph_docs_is_read_and_written_without_change_or_reported() =>
        AssertRoundTrip(Path.Combine(DocFolders.Shared!, "corpus/graph-v1.0"));

    [Fact]
    public void Every_example_response_of_the_sample_docs_compiles_and_can_be_requested() =>
        AssertAnswers(20, Path.Combine(DocFolders.ApiDocsFolder, "api"),
            Path.Combine(DocFolders.ApiDocsFolder, "resources"));

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Every_example_response_of_the_Graph_docs_compiles_and_can_be_requested() =>
        AssertAnswers(2000, Path.Combine(DocFolders.Shared!, "corpus/graph-v1.0"));

    private static void AssertAnswers(int atLeast, params string[] docs)
    {
        var run = ExamplesRun.Of(docs);

        Assert.Empty(run.Problems);
        Assert.InRange(run.Answers, atLeast, int.MaxValue);
        Assert.InRange(run.Requests, atLeast / 2, run.Answers);
    }

    private static void AssertRoundTrip(params string[] docs)
    {
        var trip = RoundTrip.Of(CorpusRun.Of(docs, isTimed: false));

        Assert.Empty(trip.Unexplained);
        Assert.True(trip.Same > 0);
        Assert.Equal(trip.Examples, trip.Same + trip.Reported + trip.Untyped);
    }

    [SharedDocsFact("corpus/onedrive")]
    public async Task The_client_of_the_OneDrive_docs_compiles_without_a_warning()
    {
        GeneratorTestResult result = await Docs.GenerateAsync(SharedCorpus.OneDrive.Texts);

        Assert.DoesNotContain(result.Diagnostics, d => d.Id == "DG0006");
        using EmittedAssembly emitted = result.Load();
        Assert.NotNull(emitted.GetType("Test.DriveItem"));
    }

    [SharedDocsFact("corpus/onedrive")]
    public void Every_URL_template_of_the_OneDrive_docs_is_in_the_model()
    {
        SharedCorpus corpus = SharedCorpus.OneDrive;
        var coverage = CoverageOfTemplates.Of(corpus.Results, ApiModelDocument.From(corpus.Api.Files));

        Assert.Empty(coverage.Missing);
        Assert.True(coverage.Documented > corpus.Pages.Length);
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void The_URL_templates_of_the_Graph_docs_are_in_the_model()
    {
        SharedCorpus corpus = SharedCorpus.Graph;
        var coverage = CoverageOfTemplates.Of(corpus.Results, ApiModelDocument.From(corpus.Api.Files));

        Assert.True(coverage.Missing.Count * 200 <= coverage.Documented, string.Join('\n', coverage.Missing));
    }
}
