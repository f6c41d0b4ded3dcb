namespace DocGen.Tasks;

/// <summary>
/// Where the surface file of a doc set may be. <c>docgen accept docs</c> writes it as <c>docs.surface.txt</c> beside
/// the folder <c>docs</c>, and <c>docgen accept page.md</c> as <c>page.surface.txt</c> beside the page.
/// </summary>
internal static class SurfaceFile
{
    private const string Extension = ".surface.txt";

    /// <summary>
    /// Where the file of a set may be, the nearest places first: beside the page of a set that has one page, then
    /// beside the folder that all docs are in; next, beside each folder above. A folder that has the project in it is
    /// no folder of docs.
    /// </summary>
    public static IReadOnlyList<string[]> PlacesOf(IEnumerable<string> docs, string projectFile)
    {
        string[] all = [.. docs];
        string[] folders = [.. BesideFolders(all, projectFile)];
        return [[.. BesidePage(all), .. folders.Take(1)], .. folders.Skip(1).Select(folder => new[] { folder })];
    }

    /// <summary>
    /// Where a set without a surface file gets one; null where no place follows from its docs. Beside a folder rather
    /// than beside the one page in it, so that the file is found also when a second page comes.
    /// </summary>
    public static string? PlaceFor(IEnumerable<string> docs, string projectFile)
    {
        string[] all = [.. docs];
        return BesideFolders(all, projectFile).Concat(BesidePage(all)).FirstOrDefault();
    }

    /// <summary>The file that each page of a set would have if it were alone in it.</summary>
    public static IEnumerable<string> OfPages(IEnumerable<string> docs) =>
        docs.Select(FileOf).Distinct(StringComparer.Ordinal).OrderBy(file => file, StringComparer.Ordinal);

    private static string FileOf(string page) => Path.ChangeExtension(page, null) + Extension;

    private static string[] BesidePage(string[] docs) => docs.Length == 1 ? [FileOf(docs[0])] : [];

    private static IEnumerable<string> BesideFolders(string[] docs, string projectFile)
    {
        string project = WithSlash(Path.GetDirectoryName(Path.GetFullPath(projectFile))!);
        string? folder = docs.Select(doc => (string?)Path.GetDirectoryName(doc)).Aggregate((string?)null, Common);
        while (folder is { Length: > 0 } && !project.StartsWith(WithSlash(folder), StringComparison.Ordinal))
        {
            yield return folder + Extension;
            folder = Path.GetDirectoryName(folder);
        }
    }

    private static string? Common(string? one, string? other)
    {
        if (one is null)
            return other;
        string? common = one;
        while (common is not null && !WithSlash(other ?? "").StartsWith(WithSlash(common), StringComparison.Ordinal))
            common = Path.GetDirectoryName(common);
        // No folder in common: nothing is above a root.
        return common ?? "";
    }

    private static string WithSlash(string folder)
    {
        string slash = Path.DirectorySeparatorChar.ToString();
        return folder.EndsWith(slash, StringComparison.Ordinal) ? folder : folder + slash;
    }
}
