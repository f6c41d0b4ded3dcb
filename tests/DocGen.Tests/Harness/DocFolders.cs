namespace DocGen.Tests.Harness;

/// <summary>Finds docs on disk: the apidocs, and shared docs that may be in a folder next to the repository.</summary>
internal static class DocFolders
{
    /// <summary>The environment variable that names the folder of shared docs.</summary>
    public const string SharedVariable = "DOCGEN_SHARED";

    /// <summary>The folder of shared docs, or null.</summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>The folder <c>apidocs</c> of the repository.</summary>
    public static string ApiDocsFolder { get; } = Above("apidocs") ?? throw new DirectoryNotFoundException("apidocs");

    /// <summary>The pages in <c>apidocs</c>, sorted by their path relative to the repository.</summary>
    public static (string Path, string? Text)[] ApiDocs { get; } = Pages(ApiDocsFolder, "apidocs/");

    /// <summary>
    /// Returns the pages below a folder, sorted. Their paths are <paramref name="prefix"/> and the path below the
    /// folder.
    /// </summary>
    public static (string Path, string? Text)[] Pages(string folder, string prefix) =>
    [
        .. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Select(file => (prefix + Path.GetRelativePath(folder, file).Replace('\\', '/'),
                (string?)File.ReadAllText(file)))
            .OrderBy(page => page.Item1, StringComparer.Ordinal),
    ];

    private static string? FindShared() =>
        Environment.GetEnvironmentVariable(SharedVariable) is { Length: > 0 } named
            ? named
            : Above("shared", name => Directory.Exists(Path.Combine(name, "seeds")));

    /// <summary>
    /// Returns the folder with the name in the folder of the tests, or in the nearest folder above it.
    /// </summary>
    private static string? Above(string name, Func<string, bool>? accepts = null)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, name);
            if (Directory.Exists(candidate) && (accepts is null || accepts(candidate)))
                return candidate;
        }

        return null;
    }
}

/// <summary>
/// Marks a test that needs shared docs. If they are absent, the test is skipped and prints the reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDocsFactAttribute : FactAttribute
{
    /// <param name="folder">The folder below the shared docs that the test reads.</param>
    public SharedDocsFactAttribute(string folder = "seeds")
    {
        if (DocFolders.Shared is { } shared && Directory.Exists(Path.Combine(shared, folder)))
            return;
        Skip =
            $"No folder 'shared/{folder}' beside the project, and {DocFolders.SharedVariable} names none: the real " +
            $"pages are NOT tested.";
        Console.WriteLine("SKIPPED: " + Skip);
    }
}
