using System.Globalization;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Reads information from sentences that is in no annotation and no table.</summary>
internal static class Prose
{
    private static readonly string[] Inheriting =
        ["inherits from", "inherited from", "derives from", "derived from", "is a type of", "subtype of", "subclass of",
            "subclass from"];

    private static readonly string[] Nouns = [" object", " resource", " entity", " entities"];

    private static readonly char[] StatusClasses = ['2', '3'];

    /// <summary>
    /// Returns the values of a run of code spans. A run has at least two spans, with at most a comma and a short word
    /// between them.
    /// </summary>
    /// <param name="doc">The description.</param>
    /// <param name="isAnnounced">Whether only code after a colon counts.</param>
    public static EquatableArray<EnumMemberDefinition> CodeRun(DocText? doc, bool isAnnounced)
    {
        var values = new List<EnumMemberDefinition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool isListing = !isAnnounced;
        foreach (DocInline run in doc?.Inlines ?? default)
        {
            if (isAnnounced && values.Count == 0 && run.Kind == DocInlineKind.Text)
                isListing = run.Text.TrimEnd().EndsWith(":", StringComparison.Ordinal)
                    || run.Text.TrimEnd().EndsWith("：", StringComparison.Ordinal);
            if (isListing && run.Kind == DocInlineKind.Code && JsonShapes.IsEnumValue(run.Text) && seen.Add(run.Text))
            {
                values.Add(new EnumMemberDefinition(run.Text, null));
            }
            else if (run.Kind != DocInlineKind.Text || run.Text.Trim().Length > Thresholds.Joining)
            {
                if (values.Count > 1)
                    break;
                values.Clear();
                seen.Clear();
            }
        }

        // If the only values are true and false, the type is a Boolean and not an enumeration.
        if (isAnnounced && values.TrueForAll(v => v.Value is "true" or "false"))
            return default;
        return values.Count > 1 ? values.ToEquatableArray() : default;
    }

    /// <summary>The values after "Possible values are:", up to the end of the sentence.</summary>
    public static EquatableArray<EnumMemberDefinition> PossibleValues(DocText? doc)
    {
        if (doc is null)
            return default;
        var values = new List<EnumMemberDefinition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool listing = false;
        foreach (DocInline run in doc.Inlines)
        {
            if (run.Kind == DocInlineKind.Code && listing)
            {
                string value = run.Text.Trim('"', '\'', ' ');
                if (JsonShapes.IsEnumValue(value) && seen.Add(value))
                    values.Add(new EnumMemberDefinition(StringPool.Get(value), null));
                continue;
            }

            if (run.Kind != DocInlineKind.Text)
                continue;
            int announced = IndexOfAny(run.Text, "ossible values", "upported values", "llowed values", "alid values");
            if (announced >= 0)
                listing = run.Text.IndexOf(". ", announced, StringComparison.Ordinal) < 0;
            else if (listing && values.Count > 0 && EndsSentence(run.Text))
                break;
        }

        return values.Count > 1 ? values.ToEquatableArray() : default;
    }

    /// <summary>Returns the description if it says that its member is deprecated, else null.</summary>
    public static string? Deprecation(string text)
    {
        int at = text.IndexOf("deprecated", StringComparison.OrdinalIgnoreCase);
        bool announces = at == 0
            || (at > 0 && (text.LastIndexOf("is deprecated", StringComparison.OrdinalIgnoreCase) >= 0
            || text.IndexOf("(deprecated)", StringComparison.OrdinalIgnoreCase) >= 0));
        return announces ? text : null;
    }

    /// <summary>Returns each distinct success or redirect status in a text, in order.</summary>
    [Standard("RFC 9110, section 15")]
    public static IReadOnlyList<(int Status, int Offset)> Statuses(string text)
    {
        var statuses = new List<(int Status, int Offset)>();
        for (int i = text.IndexOfAny(StatusClasses); i >= 0
            && i + 3 <= text.Length; i = text.IndexOfAny(StatusClasses, i + 1))
        {
            bool starts = i == 0 || !(char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '-' or '/');
            bool ends = i + 3 == text.Length
                || !(char.IsLetterOrDigit(text[i + 3])
                    || (text[i + 3] is '.' or '-' && i + 4 < text.Length && char.IsLetterOrDigit(text[i + 4])));
            if (starts && ends && int.TryParse(text.Substring(i, 3), NumberStyles.None, CultureInfo.InvariantCulture,
                out int status) && IsStatus(status))
                statuses.Add((status, i));
        }

        return statuses.Count < 2 ? statuses : [.. statuses.GroupBy(s => s.Status).Select(same => same.First())];
    }

    /// <summary>Returns the type's name from a link text: driveItem from "driveItem resource".</summary>
    public static string TypeName(string linkText)
    {
        foreach (string suffix in (string[])[" resource", " object", " resources", " objects"])
        {
            if (linkText.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                return linkText.Substring(0, linkText.Length - suffix.Length).Trim();
        }

        return linkText.Trim('*', '`');
    }

    /// <summary>
    /// Returns the base type that a sentence names, or null: the first link after a phrase such as "inherits from",
    /// else the next word.
    /// </summary>
    public static string? Ancestor(RichText text)
    {
        int at = -1;
        // This method reads every cell. Few contain either word, so search for these words before the phrases.
        bool mayTell = text.Plain.IndexOf(" from", StringComparison.OrdinalIgnoreCase) >= 0
            || text.Plain.IndexOf(" of", StringComparison.OrdinalIgnoreCase) >= 0;
        foreach (string phrase in mayTell ? Inheriting : [])
        {
            int found = text.Plain.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (found >= 0 && (at < 0 || found < at))
                at = found + phrase.Length;
        }

        if (at < 0)
            return Genus(text);
        string rest = text.Plain.Substring(at).TrimStart(' ', '*', '`', '[');
        foreach (string words in (string[])["the ", "a ", "an ", "base ", "class ", "type "])
        {
            if (rest.StartsWith(words, StringComparison.OrdinalIgnoreCase))
                rest = rest.Substring(words.Length);
        }

        foreach (DocLink link in text.Links)
        {
            string name = TypeName(link.Text);
            // A link may have an empty text.
            bool isNext = name.Length > 0 && rest.StartsWith(link.Text, StringComparison.Ordinal)
                && (rest.Length == link.Text.Length || !char.IsLetterOrDigit(rest[link.Text.Length]));
            if (isNext && TypeText.IsTypeName(name))
                return name;
        }

        string word = rest.Split([' ', ',', ';', ')', ']', '*', '`', ':'], 2)[0].Trim('.');
        return TypeText.IsTypeName(word) && word.Any(char.IsUpper) ? word : null;
    }

    /// <summary>
    /// Returns the type at the start of a definition: "An [educationOutcome](..) that provides a graded rubric".
    /// </summary>
    private static string? Genus(RichText text)
    {
        if (text.Links.Count == 0 || !TypeText.IsTypeName(text.Links[0].Text)
            || LinkedPage(text.Links[0].Target) is null)
            return null;
        string name = text.Links[0].Text;
        return Array.Exists(["A ", "An "], article => Array.Exists([" that ", " which ", " whose "],
            relative => text.Plain.StartsWith(article + name + relative, StringComparison.Ordinal))) ? name : null;
    }

    public static bool SaysCollection(string text) =>
        IndexOfAny(text, "collection of", "a list of", "array of", " collection") >= 0;

    /// <summary>Whether a text refers to several of the linked resource: "the requested [book](..) objects".</summary>
    public static bool SaysMany(string text, string linked)
    {
        int at = text.IndexOf(linked, StringComparison.Ordinal);
        string after = at < 0 ? "" : text.Substring(at + linked.Length);
        return after.StartsWith(" objects", StringComparison.OrdinalIgnoreCase)
            || after.StartsWith(" resources", StringComparison.OrdinalIgnoreCase)
            || SaysCollection(text);
    }

    /// <summary>
    /// Returns the word before the first noun such as "resource", or null: "the updated **book** resource". The word
    /// may be the name of a type, although it is not a link.
    /// </summary>
    public static string? UnlinkedType(string text)
    {
        int noun = Nouns.Select(n => text.IndexOf(n, StringComparison.OrdinalIgnoreCase)).Where(at => at > 0)
            .DefaultIfEmpty(-1).Min();
        string word = noun < 0
            ? ""
            : text.Substring(text.LastIndexOf(' ', noun - 1) + 1, noun - text.LastIndexOf(' ', noun - 1) - 1)
                .Trim('*', '`');
        return TypeText.IsTypeName(word) && !TypeText.IsPrimitive(word) ? word : null;
    }

    /// <summary>
    /// Returns the primitive type of a value in the response, or null: "an Int32 in the response body".
    /// </summary>
    public static TypeKind? AnsweredPrimitive(string text)
    {
        int end = text.IndexOf(" in the response body", StringComparison.OrdinalIgnoreCase);
        if (end <= 0)
            return null;
        string before = text.Substring(0, end);
        string word = before.Substring(before.LastIndexOf(' ') + 1);
        return before.EndsWith(" a " + word, StringComparison.OrdinalIgnoreCase)
            || before.EndsWith(" an " + word, StringComparison.OrdinalIgnoreCase)
            ? TypeText.IsPrimitive(word) && TypeText.Parse(word, out _) is { Kind: not TypeKind.Stream and var kind }
                ? kind
                : null
            : null;
    }

    /// <summary>
    /// Returns the page that a relative link points to, without its bookmark; null for any other link. A target that
    /// begins with <c>~/</c> is relative to a root that only the publishing tool knows.
    /// </summary>
    public static string? LinkedPage(string target)
    {
        int hash = target.IndexOf('#');
        string path = hash < 0 ? target : target.Substring(0, hash);
        bool relative = path.IndexOf(':') < 0 && !path.StartsWith("/", StringComparison.Ordinal)
            && !path.StartsWith("~/", StringComparison.Ordinal);
        return relative && path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path : null;
    }

    private static bool IsStatus(int status) =>
        status is >= 200 and <= 208 or 226 or >= 300 and <= 308;

    private static bool EndsSentence(string text) =>
        text.TrimStart().StartsWith(".", StringComparison.Ordinal) || text.IndexOf(". ", StringComparison.Ordinal) >= 0;

    private static int IndexOfAny(string text, params string[] words)
    {
        foreach (string word in words)
        {
            int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                return at;
        }

        return -1;
    }
}
