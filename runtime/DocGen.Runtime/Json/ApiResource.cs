using System.Diagnostics;

namespace DocGen;

/// <summary>
/// The base of every resource: plain data that knows which of its members a service sent or a caller assigned, and
/// which were assigned since.
/// </summary>
/// <remarks>
/// A nested resource and a list that was read know when they are changed in place. A <see cref="JsonNode"/> and a byte
/// array don't: assign them to their member to have a change sent. <see cref="ApiResourceExtensions"/> says that all of
/// an object is to be sent, or that its changes have arrived.
/// <para>
/// A PATCH sends the members that changed; an open member that was removed is sent as null. Every other body, such as a
/// POST's, has every member that is present, whether a service sent it or the caller assigned it: ids, entity tags and
/// whatever else the service sets are among them. To create a copy of what was read, make a new object with the members
/// it is to have. Annotations (names with <c>@</c>, OData JSON Format 4.01, section 4.6: <c>@odata.context</c>,
/// <c>@odata.etag</c>, links) describe the answer they came in and are sent only where the caller assigned them;
/// <c>@odata.type</c> is always sent.
/// </para>
/// </remarks>
public abstract class ApiResource
{
    // What most objects don't have takes one reference of each.
    private OpenMembers? _open;

    /// <summary>
    /// The members the documentation does not know, by name, and those whose value does not fit the documented type
    /// (see <see cref="Misfit"/>), as long as the member itself is not assigned. Those a service sent are kept and
    /// written back as they came; what is added here is sent too.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)] // a debugger that looks must not make the nodes
    public JsonObject AdditionalProperties => (_open ??= new OpenMembers(this)).Members;

    /// <summary>
    /// The <c>@odata.type</c> annotation (OData JSON Format 4.01, section 4.6.3) as the service sent it, or to be sent
    /// instead of the documented one; for example <c>#microsoft.graph.folder</c>.
    /// </summary>
    public string? ODataType
    {
        get => _open?.ODataType;
        set
        {
            if (value is not null || _open is not null)
                (_open ??= new OpenMembers(this)).ODataType = value;
        }
    }

    /// <summary>The documented qualified name of this class, without <c>#</c>; null where it has none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual string? ODataTypeName => null;

    /// <summary>Whether an <c>@odata.type</c> can name a class derived from this one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool HasDerivedTypes => false;

    /// <summary>Whether anything was changed since this object was read, nested objects and lists included.</summary>
    /// <exception cref="InvalidOperationException">
    /// Objects are nested more than 500 deep: one may hold itself.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal bool HasChanges =>
        MemberVisitor.Finds(MemberVisit.Changes, this) || _open is { HasChanges: true };

    /// <summary>Whether the object has any member, documented or not.</summary>
    internal bool HasMembers => MemberVisitor.Finds(MemberVisit.Presence, this) || _open is { HasMembers: true };

    /// <summary>Whether the object has any documented member.</summary>
    internal bool HasDocumentedMembers => MemberVisitor.Finds(MemberVisit.Presence, this);

    /// <summary>The values of this object's own members that did not fit.</summary>
    internal IReadOnlyList<Misfit> Misfits => _open?.Misfits ?? [];

    /// <summary>A copy that shares nothing with this object and keeps what is known of its members.</summary>
    /// <exception cref="InvalidOperationException">
    /// Objects are nested more than 500 deep: one may hold itself.
    /// </exception>
    public virtual ApiResource Clone()
    {
        var copy = (ApiResource)MemberwiseClone();
        copy._open = _open?.Clone(copy);
        MemberVisitor.Finds(MemberVisit.Copy, copy);
        return copy;
    }

    /// <summary>Takes the object, nested ones and lists included, for what was read.</summary>
    internal void AcceptChanges()
    {
        MemberVisitor.Finds(MemberVisit.Accept, this);
        _open?.AcceptChanges();
    }

    /// <summary>Takes every member that is present for changed.</summary>
    internal void MarkAllChanged()
    {
        MemberVisitor.Finds(MemberVisit.Mark, this);
        _open?.MarkAllChanged();
    }

    /// <summary>Hands the visitor every member that can change in place; a derived class calls its base
    /// first.</summary>
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

    /// <summary>Reads the members of the object whose opening brace the reader stands on, or what is left of
    /// them.</summary>
    /// <param name="reader">On return it stands on the closing brace, or on the annotation's value.</param>
    /// <param name="stopsAtType">Whether to stop after <c>@odata.type</c>.</param>
    /// <returns>The qualified name that the annotation gave, without <c>#</c>, where reading stopped at it.</returns>
    internal string? Read(ref ResourceReader reader, bool stopsAtType)
    {
        while (reader.NextMember())
        {
            if (!ReadMember(ref reader) && ReadOther(ref reader) && stopsAtType)
                return TypeName(_open!.ODataType!);
        }

        return null;
    }

    /// <summary>Whether a type annotation names a type: names compare without case, because docs and services spell
    /// them differently.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static bool NamesType(string odataType, string name) =>
        name.Equals(odataType, StringComparison.OrdinalIgnoreCase);

    /// <summary>The qualified name in a type annotation: <c>https://host/$metadata#name</c>.</summary>
    internal static string TypeName(string annotation) => annotation[(annotation.LastIndexOf('#') + 1)..];

    /// <summary>Writes the type annotation, the members and the unknown members into the object that is open.</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="declared">The class that whoever reads expects here (OData JSON Format 4.01, section
    /// 4.6.3).</param>
    internal void Write(ResourceWriter writer, Type declared)
    {
        string? type = ODataType ?? (GetType() != declared && ODataTypeName is { } name ? "#" + name : null);
        if (type is not null)
            writer.Json.WriteString("@odata.type"u8, type);
        WriteMembers(writer);
        _open?.Write(writer);
    }

    // Reads a member that no field has taken; true where it was the type annotation.
    private bool ReadOther(ref ResourceReader reader)
    {
        bool isType = !reader.Refused && reader.Is("@odata.type"u8) && reader.Json.TokenType == JsonTokenType.String;
        _open ??= new OpenMembers(this);
        if (isType && _open.ODataType is null)
        {
            _open.ODataType = EdmReader.String(ref reader);
            if (!reader.Refused)
                return true;
        }

        if (reader.Refused)
            _open.Keep(reader.EscapedName, reader.TakeRefused());
        else if (isType)
            reader.Note("one member of this name");
        else
            _open.Keep(reader.EscapedName, (reader.ReadText(), null));
        return false;
    }
}
