using DocGen.Generator.Emission;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Snippets;

/// <summary>Converts the body of an example to the payload and the members of a request.</summary>
internal sealed class BodyValues(RequestExample example, Assignments members, TypeTable types, ValueCode values,
    SnippetNotes notes)
{
    private bool _hasPayload;

    /// <summary>The value passed to the method as its payload, or null.</summary>
    public Code? Payload { get; private set; }

    private string MediaType => example.Header("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "";

    private bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal);

    /// <returns>The reason why C# can't express the body, or null.</returns>
    public string? Add(RequestBody? body)
    {
        _hasPayload = Model.Payload.Of(body) is not null;
        if (example is { Body: null, Form.IsEmpty: true })
            return !_hasPayload ? null : "the example has no body, but the operation sends one";
        return body switch
        {
            null => "the operation takes no body",
            RequestBody.Json json => Json(json),
            RequestBody.Reference reference => Reference(reference),
            RequestBody.Stream content => Content(content, example.Body ?? ""),
            RequestBody.JsonOrStream either =>
                IsJson(example.Body ?? "") ? Json(either.Object) : Content(either.Content, example.Body ?? ""),
            RequestBody.Multipart multipart => IsMultipart ? Parts(multipart) : Json(multipart.Object),
            RequestBody.Form form => Form(form),
            RequestBody.ContentParts parts => Contents(parts),
            _ => throw new UnknownCaseException(body),
        };
    }

    private bool IsJson(string body) =>
        MediaType.EndsWith("json", StringComparison.Ordinal)
            || (MediaType.Length == 0 && body.TrimStart() is { Length: > 0 } text && text[0] is '{' or '[');

    private string? Json(RequestBody.Json body) => Json(body, example.Body ?? "");

    private string? Json(RequestBody.Json body, string text)
    {
        if (JsonReader.Read(text).Value is not { } value)
            return "its body is not JSON";
        if (body.Members.IsEmpty)
        {
            TypeRef type = body.Resource!.Type;
            Code? sent = type is { Kind: TypeKind.Resource, IsCollection: false } && value is JsonObject whole
                ? values.Resource(whole, type.Name!, body.NamesType) : values.Of(value, type);
            return sent is null ? "its body is not of type " + type : Send(sent, body.Resource.Name);
        }

        return value is JsonObject json ? OwnMembers(body, json) : "its body is not an object";
    }

    /// <summary>
    /// Assigns members of the JSON to the members of the request. The remaining ones belong to the resource.
    /// </summary>
    private string? OwnMembers(RequestBody.Json body, JsonObject json)
    {
        var own = new Dictionary<string, BodyMember>(StringComparer.Ordinal);
        foreach (BodyMember member in body.Members)
            own[member.JsonName] = member;
        var handled = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonMember member in json.Members.Where(member => own.ContainsKey(member.Name)))
        {
            BodyMember known = own[member.Name];
            if (!handled.Add(member.Name) || known.Constant is not null)
                continue;
            if (values.Of(member.Value, known.Type) is { } assigned)
                members.Add(known.Name, assigned);
            else if (body.Resource is null)
                return "the value of '" + member.Name + "' is not of type " + known.Type;
            else
                handled.Remove(member.Name);
        }

        JsonMember[] rest = [.. json.Members.Where(member => !handled.Contains(member.Name))];
        if (rest.Length == 0)
            return _hasPayload ? Send(Code.Text("new()"), "") : null;
        if (body.Resource is not { Type: { Kind: TypeKind.Resource, Name: { } name } } resource
            || types.Resource(name) is not { } type)
            return "the operation has no member '" + rest[0].Name + "'";
        return values.Resource(new JsonObject(json.Start, json.End, [.. rest]), type.Name, body.NamesType) is { } value
            ? Send(value, resource.Name) : "its body is not of type " + resource.Type;
    }

    /// <summary>
    /// Passes a value to the method as its payload. If the method has no payload parameter, assigns the value to a
    /// member of the request.
    /// </summary>
    /// <returns>Always null, because the value can be sent.</returns>
    private string? Send(Code value, string member)
    {
        if (_hasPayload)
            Payload = value;
        else
            members.Add(member, value);
        return null;
    }

    private string? Reference(RequestBody.Reference body)
    {
        JsonObject? json = JsonReader.Read(example.Body ?? "").Value as JsonObject;
        if (json?[body.Member.JsonName]?.AsString is not { Length: > 0 } address)
            return "its body has no '" + body.Member.JsonName + "'";
        if (json.Members.Count > 1)
            return "a reference cannot have '" + json.Members.First(member =>
                member.Name != body.Member.JsonName).Name + "'";
        return Send(Code.Text(ValueCode.Reference(address)), body.Member.Name);
    }

    private string? Content(RequestBody.Stream content, string text)
    {
        AddMediaType(content, MediaType);
        return Send(File("content", text, MediaType.Length > 0 && !IsMultipart ? MediaType : content.MediaType),
            content.Name);
    }

    private void AddMediaType(RequestBody.Stream content, string mediaType)
    {
        if (mediaType.Length > 0 && !mediaType.StartsWith("multipart/", StringComparison.Ordinal)
            && !mediaType.Equals(content.MediaType, StringComparison.OrdinalIgnoreCase)
            && HttpToken.IsMediaType(mediaType))
            members.Add(content.ContentTypeName, Code.Text(Literals.Of(mediaType)));
    }

    private IReadOnlyList<MultipartPart> ReadParts() =>
        MultipartReader.Read(example.Body ?? "", example.Header("Content-Type"), out _);

    private string? Parts(RequestBody.Multipart body)
    {
        IReadOnlyList<MultipartPart> parts = ReadParts();
        MultipartPart? json = parts.FirstOrDefault(part => part.Name == body.JsonPart) ?? parts
            .FirstOrDefault(part => part.MediaType?.EndsWith("json", StringComparison.Ordinal) == true);
        MultipartPart? content = parts.FirstOrDefault(part => part.Name == body.ContentPart) ?? parts
            .FirstOrDefault(part => part != json);
        if (json is null || content is null)
            return "its body does not have the operation's two parts";
        if (parts.Count > 2)
            return "the operation has no part '" + parts.First(part => part != json && part != content).Name + "'";
        if (Json(body.Object, json.Body) is { } problem)
            return problem;
        members.Add(body.Content.Name, File("content", content.Body, content.MediaType ?? body.Content.MediaType));
        AddMediaType(body.Content, content.MediaType ?? "");
        return null;
    }

    private string? Contents(RequestBody.ContentParts body)
    {
        if (!IsMultipart)
            return body.Main is { } alone ? Content(alone, example.Body ?? "") : "its body is not multipart";
        foreach (MultipartPart part in ReadParts())
        {
            if (body.Main is { } main && part.Name == body.MainPart)
            {
                members.Add(main.Name, File("content", part.Body, part.MediaType ?? main.MediaType));
                AddMediaType(main, part.MediaType ?? "");
            }
            else if (body.Parts.FirstOrDefault(known => known.PartName == part.Name) is { } known)
                members.Add(known.Name,
                    File(Identifiers.Camel(known.Name), part.Body, part.MediaType ?? known.MediaType));
            else
                return "the operation has no part '" + part.Name + "'";
        }

        return null;
    }

    private string? Form(RequestBody.Form body)
    {
        IEnumerable<ShownField> fields = !example.Form.IsEmpty ? example.Form
            : IsMultipart ? ReadParts()
                .Select(part =>
                new ShownField(part.Name, part.Body,
                body.Fields.Any(f => f.JsonName == part.Name && f.Type.Kind == TypeKind.File)))
            : Pairs(example.Body ?? "");
        foreach (ShownField field in fields)
        {
            if (body.Fields.FirstOrDefault(known => known.JsonName == field.Name) is not { } known)
                return "the operation has no field '" + field.Name + "'";
            Code? value = known.Type.Kind == TypeKind.File
                ? File(Identifiers.Camel(known.Name), field.Value, "", field.IsFile ? field.Value : null)
                : values.OfText(field.Value, known.Type);
            if (value is null)
                return "the value of '" + field.Name + "' is not of type " + known.Type;
            members.Add(known.Name, value);
        }

        return null;
    }

    private static IEnumerable<ShownField> Pairs(string text) =>
        from pair in text.Split('&', '\n')
        let sign = pair.IndexOf('=')
        where sign > 0
        select new ShownField(Decoded(pair.Substring(0, sign)), Decoded(pair.Substring(sign + 1)), IsFile: false);

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Trim().Replace('+', ' '));

    /// <summary>Adds a file that the snippet opens and sends. The page shows its content or only its path.</summary>
    private Code File(string variable, string content, string mediaType, string? path = null)
    {
        variable = notes.Files.Any(file => file.Variable == variable) ? variable + "File" : variable;
        string name =
            FileName.Of(path ?? FileName.InPath(Uri.UnescapeDataString(example.Target.Split('?')[0])), variable,
            mediaType);
        notes.AddFile(new SnippetFile(variable, name, path is null ? content : ""));
        return Code.Text(CSharpText.Identifier(variable));
    }
}
