using System.Runtime.CompilerServices;
using System.Text;
using DocGen.Generator.Emission;

namespace DocGen.Tests.Emission;

/// <summary>
/// Compares text with an approved file under <c>Snapshots</c>. To approve the current output, run the tests with
/// <c>DOCGEN_APPROVE=1</c> and review the change. Snapshots omit the version of the generator, so a new version does
/// not change them.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual, [CallerFilePath] string test = "")
    {
        actual = actual.Replace(CSharpText.Literal(GeneratedCode.Version), "version", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("DOCGEN_APPROVE") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(test)!, "Snapshots", name + ".txt"), actual);
            return;
        }

        string expected = Read(name);
        if (expected != actual)
            Assert.Fail(Difference(name, expected.Split('\n'), actual.Split('\n')));
    }

    private static string Read(string name)
    {
        using Stream? resource = typeof(Snapshot).Assembly.GetManifestResourceStream("Snapshots/" + name + ".txt");
        if (resource is null)
            return "";
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    // Describes the first lines that differ, after the last line that is equal.
    private static string Difference(string name, string[] expected, string[] actual)
    {
        int line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line])
            line++;

        var text = new StringBuilder($"Snapshots/{name}.txt differs from the emitted code from line {line + 1} on.\n");
        if (line > 0)
            text.Append("  ").Append(expected[line - 1]).Append('\n');
        foreach (string old in expected.Skip(line).Take(5))
            text.Append("- ").Append(old).Append('\n');
        foreach (string now in actual.Skip(line).Take(5))
            text.Append("+ ").Append(now).Append('\n');
        return text.ToString();
    }
}
