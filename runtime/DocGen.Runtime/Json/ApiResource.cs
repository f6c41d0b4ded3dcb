using System.Diagnostics;

namespace DocGen;

/// <summary>
/// The base of every resource: plain data that knows which of its members a service sent or a caller assigned, and
/// which were assigned since.
/// </summary>
/// <remarks>
/// A nested resource and a list that was read know when they are changed in place. A <see cref="JsonNode"/> and a byte array don't:
/// assign them to their member to have a change sent.
/// </remarks>
public abstract class ApiResource
{
    // What most objects don't have takes one reference of each, not three.
    private Undocumented? _undocumented;

    /// <summary>
    /// The members the documentation does not know, by name. Those a service sent are kept and written back; what is
    /// added here is sent too.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)] // a debugger that looks must not make the copy to compare with
    public JsonObject AdditionalProperties => (_undocumented ??= new Undocumented()).Members;

    /// <summary>
    /// The <c>@odata.type</c> annotation (OData JSON Format 4.01, section 4.6.3) as the service sent it, or to be sent
    /// instead of the documented one; for example <c>#microsoft.graph.folder</c>.
    /// </summary>
    public string? ODataType
    {
        get => _undocumented?.ODataType;
        set
        {
            if (value is not null || _undocumented is not null)
                (_undocumented ??= new Undocumented()).ODataType = value;
        }
    }

    /// <summary>The documented qualified name of this class, without <c>#</c>; null where it has none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual string? ODataTypeName => null;

    /// <summary>Whether an <c>@odata.type</c> can name a class derived from this one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool HasDerivedTypes => false;

    /// <summary>Whether anything was changed since this object was read, nested objects and lists included.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal bool HasChanges
    {
        get
        {
            MemberVisitor visitor = MemberVisitor.LooksForChanges;
            VisitMembers(ref visitor);
            return visitor.FoundChanges || _undocumented is { HasChanges: true };
        }
    }

    /// <summary>A copy that shares nothing with this object and keeps what is known of its members.</summary>
    public virtual ApiResource Clone()
    {
        var copy = (ApiResource)MemberwiseClone();
        copy._undocumented = _undocumented?.Clone();
        MemberVisitor visitor = MemberVisitor.Copies;
        copy.VisitMembers(ref visitor);
        return copy;
    }

    /// <summary>Hands the visitor every member that can change in place; a derived class calls its base first.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void VisitMembers(ref MemberVisitor visitor)
    {
    }

    /// <summary>Reads the member the reader stands at, or returns false where there is no such member.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool ReadMember(ref ResourceReader reader) => false;

    /// <summary>Writes the members; a derived class calls its base first.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteMembers(ResourceWriter writer)
    {
    }

    /// <summary>Reads the members of the object whose opening brace the reader stands on, or what is left of them.</summary>
    /// <param name="reader">On return it stands on the closing brace, or on the annotation's value.</param>
    /// <param name="stopsAtType">Whether to stop after <c>@odata.type</c>.</param>
    /// <returns>The qualified name that the annotation gave, without <c>#</c>, where reading stopped at it.</returns>
    internal string? Read(ref ResourceReader reader, bool stopsAtType)
    {
        while (reader.NextMember())
        {
            if (ReadMember(ref reader))
                continue;
            if (!reader.Is("@odata.type"u8) || reader.Json.TokenType != JsonTokenType.String)
            {
                (_undocumented ??= new Undocumented()).Read(ref reader);
                continue;
            }

            if (ODataType is not null)
                MemberStates.ThrowDuplicate();
            ODataType = reader.Json.GetString()!;
            if (stopsAtType)
                return ODataType[(ODataType.LastIndexOf('#') + 1)..];
        }

        return null;
    }

    /// <summary>Writes the type annotation, the members and the unknown members into the object that is open.</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="declared">The class that whoever reads expects here (OData JSON Format 4.01, section 4.6.3).</param>
    internal void Write(ResourceWriter writer, Type declared)
    {
        string? type = ODataType ?? (GetType() != declared && ODataTypeName is { } name ? "#" + name : null);
        if (type is not null)
            writer.Json.WriteString("@odata.type"u8, type);
        WriteMembers(writer);
        _undocumented?.Write(writer);
    }

    /// <summary>What an object holds that its class has no member for.</summary>
    private sealed class Undocumented
    {
        private JsonObject? _members;
        private JsonObject? _membersAsRead;

        public string? ODataType { get; set; }

        public JsonObject Members
        {
            get
            {
                // Whoever holds the object may change it; the copy to compare with is made only then.
                _members ??= [];
                _membersAsRead ??= (JsonObject)_members.DeepClone();
                return _members;
            }
        }

        public bool HasChanges => _membersAsRead is not null && !JsonNode.DeepEquals(_members, _membersAsRead);

        public void Read(ref ResourceReader reader)
        {
            string name = Encoding.UTF8.GetString(reader.Name);
            _members ??= [];
            if (_members.ContainsKey(name))
                MemberStates.ThrowDuplicate();
            _members.Add(name, JsonNode.Parse(ref reader.Json));
        }

        public void Write(ResourceWriter writer)
        {
            foreach ((string name, JsonNode? value) in _members ?? [])
            {
                if (writer.ChangesOnly && !IsChanged(name, value))
                    continue;
                writer.Json.WritePropertyName(name);
                writer.Json.WriteNode(value);
            }
        }

        public Undocumented Clone() => new()
        {
            ODataType = ODataType,
            _members = (JsonObject?)_members?.DeepClone(),
            _membersAsRead = (JsonObject?)_membersAsRead?.DeepClone(),
        };

        private bool IsChanged(string name, JsonNode? value) =>
            _membersAsRead is not null
            && (!_membersAsRead.TryGetPropertyValue(name, out JsonNode? before) || !JsonNode.DeepEquals(before, value));
    }
}
