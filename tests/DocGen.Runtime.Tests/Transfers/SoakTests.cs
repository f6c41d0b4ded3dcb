using DocGen.Soak;

namespace DocGen.Runtime.Tests.Transfers;

/// <summary>
/// The collection of tests that count the open streams or the memory of the whole process. No other test runs at the
/// same time.
/// </summary>
[CollectionDefinition(nameof(PatternStream), DisableParallelization = true)]
public sealed class ProcessWide;

/// <summary>Runs the soak of <c>tests/DocGen.Soak</c> for a short time.</summary>
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

        // The measured memory includes memory of earlier tests, so the limit is half of the size of the content.
        Assert.True(isSame);
        Assert.InRange(Math.Max(upload, download), 1, 100_000_000);
    }
}
