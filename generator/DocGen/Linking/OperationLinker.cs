using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>Links the operations of one group: resolves their types, and names their classes and members.</summary>
internal sealed class OperationLinker(TypeResolver types)
{
    private const string UploadUrl = "uploadUrl";
    private const string NextRanges = "nextExpectedRanges";

    /// <returns>The group's operations by name, and the names of its classes.</returns>
    public static LinkedPart<EquatableArray<Operation>> Link(OperationGroupDraft group,
        Func<SymbolKey, SymbolValue> symbols)
    {
        var types = new TypeResolver(symbols);
        var linker = new OperationLinker(types);
        types.ClaimClass(types.ClaimClass(group.Name.Singular + "Operations") + "Urls");
        return types.ToPart(group.Drafts.OrderBy(d => d.Method, StringComparer.Ordinal)
            .Select(d => linker.Link(d, group.Name.Singular, group.Name.Singular)).ToEquatableArray());
    }

    private Operation Link(OperationDraft draft, string singular, string file)
    {
        OperationDefinition definition = new AnswerLinker(types, draft.Page).Link(draft.Operation);
        string stem = singular + draft.Method;
        types.PlaceShapes(stem + "Request", file);
        types.PlaceShapes(stem, file);
        string requestClass = types.ClaimClass(stem + "Request");
        ResponseShape response = ResponseOf(draft, definition, stem);
        string? responseClass = response is ResponseShape.Collection ? null : types.ClaimClass(stem + "Response");
        EquatableArray<OptionParameter> arguments = FunctionArguments(draft, out HashSet<string> argumentNames);
        UrlDefinition[] urls = [.. definition.Urls.Select(u => argumentNames.Count == 0 ? u : WithoutArguments(u))
            .GroupBy(u => u.Path).Select(g => g.First())];
        var members = new NameScope(
            urls.Length == 1 ? ReservedNames.RequestMembers : ReservedNames.RequestMembersBesideUrls);
        var options = new List<OptionParameter>();
        foreach (OptionParameter argument in arguments)
            options.Add(argument with { Name = members.Claim(argument.Name, "Argument") });
        RequestBody? body = new BodyLinker(types, draft.Page, singular, stem, file, members).Link(
            WithoutArguments(definition, argumentNames));
        foreach (OptionDefinition option in QueryOptions.With(definition, response))
        {
            if (!argumentNames.Contains(option.Member.Name))
                options.Add(IsReference(option, definition)
                    ? ToReference(option, members)
                    : ToOption(option, members, draft.Page, stem));
        }

        CommonOptions common = Payload.Of(body) is null ? QueryOptions.Inherit(options) : CommonOptions.None;

        var namer = new UrlNamer(draft.Method, definition.Name.Resource, new NameScope(ReservedNames.UrlMembers));
        return new Operation(
            draft.Method,
            definition.HttpMethod,
            requestClass,
            responseClass,
            new PathTypes(types, draft.Page, stem, file).Of(namer.Name(urls)),
            options.OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
            body,
            response,
            definition.Scopes,
            definition.IsIdempotent,
            new OperationDocs(definition.Summary, definition.Returns, definition.Permissions,
                draft.Origins.ToEquatableArray(), definition.Deprecation,
                Error: draft.Page.IsPlain ? types.Documented(ErrorBodies.TypeName)?.Name : null),
            definition.Usages.Select(u => new UrlUsage(u.Path, u.Query)).ToEquatableArray(),
            common);
    }

    /// <summary>
    /// Converts arguments of a function into properties of the request, if the operation is named after the function.
    /// An argument is required if every URL template has it.
    /// </summary>
    private EquatableArray<OptionParameter> FunctionArguments(OperationDraft draft, out HashSet<string> names)
    {
        names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var arguments = new List<OptionParameter>();
        foreach (FunctionArgument argument in draft.Operation.Urls.Where(u => IsFunctionOf(u, draft.Method))
            .SelectMany(u => u.Arguments))
        {
            if (!names.Add(argument.Name))
                continue;
            arguments.Add(new OptionParameter(
                OptionLocation.Function, argument.Name, Identifiers.Pascal(argument.Name), ArgumentType(argument.Type),
                draft.Operation.Urls.All(u => u.Path.HasArgument(argument.Name)), argument.Summary));
        }

        return arguments.ToEquatableArray();
    }

    /// <summary>Removes arguments from the body of a GET if they are already in the URL.</summary>
    private static OperationDefinition WithoutArguments(OperationDefinition operation, HashSet<string> arguments)
    {
        if (operation is not { HttpMethod: "GET", Body: { Resource: null } body } || arguments.Count == 0)
            return operation;
        EquatableArray<MemberDefinition> left = body.Members.Where(member => !arguments.Contains(member.Name))
            .ToEquatableArray();
        return left.IsEmpty ? operation with { Body = null } : operation with { Body = body with { Members = left } };
    }

    /// <summary>
    /// Returns the type of an argument. A named type is a documented enum or, if there is no enum with the name, a
    /// string.
    /// </summary>
    private TypeRef ArgumentType(DocType type) =>
        !type.IsNamed ? new TypeRef(type.Kind) : types.DocumentedEnum(type.Name!) ?? TypeRef.String;

    private static bool IsFunctionOf(UrlDefinition url, string method) =>
        !url.Arguments.IsEmpty && url.Path.LastName is { } last
        && method.EndsWith(Identifiers.Pascal(last), StringComparison.OrdinalIgnoreCase);

    private static UrlDefinition WithoutArguments(UrlDefinition url)
    {
        UrlPath path = url.Arguments.IsEmpty ? url.Path : url.Path.WithoutArguments();
        return path == url.Path
            ? url
            : url with { Path = path, Parameters = url.Parameters.Take(path.Placeholders.Count()).ToEquatableArray() };
    }

    /// <summary>
    /// Whether the option contains the reference of an entity that the request removes from a collection (OData
    /// Protocol 4.01, section 11.4.6.2).
    /// </summary>
    private static bool IsReference(OptionDefinition option, OperationDefinition operation) =>
        option is { Location: OptionLocation.Query, Member.Name: "$id" or "id" }
            && operation.Urls.All(u => u.Path.IsReference);

    private static OptionParameter ToReference(OptionDefinition option, NameScope members) => new(
        OptionLocation.Query, option.Member.Name, members.Claim("Reference", "Entity"), new TypeRef(TypeKind.Reference),
        option.Member.IsRequired, option.Member.Summary);

    private OptionParameter ToOption(OptionDefinition option, NameScope members, PageModel page, string stem)
    {
        string wire = option.Member.Name;
        bool isQuery = option.Location == OptionLocation.Query;
        string name = members.Claim(
            (isQuery ? SystemQueryOptions.PropertyName(wire) : null) ?? Identifiers.Pascal(wire, "Option"), "Option");
        if (isQuery && SystemQueryOptions.TypeOf(wire) is { } system)
            return new OptionParameter(option.Location, wire, name, system, option.Member.IsRequired,
                option.Member.Summary);
        TypeRef type = types.Resolve(option.Member.Type, page, stem, name);
        bool isValue = type.Kind is not (TypeKind.Resource
            or TypeKind.Json or TypeKind.JsonObject or TypeKind.Stream or TypeKind.Binary) && type.Rank <= 1;
        TypeRef known = isValue ? type : TypeRef.String;
        // If the name ends in brackets, the option is repeated for each value.
        bool isRepeated = isQuery && wire.EndsWith("[]", StringComparison.Ordinal) && !known.IsCollection;
        return new OptionParameter(
            option.Location, wire, name, isRepeated ? known.ToCollection() : known, option.Member.IsRequired,
            option.Member.Summary);
    }

    private ResponseShape ResponseOf(OperationDraft draft, OperationDefinition operation, string stem)
    {
        EquatableArray<int> statuses = operation.Responses.Select(r => r.Status).Distinct().OrderBy(s => s)
            .ToEquatableArray();
        ResponseDefinition? accepted = operation.Responses
            .FirstOrDefault(r => r.Status == 202 && r.Headers.Any(ResponseReader.MonitorHeaders.Contains));
        ResponseDefinition? content = operation.Responses
            .FirstOrDefault(r => r.ContentType is not null || (r.Status == 302 && operation.HttpMethod == "GET"));
        bool IsTyped(ResponseDefinition response) => response.Body is { } shown && !types.IsWord(shown);
        ResponseDefinition? typed = operation.Responses
            .FirstOrDefault(r => IsTyped(r) && r.Status is >= 200 and < 300 and not 202)
            ?? operation.Responses.FirstOrDefault(r => IsTyped(r) && r.Status == 202);
        // A 204 has no content (RFC 9110, section 15.3.5). If the annotation names a type for it, the method table on
        // the resource's page overrides that type.
        TypeRef? listed = null;
        if (typed is { Status: 204 } && operation.Urls.All(u => u.Path.IsReference))
            typed = null;
        bool isListed = typed is { Status: 204 } && draft.Page.Operations.Count == 1
            && types.IsListed(draft.Page.Path, out listed);
        if (isListed)
            typed = listed is null ? null : typed! with { IsCollection = false, IsWrapped = false };
        DocType? schema = operation.Responses.FirstOrDefault(r => r.Body is not null && r.Status == 302)?.Body;
        TypeRef? value = isListed ? listed
            : typed?.Body is { } body ? types.Resolve(body, draft.Page, stem, "Result")
            : accepted?.MonitorPage is { } monitor ? types.JobOf(monitor)
            : statuses.Contains(200) && accepted is null && content is null ? PropertyType(draft, stem) : null;
        bool isWrapped = typed?.IsWrapped == true;
        EquatableArray<ResponseHeader> headers = Headers(operation, isMonitored: accepted is not null);
        if (accepted is not null)
            return new ResponseShape.LongRunning(typed is { IsCollection: true } ? value?.ToCollection() : value,
                isWrapped, ResultTemplate(draft, stem, typed, value), statuses, headers);
        if (content is not null && typed is null)
            return new ResponseShape.Stream(schema is null ? null : types.Resolve(schema, draft.Page, stem, "Content"),
                statuses, headers);
        if (value is not { } one)
            return new ResponseShape.Empty(statuses, headers);
        bool isSession = typed is not { IsCollection: true } && IsUploadSession(one, typed?.Body, draft.Page);
        if (typed is not null && !isSession)
            ReportOtherTypes(draft.Page, operation.Responses.Where(r => IsTyped(r) && r.Status is >= 200 and < 300),
                typed, one);
        if (typed is { IsCollection: true })
        {
            bool isDelta = IsDelta(operation);
            TypeRef element = !isDelta && operation.HttpMethod == "GET" ? ContainedType(operation, one) : one;
            return new ResponseShape.Collection(element, isDelta, statuses, typed.CollectionProperty, typed.Paging);
        }

        if (!isSession)
            return new ResponseShape.Value(one,
                isWrapped || one is { Kind: not (TypeKind.Resource or TypeKind.Json or TypeKind.JsonObject) }, statuses,
                headers);
        // The page about creating an upload session also documents the response to the last range.
        DocType? item = operation.Uploaded
            ?? operation.Responses.FirstOrDefault(
                r => r.Body is not null && r.Status is 200 or 201 && r.Body != typed!.Body)?.Body;
        return new ResponseShape.UploadSession(one, item is null ? null : types.Resolve(item, draft.Page, stem, "Item"),
            statuses, headers);
    }

    /// <summary>Reports success responses whose type is unrelated to the value type of the response class.</summary>
    private void ReportOtherTypes(PageModel page, IEnumerable<ResponseDefinition> responses, ResponseDefinition typed,
        TypeRef type)
    {
        IEnumerable<(int Status, DocType Type)> others = responses
            .SelectMany(r => r.Others.Select(other => (r.Status, other)))
            .Concat(responses.Where(r => r.Status != typed.Status && r.Body is { IsNamed: true })
                .Select(r => (r.Status, r.Body!)));
        foreach ((int status, DocType other) in others.Distinct())
        {
            if (types.Documented(other) is { } answered && answered.Name != type.Name
                && !types.IsAncestor(type, answered) && !types.IsAncestor(answered, type))
                types.Report(LinkFindings.Of(Rules.OtherStatusShape, page.Path, AnchorKeys.Type(other.Name!),
                    Shown(typed.Status), "'" + type.Name + "'", Shown(status), "'" + answered.Name + "'"));
        }
    }

    private static string Shown(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// Returns the URL template of an action's result, if the action returns the resource that it acts on; else null.
    /// </summary>
    private static string? ResultTemplate(OperationDraft draft, string stem, ResponseDefinition? typed,
        TypeRef? value) =>
        typed is not { IsCollection: true } && value is { Kind: TypeKind.Resource, IsCollection: false } result
            && stem == result.Name + draft.Method
            ? AddressOfOne(draft.Operation) : null;

    /// <summary>
    /// Returns the action's URL template without the last segment if the rest addresses the resource by a single id, or
    /// null.
    /// </summary>
    private static string? AddressOfOne(OperationDefinition operation) => operation.Urls
        .Where(u => u.Parameters.Count == 1 && u.Path.Parent.Last is { EndsInPlaceholder: true }
            && !u.Path.Placeholders.Any(p => p.KeepsSlashes))
        .Select(u => u.Path.Parent.Template)
        .FirstOrDefault();

    private static bool IsDelta(OperationDefinition operation) =>
        operation.Responses.Any(r => r.IsDelta) || operation.Urls.Any(u => u.Path.LastName == "delta");

    /// <summary>
    /// Whether the type has the members of an upload session, in its documentation or in an example on the operation's
    /// page.
    /// </summary>
    private bool IsUploadSession(TypeRef type, DocType? stated, PageModel page) =>
        (types.HasMember(type, UploadUrl) && types.HasMember(type, NextRanges))
        || page.Shown.Any(t => t.Name == stated?.Name && t.Members.Any(m => m.Name == UploadUrl)
            && t.Members.Any(m => m.Name == NextRanges));

    /// <summary>
    /// Returns the element type of a collection. If the collection is named after an ancestor of the documented type,
    /// the ancestor is the element type. For example, the page of one kind of app shows <c>mobileApps</c>, which
    /// contains apps of all kinds.
    /// </summary>
    private TypeRef ContainedType(OperationDefinition operation, TypeRef element) =>
        operation.Urls[0].Path.LastName is { } collection
        && types.Documented(Inflection.Singular(collection)) is { } contained && types.IsAncestor(contained, element)
            ? contained
            : element;

    /// <summary>
    /// Returns the type of a property for a GET without a documented response type, if the URL is the URL of a resource
    /// followed by the name of the property (OData URL Conventions 4.01, section 4.6); else null.
    /// </summary>
    private TypeRef? PropertyType(OperationDraft draft, string stem)
    {
        OperationDefinition operation = draft.Operation;
        if (operation.HttpMethod != "GET" || operation.Tail.Length == 0)
            return null;
        DocType? owner = draft.Page.Operations.Where(o => o.HttpMethod == "GET" && o.Tail.Length == 0)
            .SelectMany(o => o.Responses)
            .Select(r => r.Body).FirstOrDefault(b => b is { IsNamed: true, Rank: 0 });
        return owner is not null && types.Documented(owner.Name!) is { } type
            ? types.PropertyOf(type, operation.Tail, draft.Page, stem)
            : null;
    }

    /// <summary>Returns the documented response headers for which the runtime's response class has no member.</summary>
    /// <param name="isMonitored">Whether this is the response of a long-running operation, whose class has the monitor
    /// headers.</param>
    private static EquatableArray<ResponseHeader> Headers(OperationDefinition operation, bool isMonitored)
    {
        var described = new Dictionary<string, DocText?>(StringComparer.OrdinalIgnoreCase);
        foreach (MemberDefinition header in operation.ResponseHeaders)
            described[header.Name] = header.Summary;
        var scope = new NameScope(isMonitored ? ReservedNames.ResponseMembers : ReservedNames.PlainResponseMembers);
        return operation.Responses.SelectMany(r => r.Headers).Concat(described.Keys)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(h => !IsCommonHeader(h) && !(isMonitored && ResponseReader.MonitorHeaders.Contains(h)))
            .OrderBy(h => h, StringComparer.OrdinalIgnoreCase)
            .Select(h => new ResponseHeader(h, scope.Claim(Identifiers.Pascal(h), "Header"),
                described.TryGetValue(h, out DocText? words) ? words : null)).ToEquatableArray();
    }

    private static bool IsCommonHeader(string name) =>
        name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Date", StringComparison.OrdinalIgnoreCase)
        || name.Equals("request-id", StringComparison.OrdinalIgnoreCase);
}
