using System.Collections.Immutable;
using System.Globalization;
using DocGen.Corpus;
using DocGen.Corpus.Surface;
using Microsoft.CodeAnalysis;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Arguments arguments = Arguments.Read(args, out string? problem);
if (problem is not null)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

if (arguments.ModelOnly is { } file)
{
    CorpusRun.ModelOf(arguments.Docs).Save(file);
    return 0;
}

var report = new Report(Console.Out);
if (arguments.History is { } history)
{
    report.Print(HistoryRun.Of(history), arguments.IsVerbose);
    return 0;
}

if (arguments.IsNames)
{
    ClientNames names = CorpusRun.NamesOf(arguments.Docs);
    report.Print(NameCensus.Of(names));
    foreach (string line in arguments.IsVerbose ? names.Lines() : [])
        Console.WriteLine(line);
    return 0;
}

if (arguments.Stability is { } drawn)
{
    var stability = NameStability.Of(arguments.Docs, drawn, seed: 17);
    report.Print(stability);
    return stability.Types.Count + stability.Differences.Count == 0 ? 0 : 1;
}

if (arguments.Surface is { } touched)
{
    var surface = SurfaceRun.Of(arguments.Docs, touched, seed: 17);
    report.Print(surface);
    return surface.IsRoundTrip
        && surface.OwnChanges + surface.Trials.Sum(trial => trial.Changed.Count + trial.Problems.Count) == 0 ? 0 : 1;
}

if (arguments.IsGrowth)
{
    string projectDir = Path.GetDirectoryName(Path.GetFullPath(arguments.Docs[^1]))!;
    ImmutableArray<PageFile>[] sets = [.. arguments.Docs.Select(docs => GeneratorRun.ReadPages([docs]))];
    report.PrintGrowth([.. sets.Append(Copies.Of(sets[^1], 3, projectDir))
        .Select(pages => Costs.Measure(pages, projectDir))]);
    return 0;
}

if (arguments.IsExamples)
{
    var examples = ExamplesRun.Of(arguments.Docs);
    report.Print(examples);
    return examples.Problems.Length == 0 ? 0 : 1;
}

if (arguments.IsSnippets)
{
    var snippets = SnippetsRun.Of(arguments.Docs, arguments.Against);
    new SnippetReport(Console.Out).Print(snippets, arguments.Seed, arguments.IsVerbose);
    if (arguments.SnippetsOutput is { } folder)
        snippets.Save(folder);
    return snippets.Problems.Length == 0 ? 0 : 1;
}

CorpusRun run = CorpusRun.Of(arguments.Docs);
report.Print(run);
if (arguments.Truth is { } truth)
    report.Print(Accuracy.Measure(truth, run.Model));
if (arguments.IsRoundTrip && run.Image.Length > 0)
    report.Print(RoundTrip.Of(run));
if (arguments.IsBuild)
{
    using var build = BuildTime.Measure(arguments.Docs);
    report.Print(build);
}

if (arguments.IsVerbose)
    report.PrintDetails(run);
if (arguments.Model is { } model)
    run.Model.Save(model);
if (arguments.Output is { } output)
{
    foreach (GeneratedSourceResult source in run.Result.GeneratedSources)
    {
        string path = Path.Combine(output, source.HintName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, source.SourceText.ToString());
    }
}

return run.Result.Exception is null && run.Problems.Length == 0 ? 0 : 1;
