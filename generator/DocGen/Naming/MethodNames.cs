using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>Names operations by a verb and the HTTP method, together with the URLs and the response.</summary>
internal sealed class MethodNames(OperationDefinition operation, OperationUrls urls, PageWords words)
{
    /// <summary>The verbs that clients of all APIs use.</summary>
    public static readonly string[] Verbs =
        ["get", "list", "post", "create", "add", "update", "patch", "put", "delete", "remove", "head"];

    /// <summary>The OData function for changes since the last request.</summary>
    private const string Delta = "delta";

    /// <summary>Names an operation by its verb.</summary>
    /// <param name="verb">The verb of a file name, or empty if only the HTTP method is known.</param>
    /// <param name="what">The words after the verb, which name a part of the resource.</param>
    /// <param name="resource">The resource, in lower-case singular.</param>
    public string ByVerb(string verb, IReadOnlyList<string> what, string resource)
    {
        bool isResource = what.Count == 1
            && (OperationUrls.Bare(what[0]) == resource || what[0] == Inflection.Plural(resource));
        string thing = isResource ? "" : Thing(what);
        string one = Inflection.Singular(thing);
        bool agrees = HttpMethodsOf(verb).Contains(operation.HttpMethod);
        return (agrees ? verb : "", operation.HttpMethod) switch
        {
            ("get" or "list", _) when IsStream =>
                "Download" + (thing.Length == 0 ? "Content" : urls.EndIn(one.ToLowerInvariant()) ? one : thing),
            ("get" or "list", _) when urls.IsReference => Identifiers.Pascal(verb) + one + "References",
            ("get" or "list", _) => Reading(verb, thing),
            ("post" or "create" or "add", "PUT") when urls.IsReference => "Set" + thing,
            ("post" or "create" or "add", "POST") when urls.IsReference => "Add" + one,
            ("add", _) => "Add" + one,
            ("post" or "create", _) => "Create" + one,
            ("update" or "patch", "PATCH" or "POST") => "Update" + thing,
            ("delete" or "remove", _) when urls.IsReference => "Remove" + one,
            ("delete" or "remove", _) => Identifiers.Pascal(verb) + thing,
            (_, "GET") => Reading("get", thing),
            (_, "PUT") => Putting(thing),
            (_, "PATCH") => "Update" + thing,
            (_, "DELETE") => "Delete" + thing,
            (_, "HEAD") => "Head" + thing,
            _ => Identifiers.Pascal(verb.Length == 0 ? "create" : verb) + thing,
        };
    }

    /// <summary>
    /// Names an operation by its name in the URL. A name without a verb gets the prefix Get or List if the operation
    /// reads.
    /// </summary>
    public string ByName(string name)
    {
        string pascal = Identifiers.Pascal(name);
        string first = Identifiers.FirstWord(pascal);
        if (ApiVerbs.Of(first) is not null || first.Equals(Delta, StringComparison.OrdinalIgnoreCase) || !IsGot)
            return pascal;
        return (AnswersMany == true ? "List" : "Get") + pascal;
    }

    public bool IsStream =>
        operation.Body?.ContentType is not null && operation.Body.Members.IsEmpty
        || operation.Responses.Any(
            r => r.ContentType is not null || (r.Status == 302 && operation.HttpMethod == "GET"));

    /// <summary>Whether a success response returns a collection; null if none has a type.</summary>
    private bool? AnswersMany =>
        operation.Responses.FirstOrDefault(r => r is { Status: >= 200 and < 300, Body: not null }) is { } typed
            ? typed.IsCollection || typed.Body!.Rank > 0 : null;

    /// <summary>
    /// Whether the operation reads: it is a GET, or a POST with a response whose description starts with a reading
    /// verb.
    /// </summary>
    private bool IsGot => operation.HttpMethod == "GET"
        || (operation.HttpMethod == "POST" && AnswersMany is not null
            && ApiVerbs.Of(operation.Summary?.ToPlainText().Split(' ')[0] ?? "") is { } verb
            && ApiVerbs.Common(verb) == "get");

    /// <summary>
    /// The words with the page's capitals, in the singular if all URLs end in a key after the last word.
    /// </summary>
    private string Thing(IReadOnlyList<string> what)
    {
        if (what.Count == 0)
            return "";
        string thing = string.Concat(what.Select(words.Spell));
        string last = OperationUrls.Bare(what[what.Count - 1]);
        return urls.EndInKey && urls.LastNames
            .All(name => OperationUrls.Bare(name).EndsWith(last, StringComparison.Ordinal))
            ? Inflection.Singular(thing) : thing;
    }

    /// <summary>
    /// Chooses Get or List. The file name's verb is overridden if the response and the number of the URL's last word
    /// agree.
    /// </summary>
    private string Reading(string verb, string thing)
    {
        string last = urls.LastName ?? "";
        bool isPlural = Inflection.Singular(last) != last && !urls.EndInKey;
        bool isMany = operation.IsList
            || (verb == "list"
                ? AnswersMany != false || isPlural
                : AnswersMany == true && isPlural && thing.Length > 0);
        if (isMany && isPlural && Inflection.Plural(thing)
            .Equals(Identifiers.Pascal(last), StringComparison.OrdinalIgnoreCase))
            thing = Inflection.Plural(thing);
        return (isMany ? "List" : "Get") + thing;
    }

    /// <summary>
    /// PUT uploads content, replaces the resource or an item of a collection, and sets any other single value.
    /// </summary>
    private string Putting(string thing) =>
        IsStream
            ? "Upload" + thing
            : (thing.Length == 0 || urls.EndInKey) && !urls.IsReference ? "Replace" + thing
            : "Set" + thing;

    private static string[] HttpMethodsOf(string verb) => verb switch
    {
        "get" or "list" => ["GET"],
        "post" or "create" or "add" => ["POST", "PUT"],
        "update" or "patch" => ["PATCH", "PUT", "POST"],
        "put" => ["PUT"],
        "delete" or "remove" => ["DELETE"],
        "head" => ["HEAD"],
        _ => [],
    };
}
