using System.Globalization;
using System.Text;

namespace DocGen.Tasks;

/// <summary>
/// Finds text that can't be passed to the compiler, because MSBuild writes paths and metadata to files with one value
/// per line.
/// </summary>
internal static class CompilerLine
{
    /// <summary>Returns a description of the first character that can't be written, or null.</summary>
    public static string? Unwritable(string text, bool isPath = false)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsControl(text[i]))
                return "a line break or another control character";
            // '#' and ';' begin a comment in a value; MSBuild escapes them in a path. The compiler rejects a colon in
            // a path, except after a drive letter.
            if (isPath ? text[i] == ':' && i != 1 : text[i] is '#' or ';')
                return $"a '{text[i]}'";
        }

        return IsPaired(text) ? null : "half a surrogate pair";
    }

    /// <summary>Returns the text with control characters as C# escapes.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (char c in text)
            shown.Append(IsControl(c) ? "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : c.ToString());
        return shown.ToString();
    }

    // The compiler treats the Unicode separators as line ends too.
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
