namespace DocGen.Tool.Docs;

/// <summary>The files of one client: its pages, and its surface file.</summary>
/// <param name="Folder">The root folder for the paths of pages in the set.</param>
/// <param name="Pages">The full paths of the pages, in ordinal order.</param>
/// <param name="Surface">The full path of the surface file. The file may be missing.</param>
internal sealed record DocSetFiles(string Folder, IReadOnlyList<string> Pages, string Surface)
{
    public const string SurfaceExtension = ".surface.txt";

    /// <summary>The set's name in the project; empty for the set without a name.</summary>
    public string Api { get; private init; } = "";

    /// <summary>The namespace of the client in printed code.</summary>
    public string Namespace { get; private init; } = "Docs";

    /// <summary>The class name of the client. No other type may have it. Empty for the default name.</summary>
    public string ClientName { get; private init; } = "";

    /// <summary>The service root in the project; empty for the root in the docs.</summary>
    public string ServiceRoot { get; private init; } = "";

    /// <summary>Patterns of the pages and operations to include, separated by bars; empty for all.</summary>
    public string Include { get; private init; } = "";

    /// <summary>Patterns of the pages and operations to exclude, separated by bars.</summary>
    public string Exclude { get; private init; } = "";

    /// <summary>
    /// A surface file beside a parent folder, if the docs have no surface file. It is not used, because it also pins
    /// the names of other docs. The command would report all of these as removed.
    /// </summary>
    public string? UnreadSurface { get; private init; }

    /// <param name="docs">A folder or one page. In a folder, all <c>.md</c> files are read recursively.</param>
    /// <param name="surface">The surface file; null for the one beside the docs.</param>
    /// <exception cref="UnreadableDocsException">There is no page.</exception>
    public static DocSetFiles Of(string docs, string? surface)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(docs));
        bool isPage = File.Exists(full);
        string[] pages = isPage ? [full]
            : Directory.Exists(full) ? PagesBelow(full)
            : throw new UnreadableDocsException($"There is no folder or page '{docs}'.");
        if (pages.Length == 0)
            throw new UnreadableDocsException($"There is no Markdown page (*.md) below '{docs}'.");
        string path = surface is null ? SurfacePath(docs) : Path.GetFullPath(surface);
        string folder = isPage ? Path.GetDirectoryName(full)! : full;
        return new DocSetFiles(folder, [.. pages.Order(StringComparer.Ordinal)], path)
        {
            UnreadSurface = surface is null && !File.Exists(path) ? SurfaceAbove(full) : null,
        };
    }

    /// <summary>
    /// Reads a set from a file that a build wrote. The file has one value per line: the project's folder, the surface
    /// file, the settings and the pages.
    /// </summary>
    /// <exception cref="UnreadableDocsException">The file cannot be read, or has no page.</exception>
    public static DocSetFiles OfBuild(string file)
    {
        ILookup<string, string> values = LinesOf(file).Select(line => line.Split(' ', 2))
            .ToLookup(words => words[0], words => words[^1], StringComparer.Ordinal);
        string One(string key) => values[key].FirstOrDefault() ?? "";
        return One("project").Length > 0 && One("surface").Length > 0 && values["page"].Any()
            ? new DocSetFiles(One("project"), [.. values["page"].Order(StringComparer.Ordinal)], One("surface"))
            {
                Api = One("api"),
                Namespace = One("namespace"),
                ClientName = One("client"),
                ServiceRoot = One("root"),
                Include = One("include"),
                Exclude = One("exclude"),
            }
            : throw new UnreadableDocsException($"'{file}' is not a doc set file that a build wrote.");
    }

    /// <summary>
    /// Returns the path of the surface file: <c>docs.surface.txt</c> beside the folder <c>docs</c>, or
    /// <c>page.surface.txt</c> beside one page.
    /// </summary>
    public static string SurfacePath(string docs)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(docs));
        return (File.Exists(full) ? Path.ChangeExtension(full, null) : full) + SurfaceExtension;
    }

    /// <summary>
    /// Returns the nearest surface file beside a parent folder, or null. The search ends at a folder that contains the
    /// current directory.
    /// </summary>
    private static string? SurfaceAbove(string docs)
    {
        string current = WithSlash(Directory.GetCurrentDirectory());
        string? folder = Path.GetDirectoryName(docs);
        while (folder is not null && !current.StartsWith(WithSlash(folder), StringComparison.Ordinal))
        {
            if (File.Exists(folder + SurfaceExtension))
                return folder + SurfaceExtension;
            folder = Path.GetDirectoryName(folder);
        }

        return null;
    }

    private static string WithSlash(string folder) =>
        Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar;

    private static string[] PagesBelow(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocsException(exception.Message, exception);
        }
    }

    private static string[] LinesOf(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocsException(exception.Message, exception);
        }
    }
}
