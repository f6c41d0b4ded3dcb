using System.Diagnostics;
using System.Globalization;
using DocGen.Corpus;
using DocGen.Generator;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string? output = null;
string? modelPath = null;
bool verbose = false;
bool roundTrip = false;
var folders = new List<string>();
for (int i = 0; i < args.Length; i++)
{
    if (args[i] == "--out" && i + 1 < args.Length)
        output = args[++i];
    else if (args[i] == "--model" && i + 1 < args.Length)
        modelPath = args[++i];
    else if (args[i] == "--round-trip")
        roundTrip = true;
    else if (args[i] == "-v")
        verbose = true;
    else
        folders.Add(args[i]);
}

if (folders.Count == 0 || folders.Find(f => !Path.Exists(f)) is { } missing)
{
    Console.Error.WriteLine(folders.Count == 0
        ? "usage: DocGen.Corpus <docs folder or page> [more …] [--out <folder for the emitted files>] [--round-trip] [-v]"
        : $"not found: {folders.Find(f => !Path.Exists(f))}");
    return 2;
}

GeneratorRun run = GeneratorRun.Create(folders, Path.GetDirectoryName(Path.GetFullPath(folders[0]))!);
long start = Stopwatch.GetTimestamp();
run.Run();
TimeSpan cold = Stopwatch.GetElapsedTime(start);
GeneratorRunResult result = run.Result;
(System.Collections.Immutable.ImmutableArray<Diagnostic> problems, byte[] image) = run.Compile();

Console.WriteLine($"pages           {run.Docs.Length}");
Console.WriteLine($"emitted files   {result.GeneratedSources.Length}");
Console.WriteLine($"emitted lines   {result.GeneratedSources.Sum(s => s.SourceText.Lines.Count)}");
Console.WriteLine($"emitted bytes   {result.GeneratedSources.Sum(s => (long)s.SourceText.Length)}");
Console.WriteLine($"assembly bytes  {image.Length}");
Console.WriteLine($"C# problems     {problems.Length}");
Console.WriteLine($"cold            {cold.TotalMilliseconds:F0} ms");
Console.WriteLine($"exception       {result.Exception?.ToString() ?? "none"}");
Console.WriteLine("diagnostics     " + string.Join(", ", result.Diagnostics.GroupBy(d => d.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}")));
Console.WriteLine($"warnings        {result.Diagnostics.Count(d => d.Severity >= DiagnosticSeverity.Warning)}");
if (modelPath is not null)
    ApiModelDocument.From(run.Outputs<EquatableArray<ApiFile>>(TrackingNames.Files).SelectMany(files => files)).Save(modelPath);
if (verbose)
{
    foreach (Diagnostic diagnostic in result.Diagnostics)
        Console.WriteLine(diagnostic.ToString());
}

foreach (Diagnostic problem in problems.Take(verbose ? 1000 : 20))
    Console.WriteLine(problem.ToString());
if (output is not null)
{
    foreach (GeneratedSourceResult source in result.GeneratedSources)
    {
        string path = Path.Combine(output, source.HintName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, source.SourceText.ToString());
    }
}

if (roundTrip && image.Length > 0)
{
    RoundTrip trip = RoundTrip.Run(image, run.Docs.Select(doc => (doc.Path, doc.GetText()!.ToString())));
    Console.WriteLine($"examples        {trip.Examples}, of them {trip.NotJson} no JSON, {trip.Untyped} of no emitted type");
    Console.WriteLine($"round trip      {trip.Same} the same, {trip.Examples - trip.NotJson - trip.Untyped - trip.Same} not");
    foreach (string failure in trip.Failures)
        Console.WriteLine("  " + failure);
}

return result.Exception is null && problems.Length == 0 ? 0 : 1;
