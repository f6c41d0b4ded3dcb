using DocGen.Generator.Http;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>Turns what pages say of a body into the members of a request.</summary>
/// <param name="resource">The lower-case name of the resource that the operation's group is about.</param>
internal sealed class BodyLinker(TypeResolver types, PageModel page, string resource, string stem, string file, NameScope members)
{
    public RequestBody? Link(OperationDefinition operation)
    {
        if (operation.Body is not { } body)
            return null;
        if (body.Reference is { } reference)
        {
            bool isRequired = operation.HttpMethod != "DELETE";
            return new RequestBody.Reference(new BodyMember(reference, members.Claim("Reference", "Entity"), new TypeRef(TypeKind.Reference), isRequired, null));
        }

        if (body.Multipart is { Parts.IsEmpty: false } form)
            return Parts(form, body.ContentType);

        RequestBody.Json? json = Json(operation, body);
        RequestBody.Stream? content = Content(body);
        return (json, content, body.Multipart) switch
        {
            ({ }, { }, { } parts) => new RequestBody.Multipart(parts.Subtype, parts.JsonPart, json, parts.ContentPart, content, IsOptional: !parts.IsShown),
            ({ }, { }, null) => new RequestBody.JsonOrStream(json, content),
            _ => (RequestBody?)json ?? content,
        };
    }

    /// <summary>Parts that are all content; the one that may also go alone is the request's content, and comes first.</summary>
    private RequestBody.ContentParts Parts(MultipartDefinition form, string? alone)
    {
        PartDefinition? main = form.Parts.FirstOrDefault(part => part.ContentType == alone);
        RequestBody.Stream? content = main is null ? null
            : new RequestBody.Stream(members.Claim("Content", "Stream"), members.Claim("ContentType", "Value"), MediaType(main.ContentType), IsRequired: true, main.Summary);
        IEnumerable<ContentPart> parts = form.Parts.Where(part => part != main)
            .Select(part => new ContentPart(part.Name, members.Claim(Identifiers.Pascal(part.Name), "Part"), MediaType(part.ContentType), main is null, part.Summary));
        return new RequestBody.ContentParts(form.Subtype, parts.ToEquatableArray(), content, main?.Name ?? "");
    }

    private RequestBody.Json? Json(OperationDefinition operation, BodyDefinition body)
    {
        BodyMember? resource = null;
        TypeRef? type = body.Resource is { } stated && !types.IsWord(stated) ? types.Resolve(stated, page, stem, "Body") : ImpliedResource(operation, body);
        if (type is { Kind: not TypeKind.Stream } resolved)
        {
            string wanted = body.Multipart is { IsShown: true } multipart ? Identifiers.Pascal(multipart.JsonPart) : "Body";
            resource = new BodyMember("", members.Claim(wanted, "Body"), resolved, IsRequired: false, body.Multipart?.JsonSummary);
        }

        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<BodyMember> own = [];
        foreach (MemberDefinition member in body.Members.Concat(body.Annotations))
        {
            // Content of its own URL is no member of the JSON.
            bool isResources = type is { } owner && types.HasMember(owner, member.Name);
            if (member.Type.Kind != TypeKind.Stream && !isResources && known.Add(member.Name))
                own.Add(ToMember(operation, member));
        }

        foreach (string name in body.Mentioned)
        {
            if (known.Add(name))
                own.Add(new BodyMember(name, members.Claim(Identifiers.Pascal(name), "Value"), TypeByName(name), IsRequired: false, null));
        }

        bool namesType = resource is { Type: { Kind: TypeKind.Resource, Rank: 0 } sent } && (types.HasBase(sent) || (!body.ShownTypes.IsEmpty && types.IsQualified(sent)));
        if (resource is null && own.Count > 0 && body.ShownTypes.Count == 1)
        {
            // One type is all that the page shows: whoever calls need not say it.
            own.RemoveAll(member => member.JsonName == JsonShapes.TypeAnnotation);
            own.Add(new BodyMember(JsonShapes.TypeAnnotation, "", TypeRef.String, IsRequired: false, null, "#" + body.ShownTypes[0]));
        }

        foreach (BodyConstant constant in body.Constants)
            own.Add(new BodyMember(constant.Name, "", TypeRef.String, IsRequired: false, null, constant.Value));
        bool isCollection = resource is { Type.Rank: > 0 };
        return resource is null && own.Count == 0
            ? null
            : new RequestBody.Json(resource, isCollection ? default : own.OrderBy(m => m.Name, StringComparer.Ordinal).ToEquatableArray(), operation.HttpMethod == "PATCH", namesType);
    }

    /// <summary>
    /// A table of properties of the resource that is created or updated stands for the resource itself. Nine in ten must be its
    /// own: the others become members of the request.
    /// </summary>
    private TypeRef? ImpliedResource(OperationDefinition operation, BodyDefinition body)
    {
        if (!body.IsPropertyTable || body.Members.IsEmpty || body.Multipart is not null)
            return null;
        DocType? answered = operation.Responses.Select(r => r.Body).FirstOrDefault(b => b is { IsNamed: true, Rank: 0 });
        TypeRef? candidate = (answered is not null ? types.Documented(answered.Name!) : null) ?? types.Documented(resource);
        if (candidate is not { } type)
            return null;
        return body.Members.Count(m => types.HasMember(type, m.Name)) * 10 >= body.Members.Count * 9 ? type : null;
    }

    /// <summary>The resource of the name, else the type of the property of the name, else any JSON.</summary>
    private TypeRef TypeByName(string name) =>
        types.Documented(name) ?? (types.Documented(resource) is { } owner ? types.PropertyOf(owner, name, page, stem) : null) ?? new TypeRef(TypeKind.Json);

    /// <summary>A list of nothing but members of what is answered in a list is a list of that.</summary>
    private TypeRef? ListOfAnswered(OperationDefinition operation, DocType type)
    {
        if (type is not { Rank: 1, Shape: { } shape })
            return null;
        DocType? answered = operation.Responses.Where(r => r.IsCollection).Select(r => r.Body).FirstOrDefault(b => b is { IsNamed: true });
        TypeRef? item = answered is null ? null : types.Documented(answered.Name!);
        return item is { } of && shape.Members.All(m => types.HasMember(of, m.Name)) ? of.ToCollection() : null;
    }

    private BodyMember ToMember(OperationDefinition operation, MemberDefinition member)
    {
        string wanted = Identifiers.Annotation(member.Name);
        string name = members.Claim(wanted, "Value");
        TypeRef type = member.Type.Kind == TypeKind.String && !member.Values.IsEmpty
            ? types.EnumOf(file, page, stem, wanted, member, member.Values, null)
            : ListOfAnswered(operation, member.Type) ?? types.Resolve(member.Type, page, stem + "Request", wanted);
        return new BodyMember(member.Name, name, type, member.IsRequired, member.Summary);
    }

    private static string MediaType(string stated) => HttpToken.IsMediaType(stated) ? stated : "application/octet-stream";

    private RequestBody.Stream? Content(BodyDefinition body)
    {
        string? stated = body.ContentType ?? body.Multipart?.ContentType;
        if (stated is null)
            return null;
        string mediaType = MediaType(stated);
        bool isRequired = body.Multipart is null ? body.Members.IsEmpty && body.Resource is null : body.Multipart.IsShown;
        return new RequestBody.Stream(members.Claim("Content", "Stream"), members.Claim("ContentType", "Value"), mediaType, isRequired, body.Multipart?.ContentSummary);
    }
}
