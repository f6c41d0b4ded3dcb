using System.Collections.Concurrent;
using DocGen.Generator.Model;

namespace DocGen.Generator;

/// <summary>
/// Reads docs on all cores. The compiler runs one step of a pipeline for every row before it runs the next: so that all docs that
/// changed wait here when the first of them is asked for. Pages are read from their own text alone, in whatever order.
/// </summary>
internal sealed class ReadAhead
{
    private readonly ConcurrentQueue<Document> _waiting = new();

    public Document Add(Document document)
    {
        _waiting.Enqueue(document);
        return document;
    }

    /// <summary>The doc read, and all that wait with it; what a run leaves that is cancelled, the next one reads or has read.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ParsedPage Read(Document document, CancellationToken cancellation)
    {
        var waiting = new List<Document>();
        while (_waiting.TryDequeue(out Document? next))
            waiting.Add(next);
        if (waiting.Count > 1)
            Parallel.ForEach(waiting, new ParallelOptions { CancellationToken = cancellation }, next => next.Read());
        return document.Read();
    }
}
