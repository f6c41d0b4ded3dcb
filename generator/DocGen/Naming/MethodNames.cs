using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>What a verb and the method of HTTP together call an operation, with what its URLs and its answer
/// say.</summary>
internal sealed class MethodNames(OperationDefinition operation, OperationUrls urls, PageWords words)
{
    /// <summary>The verbs that a client's methods of every API have.</summary>
    public static readonly string[] Verbs =
        ["get", "list", "post", "create", "add", "update", "patch", "put", "delete", "remove", "head"];

    /// <summary>A term of its own, for what changed since the last time.</summary>
    private const string Delta = "delta";

    /// <summary>The table of API verbs.</summary>
    /// <param name="verb">A verb of a file's name, or empty where only HTTP tells.</param>
    /// <param name="what">The words behind the verb: what of the resource it is about.</param>
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

    /// <summary>A call by its name in the URL. What is named for what it gives is got.</summary>
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

    /// <summary>Whether a success answers many; null where none has a type.</summary>
    private bool? AnswersMany =>
        operation.Responses.FirstOrDefault(r => r is { Status: >= 200 and < 300, Body: not null }) is { } typed
            ? typed.IsCollection || typed.Body!.Rank > 0 : null;

    /// <summary>It reads: by its method, or by what the page says first of a POST that answers something.</summary>
    private bool IsGot => operation.HttpMethod == "GET"
        || (operation.HttpMethod == "POST" && AnswersMany is not null
            && ApiVerbs.Of(operation.Summary?.ToPlainText().Split(' ')[0] ?? "") is { } verb
            && ApiVerbs.Common(verb) == "get");

    /// <summary>The words with the page's capitals; in the singular where all URLs end in a key of just that.</summary>
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

    /// <summary>The answer and the number of the URL's last word together outvote the file's name on one or
    /// many.</summary>
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

    /// <summary>PUT replaces one of a collection, or the resource itself, and sets what there is one of.</summary>
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
