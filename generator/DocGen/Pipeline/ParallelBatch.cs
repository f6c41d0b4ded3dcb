using System.Collections.Concurrent;

namespace DocGen.Generator.Pipeline;

/// <summary>
/// Processes items on all cores. The compiler finishes a step of a pipeline for all rows before it begins the next
/// step. So one step queues the changed items, and the next step processes the whole queue when it reads the first
/// item. Items are independent of each other and are processed in any order.
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
    /// Processes all queued items, including items of a cancelled run. If an item was not processed, its consumer
    /// computes it.
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
