namespace DocGen.Tasks;

/// <summary>
/// Finds the possible paths of a doc set's surface file. <c>docgen accept docs</c> writes <c>docs.surface.txt</c>
/// beside the folder <c>docs</c>, and <c>docgen accept page.md</c> writes <c>page.surface.txt</c> beside the page.
/// </summary>
internal static class SurfaceFile
{
    private const string Extension = ".surface.txt";

    /// <summary>
    /// Returns the possible paths of a set's file, nearest first. The first group contains the path beside the page, if
    /// the set has only one page, and the path beside the common folder of the docs. Each further group contains the
    /// path beside a parent folder, up to the first folder that contains the project.
    /// </summary>
    public static IReadOnlyList<string[]> PlacesOf(IEnumerable<string> docs, string projectFile)
    {
        string[] all = [.. docs];
        string[] folders = [.. BesideFolders(all, projectFile)];
        return [[.. BesidePage(all), .. folders.Take(1)], .. folders.Skip(1).Select(folder => new[] { folder })];
    }

    /// <summary>
    /// Returns the default path of the file for a set without one; null if the docs determine no path. A path beside
    /// the folder is preferred to one beside a single page, because a build finds it even after a second page is added.
    /// </summary>
    public static string? PlaceFor(IEnumerable<string> docs, string projectFile)
    {
        string[] all = [.. docs];
        return BesideFolders(all, projectFile).Concat(BesidePage(all)).FirstOrDefault();
    }

    /// <summary>Returns a path for each page: the path of the file if the page were the only one of its set.</summary>
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
        // The docs have different roots, so they have no common folder.
        return common ?? "";
    }

    private static string WithSlash(string folder)
    {
        string slash = Path.DirectorySeparatorChar.ToString();
        return folder.EndsWith(slash, StringComparison.Ordinal) ? folder : folder + slash;
    }
}
