using System.Collections.Concurrent;

namespace DocGen.Generator.Pipeline;

/// <summary>
/// Work that is done on all cores. The compiler runs one step of a pipeline for every row before it runs the next: so
/// one step adds what changed, and all of it waits when the next step asks for the first. Items are worked on in any
/// order, each by itself.
/// </summary>
internal sealed class ParallelBatch<T>(Action<T> work)
{
    private readonly ConcurrentQueue<T> _waiting = new();

    public T Add(T item)
    {
        _waiting.Enqueue(item);
        return item;
    }

    /// <summary>
    /// Works on all that waits, also on what a cancelled run has left. No item may count on it: whoever asks for one
    /// that was not worked on does so then.
    /// </summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Complete(CancellationToken cancellation)
    {
        var waiting = new List<T>();
        while (_waiting.TryDequeue(out T? next))
            waiting.Add(next);
        if (waiting.Count > 1)
            Partitioner.Create(waiting, loadBalance: true).AsParallel().WithCancellation(cancellation).ForAll(work);
    }
}
