using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Http;

/// <summary>
/// Parses URLs of plain docs with any notation of placeholders: <c>{id}</c>, <c>&lt;id&gt;</c>, <c>:id</c>,
/// <c>#{id}</c>, <c>$ID</c>, <c>[id]</c>, or a sample value. The API version is a part of the path here, because a page
/// can contain URLs of several versions.
/// </summary>
internal static class PlainUrlReader
{
    /// <summary>Parses the URL. Returns null if the text is not a URL.</summary>
    /// <param name="text">The URL as written.</param>
    /// <param name="nouns">The nouns for sample keys in the page's text, by key, or null.</param>
    /// <param name="keys">The names for words that are sample keys, by the collection and the word, or null.</param>
    public static DocumentedUrl? Read(string text, IReadOnlyDictionary<string, string>? nouns = null,
        IReadOnlyDictionary<(string Before, string Value), string>? keys = null)
    {
        var findings = new List<UrlFinding>();
        text = OpenBraces.Close(text, findings);
        int start = PathStart(text, out string? root);
        if (start < 0)
            return null;
        int end = PathEnd(text, start);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var segments = new List<UrlSegment>();
        string before = "";
        foreach (string segment in text.Substring(start, end - start).Split('/'))
        {
            if (segment.Length == 0 || segment is "." or "..")
                continue;
            segments.Add(ReadKey(segment, segments, names, keys) ?? ReadSegment(segment, before, names, nouns));
            before = segments[segments.Count - 1].Literal is { } word ? Bare(word) : before;
        }

        return new DocumentedUrl(root,
            new UrlPath(segments.ToEquatableArray(), endsInSlash: end > start && text[end - 1] == '/'),
            ReadQuery(text, end), IsOpaque: false,
            findings.Count == 0 ? [] : findings);
    }

    /// <summary>
    /// Returns the start of the path, after scheme and host, or after a placeholder for both; -1 if the text is not a
    /// URL.
    /// </summary>
    private static int PathStart(string text, out string? root)
    {
        root = null;
        if (text.Length == 0)
            return -1;
        if (text[0] == '/')
            return 0;
        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        int from = scheme >= 0 && scheme <= "https".Length ? scheme + "://".Length
            : text[0] is '{' or '<' or '$' ? 0 : -1;
        if (from < 0)
            return -1;
        int slash = text.IndexOf('/', from);
        int start = slash < 0 ? text.Length : slash;
        root = scheme >= 0 ? text.Substring(0, start) : null;
        return start;
    }

    /// <summary>
    /// Returns the end of the path, which is the start of a query or a fragment. <c>#{name}</c> is a placeholder, not a
    /// fragment.
    /// </summary>
    private static int PathEnd(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            // "<user id>" and "{user id}" are single placeholders, although they contain a space.
            if (text[i] is '<' or '{' && !(i + 1 < text.Length && text[i + 1] is '?' or '&')
                && text.IndexOf(text[i] == '<' ? '>' : '}', i,
                    Math.Min(Thresholds.PlainPlaceholder, text.Length - i)) is var close
                    and > 0)
            {
                i = close;
            }

            bool isQuery = text[i] == '?' || (text[i] == '#' && !(i + 1 < text.Length && text[i + 1] == '{'))
                || (text[i] == '{' && i + 1 < text.Length && text[i + 1] is '?' or '&')
                || (text[i] == '[' && i + 1 < text.Length && text[i + 1] == '?');
            if (isQuery || char.IsWhiteSpace(text[i]))
                return i;
        }

        return text.Length;
    }

    /// <summary>Reads a word that is a known sample key of the collection before it. Returns null for others.</summary>
    private static UrlSegment? ReadKey(string text, List<UrlSegment> before, HashSet<string> names,
        IReadOnlyDictionary<(string Before, string Value), string>? keys)
    {
        if (keys is null || before.Count == 0 || before[before.Count - 1].Literal is not { } collection)
            return null;
        string word = WithoutExtension(text);
        return keys.TryGetValue((collection, word), out string? name)
            ? Placeholder(name, text.Substring(word.Length), names) : null;
    }

    /// <summary>Returns a word of a URL without its extension.</summary>
    public static string WithoutExtension(string word)
    {
        int dot = word.LastIndexOf('.');
        return dot > 0 && word.Length - dot - 1 is > 0 and <= Thresholds.UrlExtension && char.IsLetter(word[dot + 1])
            ? word.Substring(0, dot) : word;
    }

    private static UrlSegment ReadSegment(string text, string before, HashSet<string> names,
        IReadOnlyDictionary<string, string>? nouns)
    {
        // An optional format is part of the template notation: /users(.:format).
        int format = text.IndexOf("(.:", StringComparison.Ordinal);
        text = format > 0 ? text.Substring(0, format) : text;
        if (IsSample(text, out string extension) && before.Length > 0)
            return Placeholder(SampleName(before, text.Substring(0, text.Length - extension.Length), nouns), extension,
                names);
        if (IsBracketed(text) || IsShouted(text) || (text.Length > 1 && text[0] == '*'))
            return Placeholder(text.Trim('[', ']', '*'), "", names);
        var pieces = new List<UrlPiece>();
        int literal = 0;
        bool isColon = true;
        for (int i = 0; i < text.Length;)
        {
            int end = PlaceholderEnd(text, i, isOpen: literal == i && isColon);
            if (end <= i)
            {
                i++;
                continue;
            }

            AddLiteral(text, literal, i, pieces);
            pieces.Add(new UrlPiece(Claim(Name(text.Substring(i, end - i)), names), IsPlaceholder: true));
            // ":ref:format" has two placeholders, and "{id}:archive" has an action.
            isColon = text[i] == ':';
            literal = i = end;
        }

        AddLiteral(text, literal, text.Length, pieces);
        return new UrlSegment(pieces.ToEquatableArray());
    }

    /// <param name="isOpen">Whether no literal precedes the placeholder. After a literal, <c>:archive</c> is an action,
    /// not a placeholder.</param>
    /// <returns>The end of the placeholder at <paramref name="start"/>, or <paramref name="start"/> if no placeholder
    /// starts there.</returns>
    private static int PlaceholderEnd(string text, int start, bool isOpen)
    {
        char c = text[start];
        int open = c is '#' or '$' && start + 1 < text.Length && text[start + 1] == '{' ? start + 1 : start;
        if (text[open] is '{' or '<')
        {
            char close = text[open] == '{' ? '}' : '>';
            int end = text.IndexOf(close, open + 1, Math.Min(Thresholds.PlainPlaceholder, text.Length - open - 1));
            if (end < 0)
                return start;
            while (end + 1 < text.Length && text[end + 1] == close)
                end++;
            return end + 1;
        }

        if (!(c == ':' && isOpen) && c != '$')
            return start;
        int name = start + 1;
        while (name < text.Length && (char.IsLetterOrDigit(text[name]) || text[name] == '_'))
            name++;
        // "/users/:user-id" is one name, but not "/diff/:a...:b".
        while (c == ':' && name + 1 < text.Length && text[name] == '-' && char.IsLetter(text[name + 1]))
        {
            name++;
            while (name < text.Length && (char.IsLetterOrDigit(text[name]) || text[name] == '_'))
                name++;
        }

        return name > start + 1 && !char.IsDigit(text[start + 1]) ? name : start;
    }

    private static void AddLiteral(string text, int start, int end, List<UrlPiece> pieces)
    {
        if (end > start)
        {
            string literal = text.Substring(start, end - start).Replace("{", "%7B").Replace("}", "%7D");
            pieces.Add(new UrlPiece(StringPool.Get(literal), IsPlaceholder: false));
        }
    }

    private static UrlSegment Placeholder(string name, string extension, HashSet<string> names)
    {
        var piece = new UrlPiece(Claim(Name(name), names), IsPlaceholder: true);
        return new UrlSegment(extension.Length == 0
            ? EquatableArray.Of(piece) : new[] { piece,
                new UrlPiece(extension, IsPlaceholder: false) }.ToEquatableArray());
    }

    /// <summary>Makes the name unique within the template.</summary>
    private static string Claim(string name, HashSet<string> names)
    {
        string free = name;
        for (int number = 2; !names.Add(free); number++)
            free = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return StringPool.Get(free);
    }

    private static string Name(string text)
    {
        string inside = text.Split('|', '=')[0].Trim('{', '}', '<', '>', '#', '$', ':', '+', '*', '.', ' ');
        string name = new([.. inside.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')]);
        name = name.Trim('-', '.');
        return name.Length == 0 ? "value" : name.All(c => !char.IsLower(c)) ? name.ToLowerInvariant() : name;
    }

    /// <summary>Whether the text is a number, a GUID or an opaque token, with an optional extension.</summary>
    private static bool IsSample(string text, out string extension)
    {
        string bare = WithoutExtension(text);
        extension = text.Substring(bare.Length);
        return bare.All(char.IsDigit) || Guid.TryParse(bare, out _)
            || (bare.Length >= Thresholds.SampleLength && bare.All(c => char.IsLetterOrDigit(c) || c is '-' or '_')
                && SampleValues.IsSample(bare));
    }

    /// <summary>
    /// Returns the parameter name for a sample value, such as <c>todoId</c> after <c>todos</c>. If the word before the
    /// value is not a collection, the name comes from the page's text. For example, the name for <c>assigned/1</c> is
    /// <c>personId</c> if the text says "the person with an ID of 1".
    /// </summary>
    private static string SampleName(string before, string sample, IReadOnlyDictionary<string, string>? nouns)
    {
        string word = Identifiers.Pascal(before, "Item");
        string one = Inflection.Singular(word);
        string noun = one == word && nouns is not null && nouns.TryGetValue(sample, out string? said)
            ? Identifiers.Pascal(said, one)
            : one;
        return Identifiers.Camel(noun + "Id");
    }

    private static bool IsBracketed(string text) => text.Length > 2 && text[0] == '[' && text[text.Length - 1] == ']';

    /// <summary>
    /// Whether the text is a word in capitals with an underscore (<c>USER_ID</c>, <c>YOUR_TOKEN</c>), or <c>ID</c>.
    /// </summary>
    private static bool IsShouted(string text) => text == "ID"
        || (text.IndexOf('_') > 0 && text.Any(char.IsUpper) && text
            .All(c => char.IsUpper(c) || char.IsDigit(c) || c == '_'));

    /// <summary>Returns the literal without its extension.</summary>
    private static string Bare(string word) => word.IndexOf('.') is > 0 and var dot ? word.Substring(0, dot) : word;

    private static List<KeyValuePair<string, string>> ReadQuery(string text, int start)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        int fragment = text.IndexOf('#', start);
        string query = text.Substring(start, (fragment < 0 ? text.Length : fragment) - start);
        foreach (string pair in query.Trim('?', '{', '}', '[', ']', '&').Split('&', ',', '?'))
        {
            int equals = pair.IndexOf('=');
            string name = (equals < 0 ? pair : pair.Substring(0, equals)).Trim(' ', '[', ']', '{', '}', '*', '"', '\'');
            bool isList = equals > 1 && pair[equals - 1] == ']';
            if (name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '$' or '_' or '-' or '.'))
                pairs.Add(new KeyValuePair<string, string>(isList ? name + "[]" : name, equals < 0 ? ""
                    : pair.Substring(equals + 1).Trim()));
        }

        return pairs;
    }
}
