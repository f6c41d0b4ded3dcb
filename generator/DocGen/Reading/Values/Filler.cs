using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Recognizes placeholder text that authors did not replace in a page template.</summary>
internal static class Filler
{
    /// <summary>Whether a text is filler such as <c>**TODO: Add Description**</c>.</summary>
    public static bool IsText(string text)
    {
        string t = text.Trim('*', ' ', '_');
        return t.StartsWith("TODO", StringComparison.Ordinal)
            || t.StartsWith("Sample HTTP header. Update accordingly", StringComparison.OrdinalIgnoreCase)
            || t.StartsWith("PLACEHOLDER", StringComparison.Ordinal)
            || (t.StartsWith("{", StringComparison.Ordinal)
                && t.EndsWith("description here}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Words that begin a note, before a colon. A note does not describe an operation or a resource.</summary>
    private static readonly HashSet<string> Notes = new(StringComparer.OrdinalIgnoreCase)
    {
        "note", "notes", "important", "tip", "caution", "warning", "attention", "remark", "hinweis", "wichtig",
        "achtung", "remarque",
        "importante", "nota", "atenci\u00f3n", "aten\u00e7\u00e3o", "observa\u00e7\u00e3o", "\u6ce8", "\u6ce8\u610f",
        "\u91cd\u8981", "\u30e1\u30e2", "\u5099\u8003",
        "\u043f\u0440\u0438\u043c\u0435\u0447\u0430\u043d\u0438\u0435", "\u0432\u0430\u0436\u043d\u043e",
    };

    /// <summary>Whether a text is a note: <c>**Note:** The API requires a licence.</c></summary>
    public static bool IsNote(string text) =>
        text.IndexOfAny([':', '\uff1a']) is > 0 and var colon
            && Notes.Contains(text.Substring(0, colon).Trim());

    /// <summary>Returns a text for documentation; null for filler, which is reported.</summary>
    public static DocText? Words(RichText text, FindingSink sink) => Reports(text, sink) ? null : text.Shown;

    /// <summary>Whether a text is filler; reports it if so.</summary>
    public static bool Reports(RichText text, FindingSink sink)
    {
        if (!IsText(text.Plain))
            return false;
        sink.Report(Rules.Filler, text.Start, text.End, text.Plain);
        return true;
    }

    /// <summary>
    /// Whether a value is filler: the name of a member or type, followed by <c>-value</c>, as in <c>id-value</c>.
    /// </summary>
    public static bool IsValue(string value) =>
        value.Length > "-value".Length && value.EndsWith("-value", StringComparison.Ordinal) && value.IndexOf(' ') < 0;

    /// <summary>Whether a header comes from a template.</summary>
    public static bool IsHeader(string name) => name.StartsWith("X-Sample-", StringComparison.OrdinalIgnoreCase);
}
