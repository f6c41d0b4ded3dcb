using System.Diagnostics;
using System.Globalization;

namespace DocGen.Benchmarks;

/// <summary>The first call of a process, code that was never run included: each in a process of its own.</summary>
internal static class FirstCall
{
    /// <summary>Makes the first call and prints how many milliseconds it took.</summary>
    public static async Task RunAsync(bool generated)
    {
        long start = Stopwatch.GetTimestamp();
        using (Clients clients = Clients.InMemory())
            _ = generated ? await clients.GeneratedItemAsync() : await clients.PlainItemAsync();
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    public static async Task<Result> MeasureAsync(int turns)
    {
        var generated = new List<double>();
        var plain = new List<double>();
        for (int turn = 0; turn < turns; turn++)
        {
            generated.Add(await RunProcessAsync("generated"));
            plain.Add(await RunProcessAsync("plain"));
        }

        return new Result("first call", Ratios.LowerQuartile(generated) / Ratios.LowerQuartile(plain), 1.0, double.NaN, null);
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
