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
        string noun = isResource ? "" : Noun(what);
        string one = Inflection.Singular(noun);
        bool agrees = HttpMethodsOf(verb).Contains(operation.HttpMethod);
        return (agrees ? verb : "", operation.HttpMethod) switch
        {
            ("get" or "list", _) when IsStream =>
                "Download" + (noun.Length == 0 ? "Content" : urls.EndIn(one.ToLowerInvariant()) ? one : noun),
            ("get" or "list", _) when urls.IsReference => Identifiers.Pascal(verb) + one + "References",
            ("get" or "list", _) => Reading(verb, noun),
            ("post" or "create" or "add", "PUT") when urls.IsReference => "Set" + noun,
            ("post" or "create" or "add", "POST") when urls.IsReference => "Add" + one,
            ("add", _) => "Add" + one,
            ("post" or "create", _) => "Create" + one,
            ("update" or "patch", "PATCH" or "POST") => "Update" + noun,
            ("delete" or "remove", _) when urls.IsReference => "Remove" + one,
            ("delete" or "remove", _) => Identifiers.Pascal(verb) + noun,
            (_, "GET") => Reading("get", noun),
            (_, "PUT") => Putting(noun),
            (_, "PATCH") => "Update" + noun,
            (_, "DELETE") => "Delete" + noun,
            (_, "HEAD") => "Head" + noun,
            _ => Identifiers.Pascal(verb.Length == 0 ? "create" : verb) + noun,
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
    private string Noun(IReadOnlyList<string> what)
    {
        if (what.Count == 0)
            return "";
        string noun = string.Concat(what.Select(words.Spell));
        string last = OperationUrls.Bare(what[what.Count - 1]);
        return urls.EndInKey && urls.LastNames
            .All(name => OperationUrls.Bare(name).EndsWith(last, StringComparison.Ordinal))
            ? Inflection.Singular(noun) : noun;
    }

    /// <summary>
    /// Chooses Get or List. The file name's verb is overridden if the response and the number of the URL's last word
    /// agree.
    /// </summary>
    private string Reading(string verb, string noun)
    {
        string last = urls.LastName ?? "";
        bool isPlural = Inflection.Singular(last) != last && !urls.EndInKey;
        bool isMany = operation.IsList
            || (verb == "list"
                ? AnswersMany != false || isPlural
                : AnswersMany == true && isPlural && noun.Length > 0);
        if (isMany && isPlural && Inflection.Plural(noun)
            .Equals(Identifiers.Pascal(last), StringComparison.OrdinalIgnoreCase))
            noun = Inflection.Plural(noun);
        return (isMany ? "List" : "Get") + noun;
    }

    /// <summary>
    /// PUT uploads content, replaces the resource or an item of a collection, and sets any other single value.
    /// </summary>
    private string Putting(string noun) =>
        IsStream
            ? "Upload" + noun
            : (noun.Length == 0 || urls.EndInKey) && !urls.IsReference ? "Replace" + noun
            : "Set" + noun;

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
