using System.Diagnostics;
using System.Globalization;

namespace DocGen.Benchmarks;

/// <summary>
/// Measures the goals as ratios of generated to hand-written code. Both sides take turns in one process, and the result
/// is the median of the pairs. A turn takes less than a millisecond, so that other processes rarely run between the two
/// turns of a pair.
/// </summary>
internal static class Ratios
{
    private const int Turns = 1501;
    private const int ColdTurns = 15;

    private static readonly (Payload Payload, string Kind, double BytesGoal)[] Payloads =
    [
        (Payload.Different, nameof(Payload.Different), 1.00),
        (Payload.Realistic, nameof(Payload.Realistic), 0.70),
    ];

    /// <param name="only">Measures only goals whose names contain this text; empty for all goals.</param>
    public static async Task<bool> PrintAsync(string only)
    {
        var results = new List<Result>();
        foreach ((Payload payload, string kind, double bytesGoal) in Payloads)
        {
            var json = new JsonWork(payload);
            await AddAsync($"JSON, reading, {kind}", 0.58, bytesGoal, () => Task.FromResult(json.ReadGenerated()),
                () => Task.FromResult(json.ReadPlain()), 8);
            await AddAsync($"JSON, writing, {kind}", 0.7, null, () => Task.FromResult(json.WriteGenerated()),
                () => Task.FromResult(json.WritePlain()), 6);
        }

        using (Clients memory = Clients.InMemory())
        {
            foreach ((_, string kind, double bytesGoal) in Payloads)
                await AddAsync($"page, in memory, {kind}", 0.5, bytesGoal, () => memory.GeneratedPageAsync(kind),
                    () => memory.PlainPageAsync(kind), 4);
            await AddAsync("one item, in memory", 1.5, null, memory.GeneratedItemAsync, memory.PlainItemAsync, 40);
            await AddAsync("PATCH, in memory", 1.5, null, memory.GeneratedPatchAsync, memory.PlainPatchAsync, 30);
        }

        await using (Service service = await Service.StartAsync())
        using (var loopback = new Clients(new SocketsHttpHandler(), service.Root))
        {
            foreach ((_, string kind, double bytesGoal) in Payloads)
                await AddAsync($"page, loopback, {kind}", 0.66, bytesGoal, () => loopback.GeneratedPageAsync(kind),
                    () => loopback.PlainPageAsync(kind), 2);
            await AddAsync("one item, loopback", 1.05, null, loopback.GeneratedItemAsync, loopback.PlainItemAsync, 4);
            await AddAsync("PATCH, loopback", 1.05, null, loopback.GeneratedPatchAsync, loopback.PlainPatchAsync, 4);
        }

        if ("first call".Contains(only, StringComparison.Ordinal))
            results.Add(await FirstCall.MeasureAsync(ColdTurns));
        Console.WriteLine($"{"",-28}{"time",8}{"goal",8}{"bytes",10}{"goal",8}");
        foreach (Result result in results)
            Console.WriteLine(result);
        return results.TrueForAll(result => result.Holds);

        async Task AddAsync(
            string name, double goal, double? bytesGoal, Func<Task<int>> generated, Func<Task<int>> plain, int repeat)
        {
            if (name.Contains(only, StringComparison.Ordinal))
                results.Add(await MeasureAsync(name, goal, bytesGoal, generated, plain, repeat));
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static async Task<Result> MeasureAsync(
        string name, double goal, double? bytesGoal, Func<Task<int>> generated, Func<Task<int>> plain, int repeat)
    {
        var ratios = new List<double>();
        double generatedBytes = 0;
        double plainBytes = 0;
        for (int turn = -300; turn < Turns; turn++)
        {
            // The order alternates, so that neither side always runs with the garbage of the other side.
            (double Time, double Bytes) first = await TurnAsync(turn % 2 == 0 ? generated : plain, repeat);
            (double Time, double Bytes) second = await TurnAsync(turn % 2 == 0 ? plain : generated, repeat);
            ((double Time, double Bytes) ours,
                (double Time, double Bytes) theirs) = turn % 2 == 0 ? (first, second) : (second, first);
            if (turn < 0)
                continue;
            ratios.Add(ours.Time / theirs.Time);
            generatedBytes += ours.Bytes;
            plainBytes += theirs.Bytes;
        }

        return new Result(name, Median(ratios), goal, generatedBytes / plainBytes, bytesGoal);
    }

    private static async Task<(double Time, double Bytes)> TurnAsync(Func<Task<int>> work, int repeat)
    {
        long bytes = GC.GetTotalAllocatedBytes();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repeat; i++)
            await work();
        return (Stopwatch.GetElapsedTime(start).TotalMicroseconds / repeat,
            (double)(GC.GetTotalAllocatedBytes() - bytes) / repeat);
    }
}

/// <param name="Time">The time of generated code divided by the time of hand-written code.</param>
/// <param name="Bytes">The same ratio of allocated bytes, or NaN if they were not measured.</param>
internal sealed record Result(string Name, double Time, double Goal, double Bytes, double? BytesGoal)
{
    public bool Holds => Time <= Goal && !(Bytes > BytesGoal);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-28}{Time,8:F2}{Goal,8:F2}{Bytes,10:F2}{BytesGoal,8:F2}  {(Holds ? "" : "missed")}").TrimEnd();
}
