using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Decides the location of the parameters of an operation in plain docs. A parameter whose name is in the URL is a path
/// parameter. For GET, HEAD and DELETE, all others are query options. For other methods, they are members of the body.
/// </summary>
internal sealed class PlainBodies
{
    private static readonly string[] ValueWords = ["one of", "possible", "either", "can be", "must be", "valid ",
        "values", "options"];

    private readonly PlainOperation _operation;
    private readonly HashSet<string> _placeholders;
    private readonly List<MemberDefinition> _members = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _untyped = new(StringComparer.OrdinalIgnoreCase);

    public PlainBodies(PlainOperation operation)
    {
        _operation = operation;
        _placeholders = new HashSet<string>(operation.Routes.SelectMany(r => r.Url.Path.Placeholders)
            .Select(p => p.Text), StringComparer.OrdinalIgnoreCase);
    }

    private PlainFacts Facts => _operation.Facts;

    private bool IsRead => _operation.Method is "GET" or "HEAD" or "DELETE" or "OPTIONS";

    /// <summary>The command that sends a file as the whole body, or null.</summary>
    private CurlCommand? File => Facts.Shown.Select(r => r.Curl).FirstOrDefault(c => c is { SendsFile: true });

    public MemberDefinition? Placeholder(string name) => Facts.PathParameters.Concat(Facts.Parameters)
        .FirstOrDefault(m => m.Name.Trim('{', '}', ':').Equals(name,
            StringComparison.OrdinalIgnoreCase))?.Member;

    /// <summary>Returns the query options and headers, in page order.</summary>
    public EquatableArray<OptionDefinition> Options()
    {
        var options = new List<OptionDefinition>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        bool sendsAll = (IsRead && Facts.Bodies.Count == 0) || File is not null;
        IEnumerable<PlainMember> query = Facts.QueryParameters
            .Concat(sendsAll ? Facts.Parameters.Concat(Facts.BodyMembers) : []);
        foreach (PlainMember member in query.Where(m => !_placeholders.Contains(m.Name) && names.Add(m.Name)))
            options.Add(new OptionDefinition(OptionLocation.Query, member.Member));
        foreach (KeyValuePair<string, string> shown in _operation.Routes.Concat(_operation.Examples)
            .SelectMany(r => r.Url.Query))
        {
            if (!IsCredential(shown.Key) && names.Add(shown.Key))
                options.Add(new OptionDefinition(OptionLocation.Query,
                    new MemberDefinition(shown.Key, QueryType(shown), null)));
        }

        foreach (PlainMember header in Facts.Headers)
        {
            if (!HttpHeaderNames.IsTransport(header.Name) && HttpToken.IsToken(header.Name)
                && names.Add("header " + header.Name))
                options.Add(new OptionDefinition(OptionLocation.Header,
                    header.Member with { Type = DocType.String, Values = default }));
        }

        return options.ToEquatableArray();
    }

    private static DocType QueryType(KeyValuePair<string, string> shown) =>
        shown.Key.EndsWith("[]", StringComparison.Ordinal) ? DocType.String.ToCollection()
        : PlainTypes.Implied(shown.Key, "") ?? (shown.Value is "true" or "false" ? DocType.Of(TypeKind.Boolean)
            : DocType.String);

    /// <summary>Whether the option contains a credential. The client's credential object sends it.</summary>
    private static bool IsCredential(string name) =>
        name.ToLowerInvariant(
            ) is "access_token" or "token"
                or "private_token" or "api_key" or "apikey" or "key" or "oauth_token" or "auth_token";

    /// <summary>Returns the body, or null for an operation that sends none.</summary>
    public BodyDefinition? Body()
    {
        if (IsRead && Facts.Bodies.Count == 0)
            return null;
        if (File is { } file)
            return Empty with { ContentType = FileType(file) };
        AddMembers(Facts.Parameters.Concat(Facts.BodyMembers));
        if (Form() is { } form)
            return Empty with { Multipart = form };
        foreach (ShownJson shown in Facts.Bodies)
        {
            if (shown.Value is JsonArray array)
                return Empty with { Resource = PlainShapes.TypeOf(array) };
            AddShown((JsonObject)shown.Value);
        }

        bool isForm = AddCommands() || AddForms();
        if (_members.Count == 0)
            return Facts.BodyType is { } type && !BodyReader.IsJson(type) ? Empty with { ContentType = type } : null;
        return Empty with { Members = _members.ToEquatableArray(), IsForm = isForm };
    }

    private static BodyDefinition Empty => new(null, default, default, default, null, null);

    private static string FileType(CurlCommand file) =>
        file.ContentType is { } type && type.StartsWith("text/", StringComparison.Ordinal) ? type
            : "application/octet-stream";

    private void AddMembers(IEnumerable<PlainMember> members)
    {
        var valued = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (PlainMember member in members)
        {
            string[] path = member.Path;
            if (path.Length == 0 || _placeholders.Contains(member.Name))
                continue;
            if (path.Length == 1 && SaysValues(member))
                valued.Add(path[0]);
            if (path.Length > 1 && !(member.IsBelow && valued.Contains(path[0])))
                Nest(_members, _places, path, 0, member);
            if (path.Length > 1 || _places.ContainsKey(path[0]))
                continue;
            _places.Add(path[0], _members.Count);
            _members.Add(member.Member with { Name = StringPool.Get(path[0]) });
            if (!member.HasType)
                _untyped.Add(path[0]);
        }
    }

    /// <summary>Whether the list below a member contains the values of the member and not its nested members.</summary>
    private static bool SaysValues(PlainMember member)
    {
        string words = member.Member.Summary?.ToPlainText() ?? "";
        return Array.Exists(ValueWords, word => words.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            || (member.HasType && member.Member.Type is { Rank: 0, Kind: not (TypeKind.Json or TypeKind.JsonObject) });
    }

    /// <summary>Adds a member to the nested objects on its path.</summary>
    private static void Nest(List<MemberDefinition> members, Dictionary<string, int>? places, string[] path, int depth,
        PlainMember added)
    {
        int place = members.FindIndex(m => m.Name.Equals(path[depth], StringComparison.OrdinalIgnoreCase));
        if (depth == path.Length - 1)
        {
            if (place < 0)
                members.Add(added.Member with { Name = StringPool.Get(path[depth]) });
            return;
        }

        if (place < 0)
        {
            place = members.Count;
            members.Add(new MemberDefinition(StringPool.Get(path[depth]), DocType.Of(TypeKind.JsonObject), null));
            places?.Add(path[depth], place);
        }

        MemberDefinition outer = members[place];
        List<MemberDefinition> inside = [.. outer.Type.Shape?.Members ?? default];
        Nest(inside, null, path, depth + 1, added);
        members[place] = outer with
        {
            Type = DocType.Of(new Shape(inside.ToEquatableArray())) with
            {
                Rank =
            outer.Type.Rank
            },
            Values = default
        };
    }

    /// <summary>
    /// Adds the members that only an example has, and the types that the page does not name. If the example wraps the
    /// described members in a single object, they are nested in this object.
    /// </summary>
    private void AddShown(JsonObject shown)
    {
        EquatableArray<MemberDefinition> members = PlainShapes.Members(shown);
        if (members.Count == 1 && members[0].Type.Shape is { } inner && _members.Count > 0
            && !_places.ContainsKey(members[0].Name)
            && inner.Members.Any(m => _places.ContainsKey(m.Name)))
        {
            AddShown(inner.Members);
            // An object with a required member is required.
            var nested = new MemberDefinition(
                members[0].Name, DocType.Of(new Shape(_members.ToEquatableArray())), null,
                _members.Exists(m => m.IsRequired));
            _members.Clear();
            _places.Clear();
            _places.Add(nested.Name, 0);
            _members.Add(nested);
            return;
        }

        AddShown(members);
    }

    /// <summary>Moves described members into an object of the example, if they appear only in this object.</summary>
    private void Sink(EquatableArray<MemberDefinition> shown)
    {
        var outer = new HashSet<string>(shown.Select(m => m.Name), StringComparer.OrdinalIgnoreCase);
        foreach (MemberDefinition described in _members.Where(m => !outer.Contains(m.Name)
            && m.Type.Shape is null).ToArray())
        {
            MemberDefinition? owner = shown.FirstOrDefault(m => m.Type.Shape is { } inside && inside.Members
                .Any(i => i.Name.Equals(described.Name, StringComparison.OrdinalIgnoreCase)));
            if (owner is null)
                continue;
            _members.Remove(described);
            var nested = new PlainMember(described with { Name = owner.Name + "[" + described.Name + "]" },
                HasType: true, 0, 0);
            Nest(_members, null, nested.Path, 0, nested);
        }

        _places.Clear();
        for (int i = 0; i < _members.Count; i++)
            _places[_members[i].Name] = i;
    }

    private void AddShown(EquatableArray<MemberDefinition> shown)
    {
        Sink(shown);
        foreach (MemberDefinition member in shown)
        {
            if (!_places.TryGetValue(member.Name, out int place))
            {
                _places.Add(member.Name, _members.Count);
                _members.Add(member);
                _untyped.Add(member.Name);
                continue;
            }

            MemberDefinition known = _members[place];
            bool isOpen = _untyped.Contains(member.Name) && known.Type == DocType.String
                && !PlainShapes.IsUnknown(member.Type);
            bool isNarrower = known.Type.Rank == member.Type.Rank
                && known.Type.Kind is TypeKind.Json or TypeKind.JsonObject;
            if (isOpen || isNarrower)
                _members[place] = known with
                {
                    Type = member.Type,
                    Values = member.Type == DocType.String ? known.Values
                    : default
                };
            else if (known.Type.Shape is not null && member.Type.Shape is not null)
                _members[place] = known with { Type = PlainShapes.Join(known.Type, member.Type) };
        }
    }

    /// <summary>Adds the data in commands.</summary>
    /// <returns>Whether the commands send a form.</returns>
    private bool AddCommands()
    {
        bool isForm = false;
        foreach (CurlCommand command in Facts.Shown.Select(r => r.Curl).OfType<CurlCommand>())
        {
            if (command.Data is not { Length: > 0 } data)
                continue;
            string text = data.TrimStart();
            if (text.Length > 0 && text[0] == '{')
            {
                if (JsonReader.Read(data, data.Length - text.Length).Value is JsonObject shown && Facts.Bodies.Count ==
                    0)
                    AddShown(shown);
            }
            else if (text.Length > 0 && text[0] != '[' && text[0] != '@' && data.IndexOf('=') > 0)
            {
                isForm |= Facts.Bodies.Count == 0 && command.ContentType is null or "application/x-www-form-urlencoded";
                foreach (string pair in data.Split('&'))
                    AddPair(pair.Split('=')[0]);
            }
        }

        return isForm;
    }

    /// <summary>Adds the fields of forms in complete requests.</summary>
    private bool AddForms()
    {
        const string FormType = "application/x-www-form-urlencoded";
        foreach (HttpMessage message in Facts.Shown.Select(r => r.Message).OfType<HttpMessage>()
            .Where(m => m is { MediaType: FormType, Body: not null }))
        {
            foreach (string pair in message.Body!.Split('&', '\n'))
                AddPair(pair.Split('=')[0].Trim());
        }

        return Facts.BodyType == FormType;
    }

    private void AddPair(string name)
    {
        if (MemberList.NameOf(name) is { } known && known.IndexOf('[') < 0 && !_places.ContainsKey(known))
        {
            _places.Add(known, _members.Count);
            _members.Add(new MemberDefinition(StringPool.Get(known), DocType.String, null));
        }
    }

    /// <summary>
    /// Returns the parts of the first form in a command or a request. In a request, a part with a media type is a file
    /// (RFC 7578, section 4.4), unless the type is JSON.
    /// </summary>
    private IEnumerable<(string Name, bool IsFile, string? Type)> FormParts()
    {
        foreach (PlainRequest request in Facts.Shown)
        {
            if (request.Curl is { Form.Count: > 0 } command)
                return command.Form.Select(field => (field.Name, field.IsFile, (string?)null));
            if (request.Message is { Body: { } body, MediaType: { } type } message
                && type.StartsWith("multipart/", StringComparison.Ordinal)
                && MultipartReader.Read(body, message.Header("Content-Type"), out _) is { Count: > 0 } parts)
                return parts.Select(part =>
                    (part.Name, part.MediaType is { } media && !BodyReader.IsJson(media), part.MediaType));
        }

        return [];
    }

    /// <summary>
    /// Builds a multipart body from the parts in a command or a request. Each part is a file or a text.
    /// </summary>
    private MultipartDefinition? Form()
    {
        (string Name, bool IsFile, string? Type)[] shown = [.. FormParts()];
        if (shown.Length == 0)
            return null;
        var parts = new List<PartDefinition>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, bool isFile, string? type) in shown)
        {
            if (names.Add(name))
                parts.Add(new PartDefinition(name, isFile ? type ?? "application/octet-stream" : "text/plain",
                    _places.TryGetValue(name, out int place) ? _members[place].Summary : null, isFile));
        }

        parts.AddRange(_members.Where(m => names.Add(m.Name))
            .Select(m => new PartDefinition(m.Name, "text/plain", m.Summary, IsFile: false)));
        return new MultipartDefinition("form-data", "", "", "", IsShown: true, null, null, parts.ToEquatableArray());
    }
}
