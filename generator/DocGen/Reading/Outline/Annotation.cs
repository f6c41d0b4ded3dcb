using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>The JSON of an annotation comment.</summary>
internal sealed class Annotation
{
    internal static readonly HashSet<string> KnownKeys = new(StringComparer.Ordinal)
    {
        "blockType", "@odata.type", "@type", "@type.aka", "name", "baseType", "abstract", "openType", "keyProperty",
        "isMediaEntity", "namespace", "optionalProperties", "nullableProperties", "isCollection", "collectionProperty",
        "isEmpty", "truncated", "expectError", "sampleKeys", "opaqueUrl", "idempotent", "isComposable", "target",
        "scopes",
        "apiVersions", "tags", "@odata.annotations", "longRunningResponseType", "suppressions", "description", "type",
        "keywords", "section", "tocPath", "tocBookmarks", "operation", "test", "scenarios", "headers", "author",
        "nextPage", "cursorParameter", "pageParameter", "offsetParameter",
    };

    /// <summary>The known values of <c>blockType</c>.</summary>
    public static readonly string[] KnownBlockTypes =
        ["resource", "request", "response", "example", "ignored", "samples", "simulatedResponse", "testParams",
            "permissions"];

    private readonly JsonObject _json;
    private readonly PageText _text;

    private Annotation(JsonObject json, PageText text, CommentBlock comment)
    {
        _json = json;
        _text = text;
        Comment = comment;
        string? blockType = json["blockType"]?.AsString;
        BlockType = blockType?.Trim();
        TypeName = Unhash(json["@odata.type"]?.AsString ?? json["@type"]?.AsString);
    }

    public CommentBlock Comment { get; }

    public string? BlockType { get; }

    /// <summary>The type's name, without a leading <c>#</c>; <c>Collection(…)</c> stays as written.</summary>
    public string? TypeName { get; }

    public bool IsPage => _json["type"]?.AsString == "#page.annotation";

    public IEnumerable<string> Names => _json["name"]?.AsStrings() ?? [];

    /// <summary>Splits the strings of a key at spaces and commas. The value is one string or an array.</summary>
    public IEnumerable<string> Words(string key) =>
        (_json[key]?.AsStrings() ?? []).SelectMany(s => s.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The strings of an array, or the single string.</summary>
    public IEnumerable<string> Strings(string key) => _json[key]?.AsStrings() ?? [];

    public string? Text(string key) => _json[key]?.AsString;

    public bool Flag(string key) => _json[key]?.AsBoolean ?? false;

    public bool? Boolean(string key) => _json[key]?.AsBoolean;

    /// <summary>
    /// The position of a value on the page: that of the first of <paramref name="keys"/> that exists, or the position
    /// of the whole comment.
    /// </summary>
    public (int Start, int End) PlaceOf(params string[] keys)
    {
        foreach (string key in keys)
        {
            if (_json[key] is { } value)
                return (_text.ToPage(value.Start), _text.ToPage(value.End));
        }

        return (Comment.Start, Comment.End);
    }

    /// <summary>Whether a comment is meant as an annotation, even if it can't be read.</summary>
    public static bool IsAnnotation(CommentBlock comment) =>
        comment.Content.Text.IndexOf("\"blockType\"", StringComparison.Ordinal) >= 0;

    /// <summary>
    /// Reads a comment that looks like an annotation. Returns null for any other comment. Reports a comment that can't
    /// be read, and returns null.
    /// </summary>
    public static Annotation? Read(CommentBlock comment, FindingSink sink)
    {
        string text = comment.Content.Text;
        string trimmed = text.TrimStart();
        if (trimmed.Length == 0 || trimmed[0] != '{')
        {
            if (IsAnnotation(comment))
                sink.Report(Rules.UnreadableAnnotation, comment.Start, comment.End, "it does not begin with '{'");
            return null;
        }

        (JsonValue? value, IReadOnlyList<JsonFinding> findings) = JsonReader.Read(text, text.Length - trimmed.Length);
        JsonFinding? fatal = findings
            .Where(f => f.Fault is JsonFault.Unterminated or JsonFault.TooDeep or JsonFault.TrailingText)
            .Select(f => (JsonFinding?)f).FirstOrDefault();
        if (value is not JsonObject json || json.Members.Count == 0 || (fatal is not null && json["blockType"] is null))
        {
            JsonFinding first = fatal ?? (findings.Count > 0 ? findings[0] : new JsonFinding(JsonFault.Empty, 0, 0));
            (int start, int end) = Place(comment, first);
            sink.Report(Rules.UnreadableAnnotation, start, end, JsonFaults.Describe(first.Fault));
            return null;
        }

        ReportFindings(comment, findings, sink);
        var annotation = new Annotation(json, comment.Content, comment);
        annotation.ReportUnknownKeys(sink);
        return annotation;
    }

    private static (int Start, int End) Place(CommentBlock comment, JsonFinding finding) =>
        finding.End == 0
            ? (comment.Start, comment.End)
            : (comment.Content.ToPage(finding.Start), comment.Content.ToPage(finding.End));

    /// <summary>
    /// Reports one finding for each annotation: the first finding that may have lost data, else the first harmless one.
    /// </summary>
    private static void ReportFindings(CommentBlock comment, IReadOnlyList<JsonFinding> findings, FindingSink sink)
    {
        JsonFinding[] telling = findings.Where(f => f.Fault is not (JsonFault.RawNewline or JsonFault.Comment))
            .ToArray();
        if (telling.Length == 0)
            return;
        JsonFinding first = telling.Where(f => !f.IsHarmless).Concat(telling).First();
        (int start, int end) = Place(comment, first);
        sink.Report(Rules.LenientAnnotation, start, end, JsonFaults.Describe(first.Fault));
    }

    private void ReportUnknownKeys(FindingSink sink)
    {
        if (BlockType is null && !IsPage)
            return;
        foreach (JsonMember member in _json.Members)
        {
            if (KnownKeys.Contains(member.Name) || (IsPage && !member.Name.StartsWith("@", StringComparison.Ordinal)))
                continue;
            sink.Report(Rules.UnknownAnnotationKey, _text.ToPage(member.NameStart), _text.ToPage(member.NameEnd),
                member.Name,
                Suggestion.For(member.Name, KnownKeys));
        }
    }

    private static string? Unhash(string? name)
    {
        name = name?.Trim();
        name = string.IsNullOrEmpty(name) ? null : name![0] == '#' ? name.Substring(1) : name;
        // The dialect uses this type for an empty request or response body.
        return name is "none" || name?.EndsWith(".none", StringComparison.OrdinalIgnoreCase) == true ? null : name;
    }
}
