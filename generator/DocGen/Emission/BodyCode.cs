using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes the members that a request's body is made of, and the code that makes it.</summary>
internal sealed class BodyCode
{
    private const string Body = TypeNames.Infrastructure + "RequestBody";

    private readonly RequestBody? _body;
    private readonly BodyMember? _resource;
    private readonly BodyMember[] _members;
    private readonly BodyMember[] _constants;

    private BodyCode(RequestBody? body)
    {
        _body = body;
        _resource = body?.Json?.Resource;
        IEnumerable<BodyMember> members = body?.Json is { } json ? json.Members : [];
        _constants = [.. members.Where(member => member.Constant is not null).OrderBy(member => member.JsonName, StringComparer.Ordinal)];
        _members = [.. members.Where(member => member.Constant is null).OrderBy(member => member.Name, StringComparer.Ordinal)];
        Members = [.. _members.Select((member, ordinal) =>
            new JsonMember(member.JsonName, member.Name, member.Type, new MemberState(ordinal)))];
    }

    /// <summary>The members of the request that are written into the JSON object.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    /// <summary>The other properties: the resource, the content and its type.</summary>
    public IEnumerable<string> AutoProperties
    {
        get
        {
            if (_resource is not null)
                yield return _resource.Name;
            if (_body?.Content is { } content)
            {
                yield return content.Name;
                yield return content.ContentTypeName;
            }
        }
    }

    public bool HasRequired => ResourceIsRequired || ContentIsRequired || _members.Any(IsRequired);

    // JSON or content, whichever was assigned: neither can be asked for at compile time.
    private bool AreAlternatives => _body is { Json: not null, Content: not null, Multipart: null };

    // Both parts make a multipart body, and one with a part missing would be another request.
    private bool IsMultipart => _body?.Multipart is { IsOptional: false };

    private bool ResourceIsRequired => _resource is not null && !AreAlternatives && (_resource.IsRequired || IsMultipart);

    private bool ContentIsRequired => _body?.Content is { } content && !AreAlternatives
        && _body.Multipart is not { IsOptional: true } && (content.IsRequired || IsMultipart);

    public static BodyCode Of(RequestBody? body) => new(body);

    public void Properties(CodeWriter writer)
    {
        if (_resource is not null)
            MemberEmitter.AutoProperty(writer, _resource.Name, _resource.Type, _resource.Summary, ResourceIsRequired);
        for (int i = 0; i < _members.Length; i++)
            MemberEmitter.Property(writer, Members[i], _members[i].Summary, deprecation: null, IsRequired(_members[i]));
        if (_body?.Content is not { } content)
            return;

        MemberEmitter.AutoProperty(writer, content.Name, new TypeRef(TypeKind.Stream), content.Summary, ContentIsRequired);
        DocText mediaType = new(EquatableArray.Of(
            new DocInline(DocInlineKind.Text, "The content's media type; "),
            new DocInline(DocInlineKind.Code, content.MediaType),
            new DocInline(DocInlineKind.Text, " where none is assigned.")));
        MemberEmitter.AutoProperty(writer, content.ContentTypeName, TypeRef.String, mediaType, isRequired: false);
    }

    public void Methods(CodeWriter writer)
    {
        if (_body is null or { Json: null, Content: null })
            return;

        List<string> statements = [.. Checks(), .. Choice()];
        Call result = Result();
        writer.Separate();
        const string Head = "protected override " + Body + "? CreateBody()";
        if (statements.Count == 0)
        {
            writer.Expression(Head, result);
        }
        else
        {
            writer.Line(Head);
            writer.Open();
            foreach (string statement in statements)
                writer.Line(statement);
            writer.Statement("return ", result);
            writer.Close();
        }

        if (HasWriteBody)
            WriteBody(writer);
    }

    private bool HasWriteBody => _members.Length + _constants.Length > 0 || (_body?.Json is not null && _resource is null);

    private bool IsRequired(BodyMember member) => member.IsRequired && !AreAlternatives;

    // What the expressions below don't check themselves. Everything is checked before the first byte is sent.
    private IEnumerable<string> Checks()
    {
        if (HasWriteBody && ResourceIsRequired)
            yield return OptionCode.NotNull(_resource!.Name) + ";";
        foreach (BodyMember member in _members.Where(IsRequired))
            yield return OptionCode.NotNull(member.Name) + ";";
    }

    // The cases that leave before the last expression.
    private IEnumerable<string> Choice()
    {
        if (_body is not { Content: { } content, Json: not null })
            yield break;
        if (_body.Multipart is { IsOptional: true })
        {
            yield return "if (" + content.Name + " is null)";
            yield return "    return " + Json(ResourceIsRequired) + ";";
        }
        else if (AreAlternatives)
        {
            yield return "if (" + content.Name + " is null)";
            yield return "    return " + Json(_resource is { IsRequired: true } || content.IsRequired) + ";";
            yield return "if (" + string.Join(" || ", JsonIsAssigned()) + ")";
            string message = "JSON and " + content.Name + " are alternatives: assign one of them.";
            yield return "    throw new global::System.InvalidOperationException(" + CSharpText.Literal(message) + ");";
        }
    }

    private IEnumerable<string> JsonIsAssigned()
    {
        if (_resource is not null)
            yield return _resource.Name + " is not null";
        foreach (string field in MemberState.Fields(Members.Count))
            yield return field + ".AnyPresent";
    }

    private Call Result()
    {
        if (_body!.Content is not { } content)
            return Json(ResourceIsRequired);
        if (_body.Json is null || AreAlternatives)
            return Content(content, ContentIsRequired, isAssigned: AreAlternatives);

        MultipartShape multipart = _body.Multipart!;
        return new Call(
            Body + ".Multipart",
            CSharpText.Literal(multipart.Subtype),
            Part(multipart.JsonPart, Json(isRequired: true)),
            Part(multipart.ContentPart, Content(content, ContentIsRequired, isAssigned: multipart.IsOptional)));
    }

    private static string Part(string name, Call body) =>
        "new " + TypeNames.Infrastructure + "RequestBodyPart(" + CSharpText.Literal(name) + ", " + body + ")";

    private Call Json(bool isRequired)
    {
        string changesOnly = "changesOnly: " + (_body!.Json!.IsPartialUpdate ? "true" : "false");
        if (HasWriteBody)
            return new Call(Body + ".Json", "this", "static (request, writer) => request.WriteBody(writer)", changesOnly);

        string name = _resource!.Name;
        string value = isRequired ? name : "body";
        string optional = isRequired ? "" : name + " is not { } body ? null : ";
        return _resource.Type is { Kind: TypeKind.Resource, IsCollection: false }
            ? new Call(optional + Body + ".Json", value, "nameof(" + name + ")", changesOnly)
            : new Call(
                optional + Body + ".JsonValue",
                isRequired ? OptionCode.NotNull(name) : value,
                TypeNames.ItemWriter(_resource.Type));
    }

    private static Call Content(StreamBody content, bool isRequired, bool isAssigned)
    {
        string mediaType = content.ContentTypeName + " ?? " + CSharpText.Literal(content.MediaType);
        return isRequired
            ? new Call(Body + ".Stream", OptionCode.NotNull(content.Name), mediaType)
            : new Call((isAssigned ? "" : content.Name + " is null ? null : ") + Body + ".Stream", content.Name, mediaType);
    }

    private void WriteBody(CodeWriter writer)
    {
        writer.Separate();
        writer.Line("private void WriteBody(" + TypeNames.Infrastructure + "ResourceWriter writer)");
        writer.Open();
        if (_resource is not null)
        {
            writer.Line("if (" + _resource.Name + " is not null)");
            writer.Line("    writer.Members(" + _resource.Name + ");");
        }

        foreach (JsonMember member in Members)
            writer.Statement("", TypeNames.Write(member));
        foreach (BodyMember constant in _constants)
            writer.Line("writer.Constant(" + CSharpText.Utf8Literal(constant.JsonName) + ", " + CSharpText.Literal(constant.Constant!) + ");");
        writer.Close();
    }
}
