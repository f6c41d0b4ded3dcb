using System.Text.RegularExpressions;

namespace DocGen.Corpus;

/// <summary>
/// Reads snippets of the same requests from another source. Each snippet is in a page that is named after the
/// annotation of the request.
/// </summary>
internal static partial class OfficialSnippets
{
    public static void Attach(IEnumerable<SnippetProof> proofs, string folder)
    {
        foreach (SnippetProof proof in proofs.Where(proof => proof.Example.Name is not null))
        {
            string file = Path.Combine(folder, NameOf(proof.Example.Name!) + "-csharp-snippets.md");
            if (File.Exists(file))
                proof.Other = Code(File.ReadAllText(file));
        }
    }

    /// <summary>Returns the file name of a request's snippet, without its suffix.</summary>
    public static string NameOf(string name) => Separator().Replace(name.Trim().ToLowerInvariant(), "-");

    /// <summary>Returns the number of characters in code. Consecutive white space counts as one.</summary>
    public static int LengthOf(string code) => Space().Replace(code.Trim(), " ").Length;

    /// <summary>Returns the number of lines that are not blank.</summary>
    public static int LinesOf(string code) => code.Split('\n').Count(line => line.Trim().Length > 0);

    /// <summary>Returns the code in the fence, without the line that creates the client.</summary>
    private static string Code(string page)
    {
        string[] lines = page.ReplaceLineEndings("\n").Split('\n');
        int start = Array.FindIndex(lines, line => line.StartsWith("```", StringComparison.Ordinal));
        int end = Array.FindIndex(lines, start + 1, line => line.StartsWith("```", StringComparison.Ordinal));
        return string.Join('\n',
            lines[(start + 1)..(end < 0 ? lines.Length : end)]
            .Where(line => !line.Contains("new GraphServiceClient(", StringComparison.Ordinal))).Trim();
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Separator();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
