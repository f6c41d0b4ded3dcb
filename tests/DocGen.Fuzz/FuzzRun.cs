using System.Diagnostics;

namespace DocGen.Fuzz;

/// <summary>Many cases of one fuzzer, one after the other. The seed decides all of them.</summary>
public static class FuzzRun
{
    private static readonly TimeSpan CaseLimit = TimeSpan.FromSeconds(60);

    /// <summary>What fails so often fails always: more would only fill the disk.</summary>
    private const int MaxFailures = 100;

    /// <summary>Runs cases until their number or the time is up.</summary>
    /// <param name="fuzzer">What makes and judges the cases.</param>
    /// <param name="seed">The seed of the run; each case gets its own from it.</param>
    /// <param name="cases">How many cases at most.</param>
    /// <param name="limit">After which time no further case begins.</param>
    public static async Task<FuzzReport> RunAsync(IFuzzer fuzzer, int seed, int cases, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(fuzzer);
        var report = new FuzzReport(fuzzer.Name);
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < cases && clock.Elapsed < limit && report.Failures.Count < MaxFailures; i++)
            await RunCaseAsync(fuzzer, CaseSeed(seed, i), report).ConfigureAwait(false);
        return report;
    }

    /// <summary>Runs the one case that its seed makes, as a report of a failure names it.</summary>
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
#pragma warning disable CA1031 // Whatever leaves a case is a finding.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            report.Failed(seed, watchdog.IsCancellationRequested
                ? new TimeoutException("The case hangs.", exception)
                : exception);
        }
    }

    // Not System.HashCode, which differs from process to process.
    private static int CaseSeed(int seed, int index) => unchecked((seed * 1_000_003) ^ (index * 7919));
}
