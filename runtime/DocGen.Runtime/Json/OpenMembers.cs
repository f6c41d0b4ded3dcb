namespace DocGen.Infrastructure;

/// <summary>
/// What an object holds beside its class's members: members that the class does not have, and values that did not fit
/// theirs. What a service sent is kept as text, so that it costs little and is written back as it came; nodes are made
/// of it when somebody looks.
/// </summary>
/// <param name="owner">The object.</param>
internal sealed class OpenMembers(ApiResource owner)
{
    private static readonly List<OpenMember> None = [];

    // An object that has nothing but a type has no list.
    private List<OpenMember>? _read;
    private JsonObject? _members;
    private Dictionary<string, OpenMember>? _readByName;
    private bool _isNew;

    public string? ODataType { get; set; }

    public bool HasMembers => _members is null ? Read.Count > 0 : _members.Count > 0;

    public bool HasChanges
    {
        get
        {
            if (_members is null)
                return _isNew && Read.Count > 0;
            DropAssigned();
            return _members.Any(member => IsChanged(member.Key, member.Value)) || Removed.Any();
        }
    }

    public JsonObject Members
    {
        get
        {
            DropAssigned();
            return _members ?? Look();
        }
    }

    public IReadOnlyList<Misfit> Misfits
    {
        get
        {
            DropAssigned();
            return [.. Read.Where(static member => member.Expected is not null)
                .Select(static member => new Misfit(
                    JsonPath.Of(member.Name), Encoding.UTF8.GetString(member.Text), member.Expected!))];
        }
    }

    private List<OpenMember> Read => _read ?? None;

    private IEnumerable<string> Removed => _readByName!.Keys.Where(name => !_members!.ContainsKey(name));

    /// <summary>Keeps a member as it was sent; what was expected is null where the class has no such member.</summary>
    public void Keep(ReadOnlySpan<byte> escapedName, (byte[] Text, string? Expected) value) =>
        (_read ??= []).Add(new OpenMember(escapedName.ToArray(), value.Text, value.Expected));

    public void Write(ResourceWriter writer)
    {
        DropAssigned();
        if (_members is null)
        {
            foreach (OpenMember member in Read)
            {
                if ((!writer.ChangesOnly || _isNew) && !(writer.IsRequest && IsAnnotation(member.Name)))
                    Write(writer.Json, member);
            }
            return;
        }

        foreach ((string name, JsonNode? value) in _members)
            Write(writer, name, value);
        if (!writer.ChangesOnly)
            return;
        foreach (string name in Removed.Where(static name => !IsAnnotation(name)))
        {
            writer.Json.WritePropertyName(name);
            writer.Json.WriteNullValue();
        }
    }

    public OpenMembers Clone(ApiResource copy) => new(copy)
    {
        ODataType = ODataType,
        _read = _read is null ? null : [.. _read],
        _members = (JsonObject?)_members?.DeepClone(),
        _readByName = _readByName is null ? null : new(_readByName, StringComparer.Ordinal),
        _isNew = _isNew,
    };

    public void AcceptChanges()
    {
        _isNew = false;
        if (_members is null)
            return;
        DropAssigned();
        _read = [.. _members.Select(member => IsChanged(member.Key, member.Value)
            ? OpenMember.Of(member.Key, member.Value) : _readByName![member.Key])];
        _readByName = ByName();
    }

    public void MarkAllChanged() => _isNew = true;

    /// <summary>
    /// Whether a name is an annotation's that describes the answer it came in; a type is the value's own.
    /// </summary>
    public static bool IsAnnotation(ReadOnlySpan<byte> name) =>
        name.Contains((byte)'@') && !name.EndsWith("@odata.type"u8) && !name.EndsWith("@type"u8);

    private static bool IsAnnotation(string name) =>
        name.Contains('@', StringComparison.Ordinal) && IsAnnotation(Encoding.UTF8.GetBytes(name));

    private void Write(ResourceWriter writer, string name, JsonNode? value)
    {
        bool isRead = _readByName!.TryGetValue(name, out OpenMember member) && IsAsRead(member, value);
        if (isRead && ((writer.ChangesOnly && !_isNew) || (writer.IsRequest && IsAnnotation(name))))
            return;
        if (isRead)
        {
            Write(writer.Json, member);
            return;
        }

        writer.Json.WritePropertyName(name);
        writer.Json.WriteNode(value);
    }

    private static void Write(JsonTextWriter json, OpenMember member)
    {
        json.WritePropertyName(member.EscapedName);
        json.WriteRawValue(member.Text);
    }

    private JsonObject Look()
    {
        _readByName = ByName();
        _members = [];
        // In the order they came.
        foreach (OpenMember member in Read)
        {
            if (!_members.ContainsKey(member.Name))
                _members.Add(member.Name, OpenJson.Node(member.Text, out _));
        }

        return _members;
    }

    private Dictionary<string, OpenMember> ByName()
    {
        var members = new Dictionary<string, OpenMember>(StringComparer.Ordinal);
        foreach (OpenMember member in Read)
            members.TryAdd(member.Name, member);
        return members;
    }

    // A value that did not fit gives way once its member is assigned: only one of the two can be sent.
    private void DropAssigned()
    {
        if (_read?.Exists(static member => member.Expected is not null) != true)
            return;
        HashSet<string> present = ResourceWriter.NamesOf(owner);
        _read.RemoveAll(Drops);

        bool Drops(OpenMember member)
        {
            if (member.Expected is null || !present.Contains(member.Name))
                return false;
            _readByName?.Remove(member.Name);
            _members?.Remove(member.Name);
            return true;
        }
    }

    private bool IsChanged(string name, JsonNode? value) =>
        _isNew || !_readByName!.TryGetValue(name, out OpenMember member) || !IsAsRead(member, value);

    // By what would be written: a comparison of nodes throws at numbers that it cannot hold.
    private static bool IsAsRead(OpenMember member, JsonNode? value) =>
        OpenMember.Written(OpenJson.Node(member.Text, out _)).AsSpan().SequenceEqual(OpenMember.Written(value));
}

/// <summary>A member as it stands in the text.</summary>
/// <param name="EscapedName">The name between its quotes.</param>
/// <param name="Text">The value's JSON.</param>
/// <param name="Expected">What would have fitted; null of a member that the class does not have.</param>
internal readonly record struct OpenMember(byte[] EscapedName, byte[] Text, string? Expected)
{
    public string Name => JsonUnicode.Text(EscapedName);

    public static OpenMember Of(string name, JsonNode? value)
    {
        ResourceWriter writer = ResourceWriter.Rent();
        writer.Json.WriteStringValue(name);
        return new OpenMember(writer.ReturnBytes()[1..^1], Written(value), null);
    }

    public static byte[] Written(JsonNode? value)
    {
        ResourceWriter writer = ResourceWriter.Rent();
        writer.Json.WriteNode(value);
        return writer.ReturnBytes();
    }
}
