using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Reads a type as a page in another language writes it.</summary>
internal static class TranslatedType
{
    private static readonly char[] Parentheses = ['(', '（'];

    /// <summary>
    /// The type that a cell of a page in another language names. Translators leave links, names with inner capitals and
    /// most primitive types as they are; a word beside one of these says that there are many. What has none of them is
    /// a word, whose meaning all pages together tell. Null for an empty cell.
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

    /// <summary>The cell names a type beyond doubt, though no English words say how many.</summary>
    public static bool IsUnmistakable(RichText cell)
    {
        DocLink[] links = TypeLinks(cell);
        return links.Length == 1
            ? cell.Plain.Length <= links[0].Text.Length + Thresholds.CollectionText + 1
                : OfTokens(cell.Plain) is not null;
    }

    /// <summary>Links to pages, and to what the page itself has under a bookmark.</summary>
    private static DocLink[] TypeLinks(RichText cell) =>
        [.. cell.Links.Where(l => Prose.LinkedPage(l.Target) is not null
            || (l.Target.Length > 1 && l.Target[0] == '#'))];

    private static bool IsCode(DocType type) => !type.IsNamed || TypeText.IsQualified(type.Name!);

    /// <summary>
    /// <c>[event](event.md)-Sammlung</c>. A name that is translated too is that of the page, which mostly is named for
    /// its type.
    /// </summary>
    private static DocType OfLink(DocLink link, string text)
    {
        string name = Prose.TypeName(link.Text);
        string target = PageLanguage.Translated.TypeName(link);
        // Of a bookmark and of a page without a type's name nothing tells yet whether a type goes by it.
        DocType type = TypeText.TryPrimitive(name, out TypeKind kind) ? DocType.Of(kind)
            : TypeText.IsQualified(target) || (target != name && link.Target.IndexOf('#') < 0)
            || name.Equals(FileName(link), StringComparison.OrdinalIgnoreCase) ? DocType.Named(target)
            : DocType.Word(target);
        int at = text.IndexOf(link.Text, StringComparison.Ordinal);
        // "Collection([event](event.md))" has its word before the parenthesis, "[event](event.md) (optional)" has none
        // outside of it.
        string behind = at < 0 ? "" : text.Substring(at + link.Text.Length).Split(Parentheses)[0];
        return at >= 0 && SaysMany(text.Substring(0, at) + " " + behind) ? type.ToCollection() : type;
    }

    private static string FileName(DocLink link) =>
        System.IO.Path.GetFileNameWithoutExtension(Prose.LinkedPage(link.Target) ?? "");

    /// <summary>
    /// The one primitive type or name with an inner capital among a cell's words, as a collection if there are others;
    /// null where there is none, or the others are too many to say no more than that.
    /// </summary>
    private static DocType? OfTokens(string text)
    {
        int open = text.IndexOfAny(Parentheses);
        // What stands in parentheses behind a type says more of it; behind another word, they enclose the type.
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
    /// A word or two beside a type say that there are many of it, in whatever language; more say something else.
    /// </summary>
    private static bool SaysMany(string words) =>
        words.Any(char.IsLetter) && words.Trim().Length <= Thresholds.CollectionText
        && words.Split([' '], StringSplitOptions.RemoveEmptyEntries).Length <= Thresholds.CollectionWords
        && !TypeText.Qualifiers.Contains(words.Trim());

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';
}
