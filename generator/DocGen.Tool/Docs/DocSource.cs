namespace DocGen.Tool.Docs;

/// <summary>The pages of a folder, on disk or in a revision.</summary>
/// <param name="Prefix">The prefix of a page's path in output: a folder, or a revision and a folder.</param>
/// <param name="Surface">The text of the surface file beside the folder, or null if there is none.</param>
internal sealed record DocSource(string Prefix, IReadOnlyList<DocPage> Pages, string? Surface = null)
{
    /// <param name="folder">The folder whose <c>.md</c> files are read recursively.</param>
    /// <exception cref="UnreadableDocsException">There is no page, or one cannot be read.</exception>
    public static DocSource OfFolder(string folder)
    {
        string full = Path.GetFullPath(folder);
        if (!Directory.Exists(full))
            throw new UnreadableDocsException($"There is no folder '{folder}'.");
        try
        {
            DocPage[] pages =
            [
                .. Directory.GetFiles(full, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                    .Select(file => new DocPage(Path.GetRelativePath(full, file).Replace('\\', '/'),
                        File.ReadAllText(file))),
            ];
            string surface = DocSetFiles.SurfacePath(folder);
            return pages.Length > 0 ? new DocSource(PrefixOf(full), pages,
                File.Exists(surface) ? File.ReadAllText(surface) : null)
                : throw new UnreadableDocsException($"There is no Markdown page (*.md) below '{folder}'.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocsException(exception.Message, exception);
        }
    }

    /// <summary>
    /// The folder relative to the current directory, with a trailing slash; empty for the directory itself.
    /// </summary>
    public static string PrefixOf(string full)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full).Replace('\\', '/');
        return relative == "." ? "" : relative.TrimEnd('/') + "/";
    }
}
