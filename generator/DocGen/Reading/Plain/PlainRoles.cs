using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Reads roles from headings and from the lines that announce a table, a list or code.</summary>
internal static class PlainRoles
{
    /// <summary>The words in headings of sections with a role.</summary>
    private static readonly HashSet<string> Vocabulary = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "api", "argument", "arguments", "as", "attribute", "attributes", "available", "bad", "body",
        "call",
        "code", "codes", "content", "copy", "created", "curl", "data", "default", "definition", "details", "endpoint",
        "entity", "error", "errors",
        "example", "examples", "expected", "fail", "failure", "field", "fields", "filter", "filters", "for", "form",
        "format", "found", "from",
        "header", "headers", "http", "https", "if", "in", "input", "is", "json", "message", "messages", "method",
        "multiple", "no", "not",
        "object", "of", "ok", "on", "optional", "options", "or", "output", "param", "parameter", "parameters", "params",
        "path",
        "payload", "possible", "post", "properties", "query", "querystring", "reply", "request", "requests", "required",
        "response", "responses",
        "result", "results", "return", "returned", "returns", "route", "sample", "schema", "shape", "shell", "snippet",
        "status", "string",
        "structure", "success", "successful", "supported", "syntax", "text", "the", "type", "unauthorized", "uri",
        "url", "usage", "value",
        "values", "variables", "with", "xml",
    };

    private static readonly HashSet<string> Openings = new(StringComparer.Ordinal)
    {
        "response", "responses", "request", "returns", "parameters", "example", "errors", "error", "headers", "result",
        "output", "body",
    };

    private static readonly string[] ResponseWords =
        ["response", "responses", "returns", "return", "returned", "result", "results", "output", "responds", "respond",
            "reply", "receive", "answer",
            "answers", "includes"];

    private static readonly string[] ParameterWords =
        ["parameter", "parameters", "params", "param", "argument", "arguments", "attribute", "attributes", "field",
            "fields", "input", "options",
            "properties", "variables", "filters", "keys"];

    /// <summary>Words in titles of sections about the API as a whole, which only mention requests.</summary>
    private static readonly string[] Topics =
    [
        "authentication", "authorization", "authorizing", "pagination", "paging", "rate", "limit", "limits", "limiting",
        "introduction", "overview",
        "getting", "started", "versioning", "errors", "formats", "conventions", "changelog", "clients", "sudo",
        "quickstart", "basics", "tutorial",
        "oauth", "legacy", "deprecated", "migrating", "migration", "schema", "caching", "conditional", "throttling",
    ];

    /// <summary>
    /// Returns the role of a heading. A heading has a role if all its words are typical of such headings, or if its
    /// first word is.
    /// </summary>
    public static PlainRole OfHeading(string title)
    {
        string[] words = Words(title);
        if (words.Length == 0)
            return PlainRole.None;
        bool isMadeOf = Array.TrueForAll(words, word => Vocabulary.Contains(word) || IsStatus(word)) && words.Length
                <= Thresholds.RoleWords;
        bool isOpened = Openings.Contains(words[0]) && (words.Length == 1
            || words[1] is not ("a" or "an" or "the" or "to"));
        return isMadeOf || isOpened ? OfWords(words, isHeading: true) : PlainRole.None;
    }

    /// <summary>
    /// Returns the role that a paragraph announces. The paragraph must be short, end in a colon, or be directly before
    /// the block that it announces.
    /// </summary>
    public static PlainRole OfLabel(string text, bool isNext)
    {
        text = text.TrimEnd();
        bool announces = text.EndsWith(":", StringComparison.Ordinal)
            || (isNext && text.Length <= Thresholds.Announcement);
        if (!announces && text.Length > Thresholds.Label)
            return PlainRole.None;
        // Only the last sentence announces the next block.
        int sentence = text.LastIndexOf(". ", Math.Max(0, text.Length - 2), StringComparison.Ordinal);
        return OfWords(Words(sentence >= 0 && announces ? text.Substring(sentence + 2) : text), isHeading: false);
    }

    /// <summary>Whether a heading is about the API as a whole.</summary>
    public static bool IsTopic(string title) => Words(title).Any(word => Topics.Contains(word, StringComparer.Ordinal));

    private static PlainRole OfWords(string[] words, bool isHeading)
    {
        bool Has(params string[] any) => Array.Exists(words, word => any.Contains(word, StringComparer.Ordinal));
        int error = Array.FindIndex(words, IsOfError);
        bool isError = error >= 0 && !NamesSuccess(words, error);
        bool isResponse = Has(ResponseWords);
        bool isParameters = Has(ParameterWords);
        if (isError)
            return PlainRole.Errors;
        if (Has("header", "headers"))
            return isResponse ? PlainRole.ResponseHeaders : PlainRole.Headers;
        if (!isHeading && Has("values", "events", "statuses", "codes", "types", "following") && !isParameters
            && !isResponse && !Has("body", "payload", "request"))
            return PlainRole.Other;
        if (isParameters && Has("path", "route") || (isParameters && Has("url", "uri") && !Has("query")))
            return PlainRole.PathParameters;
        if (Has("query", "querystring", "filters") && (isParameters || Has("string", "querystring")))
            return PlainRole.QueryParameters;
        if (isResponse && !Has("body", "payload") && !(isParameters && Has("request")))
            return PlainRole.Response;
        if (isResponse && Has("response", "responses", "returns"))
            return PlainRole.Response;
        if (Has("body", "payload", "payloads") || (Has("json", "data", "form") && isParameters))
            return PlainRole.Body;
        if (isParameters)
            return PlainRole.Parameters;
        if (Has("request", "requests", "endpoint", "definition", "url", "uri", "route", "syntax"))
            return PlainRole.Request;
        return Has("example", "examples", "sample", "usage", "curl", "shell", "snippet") ? PlainRole.Example
            : isHeading ? Has("success", "ok", "created") || Array.Exists(words, IsStatus) ? PlainRole.Response
                : PlainRole.Other : PlainRole.None;
    }

    private static bool IsOfError(string word) =>
        word is "error" or "errors" or "failure" or "fail" or "unauthorized" or "invalid"
            || (IsStatus(word) && word[0] is '4' or '5');

    /// <summary>
    /// Whether errors are only the alternative to a response named before: "200 and the boat, or 404", "returns the
    /// boat, or an error".
    /// </summary>
    private static bool NamesSuccess(string[] words, int error)
    {
        int response = Array.FindIndex(words, 0, error, word => ResponseWords.Contains(word, StringComparer.Ordinal));
        return words.Take(error).Any(word => IsStatus(word) && word[0] == '2')
            || (response >= 0 && Array.FindIndex(words, response, error - response,
                word => word is "or" or "otherwise" or "unless") > response + 1);
    }

    [Standard("RFC 9110, section 15")]
    private static bool IsStatus(string word) => word.Length == 3 && word[0] is >= '1' and <= '5' && word
        .All(char.IsDigit);

    private static string[] Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split([' '],
            StringSplitOptions.RemoveEmptyEntries);
}
