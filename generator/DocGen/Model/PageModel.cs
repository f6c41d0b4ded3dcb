namespace DocGen.Generator.Model;

// What one page says, before any name is resolved. Reading makes it from the page's text alone; it holds no position,
// so that a page whose prose merely moved is equal to what it was. Positions travel beside it, in ParsedPage.

/// <summary>A page read: its model, what is wrong with it, where its named things stand, and the JSON that it shows.</summary>
/// <param name="Anchors">In the ordinal order of their keys.</param>
/// <param name="Suppressed">The ids of findings that the page's author has accepted.</param>
/// <param name="Bookmarks">The places that links may lead to, where the page alone has them.</param>
/// <param name="LinkedBookmarks">The places on other pages that it links to.</param>
internal sealed record ParsedPage(
    PageModel Model,
    EquatableArray<Finding> Findings,
    EquatableArray<Anchor> Anchors,
    BlockCount Blocks = default,
    EquatableArray<Example> Examples = default,
    EquatableArray<string> Suppressed = default,
    EquatableArray<string> Bookmarks = default,
    EquatableArray<LinkedBookmark> LinkedBookmarks = default) : PageFact
{
    /// <summary>The page with findings about its named things, each at its place, in the order of the page.</summary>
    public ParsedPage With(IEnumerable<LinkFinding> more) => With(more.Select(f => new Finding(f.RuleId, PlaceOf(f.AnchorKey), f.Arguments)));

    /// <summary>The page with more findings, in the order of the page.</summary>
    public ParsedPage With(IEnumerable<Finding> more) => this with
    {
        Findings = Findings.Concat(more)
            .OrderBy(f => f.Span.Start).ThenBy(f => f.RuleId, StringComparer.Ordinal).ThenBy(f => string.Join("\n", f.Arguments), StringComparer.Ordinal)
            .ToEquatableArray(),
    };

    /// <summary>Where a named thing stands.</summary>
    public Markdown.SourceSpan PlaceOf(string key)
    {
        int low = 0;
        for (int high = Anchors.Count - 1; low <= high;)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(Anchors[middle].Key, key);
            if (order == 0)
                return Anchors[middle].Span;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return default;
    }
}

/// <summary>A place on another page, as a link writes it: <c>resources/item.md#properties</c>.</summary>
internal readonly record struct LinkedBookmark(string Page, string Name)
{
    public override string ToString() => Page + "#" + Name;
}

/// <summary>What became of a page's annotated blocks that define something.</summary>
/// <param name="Read">In the model, or feeding a feature of the runtime.</param>
/// <param name="Reported">Left out of the model, with a finding that says so.</param>
internal readonly record struct BlockCount(int Annotated, int Read, int Reported)
{
    /// <summary>Neither read nor reported: always 0.</summary>
    public int Lost => Annotated - Read - Reported;
}

/// <summary>Something a docs author should know, at its place. The rule says how bad it is.</summary>
internal readonly record struct Finding(string RuleId, Markdown.SourceSpan Span, EquatableArray<string> Arguments);

/// <summary>A finding of linking: which thing on which page; its place is looked up when it is reported.</summary>
internal readonly record struct LinkFinding(string RuleId, string Page, string AnchorKey, EquatableArray<string> Arguments);

/// <summary>Where on a page something stands that linking may have a finding about.</summary>
internal readonly record struct Anchor(string Key, Markdown.SourceSpan Span);

/// <param name="Path">Relative to the project, with forward slashes.</param>
/// <param name="Title">The text of the first heading.</param>
/// <param name="Namespace">The page's <c>Namespace:</c> line, or null.</param>
/// <param name="LinkedPages">The pages it links to, by path.</param>
/// <param name="ServiceRoots">The service roots of its absolute URLs.</param>
/// <param name="Shown">What its example responses show of types.</param>
/// <param name="Methods">What its tables of methods list.</param>
/// <param name="IsTranslated">Its words are of another language: types may be among them.</param>
/// <param name="Includes">The files that it includes, as it writes them; none of those that only its examples do.</param>
/// <param name="IsPart">It has no title, and a table or includes: what includes it has its table.</param>
/// <param name="Text">Its text, where it is a part or includes files; else null.</param>
internal sealed record PageModel(
    string Path,
    string? Title,
    string? Namespace,
    EquatableArray<string> LinkedPages,
    EquatableArray<ResourceDefinition> Resources,
    EquatableArray<EnumDefinition> Enums,
    EquatableArray<OperationDefinition> Operations,
    EquatableArray<string> ServiceRoots,
    EquatableArray<ShownType> Shown = default,
    EquatableArray<MethodDefinition> Methods = default,
    bool IsTranslated = false,
    EquatableArray<string> Includes = default,
    bool IsPart = false,
    string? Text = null) : PageFact
{
    public static PageModel Empty(string path) => new(path, null, null, default, default, default, default, default);
}

/// <summary>A row of a table of methods.</summary>
/// <param name="Page">The page on the method.</param>
/// <param name="Returns">The type that it returns, or a word that is none; null where the row names neither.</param>
/// <param name="IsClear">False where what the row says of it can't be read: that is not to say that it returns nothing.</param>
internal sealed record MethodDefinition(string Page, DocType? Returns, bool IsClear = true);

/// <summary>What all examples of a type on one page have in common.</summary>
internal sealed record ShownType(string Name, EquatableArray<MemberDefinition> Members) : PageFact;

/// <summary>A type as a page names it.</summary>
/// <param name="Kind"><see cref="TypeKind.Resource"/> for a name that linking resolves to a class or an enum.</param>
/// <param name="Name">The name as written (with its namespace where it has one), for named types.</param>
/// <param name="Shape">The members of an object that only JSON shows and nothing names.</param>
/// <param name="Others">Further types that a value may have: "A or B".</param>
/// <param name="Page">The page that the name links to, or null.</param>
/// <param name="IsWord">The name may be a word of another language for a type: linking learns which, from all pages.</param>
/// <param name="Shown">What JSON shows beside a word, or null.</param>
internal sealed record DocType(
    TypeKind Kind, string? Name = null, int Rank = 0, Shape? Shape = null, EquatableArray<string> Others = default, string? Page = null,
    bool IsWord = false, DocType? Shown = null)
{
    private const int MaxRank = 4;

    // Most members of a set are of a few of these: they are made once.
    private static readonly DocType[][] Plain =
        [.. Enum.GetValues(typeof(TypeKind)).Cast<TypeKind>().Select(kind => Enumerable.Range(0, MaxRank + 1).Select(rank => new DocType(kind, null, rank)).ToArray())];

    public static DocType String => Of(TypeKind.String);

    public bool IsNamed => Kind == TypeKind.Resource && Name is not null;

    /// <summary>A collection of these; one nested deeper than any table of a service is any JSON.</summary>
    public DocType ToCollection() =>
        Rank == MaxRank ? Of(TypeKind.Json) : ReferenceEquals(this, Plain[(int)Kind][Rank]) ? Plain[(int)Kind][Rank + 1] : this with { Rank = Rank + 1 };

    public static DocType Of(TypeKind kind) => Plain[(int)kind][0];

    public static DocType Named(string name, string? page = null) => new(TypeKind.Resource, StringPool.Get(name), Page: page);

    public static DocType Word(string words) => new(TypeKind.Resource, words, IsWord: true);

    public static DocType Of(Shape shape) => new(shape.Members.IsEmpty ? TypeKind.JsonObject : TypeKind.Resource, null, 0, shape);
}

/// <summary>The members of a JSON object that has no name of its own.</summary>
internal sealed record Shape(EquatableArray<MemberDefinition> Members);

/// <summary>A property, parameter, option or header as a page defines it.</summary>
/// <param name="Values">The values the page lists for it, which make it an enum.</param>
/// <param name="InheritedFrom">The type that its description says it is inherited from, or null.</param>
/// <param name="Presence">What its resource's annotation promises of it.</param>
internal sealed record MemberDefinition(
    string Name,
    DocType Type,
    DocText? Summary,
    bool IsRequired = false,
    EquatableArray<EnumMemberDefinition> Values = default,
    string? Deprecation = null,
    string? InheritedFrom = null,
    MemberPresence Presence = default);

internal sealed record EnumMemberDefinition(string Value, DocText? Summary);

internal sealed record EnumDefinition(
    string Name, bool IsFlags, EquatableArray<EnumMemberDefinition> Members, DocText? Summary, string? Heading) : PageFact;

/// <param name="Name">Qualified where the page says so.</param>
/// <param name="Base">The base type that the annotation names, or null.</param>
/// <param name="Ancestors">The types that the prose says it inherits from, in the order of the page.</param>
/// <param name="LinkedAncestors">Those of them whose names link to a page.</param>
/// <param name="HintedAncestors">Further types that it may inherit from.</param>
internal sealed record ResourceDefinition(
    string Name,
    EquatableArray<string> Aliases,
    string? Base,
    EquatableArray<string> Ancestors,
    bool IsAbstract,
    bool IsOpen,
    EquatableArray<MemberDefinition> Members,
    DocText? Summary,
    string? Heading,
    string? Deprecation,
    EquatableArray<DocType> LinkedAncestors = default,
    EquatableArray<HintedAncestor> HintedAncestors = default) : PageFact;

/// <summary>A type that a few words and a link may mean a resource to inherit from, in whatever language: its members decide.</summary>
/// <param name="Members">The members whose descriptions end so; none where the page's introduction does.</param>
/// <param name="Words">The few words: where they say so on some pages, they do on all.</param>
internal sealed record HintedAncestor(string Name, EquatableArray<string> Members, string Words);

/// <summary>One verb on a page, with everything the page says about it.</summary>
/// <param name="Names">The annotation names of its requests.</param>
/// <param name="Uploaded">What the last range of content is answered with, at a URL which the operation handed out.</param>
/// <param name="ResponseHeaders">The headers that a table says are answered.</param>
/// <param name="IsList">It gets all of what another operation of the page gets one of.</param>
/// <param name="Usages">Templates with a query, beside others without one: requests that are not the operation's own.</param>
/// <param name="Tail">The words by which its URLs go on behind those of another operation of the page, with slashes.</param>
internal sealed record OperationDefinition(
    string HttpMethod,
    EquatableArray<string> Names,
    string? Heading,
    EquatableArray<DocUrl> Urls,
    EquatableArray<OptionDefinition> Options,
    BodyDefinition? Body,
    EquatableArray<ResponseDefinition> Responses,
    DocType? Uploaded,
    DocText? Summary,
    DocText? Returns,
    EquatableArray<string> Scopes,
    EquatableArray<Permission> Permissions,
    bool? IsIdempotent,
    string? Deprecation,
    string Tail = "",
    OperationName Name = default,
    EquatableArray<MemberDefinition> ResponseHeaders = default,
    EquatableArray<string> Usages = default,
    bool IsList = false) : PageFact;

/// <summary>What its page calls an operation. Siblings with the same name are told apart when pages are linked.</summary>
/// <param name="Resource">The group it belongs to, in lower-case singular.</param>
/// <param name="Method">The method's name, without the <c>Async</c> suffix.</param>
/// <param name="InUrl">The resource as the URLs spell it, where that says more than the first letter's case; else null.</param>
/// <param name="InText">The resource as links and the title spell it, by the same rule.</param>
/// <param name="IsOfPage">A URL ends in the page's own name: of two operations of a page with one name, this takes it.</param>
internal readonly record struct OperationName(string Resource, string Method, string? InUrl, string? InText, bool IsOfPage);

/// <summary>A URL as the docs write it, cleaned: path segments, each literal text and placeholders.</summary>
/// <param name="Path">RFC 6570: <c>/drive/items/{item-id}</c>, <c>{+item-path}</c>.</param>
/// <param name="Parameters">What its placeholders stand for, in the order of the path.</param>
/// <param name="Query">The options of its query that hold a placeholder or value, by name.</param>
/// <param name="Arguments">The arguments of the OData function that the path ends in.</param>
internal sealed record DocUrl(
    string Path, EquatableArray<PathParameter> Parameters, EquatableArray<string> Query, EquatableArray<FunctionArgument> Arguments = default);

/// <summary>An argument of a function in a URL: its type is the table's, else that of the value the docs show.</summary>
internal sealed record FunctionArgument(string Name, DocType Type, DocText? Summary);

internal sealed record OptionDefinition(OptionLocation Location, MemberDefinition Member);

/// <summary>What a page says of a request's body, from its annotation, tables, prose and example.</summary>
/// <param name="Resource">The type that the body is, by annotation or prose.</param>
/// <param name="Members">Documented or shown members, apart from a resource's own.</param>
/// <param name="ContentType">The media type of a body that is not JSON, or null.</param>
/// <param name="Multipart">The parts of a multipart body.</param>
/// <param name="IsPropertyTable">The members come from a table of a resource's properties, not of parameters.</param>
/// <param name="Mentioned">Members that the prose speaks of and nothing types.</param>
/// <param name="Reference">The one member of a body that is a reference to an entity, or null for any other body.</param>
internal sealed record BodyDefinition(
    DocType? Resource,
    EquatableArray<MemberDefinition> Members,
    EquatableArray<MemberDefinition> Annotations,
    EquatableArray<BodyConstant> Constants,
    string? ContentType,
    MultipartDefinition? Multipart,
    bool IsPropertyTable = false,
    EquatableArray<string> Mentioned = default,
    string? Reference = null);

/// <summary>A member whose value is fixed by the request's own shape, such as <c>cid:content</c>.</summary>
internal sealed record BodyConstant(string Name, string Value);

/// <param name="IsShown">The example request is multipart; otherwise only a table tells of the parts.</param>
/// <param name="Parts">The parts of a body that has none of JSON; a part of the body's own media type is what may also be sent alone.</param>
internal sealed record MultipartDefinition(
    string Subtype, string JsonPart, string ContentPart, string ContentType, bool IsShown, DocText? JsonSummary, DocText? ContentSummary,
    EquatableArray<PartDefinition> Parts = default);

/// <summary>A part of content in a multipart body.</summary>
internal sealed record PartDefinition(string Name, string ContentType, DocText? Summary);

/// <summary>An answer that the page shows or tells of.</summary>
/// <param name="Body">The type of its body, or null.</param>
/// <param name="IsWrapped">The body is the type inside <c>{"value": …}</c>.</param>
/// <param name="ContentType">The media type of a body that is not JSON, or null.</param>
/// <param name="MonitorPage">The page on how an accepted job is watched, or null.</param>
/// <param name="CollectionProperty">The member that has a collection's items, or null for OData's.</param>
internal sealed record ResponseDefinition(
    int Status,
    DocType? Body,
    bool IsCollection,
    bool IsWrapped,
    bool IsDelta,
    string? ContentType,
    EquatableArray<string> Headers,
    bool IsFromProse,
    string? MonitorPage = null,
    string? CollectionProperty = null);
