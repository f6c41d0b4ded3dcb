using System.Collections.Immutable;

namespace DocGen.Corpus;

/// <summary>
/// What happens to all other names when a page goes and comes again. A page that is saved empty says as little as one that is gone, and costs
/// a run of one page: the compiler compares additional files by their places.
/// </summary>
/// <param name="Pages">How many pages went.</param>
/// <param name="Types">Types of other pages that were renamed: there must be none.</param>
/// <param name="Operations">Operations of other pages that were renamed, by how.</param>
/// <param name="Differences">Names that differ after all pages came back: there must be none.</param>
internal sealed record NameStability(int Pages, IReadOnlyList<string> Types, IReadOnlyList<string> Operations, IReadOnlyList<string> Differences)
{
    /// <param name="count">How many pages to draw; all where there are no more.</param>
    /// <param name="seed">Draws them.</param>
    public static NameStability Of(IReadOnlyList<string> docs, int count, int seed)
    {
        GeneratorRun run = GeneratorRun.Create(GeneratorRun.ReadPages(docs), Path.GetDirectoryName(Path.GetFullPath(docs[0]))!, isTracked: true);
        run.Run();
        ClientNames all = CorpusRun.NamesOf(run);
        int[] pages = [.. Enumerable.Range(0, run.Pages.Length)];
#pragma warning disable CA5394 // The draw must be the same every time.
        new Random(seed).Shuffle(pages);
#pragma warning restore CA5394
        List<string> types = [], operations = [], differences = [];
        foreach (int page in pages.Take(count).Order())
        {
            // The page before comes again as this one goes.
            PageFile there = run.Pages[page];
            run.Edit(page, "");
            run.Run();
            Compare(Path.GetFileName(there.Path), all, CorpusRun.NamesOf(run), types, operations);
            run.Edit(page, there.Text);
        }

        run.Run();
        differences.AddRange(CorpusRun.NamesOf(run).Lines().Except(all.Lines(), StringComparer.Ordinal));

        return new NameStability(Math.Min(count, pages.Length), types, operations, differences);
    }

    /// <summary>Types are known by what the docs call them, and operations by a URL and their page.</summary>
    private static void Compare(string gone, ClientNames before, ClientNames after, List<string> types, List<string> operations)
    {
        ILookup<string, string> typesLeft = after.Types.Where(type => type.DocName.Length > 0).ToLookup(type => type.DocName, type => type.Name, StringComparer.Ordinal);
        foreach (NamedType type in before.Types.Where(type => type.DocName.Length > 0 && typesLeft.Contains(type.DocName) && !typesLeft[type.DocName].Contains(type.Name)))
            types.Add($"{gone}: {type.Name} -> {typesLeft[type.DocName].First()}");
        HashSet<string> left = [.. Keyed(after).Select(o => o.Key + " " + o.Name)];
        ILookup<string, string> names = Keyed(after).ToLookup(o => o.Key, o => o.Name, StringComparer.Ordinal);
        foreach ((string key, string name) in Keyed(before).DistinctBy(o => o.Name))
        {
            if (names.Contains(key) && !left.Contains(key + " " + name))
                operations.Add($"{gone}: {name} -> {names[key].First()}");
        }
    }

    private static IEnumerable<(string Key, string Name)> Keyed(ClientNames names) => names.Operations.SelectMany(
        operation => operation.Urls.Select(url => ($"{operation.Page} {operation.HttpMethod} {url.Path.Text}", operation.Name)));
}
