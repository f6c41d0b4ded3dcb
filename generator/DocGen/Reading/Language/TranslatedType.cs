using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Reads types on pages in other languages.</summary>
internal static class TranslatedType
{
    private static readonly char[] Parentheses = ['(', '（'];

    /// <summary>
    /// Returns the type that a cell names, or null for an empty cell. Translators keep links, names with inner capitals
    /// and most primitive types. Another word next to one of these means a collection. If a cell contains none of
    /// these, its text is a word, and linking decides from all pages what the word means.
    /// </summary>
    public static DocType? Parse(RichText cell)
    {
        if (cell.Plain.Length == 0)
            return null;
        DocLink[] links = TypeLinks(cell);
        if (links.Length == 1 && cell.Plain.Length <= Limits.TypeText)
            return OfLink(links[0], cell.Plain);
        DocType? type = TypeText.Parse(cell.Plain, out bool isClear);
        if (type is not null && isClear && IsCode(type))
            return type;
        return OfTokens(cell.Plain) ?? DocType.Word(cell.Plain);
    }

    /// <summary>Whether a cell certainly names a type, even without English words for a collection.</summary>
    public static bool IsUnmistakable(RichText cell)
    {
        DocLink[] links = TypeLinks(cell);
        return links.Length == 1
            ? cell.Plain.Length <= links[0].Text.Length + Thresholds.CollectionText + 1
                : OfTokens(cell.Plain) is not null;
    }

    /// <summary>Returns the links to pages and to bookmarks on the same page.</summary>
    private static DocLink[] TypeLinks(RichText cell) =>
        [.. cell.Links.Where(l => Prose.LinkedPage(l.Target) is not null
            || (l.Target.Length > 1 && l.Target[0] == '#'))];

    private static bool IsCode(DocType type) => !type.IsNamed || TypeText.IsQualified(type.Name!);

    /// <summary>
    /// Returns the type of a cell with a link, as in <c>[event](event.md)-Sammlung</c>. A translated name is replaced
    /// by the name of the linked page, which is usually the name of its type.
    /// </summary>
    private static DocType OfLink(DocLink link, string text)
    {
        string name = Prose.TypeName(link.Text);
        string target = PageLanguage.Translated.TypeName(link);
        // The bookmark or the name of the page may not be the name of a type. Linking decides.
        DocType type = TypeText.TryPrimitive(name, out TypeKind kind) ? DocType.Of(kind)
            : TypeText.IsQualified(target) || (target != name && link.Target.IndexOf('#') < 0)
            || name.Equals(FileName(link), StringComparison.OrdinalIgnoreCase) ? DocType.Named(target)
            : DocType.Word(target);
        int at = text.IndexOf(link.Text, StringComparison.Ordinal);
        // "Collection([event](event.md))" has the word for a collection before the parenthesis. "[event](event.md)
        // (optional)" has no word outside of the parentheses.
        string behind = at < 0 ? "" : text.Substring(at + link.Text.Length).Split(Parentheses)[0];
        return at >= 0 && SaysMany(text.Substring(0, at) + " " + behind) ? type.ToCollection() : type;
    }

    private static string FileName(DocLink link) =>
        System.IO.Path.GetFileNameWithoutExtension(Prose.LinkedPage(link.Target) ?? "");

    /// <summary>
    /// Returns the only primitive type or name with an inner capital among a cell's words, as a collection if a few
    /// other words are next to it. Returns null if there is no such type or name, or if there are too many other words.
    /// </summary>
    private static DocType? OfTokens(string text)
    {
        int open = text.IndexOfAny(Parentheses);
        // Parentheses after a type contain a qualifier. After another word, they contain the type itself.
        if (open > 0 && OfTokens(text.Substring(0, open)) is { } outside)
            return outside;
        DocType? found = null;
        var others = new System.Text.StringBuilder();
        for (int start = 0; start < text.Length && start < Limits.TypeText;)
        {
            int end = start + 1;
            while (end < text.Length && IsNamePart(text[end]) && IsNamePart(text[start])
                && (text[end] <= '\x7f') == (text[start] <= '\x7f'))
                end++;
            string token = text.Substring(start, end - start).Trim('.');
            start = end;
            bool isPrimitive = TypeText.TryPrimitive(token, out TypeKind kind);
            if (!isPrimitive && !(TypeText.IsQualified(token) && char.IsLower(token[0])))
                others.Append(token.Length == 0 ? " " : token);
            else if (found is not null)
                return null;
            else
                found = isPrimitive ? DocType.Of(kind) : DocType.Named(token);
        }

        string words = others.ToString();
        bool isPlain = !words.Any(char.IsLetter) || TypeText.Qualifiers.Contains(words.Trim());
        return isPlain ? found : SaysMany(words) ? found?.ToCollection() : null;
    }

    /// <summary>
    /// Whether the words next to a type mean a collection: there are only one or two. More words have another meaning.
    /// </summary>
    private static bool SaysMany(string words) =>
        words.Any(char.IsLetter) && words.Trim().Length <= Thresholds.CollectionText
        && words.Split([' '], StringSplitOptions.RemoveEmptyEntries).Length <= Thresholds.CollectionWords
        && !TypeText.Qualifiers.Contains(words.Trim());

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';
}
