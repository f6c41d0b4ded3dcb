namespace DocGen.Runtime.Tests.Support;

/// <summary>
/// The cases of a JSON parser's test suite that lies beside the repository: valid JSON, none, and what may be either.
/// </summary>
internal static class JsonSuite
{
    /// <summary>Names the shared folder where it does not stand beside the project.</summary>
    public const string SharedVariable = "DOCGEN_SHARED";

    public static IReadOnlyList<string> Files { get; } = Find() is { } folder
        ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)]
        : [];

    // Where the tests of docs look for the shared folder too.
    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(SharedVariable) is { Length: > 0 } named)
            return Suite(named);
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && Suite(Path.Combine(folder.FullName, "shared")) is null)
            folder = folder.Parent;
        return folder is null ? null : Suite(Path.Combine(folder.FullName, "shared"));
    }

    private static string? Suite(string shared) =>
        Path.Combine(shared, "corpus", "json", "test_parsing") is var suite && Directory.Exists(suite) ? suite : null;
}

/// <summary>A test of the suite; where the suite is not there, it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JsonSuiteFactAttribute : FactAttribute
{
    public JsonSuiteFactAttribute()
    {
        if (JsonSuite.Files.Count > 0)
            return;
        Skip =
            $"No folder 'shared/corpus/json' beside the project, and {JsonSuite.SharedVariable} names none: the " +
            $"JSON test suite is NOT run.";
        Console.WriteLine("SKIPPED: " + Skip);
    }
}
