using DocGen.Tool.Docs;

namespace DocGen.Tests.Surface;

/// <summary>An edit of docs, and the finding that <c>docgen diff</c> must report for it.</summary>
/// <param name="Name">The id of a rule, or a description of an edit without a finding.</param>
/// <param name="Line">Part of the text of the line at which the finding is reported.</param>
/// <param name="IsOld">Whether that line is in the docs before the edit instead of after it.</param>
/// <param name="Edits">The edit.</param>
/// <param name="Setup">Edits that are applied first, so the docs before and after the edit contain them.</param>
internal sealed record Mutation(
    string Name, string Line, bool IsOld, IReadOnlyList<Action<Dictionary<string, string>>> Edits,
    IReadOnlyList<Action<Dictionary<string, string>>>? Setup = null)
{
    public const string Everywhere = "*";

    public static Mutation Silent(string name, params Action<Dictionary<string, string>>[] edits) =>
        new(name, "", false, edits);

    public static Action<Dictionary<string, string>> Replace(string path, string old, string text) => pages =>
    {
        string[] edited = [.. pages.Keys
            .Where(page => (path == Everywhere || page == path)
                && pages[page].Contains(old, StringComparison.Ordinal))];
        Assert.True(edited.Length > 0, $"{path} has no '{old}'");
        foreach (string page in edited)
            pages[page] = pages[page].Replace(old, text, StringComparison.Ordinal);
    };

    /// <summary>Replaces the first marker and the text between it and the second marker.</summary>
    public static Action<Dictionary<string, string>> Between(string path, string from, string to, string text) =>
        pages =>
    {
        int start = pages[path].IndexOf(from, StringComparison.Ordinal);
        int end = start < 0 ? -1 : pages[path].IndexOf(to, start, StringComparison.Ordinal);
        Assert.True(end > start, $"{path} has no '{from}' with '{to}' after it");
        pages[path] = pages[path][..start] + text + pages[path][end..];
    };

    public static Action<Dictionary<string, string>> WithoutRow(string path, string start) => pages =>
    {
        string[] lines = pages[path].Split('\n');
        string[] left = [.. lines.Where(line => !line.StartsWith(start, StringComparison.Ordinal))];
        Assert.Equal(lines.Length - 1, left.Length);
        pages[path] = string.Join('\n', left);
    };

    public static Action<Dictionary<string, string>> Without(string path) => pages => Assert.True(pages.Remove(path));

    public static Action<Dictionary<string, string>> With(string path, string text) => pages => pages.Add(path, text);

    public static Action<Dictionary<string, string>> Move(string path, string target) => pages =>
    {
        pages.Add(target, pages[path]);
        pages.Remove(path);
    };

    /// <summary>Returns the docs before and after the edit.</summary>
    public (DocSource Old, DocSource New) Apply()
    {
        Dictionary<string, string> pages = DocFoldersPages();
        foreach (Action<Dictionary<string, string>> edit in Setup ?? [])
            edit(pages);
        DocSource old = Source("old/", pages);
        foreach (Action<Dictionary<string, string>> edit in Edits)
            edit(pages);
        return (old, Source("new/", pages));
    }

    /// <summary>
    /// Returns the docs without the edits, with the first, with the second, and with both; null if both edits change
    /// the same text.
    /// </summary>
    public static DocSource[]? Pair(Mutation one, Mutation other)
    {
        DocSource? Made(params IReadOnlyList<Action<Dictionary<string, string>>>[] edits)
        {
            Dictionary<string, string> pages = DocFoldersPages();
            try
            {
                foreach (Action<Dictionary<string, string>> edit in edits.SelectMany(made => made))
                    edit(pages);
            }
            catch (Exception exception) when (exception is Xunit.Sdk.XunitException
                or ArgumentException or KeyNotFoundException)
            {
                return null;
            }

            return Source("docs/", pages);
        }

        IReadOnlyList<Action<Dictionary<string, string>>> setup = [.. one.Setup ?? [], .. other.Setup ?? []];
        DocSource?[] made = [Made(setup), Made(setup, one.Edits), Made(setup, other.Edits),
            Made(setup, one.Edits, other.Edits)];
        return made.Contains(null) ? null : [.. made.OfType<DocSource>()];
    }

    public override string ToString() => Name;

    private static DocSource Source(string prefix, Dictionary<string, string> pages) =>
        new(prefix, [.. pages.OrderBy(page => page.Key, StringComparer.Ordinal)
            .Select(page => new DocPage(page.Key, page.Value))]);

    /// <summary>The pages of the Drive API by path, without the guides for authors.</summary>
    private static Dictionary<string, string> DocFoldersPages() =>
        Harness.DocFolders.Pages(Harness.DocFolders.ApiDocsFolder, "")
        .Where(page => page.Path.Contains('/', StringComparison.Ordinal))
        .ToDictionary(page => page.Path, page => page.Text!.ReplaceLineEndings("\n"), StringComparer.Ordinal);
}
