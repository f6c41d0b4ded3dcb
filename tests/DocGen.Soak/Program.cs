using System.Globalization;
using DocGen.Soak;

// dotnet run -c Release --project tests/DocGen.Soak -- --transfers 1000 --seed 1
// dotnet run -c Release --project tests/DocGen.Soak -- --memory

if (args.Contains("--memory"))
{
    long length = Number("--length", 1_000_000_000);
    var result = await MemoryRun.RunAsync(length);
    MemoryRun.Write(Console.Out, length, result);
    return result.IsSame && Math.Max(result.Upload, result.Download) < 50_000_000 ? 0 : 1;
}

int seed = (int)Number("--seed", 1);
SoakReport report = await SoakRun.RunAsync((int)Number("--transfers", 1000), seed, Number("--longest", 100_000_000),
    (int)Number("--first", 0));
Console.WriteLine($"seed                 {seed}");
report.Write(Console.Out);
return report.IsClean ? 0 : 1;

long Number(string option, long value)
{
    int index = Array.IndexOf(args, option);
    return index < 0 ? value : long.Parse(args[index + 1], CultureInfo.InvariantCulture);
}
