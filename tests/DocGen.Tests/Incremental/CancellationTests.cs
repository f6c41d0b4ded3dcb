using System.Collections.Concurrent;
using DocGen.Generator.Pipeline;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Tests.Incremental;

/// <summary>An editor cancels a run as soon as its user types on: nothing of it may be taken for a result.</summary>
public class CancellationTests
{
    private static readonly DocSet Set = new("", "Test", "ApiClient", "");
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public void Reading_that_is_cancelled_leaves_the_docs_to_the_next_run()
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
    public void All_that_waits_is_worked_on_once()
    {
        var done = new ConcurrentBag<int>();
        var work = new ParallelBatch<int>(done.Add);
        foreach (int item in Enumerable.Range(0, 50))
            Assert.Equal(item, work.Add(item));

        work.Complete(default);
        work.Complete(default);

        Assert.Equal(Enumerable.Range(0, 50), done.Order());
    }

    [Fact]
    public void Linking_that_is_cancelled_gives_nothing_and_no_finding()
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
