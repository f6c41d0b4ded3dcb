using System.Globalization;
using System.Text;

namespace DocGen.Tasks;

/// <summary>Text that would not stay on one line: what any reader of the compiler's files takes for the end of one, or hides.</summary>
internal static class ControlText
{
    public static bool IsIn(string text) => text.Any(IsControl);

    /// <summary>The text with such characters as C# writes them.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (char c in text)
            shown.Append(IsControl(c) ? "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : c.ToString());
        return shown.ToString();
    }

    private static bool IsControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
