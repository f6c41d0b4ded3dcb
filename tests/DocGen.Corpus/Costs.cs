using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using DocGen.Corpus.Surface;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Corpus;

/// <summary>
/// The run times of the generator. Compare ratios, because absolute times depend on the machine. Each time is the
/// median of several warm runs, because an editor and the compiler server keep the generator loaded.
/// </summary>
/// <param name="Warm">A complete run with empty caches.</param>
/// <param name="Markdig">Parsing the same pages with Markdig and the same extensions.</param>
/// <param name="Unchanged">A run after an edit of C#. Every page is the same object.</param>
/// <param name="Reloaded">A run over new page objects with the same content.</param>
/// <param name="ProseEdit">A run after a new paragraph that does not change the output.</param>
/// <param name="PropertyEdit">
/// A run after a new row in a table of properties. Null if no page has such a table in English.
/// </param>
/// <param name="AllIncluded">The same edit in a project whose <c>DocGenInclude</c> matches every operation.</param>
/// <param name="TenthIncluded">
/// The same edit in a project whose <c>DocGenInclude</c> matches every tenth group of operations.
/// </param>
/// <param name="PageAdded">A run after a new page that defines a resource.</param>
internal sealed partial record Costs(
    int Pages, TimeSpan Warm, TimeSpan Markdig, TimeSpan Unchanged, TimeSpan Reloaded, TimeSpan ProseEdit,
    TimeSpan? PropertyEdit,
    TimeSpan? AllIncluded, TimeSpan? TenthIncluded, TimeSpan PageAdded)
{
    /// <summary>
    /// The number of edits before the first measured edit. The JIT recompiles hot methods in this time.
    /// </summary>
    private const int WarmUp = 40;

    private const int Edits = 15;

    private const int Runs = 5;

    /// <summary>
    /// The number of complete runs before the first measured run. The JIT still profiles hot methods in this time.
    /// </summary>
    private const int RunsWarmUp = 20;

    public static Costs Measure(ImmutableArray<PageFile> pages, string projectDir)
    {
        GeneratorRun run = GeneratorRun.Create(pages, projectDir, isTracked: false);
        TimeSpan warm = Median(Runs, RunsWarmUp,
            _ => run = GeneratorRun.Create([.. pages.Select(p => new PageFile(p.Path, p.Text))], projectDir,
                isTracked: false), () => run.Run());
        int[] all = [.. Enumerable.Range(0, pages.Length)];
        int[] tables = [.. all.Where(i => PropertyTable().IsMatch(pages[i].Text))];
        TimeSpan? PropertyEdit(GeneratorRun edited) => tables.Length == 0 ? null
            : Median(Edits, WarmUp, turn => AddProperty(edited, Spread(tables, turn), turn), () => edited.Run());
        TimeSpan? IncludedEdit(string include)
        {
            GeneratorRun selected = GeneratorRun.Create(pages, projectDir, isTracked: false, include: include);
            selected.Run();
            return PropertyEdit(selected);
        }

        return new Costs(
            pages.Length, warm,
            Markdig: Median(Runs, RunsWarmUp, _ => { }, () => Parse(pages)),
            Unchanged: Median(Edits, WarmUp, _ => run.EditCode(), () => run.Run()),
            Reloaded: Median(Edits, WarmUp, _ => run.Reload(), () => run.Run()),
            ProseEdit: Median(Edits, WarmUp, turn => Append(run, Spread(all, turn), "\n\nThis paragraph is new.\n"),
                () => run.Run()),
            PropertyEdit: PropertyEdit(run),
            AllIncluded: IncludedEdit("*.*"),
            TenthIncluded: IncludedEdit(TenthOfGroups(pages, projectDir)),
            PageAdded: Median(Edits, WarmUp,
                turn => run.AddPage(Path.Combine(Path.GetDirectoryName(pages[0].Path)!, $"added{turn}.md"),
                    NewPage(turn)), () => run.Run()));
    }

    /// <summary>
    /// Measures edits of docs without and with a surface file, in turns. Each pair has the median without the file and
    /// the median with the file.
    /// </summary>
    public static SurfaceCosts MeasureSurface(ImmutableArray<PageFile> pages, string projectDir, string surface)
    {
        GeneratorRun[] runs = [GeneratorRun.Create(pages, projectDir, isTracked: false),
            GeneratorRun.Create(pages, projectDir, isTracked: false, surface: surface)];
        foreach (GeneratorRun run in runs)
            run.Run();
        int[] all = [.. Enumerable.Range(0, pages.Length)];
        int[] tables = [.. all.Where(i => PropertyTable().IsMatch(pages[i].Text))];
        (TimeSpan, TimeSpan) Pair(Action<GeneratorRun, int> edit)
        {
            List<TimeSpan>[] times = [[], []];
            for (int turn = -WarmUp; turn < Edits; turn++)
            {
                for (int i = 0; i < runs.Length; i++)
                {
                    edit(runs[i], turn + WarmUp);
                    TimeSpan time = runs[i].Run();
                    if (turn >= 0)
                        times[i].Add(time);
                }
            }

            return (times[0].Order().ElementAt(Edits / 2), times[1].Order().ElementAt(Edits / 2));
        }

        return new SurfaceCosts(
            tables.Length == 0 ? default : Pair((run, turn) => AddProperty(run, Spread(tables, turn), turn)),
            Pair((run, turn) => Append(run, Spread(all, turn), "\n\nThis paragraph is new.\n")));
    }

    /// <summary>Returns the patterns of every tenth group of operations.</summary>
    private static string TenthOfGroups(ImmutableArray<PageFile> pages, string projectDir)
    {
        GeneratorRun run = GeneratorRun.Create(pages, projectDir, isTracked: true);
        run.Run();
        IEnumerable<string> groups = run.Outputs<EquatableArray<ApiFile>>(TrackingNames.Files)
            .SelectMany(files => files)
            .Select(file => file.Operations?.Name).OfType<string>().Order(StringComparer.Ordinal);
        return string.Join("|", groups.Where((_, index) => index % 10 == 0).Select(group => group + ".*"));
    }

    private static TimeSpan Median(int turns, int warmUp, Action<int> prepare, Func<TimeSpan> run)
    {
        var times = new TimeSpan[turns];
        for (int turn = -warmUp; turn < turns; turn++)
        {
            // Collect the garbage of earlier measurements, so that it does not affect this measurement.
            if (turn == 0)
                GC.Collect();
            prepare(turn + warmUp);
            TimeSpan time = run();
            if (turn >= 0)
                times[turn] = time;
        }

        Array.Sort(times);
        return times[turns / 2];
    }

    private static TimeSpan Parse(ImmutableArray<PageFile> pages)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (PageFile page in pages)
            global::Markdig.Markdown.Parse(page.Text, MarkdownParser.Pipeline, new InlineWork().ToContext(page.Text));
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Returns a different page in each turn, spread over the whole set.</summary>
    private static int Spread(int[] pages, int turn) => pages[(int)(turn * 7919L % pages.Length)];

    private static void Append(GeneratorRun run, int page, string text) => run.Edit(page, run.Pages[page].Text + text);

    private static void AddProperty(GeneratorRun run, int page, int turn) =>
        run.Edit(page, PropertyTable()
            .Replace(run.Pages[page].Text, $"$0| added{turn} | String | What was added. |\n", 1));

    private static string NewPage(int turn) =>
        $"# added{turn} resource type\n\nWhat was added.\n\n## Properties\n\n| Property | Type | Description |\n" +
        $"|:--|:--|:--|\n| size | Int64 | How much. |\n";

    /// <summary>Matches the head of a table of properties: the heading, the columns and the separator line.</summary>
    [GeneratedRegex(@"^#+ Properties\s*\n\s*\|? *Property *\| *Type *\| *Description *\|? *\r?\n[ :|-]+\r?\n",
        RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex PropertyTable();
}

/// <summary>The time and memory of the first run in a process.</summary>
/// <param name="PeakMemory">The peak working set of the process in bytes at the end of the run.</param>
/// <param name="Allocated">The number of bytes that the run allocated.</param>
internal sealed record ColdCosts(TimeSpan Time, long PeakMemory, long Allocated)
{
    public static ColdCosts Measure(ImmutableArray<PageFile> pages, string projectDir)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan time = GeneratorRun.Create(pages, projectDir, isTracked: false).Run();
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        using var process = Process.GetCurrentProcess();
        return new ColdCosts(time, process.PeakWorkingSet64, allocated);
    }
}
