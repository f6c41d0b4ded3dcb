using System.Globalization;
using DocGen.Fuzz;

// dotnet run -c Release --project tests/DocGen.Fuzz -- uploads --seed 1 --seconds 600
// dotnet run -c Release --project tests/DocGen.Fuzz -- uploads --case 12345

if (args.Length == 0)
{
    foreach (IFuzzer one in Fuzzers.All)
        Console.WriteLine($"{one.Name,-16} {one.Description}");
    return 1;
}

IFuzzer fuzzer = Fuzzers.Named(args[0]);
FuzzReport report = args.Contains("--case")
    ? await FuzzRun.RunCaseAsync(fuzzer, Number("--case", 0))
    : await FuzzRun.RunAsync(
        fuzzer, Number("--seed", 1), Number("--cases", int.MaxValue), TimeSpan.FromSeconds(Number("--seconds", 60)));
report.Write(Console.Out);
return report.IsClean ? 0 : 1;

int Number(string option, int value)
{
    int index = Array.IndexOf(args, option);
    return index < 0 ? value : int.Parse(args[index + 1], CultureInfo.InvariantCulture);
}
