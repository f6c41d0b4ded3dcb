using System.Text;

namespace DocGen.Fuzz;

/// <summary>
/// Damages pages at random: removes, duplicates, moves and mixes bits, characters, words, lines and blocks.
/// </summary>
internal sealed class PageDamage(Random random, (string Path, string? Text)[] pages)
{
    private const int MaxLength = 200_000;

    /// <summary>Text with a special meaning in Markdown, JSON, HTTP, XML or C#.</summary>
    private static readonly string[] Signs =
    [
        "\0", "\u202E", "\u200B", "\uFEFF", "\uD800", "\uDC00", "\U0001F600", "\u2028", "\u2029", "\u0085", "\r", "\n",
        "\r\n", "\t", "\v", "\f",
        "\u001B", "\"", "'", "\\", "`", "```", "~~~", "|", "||", "<!--", "-->", "<![CDATA[", "<?", "<", "</summary>",
        "&", "&#10;", "{", "}", "{{", "$", "@",
        "#", "*/", "/*", "//", "\"\"\"", "\\u0022", "{0}", "%", "%00", "../", "..\\", "://", "?", "=", ";", ":", "[",
        "]", "](", "[!INCLUDE [x](", "(", ")",
        "_", "*", "**", "0", "-0", "1e400", "99999999999999999999999999", "-1", "2147483648", "NaN", "true", "null",
        "\u0130", "\u0131", "e\u0301",
        "\u3164", "Collection(", "Edm.", "@odata.type", "@odata.nextLink", "#if", "#line 1 \"x\"", "global::System",
        "System", "Task", "object", "string",
        "Equals", "GetHashCode", "ToString", "value", "Item", "this", "class", "record", "init", "required", "file",
        "var", "async", "field", "scoped",
        "Clone", "Properties", "Response", "Request", "DocGen",
    ];

    private static readonly string[] Openers = ["[", "{\"a\":", "<", "(", "> ", "- ", "*", "`", "Collection(", "![",
        "<div>", "[a]("];

    public string Of(string text, int injuries)
    {
        for (int i = 0; i < injuries; i++)
            text = Injure(text);
        return text.Length > MaxLength ? text[..MaxLength] : text;
    }

    private string Injure(string text)
    {
        if (text.Length == 0)
            return Sign();
        int at = random.Next(text.Length);
        return random.Next(14) switch
        {
            0 => FlipBits(text),
            1 => random.Next(4) == 0 ? text[..at] : text[at..],
            2 => text.Insert(at, Sign()),
            3 => text.Remove(at, Math.Min(random.Next(200), text.Length - at)),
            4 =>
                text.Insert(random.Next(text.Length), text.Substring(at, Math.Min(random.Next(400), text.Length - at))),
            5 => Merge(text),
            6 => ReplaceWord(text, at, Sign()),
            7 => ReplaceWord(text, at, Word(pages[random.Next(pages.Length)].Text!)),
            8 =>
                text.Insert(at, string.Concat(
                    Enumerable.Repeat(Openers[random.Next(Openers.Length)], random.Next(1, 200)))),
            9 => random.Next(2) == 0 ? text.ReplaceLineEndings("\r\n") : text.ReplaceLineEndings("\r"),
            10 or 11 => BehindSign(text, at),
            _ => MoveLines(text),
        };
    }

    private string Sign() => Signs[random.Next(Signs.Length)];

    private string FlipBits(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int i = random.Next(1, 9); i > 0; i--)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Joins the beginning of a page and the end of another page.</summary>
    private string Merge(string text)
    {
        string[] lines = text.Split('\n');
        string[] others = pages[random.Next(pages.Length)].Text!.Split('\n');
        return string.Join('\n', lines.Take(random.Next(lines.Length)).Concat(others.Skip(random.Next(others.Length))));
    }

    private string BehindSign(string text, int at)
    {
        int sign = text.IndexOf("|\"/#:{("[random.Next(7)], at);
        return sign < 0 ? text : text.Insert(sign + 1, Sign());
    }

    private string MoveLines(string text)
    {
        List<string> lines = [.. text.Split('\n')];
        int from = random.Next(lines.Count);
        List<string> moved = lines.GetRange(from, Math.Min(random.Next(20), lines.Count - from));
        if (random.Next(3) > 0)
            lines.RemoveRange(from, moved.Count);
        lines.InsertRange(random.Next(lines.Count + 1), moved);
        return string.Join('\n', lines);
    }

    private static string ReplaceWord(string text, int at, string by)
    {
        (int start, int end) = WordAt(text, at);
        return text[..start] + by + text[end..];
    }

    private string Word(string text)
    {
        (int start, int end) = WordAt(text, random.Next(text.Length));
        return text[start..end];
    }

    private static (int Start, int End) WordAt(string text, int at)
    {
        int start = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        int end = at;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return (start, end);
    }
}
