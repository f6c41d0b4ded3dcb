using System.Runtime.CompilerServices;

namespace DocGen.Runtime.Tests.Support;

/// <summary>The cases of a JSON parser's test suite that lies beside the repository: valid JSON, none, and what may be either.</summary>
internal static class JsonSuite
{
    public static IReadOnlyList<string> Files { get; } = Find() is { } folder ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)] : [];

    private static string? Find([CallerFilePath] string source = "")
    {
        for (DirectoryInfo? folder = new FileInfo(source).Directory; folder is not null; folder = folder.Parent)
        {
            string suite = Path.Combine(folder.FullName, "shared", "corpus", "json", "test_parsing");
            if (Directory.Exists(suite))
                return suite;
        }

        return null;
    }
}

/// <summary>A test of the suite; where the suite is not there, it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JsonSuiteFactAttribute : FactAttribute
{
    public JsonSuiteFactAttribute()
    {
        if (JsonSuite.Files.Count == 0)
            Skip = "The JSON test suite (shared/corpus/json beside the repository) is not there.";
    }
}
