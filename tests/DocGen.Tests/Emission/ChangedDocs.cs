using System.Reflection;
using DocGen.Generator;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Emission;

/// <summary>Generates clients of docs that a test has edited.</summary>
internal static class ChangedDocs
{
    /// <summary>
    /// Edits the apidocs and returns the emitted files by name. Fails if they do not compile without a warning.
    /// </summary>
    public static Task<IReadOnlyDictionary<string, string>> GenerateAsync(
        Action<SortedDictionary<string, string>>? change = null, string include = "", string exclude = "")
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Assembly assembly = typeof(ChangedDocs).Assembly;
        foreach (string page in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("apidocs/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(page)!);
            pages.Add(page, reader.ReadToEnd().ReplaceLineEndings("\n"));
        }

        Assert.NotEmpty(pages);
        change?.Invoke(pages);
        return GenerateAsync(pages, include, exclude);
    }

    /// <summary>Returns the emitted files for pages by name. Fails if they do not compile without a warning.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> GenerateAsync(
        IReadOnlyDictionary<string, string> pages, string include = "", string exclude = "")
    {
        var test = new CSharpSourceGeneratorTest<DocGenerator>
        {
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratorDiagnosticsCheck,
        };
        foreach ((string path, string text) in pages)
            test.TestState.AddApiDoc(path, text, @namespace: "Example.Drive", clientName: "DriveClient",
                include: include, exclude: exclude);
        GeneratorTestResult result = await test.RunAsync();
        return result.GeneratedSources;
    }

    /// <summary>
    /// Returns the lines that only one text has: <c>-</c> for the first text, <c>+</c> for the second.
    /// </summary>
    public static IEnumerable<string> Diff(string before, string after)
    {
        string[] old = before.Split('\n');
        string[] now = after.Split('\n');
        return old.Except(now).Select(line => "- " + line.Trim())
            .Concat(now.Except(old).Select(line => "+ " + line.Trim()));
    }

    /// <summary>
    /// Returns the number of removed and added lines in a unified diff, which are all lines outside the longest common
    /// subsequence.
    /// </summary>
    public static int ChangedLines(string before, string after)
    {
        string[] old = before.Split('\n');
        string[] now = after.Split('\n');
        int[,] common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return old.Length + now.Length - (2 * common[0, 0]);
    }
}
