using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>
/// Finds the sample keys among the words of a page's URLs. <c>A12</c> is one in <c>/berths/A12</c> if JSON below the
/// request has it as the value of an identifying member: <c>"id": "A12"</c>.
/// </summary>
internal sealed class SampleKeys
{
    /// <summary>The last words of members that identify a resource.</summary>
    private static readonly HashSet<string> Identifying = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "uid", "uuid", "guid", "key", "code", "slug", "sku", "handle", "login", "username", "number", "reference",
        "ref", "symbol", "isbn", "iban", "serial", "name",
    };

    private readonly Dictionary<(string Before, string Value), string> _names = [];

    private SampleKeys()
    {
    }

    /// <summary>
    /// Returns the name of the placeholder for each key and the word before it; null if the page has none. The cost is
    /// linear in the page: it reads the JSON of sections with a candidate once.
    /// </summary>
    public static IReadOnlyDictionary<(string Before, string Value), string>? In(
        IReadOnlyList<Section> sections, IReadOnlyList<PlainRequest> requests)
    {
        ILookup<Section, PlainRequest> bySection = requests.ToLookup(request => request.Section);
        var candidates = new Dictionary<Section, ILookup<string, (string Before, bool IsLast)>>();
        foreach (IGrouping<Section, PlainRequest> own in bySection)
            candidates.Add(own.Key, own.SelectMany(Words).ToLookup(word => word.Value, word => (word.Before,
                word.IsLast), StringComparer.Ordinal));
        var keys = new SampleKeys();
        foreach (Section section in sections)
        {
            if (Owner(section, candidates) is not { } owner || candidates[owner].Count == 0)
                continue;
            foreach (Fence fence in PlainBlocks.Of(section).OfType<Fence>())
                keys.Read(fence.Content.Text, candidates[owner]);
        }

        return keys._names.Count == 0 ? null : keys._names;
    }

    /// <summary>
    /// Whether a word of a URL looks like a key: capitals and digits (<c>A12</c>), a date, or letters and a number with
    /// a dash or an underscore between them (<c>b_17</c>).
    /// </summary>
    public static bool LooksLikeKey(string word)
    {
        word = PlainUrlReader.WithoutExtension(word);
        int digits = word.Length;
        while (digits > 0 && char.IsDigit(word[digits - 1]))
            digits--;
        bool isSpelled = word.All(c => char.IsUpper(c) || char.IsDigit(c) || c is '-' or '_');
        return isSpelled
            ? word.Any(char.IsDigit)
            : digits > 1 && digits < word.Length && word[digits - 1] is '-' or '_'
                && word.Take(digits - 1).All(char.IsLetter);
    }

    /// <summary>Whether a word names a collection, so that a key may follow it.</summary>
    public static bool IsCollection(string word) =>
        Identifiers.Pascal(word, "Item") is var name && Inflection.Singular(name) != name;

    /// <summary>Returns a placeholder for a key of a collection: <c>{berthId}</c>.</summary>
    public static string Placeholder(string collection) =>
        "{" + Identifiers.Camel(Inflection.Singular(Identifiers.Pascal(collection, "Item")) + "Id") + "}";

    /// <summary>Returns the section, or the one above it, that has requests of its own.</summary>
    private static Section? Owner(Section section, Dictionary<Section, ILookup<string, (string, bool)>> candidates)
    {
        Section? owner = section;
        while (owner is not null && !candidates.ContainsKey(owner))
            owner = owner.Parent;
        return owner;
    }

    /// <summary>Returns the words of a URL that follow the name of a collection.</summary>
    private static IEnumerable<(string Value, string Before, bool IsLast)> Words(PlainRequest request)
    {
        EquatableArray<UrlSegment> segments = request.Url.Segments;
        for (int i = 1; i < segments.Count; i++)
        {
            if (segments[i].Literal is { } word && segments[i - 1].Literal is { } before && IsCollection(before))
                yield return (PlainUrlReader.WithoutExtension(word), before, i == segments.Count - 1);
        }
    }

    private void Read(string text, ILookup<string, (string Before, bool IsLast)> candidates)
    {
        int start = JsonStart(text);
        JsonValue? value = start < 0 ? null : JsonReader.Read(text, start).Value;
        // The resource may be wrapped: {"berth": {…}} or {"data": {…}}, and so may a list.
        if (value is JsonObject { Members.Count: > 0 } shown)
        {
            JsonMember? wrapped = shown.Members.Count == 1 ? shown.Members[0]
                : Envelopes.OneIn(shown, "item") ?? Envelopes.ListIn(shown, "item", []);
            value = wrapped?.Value is JsonObject or JsonArray ? wrapped.Value : value;
        }

        if (value is JsonObject one)
            AddFrom(one, isItem: false, candidates);
        foreach (JsonObject item in ((value as JsonArray)?.Items ?? []).OfType<JsonObject>())
            AddFrom(item, isItem: true, candidates);
    }

    /// <summary>Returns the start of the first line that begins with a brace or a bracket; -1 if none does.</summary>
    private static int JsonStart(string text)
    {
        for (int line = 0; line >= 0 && line < text.Length;)
        {
            int start = line;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
            if (start < text.Length && text[start] is '{' or '[')
                return start;
            line = start < text.Length ? text.IndexOf('\n', start) : -1;
        }

        return -1;
    }

    /// <param name="isItem">Whether the object is an item of a list. The list of <c>/berths/A12/bookings</c> may show
    /// the berth in each item, but the other members of an item identify the item.</param>
    private void AddFrom(JsonObject shown, bool isItem, ILookup<string, (string Before, bool IsLast)> candidates)
    {
        foreach (JsonMember member in shown.Members)
        {
            if (member.Value is not JsonString { Value: var text })
                continue;
            foreach ((string before, bool isLast) in candidates[text])
            {
                if (Name(member.Name, before, isLast, isItem) is { } name && !_names.ContainsKey((before, text)))
                    _names.Add((before, text), name);
            }
        }
    }

    /// <summary>
    /// Returns the name of the placeholder, such as <c>berthId</c> or <c>countryCode</c>; null if the member does not
    /// identify the resource of the collection. Many things have a name, so a name counts only at the end of the URL.
    /// </summary>
    private static string? Name(string member, string collection, bool isLast, bool isItem)
    {
        string noun = Inflection.Singular(Identifiers.Pascal(collection, "Item"));
        string property = Identifiers.Pascal(member, "Id");
        bool isOfNoun = property.StartsWith(noun, StringComparison.Ordinal);
        int last = property.Length - 1;
        while (last > 0 && !char.IsUpper(property[last]))
            last--;
        string word = property.Substring(last);
        bool isIdentifying = isItem ? isOfNoun && (property == noun || Identifying.Contains(word))
            : property == noun || (Identifying.Contains(word) && (word != "Name" || isLast));
        return !isIdentifying ? null
            : Identifiers.Camel(property == noun || word is "Id" or "Uid" or "Uuid" or "Guid" ? noun + "Id"
                : isOfNoun ? property : noun + property);
    }
}
