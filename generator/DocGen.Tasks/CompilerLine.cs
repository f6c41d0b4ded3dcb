using System.Globalization;
using System.Text;

namespace DocGen.Tasks;

/// <summary>What can't stand in the files in which MSBuild hands paths and metadata to the compiler, one a
/// line.</summary>
internal static class CompilerLine
{
    /// <summary>What the text has that can't be written, in words, or null.</summary>
    public static string? Unwritable(string text, bool isPath = false)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsControl(text[i]))
                return "a line break or another control character";
            // In a value, these begin a comment; in a path, MSBuild escapes them. The compiler reads no path with a
            // colon, but for that of a drive.
            if (isPath ? text[i] == ':' && i != 1 : text[i] is '#' or ';')
                return $"a '{text[i]}'";
        }

        return IsPaired(text) ? null : "half a surrogate pair";
    }

    /// <summary>The text with control characters as C# writes them.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (char c in text)
            shown.Append(IsControl(c) ? "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : c.ToString());
        return shown.ToString();
    }

    // The compiler takes the Unicode separators for ends of lines too.
    private static bool IsControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    private static bool IsPaired(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }
}
