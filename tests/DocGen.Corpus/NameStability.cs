using System.Collections.Immutable;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Corpus;

/// <summary>The names from other pages that change when a page is removed and restored.</summary>
/// <param name="Pages">The number of pages that were removed.</param>
/// <param name="Types">The renamed types of other pages. There must be none.</param>
/// <param name="Operations">The renamed operations of other pages.</param>
/// <param name="Differences">The names that differ after all pages were restored. There must be none.</param>
internal sealed record NameStability(int Pages, IReadOnlyList<string> Types, IReadOnlyList<string> Operations,
    IReadOnlyList<string> Differences)
{
    /// <param name="count">The number of pages to remove, at most all.</param>
    /// <param name="seed">The seed that selects the pages.</param>
    public static NameStability Of(IReadOnlyList<string> docs, int count, int seed)
    {
        // Pages are read once. Only linking is repeated without each page, because linking creates the names.
        ImmutableArray<PageFile> files = GeneratorRun.ReadPages(docs);
        string root = Path.GetDirectoryName(Path.GetFullPath(docs[0]))!;
        PageModel[] all = [.. files.AsParallel().AsOrdered()
            .Select(page => PageReader.Read(Path.GetRelativePath(root, page.Path).Replace('\\', '/'),
                page.Text).Model)];
        var cache = new LinkCache();
        ClientNames Names(IEnumerable<PageModel> pages) =>
            ClientNames.Of([.. Linker.Link(new ApiSettings("", "Corpus", "ApiClient"), null, pages, cache).Files]);
        ClientNames before = Names(all);
        int[] order = [.. Enumerable.Range(0, all.Length)];
#pragma warning disable CA5394 // The selection must be reproducible.
        new Random(seed).Shuffle(order);
#pragma warning restore CA5394
        List<string> types = [], operations = [];
        foreach (int page in order.Take(count).Order())
            Compare(Path.GetFileName(all[page].Path), before, Names(all.Where((_, i) => i != page)), types, operations);
        return new NameStability(Math.Min(count, all.Length), types, operations,
            [.. Names(all).Lines().Except(before.Lines(), StringComparer.Ordinal)]);
    }

    /// <summary>Compares the names of types by their name in the docs, and of operations by page and URL.</summary>
    private static void Compare(string gone, ClientNames before, ClientNames after, List<string> types,
        List<string> operations)
    {
        ILookup<string, string> typesLeft = after.Types.Where(type => type.DocName.Length > 0)
            .ToLookup(type => type.DocName, type => type.Name, StringComparer.Ordinal);
        foreach (NamedType type in before.Types
            .Where(type => type.DocName.Length > 0 && typesLeft.Contains(type.DocName)
                && !typesLeft[type.DocName].Contains(type.Name)))
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
        operation => operation.Urls
            .Select(url => ($"{operation.Page} {operation.HttpMethod} {url.Path.Text}", operation.Name)));
}
