using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DocGen.Corpus;

/// <summary>What the generator costs. Absolute times tell of the machine; their ratios travel. Edits are medians of several.</summary>
/// <param name="Cold">The first run of the process.</param>
/// <param name="Warm">A second run from nothing.</param>
/// <param name="Unchanged">A run after an edit of C#: every page is the same object.</param>
/// <param name="Reloaded">A run over new objects of the same content.</param>
/// <param name="ProseEdit">A run after a paragraph was added that no output shows.</param>
/// <param name="PropertyEdit">A run after a row was added to a table of properties; null where no page has one in English.</param>
/// <param name="PageAdded">A run with one more page, which defines a resource.</param>
/// <param name="PeakMemory">The process's largest working set in bytes, up to the end of the cold run.</param>
/// <param name="Allocated">Bytes allocated by the cold run.</param>
internal sealed partial record Costs(
    int Pages, TimeSpan Cold, TimeSpan Warm, TimeSpan Unchanged, TimeSpan Reloaded, TimeSpan ProseEdit, TimeSpan? PropertyEdit, TimeSpan PageAdded,
    long PeakMemory, long Allocated)
{
    private const int Edits = 9;

    public static Costs Measure(ImmutableArray<PageFile> pages, string projectDir)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cold = GeneratorRun.Create(pages, projectDir, isTracked: false).Run();
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        using var process = Process.GetCurrentProcess();
        long peak = process.PeakWorkingSet64;
        GeneratorRun run = GeneratorRun.Create(pages, projectDir, isTracked: false);
        TimeSpan warm = run.Run();
        int[] all = [.. Enumerable.Range(0, pages.Length)];
        int[] tables = [.. all.Where(i => PropertyTable().IsMatch(pages[i].Text))];
        return new Costs(
            pages.Length, cold, warm,
            Unchanged: Median(run, _ => run.EditCode()),
            Reloaded: Median(run, _ => run.Reload()),
            ProseEdit: Median(run, turn => Append(run, Spread(all, turn), "\n\nThis paragraph is new.\n")),
            PropertyEdit: tables.Length == 0 ? null : Median(run, turn => AddProperty(run, Spread(tables, turn), turn)),
            PageAdded: Median(run, turn => run.AddPage(Path.Combine(Path.GetDirectoryName(pages[0].Path)!, $"added{turn}.md"), NewPage(turn))),
            peak, allocated);
    }

    private static TimeSpan Median(GeneratorRun run, Action<int> edit)
    {
        var times = new TimeSpan[Edits];
        for (int turn = 0; turn < Edits; turn++)
        {
            edit(turn);
            times[turn] = run.Run();
        }

        Array.Sort(times);
        return times[Edits / 2];
    }

    /// <summary>Another page each turn, from all over the set.</summary>
    private static int Spread(int[] pages, int turn) => pages[(int)((turn + 0.5) / Edits * pages.Length)];

    private static void Append(GeneratorRun run, int page, string text) => run.Edit(page, run.Pages[page].Text + text);

    private static void AddProperty(GeneratorRun run, int page, int turn) =>
        run.Edit(page, PropertyTable().Replace(run.Pages[page].Text, $"$0| added{turn} | String | What was added. |\n", 1));

    private static string NewPage(int turn) =>
        $"# added{turn} resource type\n\nWhat was added.\n\n## Properties\n\n| Property | Type | Description |\n|:--|:--|:--|\n| size | Int64 | How much. |\n";

    /// <summary>The head of a table of properties: its columns and the line below them.</summary>
    [GeneratedRegex(@"^#+ Properties\s*\n\s*\|? *Property *\| *Type *\| *Description *\|? *\r?\n[ :|-]+\r?\n", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex PropertyTable();
}
