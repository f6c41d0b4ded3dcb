using System.Diagnostics;
using System.Globalization;

namespace DocGen.Benchmarks;

/// <summary>Measures the first call of a process, including JIT compilation. Each call runs in a new process.</summary>
internal static class FirstCall
{
    /// <summary>Makes the first call and prints its time in milliseconds.</summary>
    public static async Task RunAsync(bool generated)
    {
        long start = Stopwatch.GetTimestamp();
        using (Clients clients = Clients.InMemory())
            _ = generated ? await clients.GeneratedItemAsync() : await clients.PlainItemAsync();
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    public static async Task<Result> MeasureAsync(int turns)
    {
        var ratios = new List<double>();
        for (int turn = 0; turn < turns; turn++)
        {
            double generated = await RunProcessAsync("generated");
            double plain = await RunProcessAsync("plain");
            ratios.Add(generated / plain);
        }

        return new Result("first call", Ratios.Median(ratios), 1.0, double.NaN, null);
    }

    private static async Task<double> RunProcessAsync(string side)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["first-call", side])
        {
            RedirectStandardOutput = true,
        })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
