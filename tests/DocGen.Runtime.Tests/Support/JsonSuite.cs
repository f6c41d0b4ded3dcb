namespace DocGen.Runtime.Tests.Support;

/// <summary>
/// The cases of a test suite for JSON parsers, in a folder next to the repository: valid JSON, invalid JSON, and text
/// that a parser may accept or refuse.
/// </summary>
internal static class JsonSuite
{
    /// <summary>
    /// The environment variable with the path of the shared folder if that folder is not next to the repository.
    /// </summary>
    public const string SharedVariable = "DOCGEN_SHARED";

    public static IReadOnlyList<string> Files { get; } = Find() is { } folder
        ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)]
        : [];

    // The tests of docs search for the shared folder in the same places.
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

/// <summary>A test that uses the suite. If the suite is missing, the test is skipped and prints the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JsonSuiteFactAttribute : FactAttribute
{
    public JsonSuiteFactAttribute()
    {
        if (JsonSuite.Files.Count > 0)
            return;
        Skip =
            $"There is no folder 'shared/corpus/json' next to the project or in {JsonSuite.SharedVariable}. " +
            "The JSON test suite is NOT run.";
        Console.WriteLine("SKIPPED: " + Skip);
    }
}
