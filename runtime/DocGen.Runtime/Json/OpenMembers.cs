namespace DocGen.Infrastructure;

/// <summary>
/// The members of an object for which its class has no property, and values that did not fit their members. Members
/// that a service sent are kept as text, because that is cheap and the text can be written back unchanged. JSON nodes
/// are created on access.
/// </summary>
/// <param name="owner">The object.</param>
internal sealed class OpenMembers(ApiResource owner)
{
    private static readonly List<OpenMember> None = [];

    // No list is allocated for an object that has only a type annotation.
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

    /// <summary>Keeps a member unchanged; <c>Expected</c> is null if the class has no such member.</summary>
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
    /// Whether a name is an annotation that describes the response. A type annotation is not, because it describes the
    /// value.
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
        // Members keep the order of the text.
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

    // A value that did not fit is dropped when its member is set: only one of the two can be sent.
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

    // Compares the written text, because comparing nodes throws for numbers that nodes cannot represent.
    private static bool IsAsRead(OpenMember member, JsonNode? value) =>
        OpenMember.Written(OpenJson.Node(member.Text, out _)).AsSpan().SequenceEqual(OpenMember.Written(value));
}

/// <summary>A member as JSON text.</summary>
/// <param name="EscapedName">The escaped name, without quotes.</param>
/// <param name="Text">The value's JSON.</param>
/// <param name="Expected">A description of the values that fit; null for a member that the class does not have.</param>
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
