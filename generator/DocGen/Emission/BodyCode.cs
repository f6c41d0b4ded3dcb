using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes the body members of a request class and the code that creates the body.</summary>
internal sealed class BodyCode
{
    private const string Body = TypeNames.Infrastructure + "RequestBody";

    private readonly RequestBody? _body;
    private readonly RequestBody.Json? _json;
    private readonly RequestBody.Stream? _content;
    private readonly Payload? _payload;
    private readonly BodyMember[] _members;
    private readonly BodyMember[] _constants;
    private readonly AutoProperty[] _before;
    private readonly AutoProperty[] _after;

    private BodyCode(RequestBody? body)
    {
        _body = body;
        _payload = Payload.Of(body);
        (_json, _content) = JsonAndContent(body);
        // A stream has a separate URL and is not part of the JSON.
        BodyMember[] members = _json is null
            ? []
            : [.. _json.Members.Where(member => member.Type.Kind != TypeKind.Stream || member.Constant is not null)];
        _constants = [.. Sorted(members.Where(member => member.Constant is not null))];
        _members = [.. Sorted(members.Where(member => member.Constant is null))];
        Members = [.. _members.Select(member => new EmittedMember(member.JsonName, member.Name, member.Type))];
        BodyMember? first = body is RequestBody.Reference reference ? reference.Member : _json?.Resource;
        _before = first is null || _payload is not null
            ? []
            : [new AutoProperty(first.Name, first.Type, first.Summary, first.IsRequired)];
        _after = [.. ContentProperties(), .. PartProperties(body as RequestBody.ContentParts),
            .. FieldProperties(body as RequestBody.Form)];
    }

    /// <summary>The members of the request that are written into the JSON object.</summary>
    public IReadOnlyList<EmittedMember> Members { get; }

    /// <summary>
    /// The properties that are not written into the JSON object: a typed body without a payload parameter, content, its
    /// media type, parts and form fields.
    /// </summary>
    public IEnumerable<(string Name, bool IsRequired)> AutoProperties =>
        _before.Concat(_after).Select(one => (one.Name, one.IsRequired));

    public bool HasRequired => _members.Any(member => member.IsRequired) || AutoProperties.Any(one => one.IsRequired);

    public static BodyCode Of(RequestBody? body) => new(body);

    /// <summary>
    /// Splits a body into JSON and content. A member stays required only if the compiler can check that callers assign
    /// it.
    /// </summary>
    private static (RequestBody.Json? Json, RequestBody.Stream? Content) JsonAndContent(RequestBody? body) =>
        body switch
        {
            null or RequestBody.Reference or RequestBody.Form => (null, null),
            RequestBody.Json json => (json, null),
            RequestBody.Stream content => (null, content),
            // Callers assign one of the two, so the compiler can't require either.
            RequestBody.JsonOrStream either => (Optional(either.Object), either.Content with { IsRequired = false }),
            RequestBody.Multipart { IsOptional: true } multipart =>
                (multipart.Object, multipart.Content with { IsRequired = false }),
            // Multipart needs both parts. With only one part, the service would receive a different request.
            RequestBody.Multipart multipart => (
                multipart.Object.Resource is { } resource
                    ? multipart.Object with { Resource = resource with { IsRequired = true } }
                    : multipart.Object,
                multipart.Content with { IsRequired = true }),
            RequestBody.ContentParts parts => (null, parts.Main),
            _ => throw new UnknownCaseException(body),
        };

    private static RequestBody.Json Optional(RequestBody.Json json) => json with
    {
        Resource = json.Resource is { } resource ? resource with { IsRequired = false } : null,
        Members = json.Members.Select(member => member with { IsRequired = false }).ToEquatableArray(),
    };

    private static IEnumerable<BodyMember> Sorted(IEnumerable<BodyMember> members) => members
        .OrderBy(member => member.Name, StringComparer.Ordinal)
        .ThenBy(member => member.JsonName, StringComparer.Ordinal);

    public void Properties(CodeWriter writer)
    {
        Properties(writer, _before);
        for (int i = 0; i < _members.Length; i++)
            MemberEmitter.Property(writer, Members[i], _members[i].Summary, deprecation: null, _members[i].IsRequired);
        Properties(writer, _after);
    }

    private static void Properties(CodeWriter writer, AutoProperty[] properties)
    {
        foreach (AutoProperty property in properties)
            MemberEmitter.AutoProperty(writer, property.Name, property.Type, property.Summary, property.IsRequired);
    }

    private static AutoProperty[] PartProperties(RequestBody.ContentParts? body) => body is null
        ? []
        : [.. body.Parts.Select(part =>
            new AutoProperty(part.Name, new TypeRef(TypeKind.Stream), part.Summary ?? PartSummary(part),
                part.IsRequired))];

    private static AutoProperty[] FieldProperties(RequestBody.Form? form) => form is null
        ? []
        : [.. form.Fields.Select(field => new AutoProperty(field.Name, field.Type, field.Summary, field.IsRequired))];

    private static DocText PartSummary(ContentPart part) => new(EquatableArray.Of(
        new DocInline(DocInlineKind.Text, "The part "),
        new DocInline(DocInlineKind.Code, part.PartName),
        new DocInline(DocInlineKind.Text, ", sent as "),
        new DocInline(DocInlineKind.Code, part.MediaType),
        new DocInline(DocInlineKind.Text, ".")));

    private AutoProperty[] ContentProperties()
    {
        if (_content is not { } content)
            return [];
        DocText mediaType = new(EquatableArray.Of(
            new DocInline(DocInlineKind.Text, "The content's media type, "),
            new DocInline(DocInlineKind.Code, content.MediaType),
            new DocInline(DocInlineKind.Text, " by default.")));
        var type = new AutoProperty(content.ContentTypeName, TypeRef.String, mediaType, IsRequired: false);
        return _payload is null ? [
            new AutoProperty(content.Name, new TypeRef(TypeKind.Stream), content.Summary, content.IsRequired), type]
            : [type];
    }

    public void Methods(CodeWriter writer)
    {
        if (_body is null)
            return;

        writer.Separate();
        CreateBody(writer, _payload is { } payload
            ? "protected override " + Body + " CreateBody(" + TypeNames.Of(payload.Type) + " " + payload.Name + ")"
            : "protected override " + Body + "? CreateBody()");
        if (HasWriteBody)
            WriteBody(writer);
        if (_body is RequestBody.Form { IsMultipart: false } form)
        {
            MemberEmitter.Method(
                writer,
                "protected override void WriteForm(" + TypeNames.Infrastructure + "FormWriter form)",
                [.. form.Fields.Select(field => new Call("form.Add", CSharpText.Literal(field.JsonName), field.Name))]);
        }
    }

    private bool HasWriteBody => _members.Length + _constants.Length > 0 || _json is { Resource: null };

    private void CreateBody(CodeWriter writer, string head)
    {
        Call? single = Single();
        string[] checks = [.. Checks()];
        if (checks.Length == 0 && single is not null)
        {
            writer.Expression(head, single);
            return;
        }

        writer.Line(head);
        writer.Open();
        foreach (string check in checks)
            writer.Line(check);
        if (single is not null)
            writer.Statement("return ", single);
        else if (_body is RequestBody.JsonOrStream either)
            Alternatives(writer, either);
        else if (_body is RequestBody.Multipart multipart)
            Multipart(writer, multipart);
        else if (_body is RequestBody.ContentParts parts)
            Parts(writer, parts);
        writer.Close();
    }

    /// <summary>Returns the single expression that creates the body, or null if creating it takes statements.</summary>
    private Call? Single() => _body switch
    {
        RequestBody.Reference reference => Reference(reference.Member),
        RequestBody.Stream content => new Call(Body + ".Stream", _payload!.Name, MediaType(content)),
        RequestBody.Form { IsMultipart: false } => new Call(Body + ".Form", "this"),
        RequestBody.Form form => new Call(Body + ".FormData", [.. form.Fields.Select(Part)]),
        RequestBody.Json json => Json(json, isRequired: true),
        _ => null,
    };

    private static string Part(BodyMember field) => TypeNames.Infrastructure + "RequestBodyPart."
        + (field.Type.Kind == TypeKind.File ? "File(" : "Text(") + CSharpText.Literal(field.JsonName) + ", "
        + field.Name + ")";

    // If callers assign only the main part, it is the whole body.
    private static void Parts(CodeWriter writer, RequestBody.ContentParts body)
    {
        const string Part = TypeNames.Infrastructure + "RequestBodyPart";
        if (body.Main is { } content)
            writer.Statement("var content = ", Content(content, isRequired: true));
        writer.Line("var parts = new " + TypeNames.Collections + "List<" + Part + ">();");
        if (body.Main is not null)
            writer.Line("parts.Add(new(" + CSharpText.Literal(body.MainPart) + ", content));");
        foreach (ContentPart part in body.Parts)
        {
            if (!part.IsRequired)
                writer.Line("if (" + part.Name + " is not null)");
            string value = part.IsRequired ? OptionCode.NotNull(part.Name) : part.Name;
            string add = "parts.Add(new(" + CSharpText.Literal(part.PartName) + ", " + Body + ".Stream(" + value + ", "
                + CSharpText.Literal(part.MediaType) + ")));";
            writer.Line(part.IsRequired ? add : "    " + add);
        }

        string all = Body + ".Multipart(" + CSharpText.Literal(body.Subtype) + ", [.. parts])";
        writer.Line("return " + (body.Main is null ? "" : "parts.Count == 1 ? content : ") + all + ";");
    }

    // The checks that the expressions below don't make. They run before the client sends the first byte.
    private IEnumerable<string> Checks()
    {
        if (HasWriteBody && _payload is null && _json!.Resource is { IsRequired: true } resource)
            yield return OptionCode.NotNull(resource.Name) + ";";
        foreach (BodyMember member in _members.Concat((_body as RequestBody.Form)?.Fields ?? default)
            .Where(member => member.IsRequired))
            yield return OptionCode.NotNull(member.Name) + ";";
    }

    private Call Reference(BodyMember reference)
    {
        var call = new Call(Body + ".Reference", _payload?.Name ?? reference.Name,
            CSharpText.Literal(reference.JsonName));
        return _payload is not null ? call : call with { NullWhen = reference.Name + " is null" };
    }

    private void Alternatives(CodeWriter writer, RequestBody.JsonOrStream body)
    {
        ReturnJsonWithout(writer, body.Content, body.Object,
            body.Object.Resource is { IsRequired: true } || body.Content.IsRequired);
        string message = "JSON and " + body.Content.Name + " are alternatives: assign one of them.";
        writer.Line("if (" + string.Join(" || ", JsonIsAssigned(body.Object)) + ")");
        writer.Line("    throw new global::System.InvalidOperationException(" + CSharpText.Literal(message) + ");");
        writer.Statement("return ", Content(body.Content, isRequired: true));
    }

    private IEnumerable<string> JsonIsAssigned(RequestBody.Json json)
    {
        if (json.Resource is { } resource)
            yield return resource.Name + " is not null";
        foreach (string word in MemberBits.Words(Members.Count))
            yield return word + ".AnyPresent";
    }

    private void Multipart(CodeWriter writer, RequestBody.Multipart body)
    {
        if (body.IsOptional)
            ReturnJsonWithout(writer, body.Content, body.Object, body.Object.Resource is { IsRequired: true });
        writer.Statement("var json = ", Json(body.Object, isRequired: true));
        writer.Statement("var content = ", Content(body.Content, isRequired: true));
        writer.Statement(
            "return ",
            new Call(
                Body + ".Multipart",
                CSharpText.Literal(body.Subtype),
                "new(" + CSharpText.Literal(body.JsonPart) + ", json)",
                "new(" + CSharpText.Literal(body.ContentPart) + ", content)"));
    }

    private void ReturnJsonWithout(CodeWriter writer, RequestBody.Stream content, RequestBody.Json json,
        bool isRequired)
    {
        writer.Line("if (" + content.Name + " is null)");
        writer.Indent();
        writer.Statement("return ", Json(json, isRequired));
        writer.Unindent();
    }

    private Call Json(RequestBody.Json json, bool isRequired)
    {
        string[] changesOnly = json.IsPartialUpdate ? ["changesOnly: true"] : [];
        if (HasWriteBody)
            return new Call(Body + ".Json",
                [.. _payload is null ? (string[])["this"] : ["this", _payload.Name], .. changesOnly]);
        TypeRef type = json.Resource!.Type;
        string name = _payload?.Name ?? json.Resource.Name;
        Call call = type is { Kind: TypeKind.Resource, IsCollection: false }
            ? new Call(Body + (json.NamesType ? ".TypedJson" : ".Json"), [name, "nameof(" + name + ")", .. changesOnly])
            : new Call(Body + ".JsonValue", _payload is null ? OptionCode.NotNull(name) : name,
                TypeNames.ItemWriter(type));
        return isRequired ? call : call with { NullWhen = name + " is null" };
    }

    private static Call Content(RequestBody.Stream content, bool isRequired)
    {
        return isRequired
            ? new Call(Body + ".Stream", OptionCode.NotNull(content.Name), MediaType(content))
            : new Call(Body + ".Stream", content.Name, MediaType(content)) { NullWhen = content.Name + " is null" };
    }

    private static string MediaType(RequestBody.Stream content) =>
        content.ContentTypeName + " ?? " + CSharpText.Literal(content.MediaType);

    private void WriteBody(CodeWriter writer)
    {
        Call[] members = _json!.Resource is { } resource
            ? [new Call(_json.NamesType ? "writer.TypedMembers" : "writer.Members", _payload?.Name ?? resource.Name)]
            : [];
        // The type of an object precedes its members (OData JSON Format 4.01, section 4.6.3).
        IEnumerable<Call> Constants(bool isType) =>
            _constants.Where(constant => constant.JsonName == "@odata.type" == isType).Select(constant => new Call(
            "writer.Constant", CSharpText.JsonNameLiteral(constant.JsonName), CSharpText.Literal(constant.Constant!)));
        MemberEmitter.Method(
            writer,
            "protected override void WriteBody(" + TypeNames.Writer + " writer"
                + (_payload is { } sent ? ", " + TypeNames.Of(sent.Type) + " " + sent.Name + ")" : ")"),
            [.. Constants(isType: true), .. members, .. Members.Select(TypeNames.Write), .. Constants(isType: false)]);
    }

    private sealed record AutoProperty(string Name, TypeRef Type, DocText? Summary, bool IsRequired);
}
