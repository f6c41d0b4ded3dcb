using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>
/// Names an operation from its own page only, so other pages can't change the name. Uses the file name, the verb and
/// the URLs. If the file name does not help, uses the first heading and the name in the annotation.
/// </summary>
internal sealed class OperationNamer
{
    /// <summary>Verbs at the start of headings such as "Create version".</summary>
    private static readonly string[] HeadingVerbs =
        [.. MethodNames.Verbs, "upload", "download", "copy", "move", "restore", "send", "set", "check", "search"];

    private readonly string[] _tokens;
    private readonly string _file;
    private readonly string _title;
    private readonly string? _key;
    private readonly IReadOnlyList<string> _links;
    private readonly OperationDefinition _operation;
    private readonly OperationUrls _urls;
    private readonly string[] _types;
    private readonly PageWords _words;
    private readonly MethodNames _methods;

    private OperationNamer(string path, string? title, string? key, IReadOnlyList<string> linkTexts,
        OperationDefinition operation)
    {
        _file = path.Substring(path.LastIndexOf('/') + 1);
        int extension = _file.IndexOf('.');
        _file = extension < 0 ? _file : _file.Substring(0, extension);
        _tokens = [.. _file.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(Lower)];
        _title = title ?? "";
        _key = key;
        _links = linkTexts;
        _operation = operation;
        _urls = new OperationUrls(operation);
        _types = [.. TypesOf(operation).Concat(linkTexts.Select(LastPart)).Distinct(StringComparer.Ordinal)];
        _words = new PageWords(_urls.Names, _types.Concat(_title.Split(' ', ':')));
        _methods = new MethodNames(operation, _urls, _words);
    }

    /// <summary>Returns the operation with a name, and with the page's capitals in the words of its URLs.</summary>
    /// <param name="path">The path of the page. Most operations are named after the file name.</param>
    /// <param name="title">The text of the page's first heading.</param>
    /// <param name="key">The name that the author has set for the page's operation (<c>Group.Method</c>), or
    /// null.</param>
    /// <param name="linkTexts">The texts of links to other pages, which may spell types.</param>
    public static OperationDefinition Name(
        string path, string? title, string? key, IReadOnlyList<string> linkTexts, OperationDefinition operation)
    {
        var namer = new OperationNamer(path, title, key, linkTexts, operation);
        return operation with { Name = namer.Name(), Urls = operation.Urls.Select(namer.Spelled).ToEquatableArray() };
    }

    private OperationName Name()
    {
        (string resource, string method) = ByPage();
        resource = Identifiers.Plain(resource) is { Length: > 0 } plain ? plain : "root";
        string[] types = [.. TypesOf(_operation).Where(type => EndsInWord(type, resource)).Select(Lower)];
        return new OperationName(
            StringPool.Get(resource), StringPool.Get(method), _words.InUrls(resource), _words.InText(resource),
            EndsInPageName(), NumberOf(resource, method),
            Type: types.Contains(resource, StringComparer.Ordinal)
                ? resource
                : types.FirstOrDefault() is { } type ? StringPool.Get(type)
                : null);
    }

    /// <summary>
    /// Returns whether the resource is a collection (the operation lists it) or a single instance (the operation reads
    /// or changes it at a URL that ends in a singular word without a key).
    /// </summary>
    private GroupNumber NumberOf(string resource, string method)
    {
        GroupNumber number = _urls.NumberOf(resource);
        // If the name of a type is plural, the group name is plural, too.
        if (method == "List" || Array.Exists(_types,
            type => Lower(type) != resource && Lower(type) == Inflection.Plural(resource)))
            return GroupNumber.Many;
        return number != GroupNumber.Unsaid || method is not ("Get" or "Update" or "Replace" or "Delete")
            || !_urls.EndInSingular ? number : GroupNumber.One;
    }

    /// <summary>
    /// Whether a word is a resource's name, in singular or plural, with capitals after the first letter.
    /// </summary>
    public static bool IsSpelling(string word, string resource) =>
        PageWords.Breaks(word) > 0 && (Identifiers.Plain(word) == resource || OperationUrls.Bare(word) == resource);

    /// <summary>Returns the URL with the capitals that its words have elsewhere on the page.</summary>
    private UrlDefinition Spelled(UrlDefinition url)
    {
        bool IsLower(string name) => name.Length >= Thresholds.JoinedWord && name.All(c => c is >= 'a' and <= 'z');
        if (!url.Path.Segments.Any(segment => IsLower(segment.Head)))
            return url;
        string[] heads = [.. url.Path.Segments.Select(segment => segment.Head)];
        string[] spelled = [.. heads.Select(
            head => IsLower(head) && _words.Respell(head) is var word && PageWords.Breaks(word) > 0 ? word : head)];
        PathParameter[] parameters = [.. url.Parameters];
        for (int i = 0; i < heads.Length; i++)
        {
            if (heads[i] != spelled[i])
                parameters = [.. parameters.Select(
                    p => Respelled(p, Inflection.Singular(heads[i]),
                        Identifiers.Camel(Inflection.Singular(spelled[i]))))];
        }

        return url with
        {
            Words = spelled.SequenceEqual(heads, StringComparer.Ordinal)
            ? default
            : spelled.ToEquatableArray(),
            Parameters = parameters.ToEquatableArray()
        };
    }

    /// <summary>
    /// Changes the capitals of a parameter that is named after a word of the URL, such as calendarGroupId.
    /// </summary>
    private static PathParameter Respelled(PathParameter parameter, string word, string spelled) =>
        parameter.Name.Length > word.Length && parameter.Name.StartsWith(word, StringComparison.Ordinal)
            && char.IsUpper(parameter.Name[word.Length])
            ? parameter with { Name = StringPool.Get(spelled + parameter.Name.Substring(word.Length)) } : parameter;

    /// <summary>Returns the names of the types that the operation returns and sends.</summary>
    private static IEnumerable<string> TypesOf(OperationDefinition operation) =>
        operation.Responses.Select(r => r.Body?.Name).Concat([operation.Body?.Resource?.Name]).OfType<string>()
            .Select(LastPart);

    private (string Resource, string Method) ByPage()
    {
        if (_key is not null && _key.IndexOf('.') is > 0 and var dot && dot < _key.Length - 1)
            return (Lower(Inflection.Singular(_key.Substring(0, dot))), Identifiers.Pascal(_key.Substring(dot + 1)));
        (string resource, string method) = FromFileName() ?? FromHeading() ?? FromAnnotation() ?? FromUrl();
        return (resource, method + Tail(resource, method));
    }

    /// <summary>
    /// Returns the words by which the operation's URLs extend the URLs of another operation of the page; empty if the
    /// resource's or method's name contains them.
    /// </summary>
    private string Tail(string resource, string method)
    {
        string tail = string.Concat(
            _operation.Tail.Split('/').Select(word => word.Length == 0 ? "" : _words.Spell(Identifiers.Plain(word))));
        bool isSaid = method.EndsWith(tail, StringComparison.OrdinalIgnoreCase)
            || method.EndsWith(Inflection.Singular(tail), StringComparison.OrdinalIgnoreCase);
        if (isSaid || (_urls.EndInKey && resource.EndsWith(OperationUrls.Bare(tail), StringComparison.Ordinal)))
            return "";
        bool isOne = _urls.EndInKey || method.StartsWith("Create", StringComparison.Ordinal)
            || method.StartsWith("Add", StringComparison.Ordinal);
        return isOne ? Inflection.Singular(tail) : tail;
    }

    private (string Resource, string Method)? FromFileName()
    {
        if (_tokens.Length == 0)
            return null;
        bool isVerb = _tokens.Length > 1 && ApiVerbs.Of(_tokens[0]) == _tokens[0] && !_urls.Have(_tokens[0])
            && !LinksTo(_tokens[0]);
        if (isVerb && FromVerb(_tokens[0], [.. _tokens.Skip(1)]) is { } verbFirst)
            return verbFirst;
        int verb = Array.FindIndex(_tokens, Math.Min(1, _tokens.Length),
            t => MethodNames.Verbs.Contains(t, StringComparer.Ordinal));
        if (verb > 0)
        {
            string resource = Resource(_tokens[verb - 1]);
            return (resource, _methods.ByVerb(_tokens[verb], [.. _tokens.Skip(verb + 1)], resource));
        }

        return _tokens.Length == 1 ? FromResourcePage() : FromAction() ?? (LinksTo(_tokens[0]) ? FromWords() : null);
    }

    /// <summary>
    /// Parses names such as <c>get-ticket-comments</c>: the words after the verb are the resource, or the resource and
    /// one of its parts.
    /// </summary>
    private (string Resource, string Method)? FromVerb(string verb, string[] rest)
    {
        string whole = string.Concat(rest);
        if (_urls.EndIn(verb + whole))
            return (GroupOfUrl(), Identifiers.Pascal(
                _urls.LastNames.First(name => Identifiers.Plain(name) == verb + whole)));
        string bare = OperationUrls.Bare(whole);
        string last = OperationUrls.Bare(_urls.LastName ?? "");
        for (int split = rest.Length - 1; split > 0; split--)
        {
            string resource = OperationUrls.Bare(string.Concat(rest.Take(split)));
            if (_urls.Have(resource) && OperationUrls.Bare(string.Concat(rest.Skip(split))) == last)
                return (resource, Method([.. rest.Skip(split)]));
        }

        if (_urls.Have(whole) || (last.Length > 0 && bare.EndsWith(last, StringComparison.Ordinal)
            && OperationUrls.Bare(rest[rest.Length - 1]) == last && !_urls.Have(rest[0])))
            return (bare, Method([]));
        return null;

        string Method(string[] what) => MethodNames.Verbs.Contains(verb, StringComparer.Ordinal)
            ? _methods.ByVerb(verb, what, bare) : Identifiers.Pascal(verb) + string.Concat(what.Select(_words.Spell));
    }

    /// <summary>
    /// Parses the name of a page that is named after a resource, such as <c>directory.md</c>, if a URL or type has that
    /// name.
    /// </summary>
    private (string Resource, string Method)? FromResourcePage()
    {
        string resource = Resource(_tokens[0]);
        bool isUrls = _urls.LastNames.Any(name => OperationUrls.Bare(name) == resource);
        return isUrls || (TypesOf(_operation).Any(type => EndsInWord(type, resource))
            && resource.EndsWith(OperationUrls.Bare(_urls.LastName ?? "-"), StringComparison.Ordinal))
            ? (resource, _methods.ByVerb("", [], resource)) : null;
    }

    /// <summary>
    /// Parses the name of a page about an action, such as <c>area-devices-device-wipe</c>. The last words, in which a
    /// URL also ends, are the action. The word before the action is the resource. The first words are the area of the
    /// resource.
    /// </summary>
    private (string Resource, string Method)? FromAction()
    {
        for (int action = 1; action < _tokens.Length; action++)
        {
            string said = string.Concat(_tokens.Skip(action));
            if (_urls.LastNames.FirstOrDefault(name => IsAction(name, said)) is not { } called)
                continue;
            string resource = Resource(_tokens[action - 1]);
            string? owner = _urls.Have(resource) ? null : _tokens.Take(action - 1).LastOrDefault(_urls.Have);
            if (owner is not null)
                return (Resource(owner), Identifiers.Pascal(called) + _words.Spell(_tokens[action - 1]));
            string method = Identifiers.Plain(called) == said + resource
                || resource.EndsWith(Rest(called, said), StringComparison.Ordinal)
                ? _words.Spell(said) : called;
            return (resource, Identifiers.Plain(called) == said ? _methods.ByName(called) : _methods.ByName(method));
        }

        return null;
    }

    /// <summary>
    /// Whether a URL's name matches the words, ignoring singular and plural, or starts with them if they are a verb:
    /// <c>restore</c> for <c>restoreVersion</c>.
    /// </summary>
    private static bool IsAction(string name, string said)
    {
        if (Identifiers.Plain(name) == said || Singulars(name) == said)
            return true;
        string first = Identifiers.FirstWord(name);
        return Lower(first) == said && ApiVerbs.Of(said) == said;
    }

    private static string Singulars(string name) =>
        Lower(string.Concat(Identifiers.Words(name).Select(Inflection.Singular)));

    /// <summary>
    /// Returns the rest of a name after its first words, in the singular. If the rest is empty, returns dashes, because
    /// no name ends in dashes.
    /// </summary>
    private static string Rest(string name, string said) =>
        Identifiers.Plain(name) is var plain && plain.Length > said.Length
            && plain.StartsWith(said, StringComparison.Ordinal)
            ? OperationUrls.Bare(plain.Substring(said.Length)) : "--";

    private (string Resource, string Method) FromWords()
    {
        string joined = string.Concat(_tokens.Skip(1));
        string? spelled = _urls.LastNames.FirstOrDefault(name => Identifiers.Plain(name) == joined);
        return (Resource(_tokens[0]),
            spelled is not null ? _methods.ByName(spelled) : string.Concat(_tokens.Skip(1).Select(_words.Spell)));
    }

    /// <summary>
    /// Returns the resource for a word of the file name, in the singular. The suffixes root, container and collection
    /// are removed if the URLs contain the remaining word.
    /// </summary>
    private string Resource(string token)
    {
        foreach (string structure in (string[])["collection", "container", "root"])
        {
            if (token.Length < structure.Length + Thresholds.StructuredWord
                || !token.EndsWith(structure, StringComparison.Ordinal))
                continue;
            string stem = OperationUrls.Bare(token.Substring(0, token.Length - structure.Length));
            bool isInUrl = structure == "collection"
                ? _urls.Names.Any(name => stem.EndsWith(OperationUrls.Bare(name), StringComparison.Ordinal))
                : _urls.Have(stem);
            if (isInUrl)
                return stem;
        }

        return Inflection.Singular(token);
    }

    private bool LinksTo(string type) => _links.Any(text => Lower(LastPart(text)) == type);

    /// <summary>
    /// Whether the page's file name ends in a URL's last word: <c>unfollow</c> in <c>driveitem-unfollow.md</c>.
    /// </summary>
    private bool EndsInPageName() =>
        _urls.LastNames.Any(last => string.Concat(_tokens).EndsWith(Lower(last), StringComparison.Ordinal));

    private (string Resource, string Method)? FromHeading()
    {
        int colon = _title.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && _title.IndexOf(' ') == colon + 1 && _title.IndexOf(' ', colon + 2) < 0)
            return (Lower(Inflection.Singular(_title.Substring(0, colon))),
                Identifiers.Pascal(_title.Substring(colon + 2)));
        string[] words = _title.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !HeadingVerbs.Contains(Lower(words[0]), StringComparer.Ordinal))
            return null;
        string group = GroupOfUrl();
        string noun = OperationUrls.Bare(words[1]) == group
            || group.EndsWith(OperationUrls.Bare(words[1]), StringComparison.Ordinal)
            ? ""
            : Identifiers.Pascal(words[1]);
        string verb = Lower(words[0]);
        return (group, Identifiers.Pascal(verb == "post" ? "create" : verb) + noun);
    }

    private (string Resource, string Method)? FromAnnotation() =>
        _operation.Names.Count == 0 || IsCode(_operation.Names[0])
            ? null
            : (GroupOfUrl(), _methods.ByName(_operation.Names[0]));

    /// <summary>
    /// Whether a tool created the name for an example: the name has four digits in a row, or no letters.
    /// </summary>
    private static bool IsCode(string name)
    {
        int digits = 0, most = 0;
        foreach (char c in name)
            most = Math.Max(most, digits = char.IsDigit(c) ? digits + 1 : 0);
        return most >= Thresholds.ToolDigits || !name.Any(char.IsLetter);
    }

    private (string Resource, string Method) FromUrl()
    {
        string group = GroupOfUrl();
        string last = _urls.LastName ?? "";
        if (_operation.HttpMethod is "POST" or "GET" && IsCall(last))
            return (GroupOfCall() ?? group, Identifiers.Pascal(last));
        bool isGroup = last.Length == 0 || OperationUrls.Bare(last) == group
            || group.EndsWith(OperationUrls.Bare(last), StringComparison.Ordinal);
        return (group, _methods.ByVerb(_operation.HttpMethod == "POST" ? "create" : "",
            isGroup ? [] : [Identifiers.Plain(last)], group));
    }

    /// <summary>
    /// Whether the name is a verb, or a verb with an object: <c>archive</c> or <c>getOwnedObjects</c>. A plural word
    /// alone, such as <c>reports</c>, is a collection.
    /// </summary>
    private static bool IsCall(string name) =>
        Identifiers.Words(name) is { Count: > 0 } words && ApiVerbs.Of(words[0]) == Lower(words[0])
            && (words.Count > 1 || Inflection.Singular(name) == name);

    /// <summary>
    /// Returns the resource of the collection before the URL's last word, which is a call; null if there is no such
    /// collection.
    /// </summary>
    private string? GroupOfCall() =>
        _operation.Urls[0].Path.Segments is { Count: > 1 } segments
            && OperationUrls.NameOf(segments[segments.Count - 2]) is { } collection
            && Inflection.Singular(collection) != collection ? TypeOf(collection) : null;

    /// <summary>
    /// Returns the resource of the collection whose item the URL addresses: <c>items</c> in
    /// <c>/drive/items/{id}/children</c>. The collection is in the first template that addresses a part of an item, or
    /// else in the first template with a key. If the name of a type on the page, or else the first word of the file
    /// name, ends in the collection's name, it is returned instead.
    /// </summary>
    private string GroupOfUrl()
    {
        string? keyed = null;
        foreach (EquatableArray<UrlSegment> segments in _operation.Urls.Select(u => u.Path.Segments))
        {
            for (int i = segments.Count - 1; i > 0; i--)
            {
                if (!segments[i].IsKey || segments[i - 1].Literal is not { } collection)
                    continue;
                if (i == segments.Count - 2)
                    return TypeOf(collection);
                keyed ??= collection;
                break;
            }
        }

        string? name = keyed ?? _operation.Responses.Select(r => r.Body?.Name).FirstOrDefault(n => n is not null)
            ?? _urls.LastName;
        return TypeOf(LastPart(name ?? "root"));
    }

    /// <summary>
    /// Returns the type on the page whose name ends in the collection's name as a separate word: driveItem for
    /// <c>items</c>.
    /// </summary>
    private string TypeOf(string collection)
    {
        string bare = OperationUrls.Bare(collection);
        if (Array.Find(_types, name => name.Length > bare.Length && EndsInWord(name, bare)) is { } type)
            return Lower(type);
        // In a file name of several words, the first is the resource.
        return _tokens.Length > 1 && bare.Length > 2 && _tokens[0].EndsWith(bare, StringComparison.Ordinal)
            ? _tokens[0]
            : bare;
    }

    /// <summary>
    /// Whether a type's name equals a lower-case name, or ends in it as a separate word: driveItem ends in item.
    /// </summary>
    private static bool EndsInWord(string type, string name) =>
        name.Length > 0 && Lower(type).EndsWith(name, StringComparison.Ordinal)
            && (type.Length == name.Length || char.IsUpper(type[type.Length - name.Length]));

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static string Lower(string text) => text.ToLowerInvariant();
}
