using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// Splits an operation whose URLs lead to several types, such as messages, events and contacts, into one operation for
/// each type. The type at a URL comes from the GET operations of all pages.
/// </summary>
internal sealed class OperationSplitter(AddressedTypes addressed, Func<SymbolKey, SymbolValue> symbols)
{
    /// <summary>Options that apply only to collections (OData Protocol 4.01, section 11.2.6).</summary>
    private static readonly HashSet<string> OfCollections =
        new(StringComparer.OrdinalIgnoreCase) { "$filter", "$orderby", "$search", "$top", "$skip", "$count",
            "$skiptoken", "$deltatoken" };

    /// <summary>Returns the operation itself, or one operation for each type that its URLs lead to.</summary>
    public IReadOnlyList<OperationDefinition> Split(OperationDefinition operation)
    {
        if (!operation.IsVaried || operation.HttpMethod is not ("GET" or "POST" or "PATCH" or "PUT"))
            return [operation];
        Target? own = AddressedTypes.TypedAnswer(operation) is { } answer
            ? new Target(answer.Body!, answer.IsCollection)
            : null;
        Target? sent = operation.Body?.Resource is { IsNamed: true, Rank: 0 } body
            ? new Target(body, IsMany: false)
            : null;
        if (own is not null && sent is not null && !IsRelated(own.Type.Name!, sent.Type.Name!))
            sent = null;
        // If one of the URLs is an action, URLs that create the documented resource become a separate operation.
        bool hasAction = operation.HttpMethod == "POST"
            && operation.Urls.Any(url => IsAction(url.Path) && TargetOf(operation, url) is null);
        Part? confirmed = null;
        var parts = new List<Part> { new(own ?? sent) };
        foreach (UrlDefinition url in operation.Urls)
            PartOf(url).Urls.Add(url);
        foreach (UsageDefinition usage in operation.Usages)
        {
            Part part = PartOf(usage.Url, isFiltered: FiltersCollection(usage));
            if (part == parts[0])
                part.Usages.Add(usage);
            else
                part.Urls.Add(usage.Url);
        }

        Part[] filled = [.. parts.Where(part => part.Urls.Count > 0)];
        return filled.Length < (confirmed is null ? 2 : Thresholds.ConfirmedSplit)
            ? [operation]
            : [.. filled.Select(part => part == parts[0] ? Rest(operation, part, filled) : OfType(operation, part))];

        Part PartOf(UrlDefinition url, bool isFiltered = false)
        {
            Target? there = TargetOf(operation, url) ?? PropertyOf(own, operation, url);
            if (isFiltered && there is null or { IsGot: false } && own is { IsMany: false })
                there = own with { IsMany = true };
            if (there is not { } target)
                return parts[0];
            if (target.IsCast ? own is not null
                && own.LastPart.Equals(target.LastPart, StringComparison.OrdinalIgnoreCase)
                : IsSaid(target, own) || IsSaid(target, sent))
            {
                parts[0].IsConfirmed |= target.IsGot && !hasAction;
                return hasAction && target.IsGot ? confirmed ??= Added(own ?? sent!) : parts[0];
            }

            Part? same = parts.Find(part =>
                part != parts[0] && part.Target!.IsMany == target.IsMany && part.Target.LastPart == target.LastPart);
            return same ?? Added(target);
        }

        Part Added(Target target)
        {
            parts.Add(new Part(target));
            return parts[parts.Count - 1];
        }
    }

    /// <summary>Whether the path ends in a singular word. Names of collections are plural.</summary>
    private static bool IsAction(UrlPath path) => path.Last?.Literal is { } last && Inflection.Singular(last) == last;

    /// <summary>Whether the page documents the target's type, or an ancestor or descendant of that type.</summary>
    private bool IsSaid(Target target, Target? said) =>
        said is not null && target.IsMany == said.IsMany && IsRelated(target.Type.Name!, said.Type.Name!);

    /// <summary>
    /// Returns the type at a URL, or the type that a POST creates there. The type comes from the GET operations of all
    /// pages, else from an example of such a URL on the page of the operation.
    /// </summary>
    private Target? TargetOf(OperationDefinition operation, UrlDefinition url)
    {
        bool isGet = operation.HttpMethod == "GET";
        if (isGet && CastOf(url.Path) is { } cast)
            return cast;
        if (addressed.At(url.Path.Outline) is { } there && (isGet || there.IsMany == (operation.HttpMethod == "POST")))
            return new Target(there.Type, isGet && there.IsMany, IsGot: true);
        ShownCall? shown = operation.Calls.FirstOrDefault(call => call.Answer is not null && call.EndsAs(url.Path));
        return shown is null ? null : new Target(shown.Answer!, shown.IsMany);
    }

    /// <summary>
    /// Returns the type to which the last segment of a URL casts (OData URL Conventions 4.01, section 4.11), or null.
    /// </summary>
    private Target? CastOf(UrlPath path)
    {
        if (path.Last?.Literal is not { } last || last.IndexOf('.') <= 0
            || !symbols(new SymbolKey(SymbolKind.Type, last)).IsResource)
            return null;
        return new Target(DocType.Named(last), IsMany: path.Parent.Last is { EndsInPlaceholder: false }, IsCast: true);
    }

    /// <summary>
    /// Returns the type at a URL that consists of the URL of the operation's collection, a key, and the name of a
    /// property of the items, or null.
    /// </summary>
    private Target? PropertyOf(Target? own, OperationDefinition operation, UrlDefinition url)
    {
        if (own is not { IsMany: true } || url.Path.Last?.Literal is not { } property
            || url.Path.Parent.Last is not { IsKey: true })
            return null;
        string collection = url.Path.Parent.Parent.Outline;
        if (!operation.Urls.Any(u => u.Path.Outline == collection)
            || symbols(new SymbolKey(SymbolKind.Type, own.Type.Name!)).ClassName is not { } owner)
            return null;
        return symbols(new SymbolKey(SymbolKind.Member, owner, property)).Member is { Type: { IsNamed: true } type }
            ? new Target(type with { Rank = 0 }, IsMany: type.Rank > 0) : null;
    }

    /// <summary>Whether the URL has a query option that applies only to collections.</summary>
    private static bool FiltersCollection(UsageDefinition usage) =>
        usage.Url.Path.Last is { EndsInPlaceholder: false }
            && usage.Query.Split('&').Any(option => OfCollections.Contains(option.Split('=')[0]));

    /// <summary>Whether the types are the same, or one inherits from the other.</summary>
    private bool IsRelated(string one, string other)
    {
        string? first = symbols(new SymbolKey(SymbolKind.Type, one)).ClassName;
        string? second = symbols(new SymbolKey(SymbolKind.Type, other)).ClassName;
        if (first is null || second is null || first == second)
            return TypeIndex.LastPart(one).Equals(TypeIndex.LastPart(other), StringComparison.OrdinalIgnoreCase)
                || (first is not null && first == second);
        return symbols(new SymbolKey(SymbolKind.IsAncestor, first, second)).IsTrue
            || symbols(new SymbolKey(SymbolKind.IsAncestor, second, first)).IsTrue;
    }

    /// <summary>
    /// Returns the noun in the name of a part's operation, which is the name of the type. If the type is the type of
    /// the group, the noun is the last word of the URLs. It is empty if the group's name ends in that word, or if the
    /// URLs end in different words.
    /// </summary>
    private string NounOf(OperationDefinition operation, Part part)
    {
        string type = symbols(new SymbolKey(SymbolKind.Type, part.Target!.Type.Name!)).ClassName
            ?? Identifiers.Pascal(part.Target.LastPart);
        string resource = operation.Name.Resource;
        if (part.Target.IsCast || Identifiers.Plain(type) != resource)
            return type;
        string[] words = [.. part.Urls.Select(url => url.Path.LastName ?? "")
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        return words.Length > 1 || resource.EndsWith(OperationUrls.Bare(words[0]), StringComparison.Ordinal) ? ""
            : Identifiers.Pascal(Inflection.Singular(words[0]));
    }

    /// <summary>Creates the operation for the URLs of one type.</summary>
    private OperationDefinition OfType(OperationDefinition operation, Part part)
    {
        Target target = part.Target!;
        string noun = NounOf(operation, part);
        string verb = operation.HttpMethod switch
        {
            "GET" => target.IsMany ? "List" : "Get",
            "POST" => "Create",
            "PATCH" => "Update",
            _ => "Replace"
        };
        return WithUrls(operation, part) with
        {
            Name = operation.Name with
            {
                Method = target.IsCast
                    ? operation.Name.Method + "As" + noun
                    : verb + (target.IsMany && noun.Length > 0 ? Inflection.Plural(noun) : noun)
            },
            Body = operation.Body is null
                ? null
                : new BodyDefinition(target.Type, default, default, default, null, null),
            Responses = Answering(operation, target),
            Options = Taken(operation, target.IsMany),
        };
    }

    /// <summary>
    /// Creates the operation for the remaining URLs. If the documented body or response belongs to the URLs of another
    /// type, it is not used. The body then comes from an example of one of the remaining URLs, or else is any JSON.
    /// </summary>
    private static OperationDefinition Rest(OperationDefinition operation, Part part, Part[] parts)
    {
        bool IsAnothers(DocType? type, bool isMany) => type is { IsNamed: true }
            && parts.Any(p => p != part && p.Target!.IsMany == isMany
                && p.Target.LastPart == TypeIndex.LastPart(type.Name!));
        BodyDefinition? body = operation.Body;
        if (body is not null && (IsAnothers(body.Resource, isMany: false)
            || operation.Responses.Any(r => IsAnothers(r.Body, r.IsCollection))))
        {
            ShownCall? shown = operation.Calls.FirstOrDefault(call => part.Urls.Exists(url => call.EndsAs(url.Path)));
            body = shown is { Sent.IsEmpty: false }
                ? new BodyDefinition(null, shown.Sent, default, default, null, null)
                : IsAnothers(body.Resource, isMany: false)
                ? new BodyDefinition(DocType.Of(TypeKind.Json), default, default, default, null, null)
                : body;
        }

        return WithUrls(operation, part) with
        {
            Options = Taken(operation, part.Target is not { IsMany: false }),
            Body = body,
            Responses = part.IsConfirmed && operation.Responses.All(r => r.Body is null)
                ? Answering(operation, part.Target!)
                : operation.Responses.Select(
                    r => IsAnothers(r.Body, r.IsCollection) ? r with { Body = null, IsCollection = false } : r)
                    .ToEquatableArray(),
        };
    }

    private static OperationDefinition WithUrls(OperationDefinition operation, Part part) => operation with
    {
        Urls = part.Urls.ToEquatableArray(),
        Usages = part.Usages.ToEquatableArray(),
        Calls = default,
        IsVaried = false,
    };

    private static EquatableArray<OptionDefinition> Taken(OperationDefinition operation, bool isMany) =>
        isMany ? operation.Options
        : operation.Options.Where(o => o.Location != OptionLocation.Query || !OfCollections.Contains(o.Member.Name))
            .ToEquatableArray();

    /// <summary>
    /// Sets the type of the success response with content, and removes the types of all other responses. If both 200
    /// and 201 are documented, the content is in the response with 201 for a POST, and with 200 otherwise.
    /// </summary>
    private static EquatableArray<ResponseDefinition> Answering(OperationDefinition operation, Target target)
    {
        int answered = operation.Responses.Where(r => r.Status is 200 or 201).Select(r => r.Status)
            .OrderBy(status => status == 201 != (operation.HttpMethod == "POST")).FirstOrDefault();
        return operation.Responses.Select(r => r.Status == answered
            ? r with { Body = target.Type, IsCollection = target.IsMany, IsWrapped = false, ContentType = null }
            : r with { Body = null, IsCollection = false }).ToEquatableArray();
    }

    /// <param name="IsGot">The type comes from a GET operation.</param>
    /// <param name="IsCast">The URL ends in a cast to the type.</param>
    private sealed record Target(DocType Type, bool IsMany, bool IsGot = false, bool IsCast = false)
    {
        public string LastPart => TypeIndex.LastPart(Type.Name!);
    }

    /// <summary>The URLs that lead to one type.</summary>
    private sealed class Part(Target? target)
    {
        public Target? Target { get; } = target;

        /// <summary>Whether a GET operation returns the documented type at one of the URLs.</summary>
        public bool IsConfirmed { get; set; }

        public List<UrlDefinition> Urls { get; } = [];

        public List<UsageDefinition> Usages { get; } = [];
    }
}
