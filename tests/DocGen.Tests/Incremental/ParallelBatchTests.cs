using System.Collections.Concurrent;
using DocGen.Generator.Pipeline;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Tests.Incremental;

public class ParallelBatchTests
{
    [Fact]
    public void Each_queued_item_is_processed_once()
    {
        var done = new ConcurrentBag<int>();
        var work = new ParallelBatch<int>(done.Add);
        foreach (int item in Enumerable.Range(0, 50))
            Assert.Equal(item, work.Add(item));

        work.Complete(default);
        work.Complete(default);

        Assert.Equal(Enumerable.Range(0, 50), done.Order());
    }
}
