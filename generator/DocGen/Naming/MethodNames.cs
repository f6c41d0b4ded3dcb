using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>Chooses method names from a verb, the HTTP method, the URLs and the response.</summary>
internal sealed class MethodNames(OperationDefinition operation, OperationUrls urls, PageWords words)
{
    /// <summary>Verbs for method names that fit any API.</summary>
    public static readonly string[] Verbs =
        ["get", "list", "post", "create", "add", "update", "patch", "put", "delete", "remove", "head"];

    /// <summary>The OData function that returns the changes since the last request.</summary>
    private const string Delta = "delta";

    /// <summary>Returns the name of an operation after its verb.</summary>
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
    /// Returns the name of an operation after its name in the URL. A name without a verb gets the prefix Get or List if
    /// the operation reads data.
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

    /// <summary>Whether a success response returns a collection; null if no success response has a type.</summary>
    private bool? AnswersMany =>
        operation.Responses.FirstOrDefault(r => r is { Status: >= 200 and < 300, Body: not null }) is { } typed
            ? typed.IsCollection || typed.Body!.Rank > 0 : null;

    /// <summary>
    /// Whether the operation reads data: it is a GET, or a POST that has a response and whose description starts with a
    /// verb for reading.
    /// </summary>
    private bool IsGot => operation.HttpMethod == "GET"
        || (operation.HttpMethod == "POST" && AnswersMany is not null
            && ApiVerbs.Of(operation.Summary?.ToPlainText().Split(' ')[0] ?? "") is { } verb
            && ApiVerbs.Common(verb) == "get");

    /// <summary>
    /// Joins the words with the page's capitals. The result is singular if all URLs end in the last word and a key.
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
    /// Returns a name with Get or List. The verb of the file name is overridden if both the response and the last word
    /// of the URL contradict it.
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
    /// Returns the name of a PUT operation: Upload for content, Replace for the resource or an item of a collection,
    /// and Set for any other single value.
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
