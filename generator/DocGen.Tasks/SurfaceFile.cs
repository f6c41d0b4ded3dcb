namespace DocGen.Tasks;

/// <summary>
/// Finds the surface file of a doc set, which <c>docgen accept docs</c> writes as <c>docs.surface.txt</c> beside the folder <c>docs</c>.
/// </summary>
internal static class SurfaceFile
{
    private const string Extension = ".surface.txt";

    /// <summary>
    /// The file beside the folder that all docs are in, or beside a folder above it; null where there is none. A folder that has the
    /// project in it is no folder of docs.
    /// </summary>
    public static string? Find(IEnumerable<string> docs, string projectFile)
    {
        string project = WithSlash(Path.GetDirectoryName(Path.GetFullPath(projectFile))!);
        string? folder = docs.Select(doc => (string?)Path.GetDirectoryName(doc)).Aggregate((string?)null, Common);
        for (; folder is { Length: > 0 } && !project.StartsWith(WithSlash(folder), StringComparison.Ordinal); folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder + Extension))
                return folder + Extension;
        }

        return null;
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

    private static string WithSlash(string folder) =>
        folder.EndsWith(Path.DirectorySeparatorChar.ToString(), StringComparison.Ordinal) ? folder : folder + Path.DirectorySeparatorChar;
}
