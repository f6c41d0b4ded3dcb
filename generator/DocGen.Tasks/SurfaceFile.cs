namespace DocGen.Tasks;

/// <summary>
/// Finds the surface file of a doc set. <c>docgen accept docs</c> writes it as <c>docs.surface.txt</c> beside the folder
/// <c>docs</c>, and <c>docgen accept page.md</c> as <c>page.surface.txt</c> beside the page.
/// </summary>
internal static class SurfaceFile
{
    private const string Extension = ".surface.txt";

    /// <summary>
    /// The file beside the page of a set that has one page; else the file beside the folder that all docs are in, or beside
    /// a folder above it; null where there is none. A folder that has the project in it is no folder of docs.
    /// </summary>
    public static string? Find(IEnumerable<string> docs, string projectFile)
    {
        string[] all = [.. docs];
        return BesidePage(all).Concat(BesideFolders(all, projectFile)).FirstOrDefault(File.Exists);
    }

    /// <summary>
    /// Where a set without a surface file gets one; null where no place follows from its docs. Beside a folder rather than
    /// beside the one page in it, so that the file is found also when a second page comes.
    /// </summary>
    public static string? PlaceFor(IEnumerable<string> docs, string projectFile)
    {
        string[] all = [.. docs];
        return BesideFolders(all, projectFile).Concat(BesidePage(all)).FirstOrDefault();
    }

    /// <summary>The file of one page of a set that has more of them by now: it pins nothing for the set.</summary>
    public static string? OfOnePage(IEnumerable<string> docs)
    {
        var files = new HashSet<string>(docs.Select(FileOf), StringComparer.Ordinal);
        return files.Select(file => Path.GetDirectoryName(file)!).Distinct().Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*" + Extension).OrderBy(file => file, StringComparer.Ordinal))
            .FirstOrDefault(files.Contains);
    }

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
