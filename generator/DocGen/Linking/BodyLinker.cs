using DocGen.Generator.Http;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>Links a documented request body to members of the request class.</summary>
/// <param name="resource">The lower-case name of the group's resource.</param>
internal sealed class BodyLinker(TypeResolver types, PageModel page, string resource, string stem, string file,
    NameScope members)
{
    public RequestBody? Link(OperationDefinition operation)
    {
        if (operation.Body is not { } body)
            return null;
        if (body.Reference is { } reference)
        {
            bool isRequired = operation.HttpMethod != "DELETE";
            return new RequestBody.Reference(
                new BodyMember(reference, members.Claim("Reference", "Entity"), new TypeRef(TypeKind.Reference),
                    isRequired, null));
        }

        if (body.Multipart is { Parts.IsEmpty: false } form)
            return form.Parts.All(part => part.IsFile is not null) ? Form(form) : Parts(form, body.ContentType);
        if (body.IsForm)
            return new RequestBody.Form(
                body.Members.Select(member => ToField(operation, member)).OrderBy(f => f.Name, StringComparer.Ordinal)
                    .ToEquatableArray(), IsMultipart: false);

        RequestBody.Json? json = Json(operation, body);
        RequestBody.Stream? content = Content(body);
        return (json, content, body.Multipart) switch
        {
            ({ }, { }, { } parts) =>
                new RequestBody.Multipart(parts.Subtype, parts.JsonPart, json, parts.ContentPart, content,
                    IsOptional: !parts.IsShown),
            ({ }, { }, null) => new RequestBody.JsonOrStream(json, content),
            _ => (RequestBody?)json ?? content,
        };
    }

    private RequestBody.Form Form(MultipartDefinition form) => new(
        form.Parts.Select(part => new BodyMember(
            part.Name, members.Claim(Identifiers.Pascal(part.Name, "Field"), "Field"),
            part.IsFile == true ? new TypeRef(TypeKind.File) : TypeRef.String, IsRequired: false, part.Summary))
            .OrderBy(field => field.Name, StringComparer.Ordinal).ToEquatableArray(),
        IsMultipart: true);

    /// <summary>
    /// Links a form field. Form fields are text, so a member whose type has no text form becomes a string, which the
    /// caller formats.
    /// </summary>
    private BodyMember ToField(OperationDefinition operation, MemberDefinition member)
    {
        BodyMember field = ToMember(operation, member);
        bool isValue = field.Type.Kind is not (TypeKind.Resource
            or TypeKind.Json or TypeKind.JsonObject or TypeKind.Stream or TypeKind.Binary);
        return field with { Type = isValue ? field.Type with { Rank = Math.Min(field.Type.Rank, 1) } : TypeRef.String };
    }

    /// <summary>
    /// Links a multipart body whose parts are all streams. If the request may also be sent with one of the parts as its
    /// whole body, that part becomes the content of the request and is sent first.
    /// </summary>
    private RequestBody.ContentParts Parts(MultipartDefinition form, string? alone)
    {
        PartDefinition? main = form.Parts.FirstOrDefault(part => part.ContentType == alone);
        RequestBody.Stream? content = main is null ? null
            : new RequestBody.Stream(members.Claim("Content", "Stream"), members.Claim("ContentType", "Value"),
                MediaType(main.ContentType), IsRequired: true, main.Summary);
        IEnumerable<ContentPart> parts = form.Parts.Where(part => part != main)
            .Select(part => new ContentPart(part.Name, members.Claim(Identifiers.Pascal(part.Name), "Part"),
                MediaType(part.ContentType), main is null, part.Summary));
        return new RequestBody.ContentParts(form.Subtype, parts.ToEquatableArray(), content, main?.Name ?? "");
    }

    private RequestBody.Json? Json(OperationDefinition operation, BodyDefinition body)
    {
        BodyMember? resource = null;
        TypeRef? type = body.Resource is { } stated && !types.IsWord(stated)
            ? types.Resolve(stated, page, stem, "Body", isSent: true)
            : ImpliedResource(operation, body);
        if (type is { Kind: not TypeKind.Stream } resolved)
        {
            string wanted = body.Multipart is { IsShown: true } multipart
                ? Identifiers.Pascal(multipart.JsonPart)
                : "Body";
            resource = new BodyMember("", members.Claim(wanted, "Body"), resolved, IsRequired: false,
                body.Multipart?.JsonSummary);
        }

        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<BodyMember> own = [];
        foreach (MemberDefinition member in body.Members.Concat(body.Annotations))
        {
            // A stream member has a separate URL and is not part of the JSON.
            bool isResources = type is { } owner && types.HasMember(owner, member.Name);
            if (member.Type.Kind != TypeKind.Stream && !isResources && known.Add(member.Name))
                own.Add(ToMember(operation, member));
        }

        foreach (string name in body.Mentioned)
        {
            if (known.Add(name))
                own.Add(new BodyMember(name, members.Claim(Identifiers.Pascal(name), "Value"), TypeByName(name),
                    IsRequired: false, null));
        }

        // If an example has no type annotation, the annotation is optional, so the caller can set it.
        bool namesType = !body.IsShownUntyped && resource is { Type: { Kind: TypeKind.Resource, Rank: 0 } sent }
            && (types.HasBase(sent) || (!body.TypeAnnotations.IsEmpty && types.IsQualified(sent)));
        if (resource is null && own.Count > 0 && body.TypeAnnotations.Count == 1)
        {
            // The page shows only one value of the type annotation, so the request sends this value as a constant.
            own.RemoveAll(member => member.JsonName == JsonShapes.TypeAnnotation);
            own.Add(new BodyMember(JsonShapes.TypeAnnotation, "", TypeRef.String, IsRequired: false, null,
                "#" + body.TypeAnnotations[0]));
        }

        foreach (BodyConstant constant in body.Constants)
            own.Add(new BodyMember(constant.Name, "", TypeRef.String, IsRequired: false, null, constant.Value));
        // The page shows members, so the body must be an object. A type that isn't an object is dropped.
        if (resource is { Type: { Rank: 0, Kind: not TypeKind.Resource } } && own.Count > 0)
            (resource, namesType) = (null, false);
        bool isCollection = resource is { Type.Rank: > 0 };
        return resource is null && own.Count == 0
            ? null
            : new RequestBody.Json(resource,
                isCollection ? default : own.OrderBy(m => m.Name, StringComparer.Ordinal).ToEquatableArray(),
                operation.HttpMethod == "PATCH", namesType);
    }

    /// <summary>
    /// Returns the resource that the request creates or updates, if the docs do not name it: the first candidate that
    /// has at least 90% of the members that the page shows, or null. The remaining members become members of the
    /// request.
    /// </summary>
    private TypeRef? ImpliedResource(OperationDefinition operation, BodyDefinition body)
    {
        string[] shown = [.. body.Members.Concat(body.Annotations).Select(m => m.Name.Split('@')[0])
            .Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        // Pages without annotations list the members of the request, not of a resource.
        if (body.Multipart is not null || shown.Length == 0 || page.IsPlain)
            return null;
        TypeRef? example = body.ShownType is { } stated ? types.Documented(stated) : null;
        bool Has(TypeRef type, string name) =>
            types.HasMember(type, name) || (example is { } kind && types.HasMember(kind, name));
        bool IsKind(TypeRef type) => example is not { } kind || type == kind || types.IsAncestor(type, kind);
        foreach ((TypeRef type, bool isCertain) in Expected(operation, body))
        {
            if (IsKind(type) && (isCertain || Thresholds.ShownMembers
                .IsReached(shown.Count(name => Has(type, name)), shown.Length)))
                return type;
        }

        return null;
    }

    /// <summary>
    /// Returns the candidate resources for a body. If a candidate is marked as certain, its members are not compared.
    /// </summary>
    private IEnumerable<(TypeRef Type, bool IsCertain)> Expected(OperationDefinition operation, BodyDefinition body)
    {
        foreach (DocType supposed in body.Supposed)
        {
            if (types.Documented(supposed) is { } type)
                yield return (type, false);
        }

        // PATCH and PUT send and return the resource at their URL (OData Protocol 4.01, section 11.4.3). POST to a
        // collection returns the created resource.
        bool isUpdate = operation.HttpMethod is "PATCH" or "PUT";
        TypeRef? addressed = isUpdate || operation.HttpMethod == "POST" ? types.SentTo(operation) : null;
        ResponseDefinition? answer = operation.Responses.FirstOrDefault(r => r.Body is { IsNamed: true, Rank: 0 });
        bool isCreation = operation.HttpMethod == "POST"
            && (addressed is not null || (operation.Responses.Any(r => r.Status == 201) && EndsInPlural(operation)));
        if ((isUpdate || isCreation || body.IsPropertyTable) && answer is not null
            && types.Documented(answer.Body!) is { } documented)
            yield return (documented, isUpdate && !answer.IsFromProse && body.ShownType is null);
        if (addressed is { } there)
            yield return (there, false);
        if ((isUpdate || (body.IsPropertyTable && !IsCall(operation))) && types.Documented(resource) is { } own)
            yield return (own, false);
    }

    /// <summary>
    /// Whether a URL ends in the name of the operation. The operation is then an action or a function, and
    /// the table lists its parameters, not properties of the resource.
    /// </summary>
    private static bool IsCall(OperationDefinition operation) => operation.Urls.Any(u =>
        u.Path.LastName is { } last
            && Identifiers.Pascal(last, "").Equals(operation.Name.Method, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether the last word of every URL is a plural, which means a collection. A URL of an action ends in a verb.
    /// </summary>
    private static bool EndsInPlural(OperationDefinition operation) =>
        operation.Urls.All(u => u.Path.Last?.Literal is { } last && Inflection.Singular(last) != last);

    /// <summary>
    /// Returns the resource with this name, else the type of the property with this name on the group's resource, else
    /// the type for any JSON.
    /// </summary>
    private TypeRef TypeByName(string name) =>
        types.Documented(name) ?? (types.Documented(resource) is { } owner
            ? types.PropertyOf(owner, name, page, stem)
            : null) ?? new TypeRef(TypeKind.Json);

    /// <summary>
    /// Returns the type of the operation's collection response, if the items of the given list have only members that
    /// the items of the response have; else null.
    /// </summary>
    private TypeRef? ListOfAnswered(OperationDefinition operation, DocType type)
    {
        if (type is not { Rank: 1, Shape: { } shape })
            return null;
        DocType? answered = operation.Responses.Where(r => r.IsCollection).Select(r => r.Body)
            .FirstOrDefault(b => b is { IsNamed: true });
        TypeRef? item = answered is null ? null : types.Documented(answered);
        return item is { } of && shape.Members.All(m => types.HasMember(of, m.Name)) ? of.ToCollection() : null;
    }

    private BodyMember ToMember(OperationDefinition operation, MemberDefinition member)
    {
        string wanted = Identifiers.Annotation(member.Name);
        string name = members.Claim(wanted, "Value");
        TypeRef type = member.Type.Kind == TypeKind.String && !member.Values.IsEmpty
            ? types.EnumOf(file, page, stem, wanted, member, member.Values, null)
            : ListOfAnswered(operation, member.Type)
                ?? types.Resolve(member.Type, page, stem + "Request", wanted, isSent: true);
        return new BodyMember(member.Name, name, type, member.IsRequired, member.Summary);
    }

    private static string MediaType(string stated) =>
        HttpToken.IsMediaType(stated) ? stated : "application/octet-stream";

    private RequestBody.Stream? Content(BodyDefinition body)
    {
        string? stated = body.ContentType ?? body.Multipart?.ContentType;
        if (stated is null)
            return null;
        string mediaType = MediaType(stated);
        bool isRequired = body.Multipart is null
            ? body.Members.IsEmpty && body.Resource is null
            : body.Multipart.IsShown;
        return new RequestBody.Stream(members.Claim("Content", "Stream"), members.Claim("ContentType", "Value"),
            mediaType, isRequired, body.Multipart?.ContentSummary);
    }
}
