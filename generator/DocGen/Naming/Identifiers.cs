using System.Globalization;
using System.Text;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Naming;

/// <summary>
/// Converts names in docs to C# identifiers. The result is deterministic and culture-invariant for any text.
/// </summary>
internal static class Identifiers
{
    /// <summary>
    /// Converts to PascalCase. A word starts at a letter or digit after any other character, or at a capital after a
    /// lower-case letter. <c>item-id</c> and <c>itemId</c> give ItemId, <c>eTag</c> gives ETag, <c>1st</c> gives _1st.
    /// </summary>
    public static string Pascal(string text, string whenEmpty = "Member")
    {
        if (IsCamel(text))
            return char.ToUpperInvariant(text[0]) + text.Substring(1);
        var name = new StringBuilder(text.Length);
        bool start = true;
        foreach (char c in text)
        {
            if (name.Length == Limits.Identifier)
                break;
            if (!IsPart(c))
            {
                start = true;
                continue;
            }

            name.Append(start ? char.ToUpperInvariant(c) : c);
            start = false;
        }

        if (name.Length == 0)
            return whenEmpty;
        if (!char.IsLetter(name[0]))
            name.Insert(0, '_');
        return name.ToString();
    }

    /// <summary>Whether the conversion changes only the first letter, which is so for most JSON members.</summary>
    private static bool IsCamel(string text)
    {
        if (text.Length is 0 or > Limits.Identifier || text[0] is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z'))
            return false;
        foreach (char c in text)
        {
            if (c is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'))
                return false;
        }

        return true;
    }

    public static string Camel(string text, string whenEmpty = "value")
    {
        string pascal = Pascal(text, whenEmpty);
        int i = pascal[0] == '_' ? 1 : 0;
        int capitals = i;
        while (capitals < pascal.Length && char.IsUpper(pascal[capitals]))
            capitals++;
        // A leading acronym becomes lower case, except for the capital that starts the next word.
        int lower = capitals - i <= 1 || capitals == pascal.Length ? capitals : capitals - 1;
        return pascal.Substring(0, i) + pascal.Substring(i, lower - i).ToLowerInvariant() + pascal.Substring(lower);
    }

    /// <summary>
    /// Returns the identifier for a JSON name. For an annotation, it is the annotated name and the term without the
    /// namespace of the vocabulary.
    /// </summary>
    public static string Annotation(string jsonName)
    {
        int at = jsonName.IndexOf('@');
        if (at < 0)
            return Pascal(jsonName);
        string term = jsonName.Substring(at + 1);
        if (term.StartsWith("odata.", StringComparison.OrdinalIgnoreCase))
            return Pascal(jsonName.Substring(0, at), "") + "OData" + Pascal(term.Substring("odata.".Length));
        int last = term.LastIndexOf('.');
        bool qualified = last > 0 && term.IndexOf('.') != last;
        return Pascal(jsonName.Substring(0, at), "") + Pascal(qualified ? term.Substring(last + 1) : term);
    }

    /// <summary>
    /// Returns the letters and digits of a word in lower case, so the results for drive-item and driveItem are equal.
    /// </summary>
    public static string Plain(string word) => Pascal(word, "").ToLowerInvariant().TrimStart('_');

    /// <summary>Returns the first word of a name, or an empty string.</summary>
    public static string FirstWord(string name) => Words(name) is { Count: > 0 } words ? words[0] : "";

    /// <summary>Splits a name into words, before capitals and at characters other than letters and digits.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool breaks = char.IsUpper(name[i]) && i > 0
                && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((breaks || !IsPart(name[i])) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (IsPart(name[i]))
                word.Append(name[i]);
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    public static bool IsIdentifier(string text)
    {
        foreach (char c in text)
        {
            if (!(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
                || (c > '\x7F' && IsPart(c))))
                return false;
        }

        return text.Length > 0 && !char.IsDigit(text[0]);
    }

    /// <summary>
    /// Whether the character is a letter or digit of the Basic Multilingual Plane that every C# compiler accepts.
    /// Combining marks and connectors are excluded, because different names with them could look the same.
    /// </summary>
    private static bool IsPart(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;
}
