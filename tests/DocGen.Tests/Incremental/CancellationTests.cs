using System.Collections.Concurrent;
using DocGen.Generator.Pipeline;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Tests.Incremental;

/// <summary>
/// Tests of cancelled runs. An editor cancels a run when the user types, and the run must leave no partial result.
/// </summary>
public class CancellationTests
{
    private static readonly DocSet Set = new("", "Test", "ApiClient", "");
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public void After_a_cancelled_run_the_next_run_reads_the_docs()
    {
        var cache = new PipelineCache();
        Document[] docs = [.. Enumerable.Range(0, 50).Select(Doc)];
        var reading = new ParallelBatch<Document>(doc => doc.Read(cache));
        foreach (Document doc in docs)
            reading.Add(doc);

        Assert.Throws<OperationCanceledException>(() => reading.Complete(Cancelled));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"Page {i}"), docs.Select(doc => doc.Read(cache).Model.Title));
    }

    [Fact]
    public void Cancelled_linking_throws_and_returns_no_partial_result()
    {
        Document doc = Doc(1);
        PageOfSet[] pages = [new PageOfSet(doc.FullPath, doc.Set, doc.Read(new PipelineCache()).Model)];

        Assert.Throws<OperationCanceledException>(
            () => LinkedSets.Link([.. pages], [], LanguageVersion.CSharp12, new PipelineCache(), Cancelled));
        Assert.Single(LinkedSets.Link([.. pages], [], LanguageVersion.CSharp12, new PipelineCache(), default).Clients);
    }

    private static Document Doc(int number) => new(
        $"/docs/page{number}.md", $"docs/page{number}.md", Set,
        SourceText.From(
            $"# Page {number}\n\n## HTTP request\n```http\nGET /things{number}\n```\n## Response\n" +
            $"Returns `204 No Content`.\n"));
}
