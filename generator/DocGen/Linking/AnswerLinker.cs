using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// Chooses the response type if a page contradicts itself. The annotation of an example may have been copied from
/// another page and not updated. The type in the sentence about the response overrides the annotation if the last word
/// of the URL, or the members in the example, also match that type.
/// </summary>
internal sealed class AnswerLinker(TypeResolver types, PageModel page)
{
    /// <summary>Returns the operation with corrected response types.</summary>
    public OperationDefinition Link(OperationDefinition operation)
    {
        if (operation.Responses.All(r => r.Said is null && r.Body is null))
            return operation;
        DocType? sent = operation.HttpMethod is "POST" or "PATCH" or "PUT" ? operation.Body?.Resource : null;
        TypeRef? addressed = operation.HttpMethod is "POST" or "PATCH" or "PUT" ? types.SentTo(operation) : null;
        ResponseDefinition[] linked = [.. operation.Responses.Select(r => Linked(operation, r, sent, addressed))];
        return linked.SequenceEqual(operation.Responses)
            ? operation
            : operation with { Responses = linked.ToEquatableArray() };
    }

    private ResponseDefinition Linked(OperationDefinition operation, ResponseDefinition response, DocType? sent,
        TypeRef? addressed)
    {
        if (response.ContentType is not null || response.Status is not (200 or 201))
            return response;
        // Requests for $value, $ref, $count and content return no resource, even if the sentence names a resource.
        bool isPlain = operation.Urls
            .All(u => u.Path.Last?.Literal is not ("$value" or "$ref" or "$count" or "content"));
        if (!isPlain)
            return response;
        DocType? said = response.Said is { } named ? Documented(named) : null;
        if (page.IsPlain && said is null && response is { Said: not null, Body: null })
            types.Report(LinkFindings.Of(Rules.NoAnswer, page.Path,
                AnchorKeys.Call(operation.HttpMethod, operation.Urls[0].Path), operation.HttpMethod,
                operation.Urls[0].Path.Text, "no value"));
        if (response.Body is not { IsNamed: true } stated)
            return Unnamed(response, said, sent, addressed);
        if (types.Documented(stated) is not { } type)
            return said is null || types.DocumentedEnum(stated.Name!) is not null
                ? response
                : Outvoted(response, stated, said);
        if (said is not null && IsOther(type, said)
            && (NamesEnd(operation, said, stated) || IsShown(stated, type, said)))
            return Outvoted(response, stated, said);
        return said is null && sent is { IsNamed: true } && Documented(sent) is { } body && IsOther(type, body)
            && IsShown(stated, type, body)
            ? Outvoted(response, stated, body) : response;
    }

    /// <summary>
    /// Adds the type of a response that has no named type: the type in the sentence, or else the type that the request
    /// sends if that type has at least 90% of the members in the example.
    /// </summary>
    private ResponseDefinition Unnamed(ResponseDefinition response, DocType? said, DocType? sent, TypeRef? addressed)
    {
        if (said is not null && response.Body is null or { Shape: not null, Rank: 0 })
            return response with { Body = said, IsWrapped = false };
        if (response is not { IsCollection: false, IsWrapped: false, Body: { Shape: { } shape, Rank: 0 } })
            return response;
        TypeRef? type = sent is { IsNamed: true, Rank: 0 } ? types.Documented(sent) : addressed;
        return type is { } of && Thresholds.ShownMembers.IsReached(Fitting(of, shape.Members), shape.Members.Count)
            ? response with { Body = sent is { IsNamed: true, Rank: 0 } ? sent : DocType.Named(of.Name!) } : response;
    }

    private ResponseDefinition Outvoted(ResponseDefinition response, DocType stated, DocType type)
    {
        types.Report(LinkFindings.Of(Rules.AnswerOutvoted, page.Path, AnchorKeys.Type(stated.Name!),
            TypeIndex.LastPart(stated.Name!), TypeIndex.LastPart(type.Name!)));
        return response with { Body = type };
    }

    /// <summary>
    /// Returns the documented resource with this name or with the singular of the name ("an **accounts** object"), or
    /// null.
    /// </summary>
    private DocType? Documented(DocType type)
    {
        if (types.Documented(type) is not null)
            return type;
        string singular = Inflection.Singular(type.Name!);
        return singular != type.Name && types.Documented(singular) is not null ? DocType.Named(singular) : null;
    }

    private bool IsOther(TypeRef type, DocType said) =>
        types.Documented(said) is { } other && other != type && !types.IsAncestor(type, other)
            && !types.IsAncestor(other, type);

    /// <summary>
    /// Whether the last word of every URL matches the type in the sentence, and no last word matches the annotated
    /// type. A word matches a type if the singular of the word ends with the type's name, or the type's name ends with
    /// the singular.
    /// </summary>
    private static bool NamesEnd(OperationDefinition operation, DocType said, DocType stated) =>
        operation.Urls.All(u => u.Path.LastName is { } last && Names(last, said))
            && !operation.Urls.Any(u => u.Path.LastName is { } last && Names(last, stated));

    private static bool Names(string last, DocType type)
    {
        string word = Inflection.Singular(last);
        string name = TypeIndex.LastPart(type.Name!);
        return word.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether the type in the sentence has at least 90% of the example's members, and more of these members than the
    /// annotated type.
    /// </summary>
    private bool IsShown(DocType stated, TypeRef type, DocType said)
    {
        EquatableArray<MemberDefinition> shown = page.Shown
            .FirstOrDefault(s => s.Name.Equals(stated.Name, StringComparison.OrdinalIgnoreCase))?.Members ?? default;
        int fitting = types.Documented(said) is { } other ? Fitting(other, shown) : 0;
        return shown.Count > 0 && Thresholds.ShownMembers.IsReached(fitting, shown.Count)
            && fitting > Fitting(type, shown);
    }

    private int Fitting(TypeRef type, EquatableArray<MemberDefinition> members) =>
        members.Count(m => types.HasMember(type, m.Name));
}
