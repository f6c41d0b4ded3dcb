using DocGen.Soak;

namespace DocGen.Runtime.Tests.Transfers;

/// <summary>Tests that count the open streams, or the memory, of the whole process: nothing runs beside them.</summary>
[CollectionDefinition(nameof(PatternStream), DisableParallelization = true)]
public sealed class ProcessWide;

/// <summary>A short version of what <c>tests/DocGen.Soak</c> runs at length.</summary>
[Collection(nameof(PatternStream))]
public sealed class SoakTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20260517)]
    public async Task Transfers_under_faults_succeed_or_fail_with_a_typed_exception(int seed)
    {
        SoakReport report = await SoakRun.RunAsync(transfers: 120, seed, longest: 3_000_000);

        using var text = new StringWriter();
        report.Write(text);
        Assert.True(report.IsClean, text.ToString());
        Assert.Equal(120, report.Transfers);
        Assert.True(report.Uploads + report.Downloads > 100, text.ToString());
        Assert.True(report.Restarts > 0, text.ToString());
    }

    [Fact]
    public async Task A_large_upload_and_download_use_little_memory()
    {
        (bool isSame, long upload, long download) = await MemoryRun.RunAsync(length: 200_000_000);

        // What other tests left behind counts too: the limit is half of what holding the content would take.
        Assert.True(isSame);
        Assert.InRange(Math.Max(upload, download), 1, 100_000_000);
    }
}
