using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>
/// The operations of all pages by group: those that pages share are merged, and those of one name are told apart. Groups come in the
/// ordinal order of their resources.
/// </summary>
internal sealed class OperationGroups
{
    private readonly PageModel[] pages;
    private readonly SortedDictionary<string, Dictionary<string, OperationDraft>> _groups = new(StringComparer.Ordinal);
    private readonly List<LinkFinding> _findings = [];

    private OperationGroups(PageModel[] pages, TypeIndex types, string clientName)
    {
        this.pages = pages;
        foreach (PageModel page in pages)
        {
            AddAll(page, ofPage: true);
            AddAll(page, ofPage: false);
        }

        ReportDuplicateNames();
        var members = new NameScope(ReservedNames.ClientMembers, clientName);
        foreach (KeyValuePair<string, Dictionary<string, OperationDraft>> group in _groups)
        {
            OperationDraft[] drafts = [.. group.Value.Values];
            GroupName name = NameOf(group.Key, drafts, types);
            Groups.Add(group.Key, new OperationGroupDraft(name, members.Claim(name.Plural, "Operations"), drafts));
        }
    }

    public static OperationGroups Of(PageModel[] pages, TypeIndex types, string clientName) => new(pages, types, clientName);

    /// <summary>The groups by resource.</summary>
    public SortedDictionary<string, OperationGroupDraft> Groups { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<LinkFinding> Findings => _findings;

    private void AddAll(PageModel page, bool ofPage)
    {
        foreach (OperationDefinition operation in page.Operations)
        {
            if (operation.Name.IsOfPage == ofPage)
                Add(page, operation);
        }
    }

    private void Add(PageModel page, OperationDefinition operation)
    {
        if (operation.Urls.IsEmpty)
            return;
        OperationName name = operation.Name;
        if (!_groups.TryGetValue(name.Resource, out Dictionary<string, OperationDraft>? group))
            _groups.Add(name.Resource, group = new Dictionary<string, OperationDraft>(StringComparer.OrdinalIgnoreCase));
        if (!group.TryGetValue(name.Method, out OperationDraft? same))
        {
            group.Add(name.Method, new OperationDraft(page, operation, name.Method));
            return;
        }

        if (same.Operation.HttpMethod == operation.HttpMethod && SharesUrl(same.Operation, operation))
        {
            if (Difference(same.Operation, operation) is { } differing)
                Report(Rules.PagesDisagree, page.Path, AnchorKeys.Operation(operation.HttpMethod), name.Method, same.Page.Path, differing);
            same.Merge(page, operation);
            return;
        }

        string method = Distinguish(name.Method, page, operation, group);
        Report(Rules.OperationClash, page.Path, AnchorKeys.Operation(operation.HttpMethod), name.Method, same.Page.Path, method);
        group.Add(method, new OperationDraft(page, operation, method));
    }

    /// <summary>What two pages say differently of one operation, or null: its first page's words count.</summary>
    private static string? Difference(OperationDefinition first, OperationDefinition second)
    {
        static string Body(OperationDefinition operation) => operation.Body is not { } body ? "" : body.Resource?.Name is { } name ? LastPart(name)
            : string.Join(" ", body.Members.Select(m => m.Name).OrderBy(n => n, StringComparer.OrdinalIgnoreCase));
        static string Answer(OperationDefinition operation) =>
            operation.Responses.Select(r => r.Body?.Name).FirstOrDefault(n => n is not null) is { } name ? LastPart(name) : "";
        static bool Differ(string one, string other) => one.Length > 0 && other.Length > 0 && !one.Equals(other, StringComparison.OrdinalIgnoreCase);
        return Differ(Body(first), Body(second)) ? "the body" : Differ(Answer(first), Answer(second)) ? "the answer" : null;
    }

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static bool SharesUrl(OperationDefinition first, OperationDefinition second)
    {
        var shapes = new HashSet<string>(first.Urls.Select(OperationNamer.Shape), StringComparer.OrdinalIgnoreCase);
        return second.Urls.Any(u => shapes.Contains(OperationNamer.Shape(u)));
    }

    /// <summary>The later page's operation gains its last URL literal that its name does not say yet, then its title.</summary>
    private static string Distinguish(string method, PageModel page, OperationDefinition operation, Dictionary<string, OperationDraft> group)
    {
        bool IsFree(string name) => !group.ContainsKey(name);
        IEnumerable<string> literals = operation.Urls.SelectMany(u => Enumerable.Reverse(OperationNamer.Segments(u)))
            .Where(s => s.IndexOf('{') < 0 && s[0] != '$').Select(s => Identifiers.Pascal(s.Split('(')[0], ""))
            .Where(l => l.Length > 0 && method.IndexOf(l, StringComparison.OrdinalIgnoreCase) < 0);
        string[] titles = [Identifiers.Pascal(page.Title ?? ""), Identifiers.Pascal(page.Path)];
        string? distinct = literals.Select(l => method + l).Concat(titles.Select(t => method + t)).Concat(titles.Select(t => method + t + operation.HttpMethod))
            .FirstOrDefault(IsFree);
        for (method += Identifiers.Pascal(page.Path) + operation.HttpMethod; distinct is null && !IsFree(method);)
            method += "Other";
        return distinct ?? method;
    }

    private void ReportDuplicateNames()
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PageModel page in pages)
        {
            foreach (OperationDefinition operation in page.Operations)
            {
                foreach (string name in operation.Names)
                {
                    if (!first.TryGetValue(name, out string? other))
                        first.Add(name, page.Path);
                    else if (other != page.Path)
                        Report(Rules.DuplicateRequestName, page.Path, AnchorKeys.RequestName(name), name, other);
                }
            }
        }
    }

    /// <summary>
    /// One casing a group: the first of a URL's segment, a declared type, a link's text and a heading's word that says more
    /// than its first letter.
    /// </summary>
    private static GroupName NameOf(string resource, OperationDraft[] drafts, TypeIndex types)
    {
        string? declared = types.Spelling(resource);
        string word = drafts.Select(d => d.Operation.Name.InUrl).FirstOrDefault(w => w is not null)
            ?? (declared is not null && OperationNamer.IsSpelling(declared, resource) ? declared : null)
            ?? drafts.Select(d => d.Operation.Name.InText).FirstOrDefault(w => w is not null)
            ?? resource;
        string singular = Identifiers.Pascal(Inflection.Singular(word));
        return new GroupName(singular, Inflection.Plural(singular));
    }

    private void Report(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, string page, string anchor, params string[] arguments) =>
        _findings.Add(LinkFindings.Of(rule, page, anchor, arguments));
}

/// <summary>Links the operations of one group: resolves their types and chooses the names of their classes and members.</summary>
internal sealed class OperationLinker(TypeResolver types)
{
    private const string UploadUrl = "uploadUrl";
    private const string NextRanges = "nextExpectedRanges";

    /// <returns>The group's operations by name, and the name of its class.</returns>
    public static LinkedPart<EquatableArray<Operation>> Link(OperationGroupDraft group, Func<SymbolKey, SymbolValue> symbols)
    {
        var types = new TypeResolver(symbols);
        var linker = new OperationLinker(types);
        types.ClaimClass(group.Name.Singular + "Operations");
        return types.ToPart(group.Drafts.OrderBy(d => d.Method, StringComparer.Ordinal)
            .Select(d => linker.Link(d, group.Name.Singular, group.Name.Singular)).ToEquatableArray());
    }

    private Operation Link(OperationDraft draft, string singular, string file)
    {
        OperationDefinition definition = draft.Operation;
        string stem = singular + draft.Method;
        types.PlaceShapes(stem + "Request", file);
        types.PlaceShapes(stem, file);
        var members = new NameScope(ReservedNames.RequestMembers);
        string requestClass = types.ClaimClass(stem + "Request");
        ResponseShape response = ResponseOf(draft, stem);
        string? responseClass = response.Kind is ResponseKind.Collection or ResponseKind.Delta ? null : types.ClaimClass(stem + "Response");
        EquatableArray<OptionParameter> arguments = FunctionArguments(draft, out HashSet<string> argumentNames);
        var options = new List<OptionParameter>();
        foreach (OptionParameter argument in arguments)
            options.Add(argument with { Name = members.Claim(argument.Name, "Argument") });
        RequestBody? body = new BodyLinker(types, draft.Page, singular, stem, file, members).Link(definition);
        foreach (OptionDefinition option in definition.Options)
        {
            if (!argumentNames.Contains(option.Member.Name))
                options.Add(IsReference(option, definition) ? ToReference(option, members) : ToOption(option, members, draft.Page, stem));
        }

        var namer = new UrlNamer(draft.Method, members);
        (DocUrl Url, string Path)[] paths = [.. definition.Urls.Select(u => (WithoutArguments(u, argumentNames), StripArguments(u, argumentNames)))
            .GroupBy(u => u.Item2, StringComparer.Ordinal).Select(g => g.First())];
        UrlTemplate[] urls = [.. paths.Select(u => namer.Name(u.Url, u.Path, paths.Length == 1))];
        return new Operation(
            draft.Method,
            definition.HttpMethod,
            requestClass,
            responseClass,
            urls.ToEquatableArray(),
            options.OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
            body,
            response,
            definition.Scopes,
            definition.IsIdempotent,
            new OperationDocs(definition.Summary, definition.Returns, definition.Permissions, draft.Origins.ToEquatableArray(), definition.Deprecation),
            definition.Usages);
    }

    /// <summary>Arguments of the function that the operation is named for are properties of the request, required where every template has them.</summary>
    private EquatableArray<OptionParameter> FunctionArguments(OperationDraft draft, out HashSet<string> names)
    {
        names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var arguments = new List<OptionParameter>();
        foreach (FunctionArgument argument in draft.Operation.Urls.Where(u => IsFunctionOf(u, draft.Method)).SelectMany(u => u.Arguments))
        {
            if (!names.Add(argument.Name))
                continue;
            arguments.Add(new OptionParameter(
                OptionLocation.Function, argument.Name, Identifiers.Pascal(argument.Name), ArgumentType(argument.Type),
                draft.Operation.Urls.All(u => u.Path.IndexOf(argument.Name + "=", StringComparison.OrdinalIgnoreCase) >= 0), argument.Summary));
        }

        return arguments.ToEquatableArray();
    }

    /// <summary>An enum that the pages define; any other name's values travel as text.</summary>
    private TypeRef ArgumentType(DocType type) =>
        !type.IsNamed ? new TypeRef(type.Kind) : types.DocumentedEnum(type.Name!) ?? TypeRef.String;

    private static bool IsFunctionOf(DocUrl url, string method) =>
        !url.Arguments.IsEmpty && OperationNamer.LastLiteral(url) is { } last
        && method.EndsWith(Identifiers.Pascal(last), StringComparison.OrdinalIgnoreCase);

    private static string StripArguments(DocUrl url, HashSet<string> arguments) =>
        arguments.Count == 0 || url.Arguments.IsEmpty || url.Path[url.Path.Length - 1] != ')' || url.Path.LastIndexOf('(') is not (> 0 and var open)
            ? url.Path
            : url.Path.Substring(0, open);

    private static DocUrl WithoutArguments(DocUrl url, HashSet<string> arguments)
    {
        string path = StripArguments(url, arguments);
        return path == url.Path
            ? url
            : url with { Parameters = url.Parameters.Take(path.Count(c => c == '{')).ToEquatableArray() };
    }

    /// <summary>The entity that is removed from a collection (OData Protocol 4.01, section 11.4.6.2).</summary>
    private static bool IsReference(OptionDefinition option, OperationDefinition operation) =>
        option is { Location: OptionLocation.Query, Member.Name: "$id" or "id" } && operation.Urls.All(u => u.Path.EndsWith("/$ref", StringComparison.Ordinal));

    private static OptionParameter ToReference(OptionDefinition option, NameScope members) => new(
        OptionLocation.Query, option.Member.Name, members.Claim("Reference", "Entity"), new TypeRef(TypeKind.Reference), option.Member.IsRequired, option.Member.Summary);

    private OptionParameter ToOption(OptionDefinition option, NameScope members, PageModel page, string stem)
    {
        string wire = option.Member.Name;
        string name = members.Claim(Identifiers.Pascal(wire, "Option"), "Option");
        TypeRef type = types.Resolve(option.Member.Type, page, stem, name);
        bool isValue = type.Kind is not (TypeKind.Resource or TypeKind.Json or TypeKind.JsonObject or TypeKind.Stream or TypeKind.Binary) && type.Rank <= 1;
        TypeRef known = SystemQueryOption(wire) ?? (isValue ? type : TypeRef.String);
        return new OptionParameter(option.Location, wire, SystemName(wire) ?? name, known, option.Member.IsRequired, option.Member.Summary);
    }

    /// <summary>OData system query options (OData URL Conventions 4.01, section 5.1) have types of their own.</summary>
    private static TypeRef? SystemQueryOption(string wire) => wire switch
    {
        "$top" or "$skip" => new TypeRef(TypeKind.Int32),
        "$count" => new TypeRef(TypeKind.Boolean),
        "$select" or "$expand" => TypeRef.String.ToCollection(),
        "$filter" or "$orderby" or "$search" or "$skiptoken" or "$format" => TypeRef.String,
        _ => null,
    };

    private static string? SystemName(string wire) => wire == "$orderby" ? "OrderBy" : null;

    private ResponseShape ResponseOf(OperationDraft draft, string stem)
    {
        OperationDefinition operation = draft.Operation;
        EquatableArray<int> statuses = operation.Responses.Select(r => r.Status).Distinct().OrderBy(s => s).ToEquatableArray();
        ResponseDefinition? accepted = operation.Responses.FirstOrDefault(r => r.Status == 202 && r.Headers.Any(ResponseReader.MonitorHeaders.Contains));
        ResponseDefinition? content = operation.Responses.FirstOrDefault(r => r.ContentType is not null || (r.Status == 302 && operation.HttpMethod == "GET"));
        bool IsTyped(ResponseDefinition response) => response.Body is { } shown && !types.IsWord(shown);
        ResponseDefinition? typed = operation.Responses.FirstOrDefault(r => IsTyped(r) && r.Status is >= 200 and < 300 and not 202)
            ?? operation.Responses.FirstOrDefault(r => IsTyped(r) && r.Status == 202);
        // A 204 has no content (RFC 9110, section 15.3.5): what its annotation names is worth less than what the resource's page says is returned.
        TypeRef? listed = null;
        bool isListed = typed is { Status: 204 } && draft.Page.Operations.Count == 1 && types.IsListed(draft.Page.Path, out listed);
        if (isListed)
            typed = listed is null ? null : typed! with { IsCollection = false, IsWrapped = false };
        DocType? schema = operation.Responses.FirstOrDefault(r => r.Body is not null && r.Status == 302)?.Body;
        TypeRef? value = isListed ? listed
            : typed?.Body is { } body ? types.Resolve(body, draft.Page, stem, "Result")
            : accepted?.MonitorPage is { } monitor ? types.JobOf(monitor)
            : statuses.Contains(200) && accepted is null && content is null ? PropertyType(draft, stem) : null;
        ResponseKind kind = accepted is not null ? ResponseKind.LongRunning
            : content is not null && typed is null ? ResponseKind.Stream
            : value is null ? ResponseKind.Empty
            : typed is { IsCollection: true } ? (IsDelta(operation) ? ResponseKind.Delta : ResponseKind.Collection)
            : IsUploadSession(value.Value, typed?.Body, draft.Page) ? ResponseKind.UploadSession
            : ResponseKind.Value;
        if (kind == ResponseKind.LongRunning && typed is { IsCollection: true })
            value = value?.ToCollection();
        if (kind == ResponseKind.Collection && operation.HttpMethod == "GET")
            value = ContainedType(operation, value!.Value);
        bool isWrapped = typed?.IsWrapped == true || (value is { Kind: not (TypeKind.Resource or TypeKind.Json or TypeKind.JsonObject) } && kind == ResponseKind.Value);
        TypeRef? contentOf = kind == ResponseKind.Stream && schema is not null ? types.Resolve(schema, draft.Page, stem, "Content") : null;
        // The page that shows how a session is made shows what its last range is answered with, too.
        DocType? item = kind != ResponseKind.UploadSession ? null : operation.Uploaded ?? operation.Responses
            .FirstOrDefault(r => r.Body is not null && r.Status is 200 or 201 && r.Body != typed!.Body)?.Body;
        TypeRef? uploaded = item is null ? null : types.Resolve(item, draft.Page, stem, "Item");
        string? template = kind == ResponseKind.LongRunning && value is { Kind: TypeKind.Resource, IsCollection: false } result && stem == result.Name + draft.Method
            ? AddressOfOne(operation) : null;
        return new ResponseShape(kind, kind is ResponseKind.Stream ? null : value, isWrapped, statuses, Headers(operation, kind), contentOf, uploaded, template,
            kind is ResponseKind.Collection or ResponseKind.Delta ? typed!.CollectionProperty : null);
    }

    /// <summary>Where one resource of the kind an action is called on is found by its id alone: the action's URL without the action.</summary>
    private static string? AddressOfOne(OperationDefinition operation) => operation.Urls
        .Where(u => u.Parameters.Count == 1 && u.Path.LastIndexOf('/') is > 0 and var end && u.Path[end - 1] == '}' && u.Path.IndexOf("{+", StringComparison.Ordinal) < 0)
        .Select(u => u.Path.Substring(0, u.Path.LastIndexOf('/')))
        .FirstOrDefault();

    private static bool IsDelta(OperationDefinition operation) =>
        operation.Responses.Any(r => r.IsDelta) || operation.Urls.Any(u => OperationNamer.LastLiteral(u) == "delta");

    /// <summary>By its members: those of its own page, or those that the operation's page shows where none defines them.</summary>
    private bool IsUploadSession(TypeRef type, DocType? stated, PageModel page) =>
        (types.HasMember(type, UploadUrl) && types.HasMember(type, NextRanges))
        || page.Shown.Any(t => t.Name == stated?.Name && t.Members.Any(m => m.Name == UploadUrl) && t.Members.Any(m => m.Name == NextRanges));

    /// <summary>
    /// A collection that is named for an ancestor of the documented type holds every kind of it: <c>mobileApps</c> on the page
    /// of one kind of app.
    /// </summary>
    private TypeRef ContainedType(OperationDefinition operation, TypeRef element) =>
        OperationNamer.LastLiteral(operation.Urls[0]) is { } collection
        && types.Documented(Inflection.Singular(collection)) is { } contained && types.IsAncestor(contained, element) ? contained : element;

    /// <summary>
    /// The type of an answer that the page does not show, where the URL goes on behind that of a resource by the name of one of
    /// its properties (OData URL Conventions 4.01, section 4.6).
    /// </summary>
    private TypeRef? PropertyType(OperationDraft draft, string stem)
    {
        OperationDefinition operation = draft.Operation;
        if (operation.HttpMethod != "GET" || operation.Tail.Length == 0)
            return null;
        DocType? owner = draft.Page.Operations.Where(o => o.HttpMethod == "GET" && o.Tail.Length == 0).SelectMany(o => o.Responses)
            .Select(r => r.Body).FirstOrDefault(b => b is { IsNamed: true, Rank: 0 });
        return owner is not null && types.Documented(owner.Name!) is { } type ? types.PropertyOf(type, operation.Tail, draft.Page, stem) : null;
    }

    /// <summary>Documented response headers that no member of the runtime's own carries.</summary>
    private static EquatableArray<ResponseHeader> Headers(OperationDefinition operation, ResponseKind kind)
    {
        var described = new Dictionary<string, DocText?>(StringComparer.OrdinalIgnoreCase);
        foreach (MemberDefinition header in operation.ResponseHeaders)
            described[header.Name] = header.Summary;
        var scope = new NameScope(kind == ResponseKind.LongRunning ? ReservedNames.ResponseMembers : ReservedNames.PlainResponseMembers);
        return kind is ResponseKind.Collection or ResponseKind.Delta
            ? default
            : operation.Responses.SelectMany(r => r.Headers).Concat(described.Keys).Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(h => !IsCommonHeader(h) && !(kind == ResponseKind.LongRunning && ResponseReader.MonitorHeaders.Contains(h)))
                .OrderBy(h => h, StringComparer.OrdinalIgnoreCase)
                .Select(h => new ResponseHeader(h, scope.Claim(Identifiers.Pascal(h), "Header"), described.TryGetValue(h, out DocText? words) ? words : null)).ToEquatableArray();
    }

    private static bool IsCommonHeader(string name) =>
        name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Date", StringComparison.OrdinalIgnoreCase) || name.Equals("request-id", StringComparison.OrdinalIgnoreCase);
}
