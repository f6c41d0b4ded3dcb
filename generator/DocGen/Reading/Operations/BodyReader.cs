using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads the request body of an operation. The annotation or the prose names a resource, a table lists parameters, and
/// the example shows the other members. A table's type takes precedence over a filler value in the example.
/// </summary>
internal sealed class BodyReader
{
    private readonly PageContent _content;
    private readonly PageFacts _facts;
    private readonly OperationParts _draft;
    private readonly List<MemberDefinition> _members = [];

    /// <summary>The index in <see cref="_members"/> of the first member of each name.</summary>
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<MemberDefinition> _annotations = [];
    private readonly List<BodyConstant> _constants = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DocType> _supposed = [];
    private DocType? _resource;
    private DocType? _shownType;

    /// <summary>
    /// Whether the title names the action at the end of the URL. The page's tables then list the action's parameters.
    /// </summary>
    private readonly bool _isAction;

    private BodyReader(PageContent content, PageFacts facts, OperationParts draft)
    {
        _content = content;
        _facts = facts;
        _draft = draft;
        _isAction = draft.Method == "POST" && content.Outline.Title is { } title
            && draft.Urls.FirstOrDefault()?.Url.Segments is { Count: > 0 } segments
            && segments[segments.Count - 1].Literal is { } last && content.Language.NamesAction(title.Text.Plain, last);
    }

    private FindingSink Sink => _content.Sink;

    /// <summary>Returns the body, or null for an operation that sends none.</summary>
    public static BodyDefinition? Read(PageContent content, PageFacts facts, OperationParts draft) =>
        draft.Method is "GET" or "HEAD" or "DELETE" or "OPTIONS" && !draft.Examples.Any(HasBody)
            ? null
            : new BodyReader(content, facts, draft).Read();

    /// <summary>
    /// Whether the text after a request is a body: the text is JSON, or a media type announces it. After a verb that
    /// needs no body, any other text is another request.
    /// </summary>
    private static bool HasBody(ExampleRequest example) =>
        example.Message is { Body: { } body } message && (message.MediaType is not null || LooksLikeJson(body));

    private BodyDefinition? Read()
    {
        ExampleRequest? example = _draft.Examples.Find(e => e.Message.Body is not null);
        if (IsRawValue)
            return new BodyDefinition(null, default, default, default,
                example?.Message.MediaType ?? _facts.MediaType ?? "application/octet-stream", null);
        _resource = StatedResource();
        AddRows(_facts.Parameters);
        MultipartDefinition? multipart = null;
        string? contentType = null;
        if (example is not null)
        {
            string? stated = example.Message.MediaType;
            string mediaType = stated
                ?? (LooksLikeJson(example.Message.Body!) ? "application/json" : "application/octet-stream");
            if (mediaType.StartsWith("multipart/", StringComparison.Ordinal))
                multipart = ReadMultipart(example, mediaType.Substring("multipart/".Length));
            else if (IsJson(mediaType) || (LooksLikeJson(example.Message.Body!) && !IsContentType(stated)))
                ReadJson(example.Fence.Content, example.Message.Body!, example.Message.BodyStart);
            else
                (contentType, multipart) = (mediaType, FormAround(mediaType));
        }
        else if (_facts.BodyFence is { } fence && _draft.Method is not "GET")
        {
            ReadJson(fence.Content, fence.Content.Text, 0);
        }
        else
        {
            contentType = _draft.Examples.Select(e => e.Message.MediaType)
                .FirstOrDefault(t => t is not null && !IsJson(t)
                    && !t.StartsWith("multipart/", StringComparison.Ordinal));
            ReportMissingBody();
        }

        EquatableArray<string> mentioned = _draft.Method == "POST" && _resource is null
            ? _facts.MentionedParameters.Where(_known.Add).ToEquatableArray()
            : default;
        multipart ??= PartsOfTable();
        if (multipart is { Parts.IsEmpty: false })
            contentType ??= AloneAs(multipart);
        if (example is null && _resource is null && _members.Count == 0 && multipart is null)
        {
            contentType ??= _facts.MediaType;
            multipart = contentType is null ? null : FormAround(contentType);
        }

        if (_draft.Variant == UrlVariant.Content && _draft.Method is "PUT" or "PATCH" or "POST" && multipart is null
            && _members.Count == 0 && _resource is null)
            contentType ??= "application/octet-stream";
        if (Reference(example is not null || contentType is not null || multipart is not null) is { } reference)
            return new BodyDefinition(null, default, default, default, null, null, Reference: reference);
        if (_resource is null && _members.Count == 0 && _annotations.Count == 0 && contentType is null
            && multipart is null && mentioned.IsEmpty)
            return null;
        return new BodyDefinition(
            _resource, _members.ToEquatableArray(), _annotations.ToEquatableArray(), _constants.ToEquatableArray(),
            contentType, multipart,
            _facts is { HasPropertyTable: true, HasParameterTable: false } && !_isAction, mentioned,
            Supposed: _supposed.ToEquatableArray(), ShownType: _shownType, TypeAnnotations: TypeAnnotations(),
            IsShownUntyped: _draft.Examples.Exists(IsUntyped));
    }

    /// <summary>
    /// Whether the body is a raw value, whatever the example shows: <c>PUT …/$value</c> sends the raw value of a
    /// property or a media entity (OData Protocol 4.01, section 11.4.7.2). The parts of a multipart example are still
    /// read.
    /// </summary>
    private bool IsRawValue =>
        _draft.Method is "PUT" or "PATCH"
        && _draft.Urls.Concat(_draft.Examples.Select(e => e.Use)).FirstOrDefault()?.Url.Path.Last?.Literal == "$value"
        && !_draft.Examples.Exists(
            e => e.Message.MediaType?.StartsWith("multipart/", StringComparison.Ordinal) == true);

    /// <summary>Whether an example shows the sent object without a type annotation.</summary>
    private static bool IsUntyped(ExampleRequest example) =>
        example.Message.Body is { } body
        && (body[0] == '{' || (body[0] == '-' && body.IndexOf("\n{", StringComparison.Ordinal) > 0))
        && (body.IndexOf(JsonShapes.TypeAnnotation, StringComparison.Ordinal) < 0
            || (JsonReader.Read(body).Value is JsonObject json && json[JsonShapes.TypeAnnotation] is null));

    /// <summary>The types in the type annotations of the examples, without a leading <c>#</c>.</summary>
    private EquatableArray<string> TypeAnnotations() => _draft.Examples.Select(e => e.Message.Body).OfType<string>()
        .Where(body => body.IndexOf(JsonShapes.TypeAnnotation, StringComparison.Ordinal) >= 0)
        .Select(
            body => (JsonReader.Read(body).Value as JsonObject)?[JsonShapes.TypeAnnotation]?.AsString?.TrimStart('#'))
        .OfType<string>()
        .Where(TypeText.IsTypeName).Distinct(StringComparer.Ordinal).ToEquatableArray();

    private void AddRows(IEnumerable<MemberRow> rows)
    {
        var optional = new HashSet<string>(
            _draft.Examples.SelectMany(e => e.Annotation?.Words("optionalProperties") ?? []), StringComparer.Ordinal);
        foreach (MemberRow row in rows)
        {
            if (!_known.Add(row.Member.Name))
                continue;
            // The value of this annotation is the name of a type, so its type is String even if the table links to a
            // type.
            DocType type = row.Member.Name == "@odata.type" ? DocType.String : row.Member.Type;
            bool isRequired = row.Member.IsRequired && !optional.Contains(row.Member.Name);
            AddMember(row.Member with { Type = type, IsRequired = isRequired });
        }
    }

    private void AddMember(MemberDefinition member)
    {
        if (!_places.ContainsKey(member.Name))
            _places.Add(member.Name, _members.Count);
        _members.Add(member);
    }

    private void ClearMembers()
    {
        _members.Clear();
        _places.Clear();
        _known.Clear();
    }

    /// <summary>
    /// Returns the member that refers to an entity in a request to <c>…/$ref</c> (OData Protocol 4.01, section 11.4.6):
    /// the only member that the page shows, or the protocol's member if the page shows no body. If the prose names a
    /// resource, the member refers to this resource.
    /// </summary>
    private string? Reference(bool showsBody)
    {
        if (_draft.Variant != UrlVariant.Reference)
            return null;
        return _known.Count == 1 && _known.First() is "@odata.id" or "@id" ? _known.First()
            : _known.Count == 0 && !showsBody && _resource is null ? "@odata.id" : null;
    }

    /// <summary>Returns the annotation's type, else the type that the prose about the body links to.</summary>
    private DocType? StatedResource()
    {
        foreach (ExampleRequest example in _draft.Examples)
        {
            if (example.Annotation is not { TypeName: { } name } annotation
                || TypeText.Parse(name, out _) is not { } type)
                continue;
            (int start, int end) = annotation.PlaceOf("@odata.type", "@type");
            if (type.IsNamed)
                Sink.Anchor(AnchorKeys.Type(type.Name!), start, end);
            return annotation.Flag("isCollection") && type.Rank == 0 ? type.ToCollection() : type;
        }

        return _isAction ? null : ResourceOfText();
    }

    /// <summary>
    /// Returns the resource that the prose names as the body. If a table lists parameters, or the text only links to a
    /// resource, that resource is only a candidate: linking compares it with the body's members.
    /// </summary>
    private DocType? ResourceOfText()
    {
        foreach (RichText prose in _facts.BodyProse)
        {
            if (_content.Language.ResourceLink(prose) is not { } link)
                continue;
            DocType type = _content.Language.LinkedType(link, _content.Path);
            Sink.Anchor(AnchorKeys.Type(type.Name!), link.Start, link.End);
            if (!_facts.HasParameterTable && _content.Language.SaysBody(prose, link))
                return type;
            _supposed.Add(type);
        }

        return null;
    }

    private void ReportMissingBody()
    {
        if (_resource is null || _draft.Examples.Count == 0 || _draft.Method is "GET" or "DELETE")
            return;
        UrlUse use = _draft.Examples[0].Use;
        Sink.Report(Rules.MissingBody, use.Start, use.End, _resource.Name is { } name ? $" of type '{name}'" : "");
    }

    private MultipartDefinition? ReadMultipart(ExampleRequest example, string subtype)
    {
        HttpMessage message = example.Message;
        IReadOnlyList<MultipartPart> parts = MultipartReader.Read(message.Body!, message.Header("Content-Type"),
            out string? problem);
        if (problem is not null)
        {
            int start = example.Fence.Content.ToPage(message.BodyStart);
            Sink.Report(Rules.BadMultipart, start, start + message.Body!.Split('\n')[0].Length, problem);
        }

        MultipartPart? json = parts.FirstOrDefault(p => p.MediaType is { } t && IsJson(t))
            ?? parts.FirstOrDefault(p => LooksLikeJson(p.Body));
        MultipartPart? content = parts.FirstOrDefault(p => p != json);
        if (json is null)
            return ContentParts(parts, subtype);
        if (content is null)
            return null;
        ReadJson(example.Fence.Content, json.Body, message.BodyStart + json.BodyStart);
        return new MultipartDefinition(
            subtype == "form-data" ? subtype : "related", json.Name, content.Name,
            content.MediaType ?? "application/octet-stream",
            IsShown: true, PartSummary(json.Name), PartSummary(content.Name));
    }

    /// <summary>Reads a multipart body without a JSON part: each part is content, identified by its name.</summary>
    private MultipartDefinition? ContentParts(IReadOnlyList<MultipartPart> parts, string subtype)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        MultipartPart[] named = [.. parts.Where(part => names.Add(part.Name)).Take(Limits.BodyParts)];
        if (named.Length == 0 || _resource is not null || !_members.All(m => names.Contains(m.Name)))
            return null;
        DocText? Summary(string name) =>
            PartSummary(name) ?? _members.Find(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Summary;
        // RFC 7578, section 4.4: a part without a type is text.
        EquatableArray<PartDefinition> all = named
            .Select(p => new PartDefinition(p.Name, p.MediaType ?? "text/plain", Summary(p.Name))).ToEquatableArray();
        _members.Clear();
        return new MultipartDefinition(subtype == "form-data" ? subtype : "related", "", "", "", IsShown: true, null,
            null, all);
    }

    /// <summary>
    /// Returns the multipart body of an operation with two kinds of examples: one sends content, and another sends the
    /// same content as a part. Returns null if no example sends such parts.
    /// </summary>
    private MultipartDefinition? FormAround(string mediaType)
    {
        HttpMessage? form = _draft.Examples.Select(e => e.Message).Concat(_draft.IgnoredForms)
            .FirstOrDefault(m => m is { Body: not null, MediaType: { } type }
                && type.StartsWith("multipart/", StringComparison.Ordinal));
        if (form is null)
            return null;
        IReadOnlyList<MultipartPart> parts = MultipartReader.Read(form.Body!, form.Header("Content-Type"), out _);
        bool isAround = parts.Any(part => part.MediaType == mediaType)
            && !parts.Any(part => part.MediaType is { } type && IsJson(type));
        return isAround ? ContentParts(parts, form.MediaType!.Substring("multipart/".Length)) : null;
    }

    /// <summary>
    /// Returns the media type of the part that may also be the whole body, or null. Another example or the table of
    /// headers shows this media type.
    /// </summary>
    private string? AloneAs(MultipartDefinition multipart)
    {
        IEnumerable<string?> stated = _draft.Examples.Where(e => e.Message.Body is not null)
            .Select(e => e.Message.MediaType).Append(_facts.MediaType);
        return stated.FirstOrDefault(type => type is not null && multipart.Parts.Any(part => part.ContentType == type));
    }

    private DocText? PartSummary(string name) =>
        _facts.Parts?.Rows.FirstOrDefault(r => r.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Summary;

    /// <summary>Builds a multipart body from a table without an example: a JSON part and a content part.</summary>
    private MultipartDefinition? PartsOfTable()
    {
        if (_facts.Parts is not { } parts)
            return null;
        PartRow? json = parts.Rows.FirstOrDefault(r => r.MediaType is { } type && IsJson(type.ToLowerInvariant()));
        PartRow? content = parts.Rows.FirstOrDefault(r => r != json);
        if (json is null || content is null)
            return null;
        string subtype = _facts.BodyProse
            .Any(p => p.Plain.IndexOf("form-data", StringComparison.OrdinalIgnoreCase) >= 0) ? "form-data" : "related";
        Sink.Report(Rules.PartsWithoutExample, parts.Table.Start, parts.Table.Start, subtype);
        return new MultipartDefinition(
            subtype, json.Name, content.Name, "application/octet-stream", IsShown: false, json.Summary,
                content.Summary);
    }

    private void ReadJson(PageText source, string text, int offset)
    {
        JsonValue? value = _content.Json.Read(source, text, offset);
        if (value is JsonArray array)
            ReadArray(array, source.ToPage(offset + array.Start));
        if (value is not JsonObject json)
            return;
        RestoreNames(json);
        NestTable(json);
        foreach (JsonMember member in json.Members)
            ReadMember(member, source, offset);
    }

    /// <summary>
    /// Reads a body that is a list. The type of its items comes from the annotation or the prose, else from the items.
    /// Table rows describe members of an item.
    /// </summary>
    private void ReadArray(JsonArray array, int start)
    {
        if (_resource is not null)
        {
            _resource = _resource.Rank > 0 ? _resource : _resource.ToCollection();
            return;
        }

        if (_draft.Variant == UrlVariant.Content)
        {
            Sink.Report(Rules.UnreadExample, start, start + 1,
                "its URL is one of content, which is sent unchanged; annotate the request with the \"@odata.type\" " +
                "of an item and \"isCollection\"");
            return;
        }

        DocType shown = PlainShapes.TypeOf(array);
        if (shown is { Rank: 1, Shape: { } shape })
            shown = shown with
            {
                Shape = new Shape(
                _members.Concat(shape.Members.Where(m => !_places.ContainsKey(m.Name))).ToEquatableArray())
            };
        _resource = shown;
        ClearMembers();
    }

    private void ReadMember(JsonMember member, PageText source, int offset)
    {
        string? text = member.Value.AsString;
        if (text is not null && text.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
        {
            if (_known.Add(member.Name))
                _constants.Add(new BodyConstant(member.Name, text));
            return;
        }

        bool isFiller = text is not null && (TypeText.IsPrimitive(text) || Filler.IsValue(text));
        if (isFiller)
            Sink.Report(Rules.FillerValue, source.ToPage(offset + member.Value.Start),
                source.ToPage(offset + member.Value.End), text!, member.Name);
        bool isControl = member.Name is "@odata.type" or "@odata.context";
        if (member.Name == "@odata.type" && text is not null
            && TypeText.Parse(text, out _) is { IsNamed: true, Rank: 0 } shown)
            _shownType ??= shown;
        if (isControl)
            return;
        DocType type = isFiller && TypeText.IsPrimitive(text!)
            ? TypeText.Parse(text!, out _)!
            : JsonShapes.TypeOf(member.Value, isDefinition: false);
        if (!_known.Add(member.Name))
        {
            if (_places.TryGetValue(member.Name, out int place))
                _members[place] = _members[place] with { Type = _content.Language.Refine(_members[place].Type, type) };
            return;
        }

        var definition = new MemberDefinition(member.Name, type, Summary: null);
        if (member.Name.IndexOf('@') >= 0)
            _annotations.Add(definition);
        else if (_resource is null)
            AddMember(definition);
    }

    /// <summary>
    /// Replaces translated names in the table by the names in the example, because the service accepts only these.
    /// </summary>
    private void RestoreNames(JsonObject json)
    {
        List<MemberRow> rows = [.. _facts.Parameters];
        _content.Language.RestoreNames(_draft.Method, [rows], json.Members, Sink);
        ClearMembers();
        AddRows(rows);
    }

    /// <summary>
    /// Nests the table's rows in a member of the body, if they describe the single object that the example wraps, or
    /// the items of the single list: <c>{"passwordCredential": {…}}</c> with a table of a password credential's
    /// properties.
    /// </summary>
    private void NestTable(JsonObject json)
    {
        JsonMember[] members = [.. json.Members.Where(m => !JsonShapes.IsAnnotation(m.Name))];
        JsonArray? list = members.Length == 1 ? members[0].Value as JsonArray : null;
        if (_members.Count == 0 || members.Length != 1
            || (members[0].Value as JsonObject
                ?? list?.Items.OfType<JsonObject>().FirstOrDefault()) is not { Members.Count: > 0 } inner)
            return;
        var rows = new HashSet<string>(_members.Select(m => m.Name), StringComparer.OrdinalIgnoreCase);
        if (rows.Contains(members[0].Name)
            || !inner.Members.All(m => JsonShapes.IsAnnotation(m.Name) || rows.Contains(m.Name)))
            return;
        var nested = new MemberDefinition(members[0].Name,
            DocType.Of(new Shape(_members.ToEquatableArray())) with
            {
                Name = members[0].Name,
                Rank = list is null ? 0 : 1
            }, null);
        ClearMembers();
        AddMember(nested);
        _known.Add(nested.Name);
    }

    public static bool IsJson(string mediaType) =>
        mediaType is "application/json" or "text/json" || mediaType.EndsWith("+json", StringComparison.Ordinal);

    private static bool LooksLikeJson(string body) => body.Length > 0 && body[0] is '{' or '[';

    /// <summary>
    /// Whether a media type excludes JSON. A bracket then begins words such as <c>[the archive's bytes]</c>. A text
    /// type does not exclude JSON, because pages may show it for JSON by mistake.
    /// </summary>
    private static bool IsContentType(string? mediaType) =>
        mediaType is not null && !mediaType.StartsWith("text/", StringComparison.Ordinal);
}
