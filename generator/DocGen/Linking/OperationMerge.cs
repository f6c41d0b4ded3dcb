using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Merges the definitions of one operation on several pages. The result has the text of the first page, and the URLs,
/// options, headers and body members of all pages.
/// </summary>
internal static class OperationMerge
{
    /// <param name="all">The definition of the operation on each page, in order of precedence.</param>
    public static OperationDefinition Of(IReadOnlyList<OperationDefinition> all)
    {
        OperationDefinition first = all[0];
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        EquatableArray<UrlDefinition> urls = all.SelectMany(o => o.Urls).Where(u => shapes.Add(u.Path.Shape))
            .ToEquatableArray();
        return first with
        {
            Names = all.SelectMany(o => o.Names).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            Urls = urls,
            Usages = all.SelectMany(o => o.Usages).Where(u => shapes.Add(u.Path.Shape)).ToEquatableArray(),
            Options = Options(all),
            QuerySupport = QuerySupport(all),
            Body = Body([.. all.Select(o => o.Body).OfType<BodyDefinition>()]),
            Responses = Responses(all),
            ResponseHeaders = ByName(all.SelectMany(o => o.ResponseHeaders)),
            Uploaded = all.Select(o => o.Uploaded).FirstOrDefault(u => u is not null),
            Summary = all.Select(o => o.Summary).FirstOrDefault(s => s is not null),
            Returns = all.Select(o => o.Returns).FirstOrDefault(r => r is not null),
            Scopes = all.Select(o => o.Scopes).FirstOrDefault(s => !s.IsEmpty),
            Permissions = all.Select(o => o.Permissions).FirstOrDefault(p => !p.IsEmpty),
            IsIdempotent = all.Select(o => o.IsIdempotent).FirstOrDefault(i => i is not null),
            Name = first.Name with
            {
                InUrl = all.Where(o => o.Name.Resource == first.Name.Resource)
                .Select(o => o.Name.InUrl).FirstOrDefault(n => n is not null)
            },
        };
    }

    /// <summary>Returns the first part in which two definitions of one operation differ, or null.</summary>
    public static string? Difference(OperationDefinition one, OperationDefinition other) =>
        Differ(BodyOf(one), BodyOf(other)) ? "the request body"
        : Differ(AnswerOf(one), AnswerOf(other)) ? "the response" : null;

    /// <summary>
    /// Returns the type name of the body, or its reference, content type or member names; empty if there is no body.
    /// </summary>
    public static string BodyOf(OperationDefinition operation) => operation.Body switch
    {
        null => "",
        { Resource.Name: { } name } => TypeIndex.LastPart(name),
        { Reference: { } reference } => reference,
        { Members.IsEmpty: true } body => body.ContentType ?? body.Multipart?.Subtype ?? "",
        { } body =>
            string.Join(" ", body.Members.Select(m => m.Name).OrderBy(n => n, StringComparer.OrdinalIgnoreCase)),
    };

    /// <summary>Returns the type of the first success response with a type, as text; empty if there is none.</summary>
    public static string AnswerOf(OperationDefinition operation) =>
        operation.Responses.FirstOrDefault(IsTyped) is not { Body: { } type } response ? ""
        : (type.Name is { } name
            ? TypeIndex.LastPart(name)
            : type.Kind + " " + string.Join(" ", type.Shape?.Members.Select(m => m.Name) ?? []))
            + (response.IsCollection || type.Rank > 0 ? " collection" : "");

    private static bool Differ(string one, string other) =>
        one.Length > 0 && other.Length > 0 && !one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsTyped(ResponseDefinition response) =>
        response.Status is >= 200 and < 300 && response.Body is not null;

    /// <summary>
    /// Merges options. A definition with a description replaces a definition without a description. An option is
    /// required only if all pages require it.
    /// </summary>
    private static EquatableArray<OptionDefinition> Options(IReadOnlyList<OperationDefinition> all)
    {
        var places = new Dictionary<(OptionLocation, string), int>();
        var counts = new List<int>();
        var options = new List<OptionDefinition>();
        foreach (OptionDefinition option in all.SelectMany(o => o.Options))
        {
            (OptionLocation, string) key = (option.Location, option.Member.Name.ToLowerInvariant());
            if (!places.TryGetValue(key, out int place))
            {
                places.Add(key, options.Count);
                options.Add(option);
                counts.Add(option.Member.IsRequired ? 1 : 0);
                continue;
            }

            counts[place] += option.Member.IsRequired ? 1 : 0;
            if (options[place].Member.Summary is null && option.Member.Summary is not null)
                options[place] = option;
        }

        return options.Select((option, i) =>
            option with { Member = option.Member with { IsRequired = counts[i] == all.Count } }).ToEquatableArray();
    }

    private static QuerySupport QuerySupport(IReadOnlyList<OperationDefinition> all)
    {
        var named = new HashSet<string>(
            all.SelectMany(o => o.Options).Where(o => o.Location == OptionLocation.Query).Select(o => o.Member.Name),
            StringComparer.OrdinalIgnoreCase);
        return new QuerySupport(
            all.Any(o => o.QuerySupport.IsGeneral),
            all.SelectMany(o => o.QuerySupport.Denied).Distinct(StringComparer.Ordinal)
                .Where(name => !named.Contains(name)).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());
    }

    /// <summary>
    /// Returns the first body with a type, reference or content type, else the first body. Members that are only in
    /// other bodies are added.
    /// </summary>
    private static BodyDefinition? Body(BodyDefinition[] all)
    {
        if (all.Length < 2)
            return all.Length == 0 ? null : all[0];
        BodyDefinition main = Array.Find(all,
            body => body.Resource is not null || body.Reference is not null || body.Multipart is not null
                || body.ContentType is not null) ?? all[0];
        if (main.Reference is not null || main.Multipart is not null)
            return main;
        // The request sends one type, so a body with another type adds no members.
        BodyDefinition[] alike = [main,
            .. all.Where(body => body != main && body.Reference is null && body.Multipart is null
                && IsSameType(body.Resource, main.Resource))];
        var constants = new HashSet<string>(StringComparer.Ordinal);
        return main with
        {
            Members = Members(alike),
            Annotations = ByName(alike.SelectMany(body => body.Annotations)),
            Constants = alike.SelectMany(body => body.Constants).Where(constant => constants.Add(constant.Name))
                .ToEquatableArray(),
            Supposed = alike.SelectMany(body => body.Supposed).Distinct().ToEquatableArray(),
            ShownType = alike.Select(body => body.ShownType).FirstOrDefault(type => type is not null),
            TypeAnnotations = alike.SelectMany(body => body.TypeAnnotations).Distinct(StringComparer.Ordinal)
                .ToEquatableArray(),
            Mentioned = alike.SelectMany(body => body.Mentioned).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            IsPropertyTable = alike.Any(body => body.IsPropertyTable),
            IsShownUntyped = alike.Any(body => body.IsShownUntyped),
        };
    }

    private static bool IsSameType(DocType? one, DocType? other) =>
        one?.Name is null || other?.Name is null
            || TypeIndex.LastPart(one.Name).Equals(TypeIndex.LastPart(other.Name), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Returns the responses of the first page that has a response type, and untyped responses with other statuses from
    /// all pages.
    /// </summary>
    private static EquatableArray<ResponseDefinition> Responses(IReadOnlyList<OperationDefinition> all)
    {
        OperationDefinition main = all.FirstOrDefault(o => o.Responses.Any(IsTyped)) ?? all[0];
        var statuses = new HashSet<int>(main.Responses.Select(r => r.Status));
        return main.Responses.Concat(
            all.SelectMany(o => o.Responses)
                .Where(r => r.Body is null && r.ContentType is null && statuses.Add(r.Status))).ToEquatableArray();
    }

    /// <summary>Merges members. A member is required only if all pages require it.</summary>
    private static EquatableArray<MemberDefinition> Members(BodyDefinition[] all)
    {
        var required = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in all.SelectMany(
            body => body.Members.Where(member => member.IsRequired).Select(member => member.Name)
                .Distinct(StringComparer.OrdinalIgnoreCase)))
            required[name] = required.TryGetValue(name, out int count) ? count + 1 : 1;
        return ByName(all.SelectMany(body => body.Members))
            .Select(member => member.IsRequired && required[member.Name] < all.Length
                ? member with { IsRequired = false }
                : member).ToEquatableArray();
    }

    private static EquatableArray<MemberDefinition> ByName(IEnumerable<MemberDefinition> members)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return members.Where(member => seen.Add(member.Name)).ToEquatableArray();
    }
}
