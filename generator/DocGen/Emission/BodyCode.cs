using DocGen.Generator.Json;
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
        // Streams have their own URLs and are no part of JSON.
        BodyMember[] members = body?.Json is { } json
            ? [.. json.Members.Where(member => member.Type.Kind != TypeKind.Stream || member.Constant is not null)]
            : [];
        _constants = [.. Sorted(members.Where(member => member.Constant is not null))];
        _members = [.. Sorted(members.Where(member => member.Constant is null))];
        Members = [.. _members.Select(member => new EmittedMember(member.JsonName, member.Name, member.Type))];
    }

    /// <summary>The members of the request that are written into the JSON object.</summary>
    public IReadOnlyList<EmittedMember> Members { get; }

    /// <summary>The other properties: the resource, the content and its type.</summary>
    public IEnumerable<(string Name, bool IsRequired)> AutoProperties
    {
        get
        {
            if (_resource is not null)
                yield return (_resource.Name, ResourceIsRequired);
            if (_body?.Reference is { } reference)
                yield return (reference.Name, reference.IsRequired);
            if (_body?.Content is { } content)
            {
                yield return (content.Name, ContentIsRequired);
                yield return (content.ContentTypeName, false);
            }

            foreach (ContentPart part in Parts)
                yield return (part.Name, part.IsRequired);
        }
    }

    public bool HasRequired => ResourceIsRequired || ContentIsRequired || _body?.Reference is { IsRequired: true } || _members.Any(IsRequired) || Parts.Any(part => part.IsRequired);

    private EquatableArray<ContentPart> Parts => _body?.Parts ?? default;

    // JSON or content, whichever was assigned: neither can be asked for at compile time.
    private bool AreAlternatives => _body is { Json: not null, Content: not null, Multipart: null };

    // Both parts make a multipart body, and one with a part missing would be another request.
    private bool IsMultipart => _body?.Multipart is { IsOptional: false };

    private bool ResourceIsRequired =>
        _resource is not null && !AreAlternatives && (_resource.IsRequired || IsMultipart);

    private bool ContentIsRequired => _body?.Content is { } content && !AreAlternatives
        && (Parts.Count > 0 || _body.Multipart is not { IsOptional: true }) && (content.IsRequired || IsMultipart);

    public static BodyCode Of(RequestBody? body) => new(body);

    private static IEnumerable<BodyMember> Sorted(IEnumerable<BodyMember> members) => members
        .OrderBy(member => member.Name, StringComparer.Ordinal)
        .ThenBy(member => member.JsonName, StringComparer.Ordinal);

    public void Properties(CodeWriter writer)
    {
        if (_resource is not null)
            MemberEmitter.AutoProperty(writer, _resource.Name, _resource.Type, _resource.Summary, ResourceIsRequired);
        if (_body?.Reference is { } reference)
            MemberEmitter.AutoProperty(writer, reference.Name, reference.Type, reference.Summary, reference.IsRequired);
        for (int i = 0; i < _members.Length; i++)
            MemberEmitter.Property(writer, Members[i], _members[i].Summary, deprecation: null, IsRequired(_members[i]));
        ContentProperties(writer);
        foreach (ContentPart part in Parts)
            MemberEmitter.AutoProperty(writer, part.Name, new TypeRef(TypeKind.Stream), part.Summary ?? PartSummary(part), part.IsRequired);
    }

    private static DocText PartSummary(ContentPart part) => new(EquatableArray.Of(
        new DocInline(DocInlineKind.Text, "The part "),
        new DocInline(DocInlineKind.Code, part.PartName),
        new DocInline(DocInlineKind.Text, ", sent as "),
        new DocInline(DocInlineKind.Code, part.MediaType),
        new DocInline(DocInlineKind.Text, ".")));

    private void ContentProperties(CodeWriter writer)
    {
        if (_body?.Content is not { } content)
            return;

        var stream = new TypeRef(TypeKind.Stream);
        MemberEmitter.AutoProperty(writer, content.Name, stream, content.Summary, ContentIsRequired);
        DocText mediaType = new(EquatableArray.Of(
            new DocInline(DocInlineKind.Text, "The content's media type; "),
            new DocInline(DocInlineKind.Code, content.MediaType),
            new DocInline(DocInlineKind.Text, " where none is assigned.")));
        MemberEmitter.AutoProperty(writer, content.ContentTypeName, TypeRef.String, mediaType, isRequired: false);
    }

    public void Methods(CodeWriter writer)
    {
        if (_body is null or { Json: null, Content: null, Reference: null, Parts.IsEmpty: true })
            return;

        writer.Separate();
        CreateBody(writer, "protected override " + Body + "? CreateBody()");
        if (HasWriteBody)
            WriteBody(writer);
    }

    private bool HasWriteBody =>
        _members.Length + _constants.Length > 0 || (_body?.Json is not null && _resource is null);

    private bool IsRequired(BodyMember member) => member.IsRequired && !AreAlternatives;

    private void CreateBody(CodeWriter writer, string head)
    {
        if (!Parts.IsEmpty)
        {
            Form(writer, head, _body!.Multipart!);
            return;
        }

        string[] checks = [.. Checks()];
        bool isMixed = _body is { Json: not null, Content: not null };
        if (checks.Length == 0 && !isMixed)
        {
            writer.Expression(head, Single());
            return;
        }

        writer.Line(head);
        writer.Open();
        foreach (string check in checks)
            writer.Line(check);
        if (!isMixed)
            writer.Statement("return ", Single());
        else if (AreAlternatives)
            Alternatives(writer, _body!.Content!);
        else
            Multipart(writer, _body!.Content!, _body.Multipart!);
        writer.Close();
    }

    // Content that may go alone does so where no part was assigned.
    private void Form(CodeWriter writer, string head, MultipartShape multipart)
    {
        const string Part = TypeNames.Infrastructure + "RequestBodyPart";
        writer.Line(head);
        writer.Open();
        if (_body!.Content is { } main)
            writer.Statement("var content = ", Content(main, isRequired: true));
        writer.Line("var parts = new " + TypeNames.Collections + "List<" + Part + ">();");
        if (_body.Content is not null)
            writer.Line("parts.Add(new(" + CSharpText.Literal(multipart.ContentPart) + ", content));");
        foreach (ContentPart part in Parts)
        {
            if (!part.IsRequired)
                writer.Line("if (" + part.Name + " is not null)");
            string value = part.IsRequired ? OptionCode.NotNull(part.Name) : part.Name;
            string add = "parts.Add(new(" + CSharpText.Literal(part.PartName) + ", " + Body + ".Stream(" + value + ", " + CSharpText.Literal(part.MediaType) + ")));";
            writer.Line(part.IsRequired ? add : "    " + add);
        }

        string all = Body + ".Multipart(" + CSharpText.Literal(multipart.Subtype) + ", [.. parts])";
        writer.Line("return " + (multipart.IsOptional ? "parts.Count == 1 ? content : " : "") + all + ";");
        writer.Close();
    }

    // What the expressions below don't check themselves. Everything is checked before the first byte is sent.
    private IEnumerable<string> Checks()
    {
        if (HasWriteBody && ResourceIsRequired)
            yield return OptionCode.NotNull(_resource!.Name) + ";";
        foreach (BodyMember member in _members.Where(IsRequired))
            yield return OptionCode.NotNull(member.Name) + ";";
    }

    private Call Single() => _body switch
    {
        { Reference: { } reference } => Reference(reference),
        { Content: { } content } => Content(content, ContentIsRequired),
        _ => Json(ResourceIsRequired),
    };

    private static Call Reference(BodyMember reference)
    {
        var call = new Call(Body + ".Reference", reference.Name, CSharpText.Literal(reference.JsonName));
        return reference.IsRequired ? call : call with { NullWhen = reference.Name + " is null" };
    }

    private void Alternatives(CodeWriter writer, StreamBody content)
    {
        ReturnJsonWithout(writer, content, _resource is { IsRequired: true } || content.IsRequired);
        string message = "JSON and " + content.Name + " are alternatives: assign one of them.";
        writer.Line("if (" + string.Join(" || ", JsonIsAssigned()) + ")");
        writer.Line("    throw new global::System.InvalidOperationException(" + CSharpText.Literal(message) + ");");
        writer.Statement("return ", Content(content, isRequired: true));
    }

    private IEnumerable<string> JsonIsAssigned()
    {
        if (_resource is not null)
            yield return _resource.Name + " is not null";
        foreach (string word in MemberBits.Words(Members.Count))
            yield return word + ".AnyPresent";
    }

    private void Multipart(CodeWriter writer, StreamBody content, MultipartShape multipart)
    {
        if (multipart.IsOptional)
            ReturnJsonWithout(writer, content, ResourceIsRequired);
        writer.Statement("var json = ", Json(isRequired: true));
        writer.Statement("var content = ", Content(content, isRequired: true));
        writer.Statement(
            "return ",
            new Call(
                Body + ".Multipart",
                CSharpText.Literal(multipart.Subtype),
                "new(" + CSharpText.Literal(multipart.JsonPart) + ", json)",
                "new(" + CSharpText.Literal(multipart.ContentPart) + ", content)"));
    }

    private void ReturnJsonWithout(CodeWriter writer, StreamBody content, bool isRequired)
    {
        writer.Line("if (" + content.Name + " is null)");
        writer.Indent();
        writer.Statement("return ", Json(isRequired));
        writer.Unindent();
    }

    private Call Json(bool isRequired)
    {
        string[] changesOnly = _body!.Json!.IsPartialUpdate ? ["changesOnly: true"] : [];
        if (HasWriteBody)
        {
            return new Call(Body + ".Json", ["this", .. changesOnly]);
        }

        string name = _resource!.Name;
        Call call = _resource.Type is { Kind: TypeKind.Resource, IsCollection: false }
            ? new Call(Body + ".Json", [name, "nameof(" + name + ")", .. changesOnly])
            : new Call(Body + ".JsonValue", OptionCode.NotNull(name), TypeNames.ItemWriter(_resource.Type));
        return isRequired ? call : call with { NullWhen = name + " is null" };
    }

    private static Call Content(StreamBody content, bool isRequired)
    {
        string mediaType = content.ContentTypeName + " ?? " + CSharpText.Literal(content.MediaType);
        return isRequired
            ? new Call(Body + ".Stream", OptionCode.NotNull(content.Name), mediaType)
            : new Call(Body + ".Stream", content.Name, mediaType) { NullWhen = content.Name + " is null" };
    }

    private void WriteBody(CodeWriter writer)
    {
        Call[] resource = _resource is null ? [] : [new Call("writer.Members", _resource.Name)];
        IEnumerable<Call> constants = _constants.Select(constant => new Call(
            "writer.Constant", CSharpText.JsonNameLiteral(constant.JsonName), CSharpText.Literal(constant.Constant!)));
        MemberEmitter.Method(
            writer,
            "protected override void WriteBody(" + TypeNames.Writer + " writer)",
            [.. resource, .. Members.Select(TypeNames.Write), .. constants]);
    }
}
