using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Corpus;

/// <summary>
/// Counts badly formed names for each kind of fault. It shares no rule with the code that creates the names, except
/// singular and plural forms.
/// </summary>
internal sealed class NameCensus
{
    private const int MaxFactory = 60;

    private readonly ClientNames _names;
    private readonly SortedDictionary<string, List<string>> _found = new(StringComparer.Ordinal);

    /// <summary>
    /// The spelling with capitals of each word in the docs, by its lower-case form: <c>driveitem</c> →
    /// <c>driveItem</c>.
    /// </summary>
    private readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);

    /// <summary>Whether the service has PATCH operations, so that PUT does not mean update.</summary>
    private readonly bool _hasPatch;

    private NameCensus(ClientNames names)
    {
        _names = names;
        _hasPatch = names.Operations.Any(o => o.HttpMethod == "PATCH");
        foreach (string word in names.Operations.SelectMany(o => o.Urls).SelectMany(u => u.Path.Segments)
            .Select(OperationUrls.NameOf).OfType<string>()
            .Concat(names.Types.Where(type => type.DocName.Length > 0)
                .Select(type => type.DocName[(type.DocName.LastIndexOf('.') + 1)..])))
        {
            if (PageWords.Breaks(word) > 0)
            {
                _spellings.TryAdd(Identifiers.Plain(word), word);
                _spellings.TryAdd(OperationUrls.Bare(word), word);
            }
        }
    }

    /// <summary>Returns the badly formed names for each kind of fault, with their pages.</summary>
    public static IReadOnlyDictionary<string, List<string>> Of(ClientNames names)
    {
        var census = new NameCensus(names);
        foreach (string name in (string[])["junk group", "group in wrong case", "method in wrong case",
            "factory in wrong case", "plural name for one item", "plural group for a single resource",
            "vague group", "noun as a method name", "misleading verb", "number as a name", "HTTP verb",
            "factory over 60", "factory repeats group",
            "factory repeats method", "repeated word in a parameter", "plural parameter", "verb-first group",
            "note as a summary"])
            census._found.Add(name, []);
        foreach (IGrouping<string, NamedOperation> group in names.Operations.GroupBy(o => o.Group))
            census.Group([.. group]);
        foreach (NamedOperation operation in names.Operations)
        {
            census.Method(operation);
            foreach (NamedUrl url in operation.Urls)
                census.Url(operation, url);
        }

        return census._found;
    }

    private void Add(string name, NamedOperation operation, string detail) =>
        _found[name].Add(detail + "  " + operation.Page);

    private void Group(NamedOperation[] operations)
    {
        NamedOperation first = operations[0];
        string bare = OperationUrls.Bare(first.Singular);
        bool isInUrl = operations.Any(
            o => o.Urls.Any(u => Words(u)
                .Any(word => bare.Contains(OperationUrls.Bare(word), StringComparison.Ordinal))));
        bool isType = _names.Types
            .Any(type => type.DocName.Length > 0
                && OperationUrls.Bare(type.Name).EndsWith(bare, StringComparison.Ordinal));
        if (!isInUrl && !isType)
            Add("junk group", first, first.Group);
        if (IsMiscased(first.Singular))
            Add("group in wrong case", first, first.Group);
        bool isPlural = first.Group != first.Singular;
        // All URLs contain the singular name of the resource, and no URL contains a collection or a key of it.
        if (isPlural && operations.All(o => o.Urls.All(u => LeadsToOne(u, bare))))
            Add("plural group for a single resource", first, first.Group);
        if (Identifiers.Words(first.Singular).Count == 1
            && operations.All(o => !Tokens(o)
                .Any(token => OperationUrls.Bare(token).Contains(bare, StringComparison.Ordinal)))
            && _names.Types.Any(type =>
                type.DocName.Length > 0 && type.Name.EndsWith(first.Singular, StringComparison.Ordinal)
                    && type.Name != first.Singular)
            && !_names.Types.Any(type => type.Name == first.Singular))
            Add("vague group", first, first.Group);
        if (ApiVerbs.Of(Identifiers.FirstWord(first.Singular)) is { } verb
            && Identifiers.Words(first.Singular).Count > 1
            && MethodNames.Verbs.Contains(verb) && !isInUrl)
            Add("verb-first group", first, first.Group);
    }

    private static bool LeadsToOne(NamedUrl url, string bare)
    {
        UrlSegment[] segments = [.. url.Path.Segments];
        int place = Array.FindLastIndex(segments,
            s => OperationUrls.NameOf(s) is { } name && OperationUrls.Bare(name) == bare);
        return place >= 0 && Inflection.Singular(OperationUrls.NameOf(segments[place])!)
            == OperationUrls.NameOf(segments[place])
            && !(place + 1 < segments.Length && segments[place + 1].IsKey);
    }

    private void Method(NamedOperation operation)
    {
        string method = operation.Method;
        string verb = Identifiers.FirstWord(method);
        string rest = method[verb.Length..];
        UrlPath path = operation.Urls[0].Path;
        string last = path.LastName ?? "";
        bool isKeyed = operation.Urls.All(u => u.Path.Last is { IsKey: true });
        if (IsMiscased(method))
            Add("method in wrong case", operation, operation.Name);
        if (isKeyed && verb is "Get" or "Delete" or "Update" or "Remove" or "Replace" && isKeyed && rest.Length > 0
            && Inflection.Singular(rest) != rest
            && rest.EndsWith(Identifiers.Pascal(last), StringComparison.OrdinalIgnoreCase))
            Add("plural name for one item", operation, operation.Name);
        if (operation.HttpMethod == "GET" && ApiVerbs.Of(verb) is null && verb is not ("Delta" or "Head"))
            Add("noun as a method name", operation, operation.Name);
        bool isReference = operation.Urls.All(u => u.Path.IsReference);
        if ((operation.HttpMethod == "PUT" && isReference && verb is "Create" or "Update")
            || (operation.HttpMethod == "GET" && verb is "Post" or "Put" or "Create" or "Delete")
            || (verb == "List" && !operation.IsMany && operation.HttpMethod == "GET" && !isReference)
            || (operation.HttpMethod is "DELETE" && verb is "Get" or "List" or "Create"))
            Add("misleading verb", operation, operation.HttpMethod + " " + operation.Name);
        if (method.Any(char.IsDigit)
            && method.Split([.. method.Where(c => !char.IsDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
                .Any(d => d.Length > 4))
            Add("number as a name", operation, operation.Name);
        if (verb is "Put" or "Post" or "Patch" || (operation.HttpMethod == "PUT" && verb == "Update" && _hasPatch))
            Add("HTTP verb", operation, operation.HttpMethod + " " + operation.Name);
        if (operation.Summary.StartsWith("Note:", StringComparison.OrdinalIgnoreCase)
            || operation.Summary.StartsWith("Important:", StringComparison.OrdinalIgnoreCase))
            Add("note as a summary", operation, operation.Name);
    }

    private void Url(NamedOperation operation, NamedUrl url)
    {
        string name = operation.Name + "." + url.Call;
        if (url.Factory is { } factory)
        {
            if (factory.Length > MaxFactory)
                Add("factory over 60", operation, name);
            if (IsMiscased(factory))
                Add("factory in wrong case", operation, name);
            string[] words = [.. Words(url)];
            string last = words.Length == 0 ? "" : Identifiers.Pascal(words[^1]);
            bool ends = last.Length > 2 && factory.Length > last.Length
                && factory.EndsWith(last, StringComparison.OrdinalIgnoreCase);
            if (ends && OperationUrls.Bare(operation.Singular)
                .EndsWith(OperationUrls.Bare(last), StringComparison.Ordinal))
                Add("factory repeats group", operation, name);
            if (ends && (operation.Method.EndsWith(last, StringComparison.OrdinalIgnoreCase)
                || operation.Method.EndsWith(Inflection.Singular(last), StringComparison.OrdinalIgnoreCase)))
                Add("factory repeats method", operation, name);
        }

        foreach (string parameter in url.Parameters)
        {
            string[] words = [.. Identifiers.Words(parameter).Select(word => word.ToLowerInvariant())];
            if ((words.Length > 1 && words[^1] == words[^2])
                || words[^1].StartsWith("value", StringComparison.Ordinal) && words.Length > 1)
                Add("repeated word in a parameter", operation, name);
            else if (words is [.., var one, "id"] && Inflection.Singular(one) != one
                && Words(url).Any(word => word.Equals(parameter[..^2], StringComparison.OrdinalIgnoreCase)))
                Add("plural parameter", operation, name);
        }
    }

    /// <summary>
    /// Returns whether a word of the name has capitals in a URL or type of the docs, but not in the name.
    /// </summary>
    private bool IsMiscased(string name) => Identifiers.Words(name).Any(word =>
        word.Length > 5 && word.Skip(1).All(char.IsLower)
        && (_spellings.ContainsKey(word.ToLowerInvariant()) || _spellings.ContainsKey(OperationUrls.Bare(word))));

    private static IEnumerable<string> Words(NamedUrl url) =>
        url.Path.Segments.Select(OperationUrls.NameOf).OfType<string>();

    private static string[] Tokens(NamedOperation operation) =>
        Path.GetFileNameWithoutExtension(operation.Page).ToLowerInvariant().Split('-', '_');
}
