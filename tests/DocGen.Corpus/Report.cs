using System.Globalization;
using System.Text;
using DocGen.Corpus.Surface;
using DocGen.Generator.Model;
using DocGen.Tool.Diff;
using Microsoft.CodeAnalysis;

namespace DocGen.Corpus;

/// <summary>Prints the results of a run, one figure a line.</summary>
internal sealed class Report(TextWriter output)
{
    /// <summary>The number of pages for which one warning is acceptable.</summary>
    private const int PagesPerWarning = 20;

    public void Print(CorpusRun run)
    {
        PrintModel(run);
        PrintBlocks(run);
        PrintDiagnostics(run);
        PrintOutput(run);
        if (run is { Cold: { } cold, Costs: { } costs })
            PrintCosts(cold, costs);
    }

    public void Print(IEnumerable<KeyValuePair<string, double>> accuracy)
    {
        foreach ((string name, double value) in accuracy)
            Line(name.Replace('_', ' '), value);
    }

    /// <summary>Prints the number of badly formed names for each kind of fault, then the names.</summary>
    public void Print(IReadOnlyDictionary<string, List<string>> census)
    {
        foreach ((string name, List<string> found) in census)
            Line(name, found.Count);
        foreach ((string name, List<string> found) in census)
        {
            foreach (string line in found)
                output.WriteLine("  " + name + ": " + line);
        }
    }

    public void Print(NameStability stability)
    {
        Line("pages removed and restored", stability.Pages);
        Line("types renamed", stability.Types.Count);
        Line("operations renamed", stability.Operations.Count);
        Line("names different at the end", stability.Differences.Count);
        foreach (string line in stability.Types.Concat(stability.Operations).Concat(stability.Differences))
            output.WriteLine("  " + line);
    }

    /// <summary>Prints the figures of a history, then each state with findings, and with -v the findings.</summary>
    public void Print(HistoryRun history, bool isVerbose)
    {
        Line("states", history.States.Count);
        Line("states with a changed surface", history.States.Count(state => state.IsChanged));
        Line("findings without a changed surface",
            history.States.Count(state => !state.IsChanged && state.Diff.Findings.Count > 0));
        Line("states with errors or warnings", history.States.Count(state => state.Told.Any()));
        Line("errors and warnings", history.States.Sum(state => state.Told.Count()));
        Line("groups of errors and warnings", history.States.Sum(state => state.Groups.Count()));
        Line("most groups in one state", history.States.Max(state => state.Groups.Count()));
        Line("findings shown only by examples",
            history.States.Sum(state => state.Diff.Findings.Count(finding => finding.Change.IsShownOnly)));
        Line("additions and notes", history.States.Sum(state => state.Diff.Findings.Count - state.Told.Count()));
        Line("findings on a changed line, %", history.OnChange);
        Line("longest Markdown, characters", history.States.Max(state => state.Markdown));
        Line("changes found in one direction only", history.States.Sum(state => state.OneWay.Count));
        Line("C# names changed, nothing accepted", history.States.Sum(state => state.Unpinned));
        Line("C# names changed, each state accepted", history.States.Sum(state => state.Renamed.Count));
        foreach (HistoryState state in history.States
            .Where(state => state.Told.Any() || state.Renamed.Count + state.OneWay.Count > 0))
        {
            output.WriteLine($"  {state.Commit[..10]} {state.Groups.Count()} groups, {state.Told.Count()} findings");
            foreach (string renamed in state.Renamed.Concat(state.OneWay))
                output.WriteLine("    " + renamed);
            foreach (DiffGroup group in isVerbose ? state.Groups : [])
            {
                DiffFinding first = group.Findings[0];
                string elsewhere = group.Findings.Count(finding => !finding.IsOnChange) is > 0 and var off
                    ? $" ({off} not on a changed line)"
                    : "";
                output.WriteLine(
                    $"    {group.Severity} {group.Rule.Id} x{group.Findings.Count} {group.Text} at {first.At} was " +
                    $"{first.Was?.ToString() ?? "-"}{elsewhere}");
            }
        }
    }

    public void Print(RoundTrip trip)
    {
        Line("JSON examples", trip.Examples);
        Line("equal after the round trip", trip.Same);
        Line("different with a diagnostic", trip.Reported);
        Line("without a type", trip.Untyped);
        Line("unexplained differences", trip.Unexplained.Count);
        foreach (string failure in trip.WithoutType.Concat(trip.Unexplained))
            output.WriteLine("  " + failure);
    }

    public void Print(BuildTime time)
    {
        Line("build with the generator, s", time.Generating.TotalSeconds);
        Line("build of the emitted files, s", time.Plain.TotalSeconds);
        Line("ratio", time.Generating / time.Plain);
        Line("generator's share, s", time.Generator.TotalSeconds);
    }

    public void Print(ExamplesRun run)
    {
        Line("pages", run.Pages);
        Line("answers", run.Answers);
        Line("requests with an answer", run.Requests);
        Line("emitted characters", run.Characters);
        Line("cold, ms", run.Cold.TotalMilliseconds);
        Line("unchanged, ms", run.CodeEdit.TotalMilliseconds);
        Line("prose edit, ms", run.ProseEdit.TotalMilliseconds);
        Line("answer edit, ms", run.AnswerEdit.TotalMilliseconds);
        Line("first handler, ms", run.Handler.TotalMilliseconds);
        PrintProblems(run.Problems);
    }

    public void PrintDetails(CorpusRun run)
    {
        foreach (Diagnostic diagnostic in run.Result.Diagnostics)
            output.WriteLine(diagnostic.ToString());
        foreach ((string page, string template) in run.Templates.Missing)
            output.WriteLine($"template not in the model: {template} ({page})");
        foreach (PageResult page in run.Pages.Where(p => p.BlocksLost != 0))
            output.WriteLine($"blocks lost: {page.BlocksLost} ({page.Path})");
        IReadOnlySet<string> withOperations = run.PagesWithOperations;
        foreach (PageResult page in run.Pages.Where(p => p.Scan.IsApiPage && !withOperations.Contains(p.Path)))
            output.WriteLine($"API page without an operation: {page.Path}");
    }

    private void PrintModel(CorpusRun run)
    {
        PageResult[] apiPages = [.. run.Pages.Where(p => p.Scan.IsApiPage)];
        IReadOnlySet<string> withOperations = run.PagesWithOperations;
        StructuredType[] types = [.. run.Files.SelectMany(f => f.Types)];
        (int answers, int typed) = run.Pages.Select(p => p.JsonAnswers())
            .Aggregate((All: 0, Typed: 0), (sum, next) => (sum.All + next.All, sum.Typed + next.Typed));
        Line("pages", run.Pages.Count);
        Line("API pages", apiPages.Length);
        Line("API pages with an operation", apiPages.Count(p => withOperations.Contains(p.Path)));
        Line("operations", run.Operations.Count());
        Line("URL templates in the model", run.Operations.Sum(o => o.Urls.Count + o.Usages.Count));
        Line("URL templates in HTTP request sections", run.Templates.Documented);
        Share("of them in the model", run.Templates.Documented - run.Templates.Missing.Count, run.Templates.Documented);
        Line("types", types.Count(t => t is { IsPlaceholder: false, ODataName: not null }));
        Line("inline shapes", types.Count(t => t.ODataName is null));
        Line("placeholders", types.Count(t => t.IsPlaceholder));
        Line("properties", types.Sum(t => t.Properties.Count));
        Line("enums", run.Files.Sum(f => f.Enums.Count));
        Line("200/201 JSON answers", answers);
        Share("of them typed", typed, answers);
    }

    private void PrintBlocks(CorpusRun run)
    {
        Line("annotated blocks that define something", run.Pages.Sum(p => p.Scan.DefiningBlocks));
        Line("of them read", run.Pages.Sum(p => p.BlocksRead));
        Line("of them reported", run.Pages.Sum(p => p.BlocksReported));
        Line("of them lost", run.Pages.Sum(p => Math.Abs(p.BlocksLost)));
        Line("annotated blocks that define nothing", run.Pages.Sum(p => p.Scan.OtherBlocks));
    }

    private void PrintDiagnostics(CorpusRun run)
    {
        foreach (IGrouping<string, Diagnostic> group in run.Result.Diagnostics.GroupBy(d => d.Id)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
            Line($"{group.Key} {group.First().Severity.ToString().ToLowerInvariant()}", group.Count());
        Line("warnings", run.Result.Diagnostics.Count(d => d.Severity >= DiagnosticSeverity.Warning));
        Line("acceptable warnings", run.Pages.Count / PagesPerWarning);
        Line("exception", run.Result.Exception?.ToString() ?? "none");
    }

    private void PrintOutput(CorpusRun run)
    {
        Line("emitted files", run.Result.GeneratedSources.Length);
        Line("emitted lines", run.Result.GeneratedSources.Sum(s => s.SourceText.Lines.Count));
        Line("emitted bytes", run.Result.GeneratedSources
            .Sum(s => (long)s.SourceText.Encoding!.GetByteCount(s.SourceText.ToString())));
        Line("assembly bytes", run.Image.Length);
        PrintProblems(run.Problems);
    }

    private void PrintProblems(IReadOnlyCollection<Diagnostic> problems)
    {
        Line("C# errors", problems.Count(d => d.Severity == DiagnosticSeverity.Error));
        Line("C# warnings", problems.Count(d => d.Severity == DiagnosticSeverity.Warning));
        foreach (Diagnostic problem in problems.Take(20))
            output.WriteLine(problem.ToString());
    }

    private void PrintCosts(ColdCosts cold, Costs costs)
    {
        Line("cold, ms", cold.Time.TotalMilliseconds);
        Line("peak memory, MB", cold.PeakMemory / 1024.0 / 1024.0);
        Line("allocated, MB", cold.Allocated / 1024.0 / 1024.0);
        Line("warm, ms", costs.Warm.TotalMilliseconds);
        Line("warm, Markdig alone = 1", costs.Warm / costs.Markdig);
        Line("unchanged, ms", costs.Unchanged.TotalMilliseconds);
        Line("reloaded, ms", costs.Reloaded.TotalMilliseconds);
        Line("prose edit, ms", costs.ProseEdit.TotalMilliseconds);
        if (costs.PropertyEdit is { } property)
            Line("property edit, ms", property.TotalMilliseconds);
        if (costs.AllIncluded is { } all)
            Line("property edit, all included, ms", all.TotalMilliseconds);
        if (costs.TenthIncluded is { } tenth)
            Line("property edit, a tenth included, ms", tenth.TotalMilliseconds);
        Line("page added, ms", costs.PageAdded.TotalMilliseconds);
    }

    public void Print(SurfaceRun surface)
    {
        output.WriteLine(
            $"surface file: {surface.Text.Count(c => c == '\n')} lines, {Encoding.UTF8.GetByteCount(surface.Text)} " +
            $"bytes, parsed in {surface.Parsing.TotalMilliseconds:F1} ms (first time " +
            $"{surface.FirstParsing.TotalMilliseconds:F1}); "
            + $"{(surface.IsRoundTrip ? "equal" : "NOT equal")} after reading and writing; emitted files that it " +
                $"changes: {surface.OwnChanges}");
        if (surface.Costs is { } costs)
        {
            string Pair((TimeSpan Without, TimeSpan With) pair) =>
                $"{pair.Without.TotalMilliseconds:F1} -> {pair.With.TotalMilliseconds:F1} ms " +
                $"({pair.With / pair.Without:F2} x)";
            output.WriteLine(
                $"edits without and with the file: property {Pair(costs.Property)}, prose {Pair(costs.Prose)}");
        }

        foreach (SurfaceTrial trial in surface.Trials)
        {
            output.WriteLine(
                $"{trial.Name}: changed C# names without a surface file {trial.Unpinned}, with it " +
                $"{trial.Changed.Count}; compiler errors in code that uses the client: {trial.Reported} with a " +
                $"finding, {trial.Problems.Count} without");
            foreach (string line in trial.Changed.Concat(trial.Problems).Take(10))
                output.WriteLine("  " + line);
        }
    }

    /// <summary>
    /// Prints a line for each doc set: times in milliseconds, and in parentheses the ratio to the first set.
    /// </summary>
    public void PrintGrowth(IReadOnlyList<Costs> sets)
    {
        output.WriteLine(Row(
            "pages", "warm", "unchanged", "reloaded", "prose edit", "property edit", "all included", "tenth included",
            "page added"));
        foreach (Costs costs in sets)
        {
            string Growth(TimeSpan? time, TimeSpan? first) => time is { } now && first is { } then
                ? string.Create(CultureInfo.InvariantCulture, $"{now.TotalMilliseconds:0.0} (x{now / then:0.0})") : "-";
            Costs one = sets[0];
            output.WriteLine(Row(
                string.Create(CultureInfo.InvariantCulture, $"{costs.Pages} (x{(double)costs.Pages / one.Pages:0.0})"),
                Growth(costs.Warm, one.Warm), Growth(costs.Unchanged, one.Unchanged),
                Growth(costs.Reloaded, one.Reloaded),
                Growth(costs.ProseEdit, one.ProseEdit), Growth(costs.PropertyEdit, one.PropertyEdit),
                Growth(costs.AllIncluded, one.AllIncluded), Growth(costs.TenthIncluded, one.TenthIncluded),
                Growth(costs.PageAdded, one.PageAdded)));
        }
    }

    private static string Row(params string[] cells) =>
        string.Concat(cells.Select(cell => cell.PadRight(18))).TrimEnd();

    private void Share(string name, int part, int whole) =>
        Line(name, string.Create(CultureInfo.InvariantCulture,
            $"{part} ({(whole == 0 ? 1 : (double)part / whole):P2})"));

    private void Line(string name, double value) =>
        Line(name, value.ToString(value < 10 ? "0.####" : "0.#", CultureInfo.InvariantCulture));

    private void Line(string name, string value) => output.WriteLine($"{name,-40}{value}");
}
