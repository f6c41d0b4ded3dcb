using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>
/// Names an operation from its own page alone: the file's name, the verb and the URLs; the first heading and the annotation's
/// name where the file's name says nothing. So no sibling page can rename it.
/// </summary>
/// <param name="path">The page's path; its last part names most operations.</param>
/// <param name="title">The text of the page's first heading.</param>
/// <param name="key">A name the author has fixed for the page's operation (<c>Group.Method</c>), or null.</param>
/// <param name="linkTexts">Words that link to other pages, as they spell types.</param>
internal sealed class OperationNamer(string path, string? title, string? key, IReadOnlyList<string> linkTexts)
{
    private static readonly string[] Verbs =
        ["get", "list", "post", "create", "add", "update", "patch", "put", "delete", "remove", "head"];

    /// <summary>Verbs that begin a heading such as "Create version".</summary>
    private static readonly string[] HeadingVerbs = [.. Verbs, "upload", "download", "copy", "move", "restore", "send", "set", "check", "search"];

    private readonly string[] _tokens = Tokens(path);
    private readonly string _title = title ?? "";

    public OperationName Name(OperationDefinition operation)
    {
        (string resource, string method) = ByPage(operation);
        resource = Plain(resource) is { Length: > 0 } plain ? plain : "root";
        return new OperationName(
            StringPool.Get(resource), StringPool.Get(method),
            Spelling(resource, operation.Urls.SelectMany(Segments).Where(s => s.IndexOf('{') < 0)),
            Spelling(resource, linkTexts) ?? Spelling(resource, _title.Split(' ', ':')),
            EndsInPageName(operation));
    }

    /// <summary>The first of the words that is the resource's name and says more than its first letter.</summary>
    private static string? Spelling(string resource, IEnumerable<string> words) => words.FirstOrDefault(word => IsSpelling(word, resource));

    /// <summary>Whether a word is a resource's name, in singular or plural, and says more of its casing than the first letter.</summary>
    public static bool IsSpelling(string word, string resource) =>
        word.Skip(1).Any(char.IsUpper) && (Plain(word) == resource || Plain(Inflection.Singular(word)) == resource);

    /// <summary>The letters and digits of a word in lower case: drive-item and driveItem are one group.</summary>
    private static string Plain(string word) => Lower(Identifiers.Pascal(word, "")).TrimStart('_');

    private (string Resource, string Method) ByPage(OperationDefinition operation)
    {
        if (key is not null && key.IndexOf('.') is > 0 and var dot && dot < key.Length - 1)
            return (Lower(Inflection.Singular(key.Substring(0, dot))), Identifiers.Pascal(key.Substring(dot + 1)));
        (string resource, string method) = FromFileName(operation) ?? FromHeading(operation) ?? FromAnnotation(operation) ?? FromUrl(operation);
        string tail = string.Concat(operation.Tail.Split('/').Select(word => Identifiers.Pascal(word, "")));
        return (resource, method.EndsWith(tail, StringComparison.OrdinalIgnoreCase) ? method : method + tail);
    }

    /// <summary>The words of a file's name.</summary>
    private static string[] Tokens(string path)
    {
        string file = path.Substring(path.LastIndexOf('/') + 1);
        int extension = file.IndexOf('.');
        return (extension < 0 ? file : file.Substring(0, extension))
            .Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(Lower).ToArray();
    }

    private (string Resource, string Method)? FromFileName(OperationDefinition operation)
    {
        int verb = Array.FindIndex(_tokens, Math.Min(1, _tokens.Length), t => Verbs.Contains(t, StringComparer.Ordinal));
        if (verb > 0)
        {
            string resource = Inflection.Singular(_tokens[verb - 1]);
            return (resource, ByVerb(_tokens[verb], _tokens.Skip(verb + 1).ToArray(), resource, operation));
        }

        if (_tokens.Length < 2 || !(LinksTo(_tokens[0]) || EndsIn(operation, _tokens[_tokens.Length - 1])))
            return null;
        return (Inflection.Singular(_tokens[0]), ActionName(_tokens.Skip(1).ToArray(), operation));
    }

    private bool LinksTo(string type) => linkTexts.Any(t => Lower(t.Substring(t.LastIndexOf('.') + 1)) == type);

    private static bool EndsIn(OperationDefinition operation, string token) =>
        operation.Urls.Any(u => LastLiteral(u) is { } last && Lower(last) == token);

    /// <summary>Whether a URL's last word is what the page's file name ends in: <c>unfollow</c> of <c>driveitem-unfollow.md</c>.</summary>
    private bool EndsInPageName(OperationDefinition operation)
    {
        string file = Lower(System.IO.Path.GetFileNameWithoutExtension(path)).Replace("-", "").Replace("_", "");
        return operation.Urls.Any(u => LastLiteral(u) is { } last && file.EndsWith(Lower(last), StringComparison.Ordinal));
    }

    private static string ActionName(string[] tokens, OperationDefinition operation)
    {
        string joined = string.Concat(tokens);
        string? spelled = operation.Urls.Select(LastLiteral).FirstOrDefault(l => l is not null && Lower(l) == joined);
        return spelled is not null ? Identifiers.Pascal(spelled) : string.Concat(tokens.Select(t => Spelled(t, operation)));
    }

    /// <summary>The table of API verbs: what a file's verb and the HTTP method together call the method.</summary>
    private static string ByVerb(string verb, string[] what, string resource, OperationDefinition operation)
    {
        string thing = string.Concat(what.Select(t => Spelled(t, operation)));
        if (what.Length == 1 && Inflection.Singular(what[0]) == resource)
            thing = "";
        bool reference = operation.Urls.Any(u => u.Path.EndsWith("/$ref", StringComparison.Ordinal));
        bool stream = IsStream(operation);
        bool agrees = HttpMethodOf(verb).Contains(operation.HttpMethod);
        return (agrees ? verb : "", operation.HttpMethod) switch
        {
            ("get" or "list", _) when stream => "Download" + (thing.Length == 0 ? "Content" : thing),
            ("get" or "list", _) when reference => Identifiers.Pascal(verb) + Inflection.Singular(thing) + "References",
            ("get", _) when operation.IsList => "List" + thing,
            ("get" or "list", _) => Identifiers.Pascal(verb) + thing,
            ("post" or "create" or "add", "POST") when reference => "Add" + Inflection.Singular(thing),
            ("add", _) => "Add" + Inflection.Singular(thing),
            ("post" or "create", _) => "Create" + Inflection.Singular(thing),
            ("put", _) when stream => "Upload" + thing,
            ("put", _) when reference => "Set" + thing,
            ("put", _) => "Put" + thing,
            ("update" or "patch", _) => "Update" + thing,
            ("delete" or "remove", _) when reference => "Remove" + Inflection.Singular(thing),
            ("delete" or "remove", _) => Identifiers.Pascal(verb) + thing,
            (_, "GET") => (stream ? "Download" : "Get") + thing,
            (_, "PUT") => (stream ? "Upload" : "Replace") + thing,
            (_, "PATCH") => "Update" + thing,
            (_, "DELETE") => "Delete" + thing,
            (_, "HEAD") => "Head" + thing,
            _ => Identifiers.Pascal(verb) + thing,
        };
    }

    private static string[] HttpMethodOf(string verb) => verb switch
    {
        "get" or "list" => ["GET"],
        "post" or "create" or "add" => ["POST", "PUT"],
        "update" or "patch" => ["PATCH", "PUT", "POST"],
        "put" => ["PUT"],
        "delete" or "remove" => ["DELETE"],
        "head" => ["HEAD"],
        _ => [],
    };

    private static bool IsStream(OperationDefinition operation) =>
        operation.Body?.ContentType is not null && operation.Body.Members.IsEmpty
        || operation.Responses.Any(r => r.ContentType is not null || (r.Status == 302 && operation.HttpMethod == "GET"));

    private (string Resource, string Method)? FromHeading(OperationDefinition operation)
    {
        int colon = _title.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && _title.IndexOf(' ') == colon + 1 && _title.IndexOf(' ', colon + 2) < 0)
            return (Lower(Inflection.Singular(_title.Substring(0, colon))), Identifiers.Pascal(_title.Substring(colon + 2)));
        string[] words = _title.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !HeadingVerbs.Contains(Lower(words[0]), StringComparer.Ordinal))
            return null;
        return (GroupOfUrl(operation), Identifiers.Pascal(words[0]) + Identifiers.Pascal(words[1]));
    }

    private static (string Resource, string Method)? FromAnnotation(OperationDefinition operation) =>
        operation.Names.Count == 0
            ? null
            : (GroupOfUrl(operation), Identifiers.Pascal(operation.Names[0]));

    private static (string Resource, string Method) FromUrl(OperationDefinition operation)
    {
        string verb = operation.HttpMethod switch
        {
            "POST" => "Post", "PUT" => "Put", "PATCH" => "Update", "DELETE" => "Delete", "HEAD" => "Head", _ => "Get",
        };
        string? last = operation.Urls.Select(LastLiteral).FirstOrDefault(l => l is not null);
        return (GroupOfUrl(operation), verb + Identifiers.Pascal(last ?? "", ""));
    }

    /// <summary>
    /// The collection whose item the URL addresses: <c>items</c> in <c>/drive/items/{id}/children</c>, of the first template
    /// that addresses something of an item, else of the first that has a key at all.
    /// </summary>
    private static string GroupOfUrl(OperationDefinition operation)
    {
        string? keyed = null;
        foreach (DocUrl url in operation.Urls)
        {
            string[] segments = Segments(url);
            for (int i = segments.Length - 1; i > 0; i--)
            {
                if (!IsKey(segments[i]) || segments[i - 1].IndexOf('{') >= 0)
                    continue;
                if (i == segments.Length - 2)
                    return Lower(Inflection.Singular(segments[i - 1]));
                keyed ??= segments[i - 1];
                break;
            }
        }

        string? name = keyed ?? operation.Responses.Select(r => r.Body?.Name).FirstOrDefault(n => n is not null)
            ?? operation.Urls.Select(LastLiteral).FirstOrDefault(l => l is not null);
        return Lower(Inflection.Singular((name ?? "root").Substring((name ?? "").LastIndexOf('.') + 1)));
    }

    private static bool IsKey(string segment) => segment[0] == '{' && segment[segment.Length - 1] == '}';

    /// <summary>A URL's words, with what its placeholders are called left out.</summary>
    public static string Shape(DocUrl url) => Shape(url.Path);

    /// <summary>A path's words, with what its placeholders are called left out.</summary>
    public static string Shape(string path) => string.Join("/", Segments(path).Select(s => s.IndexOf('{') < 0 ? s : "{}"));

    /// <summary>The words of a URL between slashes.</summary>
    public static string[] Segments(DocUrl url) => Segments(url.Path);

    private static string[] Segments(string path) => path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The last literal that is no OData system resource: <c>children</c>, <c>createUploadSession</c>.</summary>
    public static string? LastLiteral(DocUrl url)
    {
        string[] segments = Segments(url);
        for (int i = segments.Length - 1; i >= 0; i--)
        {
            string literal = segments[i].Split('(')[0];
            if (literal.Length > 0 && literal[0] is not ('{' or '$') && literal.IndexOf('{') < 0)
                return literal.Substring(literal.LastIndexOf('.') + 1).Trim(':');
        }

        return null;
    }

    /// <summary>A lower-case word of a file's name, with the capitals that the URLs give it.</summary>
    private static string Spelled(string token, OperationDefinition operation)
    {
        string? spelled = operation.Urls.SelectMany(Segments).Select(s => s.Split('(')[0]).FirstOrDefault(s => Lower(s) == token);
        return Identifiers.Pascal(spelled ?? token);
    }

    private static string Lower(string text) => text.ToLowerInvariant();
}
