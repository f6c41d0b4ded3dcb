using System.Globalization;
using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>
/// Writes documentation comments. Text from pages is escaped, so that it can't end its tag or its line.
/// </summary>
internal static class XmlDoc
{
    // Replaces a space where a line must not break: inside a tag or a run of code. Text from pages does not contain
    // this character, because controls are dropped.
    public const char FixedSpace = '\u0001';

    public static void Summary(CodeWriter writer, DocText? text) => Element(writer, "summary", Content(text));

    /// <summary>Writes an element, unless its content is empty.</summary>
    public static void Element(CodeWriter writer, string tag, string content, string attributes = "")
    {
        if (content.Length == 0)
            return;
        string open = "/// <" + tag + attributes + ">";
        string close = "</" + tag + ">";
        string line = open + content.Replace(FixedSpace, ' ') + close;
        if (line.Length <= writer.Width && !content.Contains('\n'))
        {
            writer.Line(line);
            return;
        }

        Lines(writer, "<" + tag + attributes.Replace(' ', FixedSpace) + ">" + content + close);
    }

    /// <summary>Writes statements of C# as an example, line by line.</summary>
    public static void Example(CodeWriter writer, string code)
    {
        writer.Line("/// <example><code>");
        foreach (string line in code.TrimEnd('\n').Split('\n'))
            writer.Line("/// " + Escape(line));
        writer.Line("/// </code></example>");
    }

    /// <summary>Returns the text as XML, without line ends; empty if there is no text.</summary>
    public static string Content(DocText? text)
    {
        if (text is null)
            return "";
        var xml = new StringBuilder();
        foreach (DocInline inline in text.Inlines)
            AppendInline(xml, inline);
        return Collapse(xml.ToString());
    }

    /// <summary>Returns plain text as XML.</summary>
    public static string Words(string text) => Collapse(Escape(text));

    /// <summary>Returns inline code as XML, on one line.</summary>
    public static string Code(string text)
    {
        string code = Words(text);
        return code.Length == 0 ? "" : "<c>" + code.Replace(' ', FixedSpace) + "</c>";
    }

    /// <summary>Returns the page and, if there is one, the heading that a type or operation comes from.</summary>
    public static string Origin(DocOrigin origin)
    {
        string page = Words(origin.Page);
        return origin.Heading is { } heading && Words(heading) is { Length: > 0 } words ? page + "#" + words : page;
    }

    /// <summary>Returns "Documented in" and all origins, sorted; empty if there is no origin.</summary>
    public static string Origins(EquatableArray<DocOrigin> origins)
    {
        string[] places = [.. origins.Select(Origin).Distinct().OrderBy(place => place, StringComparer.Ordinal)];
        return places.Length == 0 ? "" : "Documented in " + string.Join(", ", places) + ".";
    }

    private static void AppendInline(StringBuilder xml, DocInline inline)
    {
        switch (inline.Kind)
        {
            case DocInlineKind.Code:
                xml.Append(Code(inline.Text));
                break;
            case DocInlineKind.Link when IsWebAddress(inline.Target):
                string words = Words(inline.Text);
                string address = Escape(inline.Target!).Replace(" ", "%20").Replace("\"", "%22");
                xml.Append("<see").Append(FixedSpace).Append("href=\"").Append(address).Append('"');
                xml.Append(words.Length == 0 ? "/>" : ">" + words + "</see>");
                break;
            case DocInlineKind.Break:
                xml.Append("<br/> ");
                break;
            default:
                xml.Append(Escape(inline.Text));
                break;
        }
    }

    private static bool IsWebAddress(string? target) =>
        target is not null
        && (target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    // All white space becomes a space. Other controls are dropped, and characters that XML 1.0 (section 2.2) excludes
    // become U+FFFD.
    private static string Escape(string text)
    {
        var xml = new StringBuilder(text.Length);
        foreach (char c in CSharpText.ReplaceLoneSurrogates(text))
        {
            switch (c)
            {
                case '<':
                    xml.Append("&lt;");
                    break;
                case '>':
                    xml.Append("&gt;");
                    break;
                case '&':
                    xml.Append("&amp;");
                    break;
                case '\t' or '\n' or '\v' or '\f' or '\r' or '\u0085' or '\u2028' or '\u2029':
                    xml.Append(' ');
                    break;
                case '\uFFFE' or '\uFFFF':
                    xml.Append('\uFFFD');
                    break;
                default:
                    if (CSharpText.IsDirectional(c))
                        xml.Append("&#x").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)).Append(';');
                    else if (!CSharpText.IsControl(c))
                        xml.Append(c);
                    break;
            }
        }

        return xml.ToString();
    }

    private static string Collapse(string xml) =>
        string.Join(" ", xml.Split([' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Wraps content at its spaces. A line end in the content is a line end in the comment.</summary>
    private static void Lines(CodeWriter writer, string content)
    {
        foreach (string paragraph in content.Split('\n'))
        {
            var line = new StringBuilder("///");
            foreach (string word in paragraph.Split([' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > "///".Length && line.Length + 1 + word.Length > writer.Width)
                {
                    writer.Line(line.ToString());
                    line.Clear().Append("///");
                }

                line.Append(' ').Append(word.Replace(FixedSpace, ' '));
            }

            writer.Line(line.ToString());
        }
    }
}
