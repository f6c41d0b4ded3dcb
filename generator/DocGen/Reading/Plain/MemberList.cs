using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads the items of a list of parameters: <c>`status` - when set to …</c>, <c>name (required, string): …</c>.
/// </summary>
internal static class MemberList
{
    /// <summary>Returns the members that an item describes; empty if it describes something else.</summary>
    /// <param name="text">The item.</param>
    /// <param name="isAnnounced">
    /// Whether a heading or line announces parameters. The name may then be plain text instead of code.
    /// </param>
    /// <param name="isRequired">Whether that heading or line says that they are required.</param>
    public static IEnumerable<PlainMember> Read(RichText text, bool isAnnounced, bool isRequired)
    {
        EquatableArray<DocInline> runs = text.Doc?.Inlines ?? default;
        if (runs.IsEmpty)
            return [];
        var names = new List<string>();
        DocText? rest = runs[0].Kind == DocInlineKind.Code ? CodeNames(runs, names, isAnnounced)
            : isAnnounced && runs[0].Kind == DocInlineKind.Text ? PlainName(runs, names) : null;
        return names.Select(name => ToMember(name, rest, text, isRequired));
    }

    /// <summary>
    /// Reads the names in a sentence after a label: "Required parameters: `title` and `body` of the note".
    /// </summary>
    public static IEnumerable<PlainMember> ReadSentence(RichText text, bool isRequired)
    {
        EquatableArray<DocInline> runs = text.Doc?.Inlines ?? default;
        if (runs.Count < 2 || runs[0].Kind != DocInlineKind.Text
            || !runs[0].Text.TrimEnd().EndsWith(":", StringComparison.Ordinal))
            return [];
        var names = new List<string>();
        DocText? rest = CodeNames(runs.Skip(1).ToEquatableArray(), names, isAnnounced: true);
        return names.Select(name => ToMember(name, rest, text, isRequired));
    }

    private static DocText? CodeNames(EquatableArray<DocInline> runs, List<string> names, bool isAnnounced)
    {
        int at = 0;
        while (at < runs.Count && runs[at].Kind == DocInlineKind.Code && names.Count < Thresholds.ItemNames
            && NameOf(runs[at].Text) is { } name)
        {
            names.Add(name);
            bool goesOn = at + 2 < runs.Count && runs[at + 1].Kind == DocInlineKind.Text
                && runs[at + 1].Text.Trim() is "," or "and" or "/" or ", and" or "or";
            at += goesOn ? 2 : 1;
            if (!goesOn)
                break;
        }

        DocText? rest = Rest(runs, at, "");
        if (names.Count > 0 && !isAnnounced && !IsSeparated(rest))
            names.Clear();
        return rest;
    }

    /// <summary>Whether punctuation separates the name from its description.</summary>
    private static bool IsSeparated(DocText? rest)
    {
        string words = rest?.ToPlainText().TrimStart() ?? "";
        return words.Length == 0 || words[0] is '-' or '\u2013' or '\u2014' or ':' or '(' or '=' or '[' or ',';
    }

    private static DocText? PlainName(EquatableArray<DocInline> runs, List<string> names)
    {
        string words = runs[0].Text;
        int end = 0;
        while (end < words.Length && (char.IsLetterOrDigit(words[end])
            || words[end] is '_' or '[' or ']' or '.' or '$' or '-'))
            end++;
        string rest = words.Substring(end).TrimStart();
        bool isName = rest.Length > 0 && (rest[0] is '(' or ':' or '=' or '\u2013' or '\u2014'
            || rest.StartsWith("- ", StringComparison.Ordinal))
            || (runs.Count == 1 && rest.Length == 0);
        if (!isName || NameOf(words.Substring(0, end)) is not { } name)
            return null;
        names.Add(name);
        return Rest(runs, 1, words.Substring(end));
    }

    /// <summary>Returns a parameter's name without a value or quotes; null if the text is not a name.</summary>
    public static string? NameOf(string text)
    {
        int equals = text.IndexOf('=');
        string name = (equals > 0 ? text.Substring(0, equals) : text).Trim(' ', '"', '\'', '{', '}', ':', '<', '>', '?',
            '&', '*', '`');
        bool isName = name.Length is > 0 and <= Thresholds.ParameterName
            && (char.IsLetter(name[0]) || name[0] is '_' or '$' or '@')
            && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '[' or ']' or '$' or '@');
        return isName && !name.Equals("none", StringComparison.OrdinalIgnoreCase)
            && !name.EndsWith("-", StringComparison.Ordinal) ? name : null;
    }

    private static DocText? Rest(EquatableArray<DocInline> runs, int at, string before)
    {
        var rest = new List<DocInline>();
        if (before.Length > 0)
            rest.Add(new DocInline(DocInlineKind.Text, before));
        rest.AddRange(runs.Skip(at));
        return rest.Count == 0 ? null : new DocText(rest.ToEquatableArray());
    }

    private static PlainMember ToMember(string name, DocText? rest, RichText text, bool isRequired)
    {
        string words = rest?.ToPlainText().TrimStart() ?? "";
        string qualifiers = Qualifiers(words, out int end);
        DocText? summary = rest is null ? null : Behind(rest, words, end);
        string described = summary?.ToPlainText() ?? "";
        DocType? stated = qualifiers.Split(',', ';', '/').Select(PlainTypes.Parse)
            .FirstOrDefault(type => type is not null) ?? Leading(described);
        bool saysOptional = Says(qualifiers, "optional")
            || Says(described.Substring(0, Math.Min(Thresholds.OptionalWithin, described.Length)), "optional");
        bool saysRequired = Says(qualifiers, "required") && !Says(qualifiers, "required if")
            && !Says(qualifiers, "not required");
        DocType type = stated ?? PlainTypes.Implied(name, described) ?? DocType.String;
        var member = new MemberDefinition(
            StringPool.Get(name), type, summary, (isRequired || saysRequired) && !saysOptional, Values(summary),
            Prose.Deprecation(described));
        return new PlainMember(member, stated is not null, text.Start, text.End);
    }

    /// <summary>Returns the values in a description, after words that announce a list of values.</summary>
    public static EquatableArray<EnumMemberDefinition> Values(DocText? summary)
    {
        if (summary is null)
            return default;
        EquatableArray<EnumMemberDefinition> announced = Prose.PossibleValues(summary);
        string words = announced.IsEmpty ? summary.ToPlainText() : "";
        bool isChoice = Says(words, "one of") || Says(words, "either ") || Says(words, "can be ")
            || Says(words, "must be ");
        EquatableArray<EnumMemberDefinition> run = isChoice ? Prose.CodeRun(summary, isAnnounced: false) : announced;
        return run.All(value => value.Value is "true" or "false" or "null") || run
            .Any(value => value.Value.All(char.IsDigit)) ? default : run;
    }

    /// <summary>Returns the type in the first word of a description: "String. The name".</summary>
    private static DocType? Leading(string words)
    {
        int end = 0;
        while (end < words.Length && (char.IsLetterOrDigit(words[end]) || words[end] is '[' or ']'))
            end++;
        bool isAlone = end == words.Length || words[end] is ',' or '.' or ';' or ')' or ':' or '\u2013' or '\u2014'
            || (words[end] == ' ' && end + 1 < words.Length && words[end + 1] is '-' or '(');
        string first = words.Substring(0, end).ToLowerInvariant();
        return isAlone && first is not ("text" or "url" or "date" or "id" or "list" or "email" or "number")
            ? PlainTypes.Parse(first) : null;
    }

    /// <summary>Returns the text in brackets after the name.</summary>
    private static string Qualifiers(string words, out int end)
    {
        end = 0;
        if (words.Length == 0 || words[0] is not ('(' or '['))
            return "";
        int close = words.IndexOf(words[0] == '(' ? ')' : ']');
        if (close < 0)
            return "";
        end = close + 1;
        return words.Substring(1, close - 1);
    }

    /// <summary>Returns the text after brackets and separators, with its inline formatting.</summary>
    private static DocText? Behind(DocText rest, string words, int skip)
    {
        while (skip < words.Length && (char.IsWhiteSpace(words[skip])
            || words[skip] is '-' or ':' or '=' or '\u2013' or '\u2014' or '.' or ','))
            skip++;
        int drop = skip + rest.ToPlainText().Length - words.Length;
        var runs = new List<DocInline>();
        foreach (DocInline run in rest.Inlines)
        {
            int cut = Math.Min(drop, run.Text.Length);
            drop -= run.Kind == DocInlineKind.Break ? Math.Min(drop, 1) : cut;
            if (cut < run.Text.Length || run.Kind == DocInlineKind.Break)
                runs.Add(run with { Text = run.Text.Substring(cut) });
        }

        return runs.Count == 0 || runs.TrueForAll(run => string.IsNullOrWhiteSpace(run.Text)) ? null
            : new DocText(runs.ToEquatableArray());
    }

    private static bool Says(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
