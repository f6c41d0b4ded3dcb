using System.Diagnostics;

namespace DocGen.Fuzz;

/// <summary>Runs many cases of one fuzzer in sequence. The seed determines all cases.</summary>
public static class FuzzRun
{
    private static readonly TimeSpan CaseLimit = TimeSpan.FromSeconds(60);

    /// <summary>Stop after 100 failures; more failures would only fill the disk.</summary>
    private const int MaxFailures = 100;

    /// <summary>Runs cases until their number or the time limit is reached.</summary>
    /// <param name="fuzzer">The fuzzer that creates and checks the cases.</param>
    /// <param name="seed">The seed of the run, from which the seeds of the cases are derived.</param>
    /// <param name="cases">The maximum number of cases.</param>
    /// <param name="limit">The time after which no further case starts.</param>
    public static async Task<FuzzReport> RunAsync(IFuzzer fuzzer, int seed, int cases, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(fuzzer);
        var report = new FuzzReport(fuzzer.Name);
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < cases && clock.Elapsed < limit && report.Failures.Count < MaxFailures; i++)
            await RunCaseAsync(fuzzer, CaseSeed(seed, i), report).ConfigureAwait(false);
        return report;
    }

    /// <summary>Runs the single case of a seed that a report names.</summary>
    public static async Task<FuzzReport> RunCaseAsync(IFuzzer fuzzer, int caseSeed)
    {
        ArgumentNullException.ThrowIfNull(fuzzer);
        var report = new FuzzReport(fuzzer.Name);
        await RunCaseAsync(fuzzer, caseSeed, report).ConfigureAwait(false);
        return report;
    }

    private static async Task RunCaseAsync(IFuzzer fuzzer, int seed, FuzzReport report)
    {
        using var watchdog = new CancellationTokenSource(CaseLimit);
        try
        {
            report.Done(await fuzzer.RunAsync(seed, watchdog.Token).WaitAsync(watchdog.Token).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // Every exception of a case is a failure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            report.Failed(seed, watchdog.IsCancellationRequested
                ? new TimeoutException("The case hangs.", exception)
                : exception);
        }
    }

    // System.HashCode is not used because it is different in each process.
    private static int CaseSeed(int seed, int index) => unchecked((seed * 1_000_003) ^ (index * 7919));
}
