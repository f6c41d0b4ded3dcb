using System.Diagnostics;

namespace DocGen;

/// <summary>
/// The base class of every resource. It records which members are present (a service sent them or the caller set them),
/// and which of them the caller has set since the resource was read.
/// </summary>
/// <remarks>
/// Nested resources and lists that were read track changes made in place. A <see cref="JsonNode"/> and a byte array
/// don't track changes: to send a change, assign the node or array to its member. <see cref="ApiResourceExtensions"/>
/// has methods that mark a whole object as changed or as unchanged.
/// <para>
/// A PATCH sends the members that changed; it sends null for a removed open member. Every other body, such as a POST's,
/// contains every member that is present, whether a service sent it or the caller set it, including ids, entity tags
/// and other values that the service sets. To create a copy of a resource at the service, make a new object with the
/// members that it should have. Annotations (names with <c>@</c>, OData JSON Format 4.01, section 4.6:
/// <c>@odata.context</c>, <c>@odata.etag</c>, links) describe the response that they came in, so they are sent only if
/// the caller set them; <c>@odata.type</c> is always sent.
/// </para>
/// </remarks>
public abstract class ApiResource
{
    // Most objects don't have this data. It is allocated on first use, so that an object without it stores only a
    // reference.
    private OpenMembers? _open;

    /// <summary>
    /// The undocumented members, by name, and members whose value does not fit the documented type (see
    /// <see cref="Misfit"/>), until the documented member is set. Members that a service sent are kept and sent back
    /// unchanged; members added here are sent too.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)] // a debugger must not create the nodes
    public JsonObject AdditionalProperties => (_open ??= new OpenMembers(this)).Members;

    /// <summary>
    /// The <c>@odata.type</c> annotation (OData JSON Format 4.01, section 4.6.3): the value that the service sent, or a
    /// value to send instead of the documented type; for example <c>#microsoft.graph.folder</c>.
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

    /// <summary>The documented qualified name of this class, without <c>#</c>; null if it has none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual string? ODataTypeName => null;

    /// <summary>Whether an <c>@odata.type</c> can name a class derived from this class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool HasDerivedTypes => false;

    /// <summary>Whether anything has changed since this object was read, including nested objects and lists.</summary>
    /// <exception cref="InvalidOperationException">
    /// Objects are nested more than 500 levels deep, perhaps because an object contains itself.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal bool HasChanges =>
        MemberVisitor.Finds(MemberVisit.Changes, this) || _open is { HasChanges: true };

    /// <summary>Whether the object has any member, documented or not.</summary>
    internal bool HasMembers => MemberVisitor.Finds(MemberVisit.Presence, this) || _open is { HasMembers: true };

    /// <summary>Whether the object has any documented member.</summary>
    internal bool HasDocumentedMembers => MemberVisitor.Finds(MemberVisit.Presence, this);

    /// <summary>The values of this object's own members that did not fit their documented types.</summary>
    internal IReadOnlyList<Misfit> Misfits => _open?.Misfits ?? [];

    /// <summary>Creates a deep copy, including which members are present and changed.</summary>
    /// <exception cref="InvalidOperationException">
    /// Objects are nested more than 500 levels deep, perhaps because an object contains itself.
    /// </exception>
    public virtual ApiResource Clone()
    {
        var copy = (ApiResource)MemberwiseClone();
        copy._open = _open?.Clone(copy);
        MemberVisitor.Finds(MemberVisit.Copy, copy);
        return copy;
    }

    /// <summary>Marks the object, nested objects and lists as unchanged.</summary>
    internal void AcceptChanges()
    {
        MemberVisitor.Finds(MemberVisit.Accept, this);
        _open?.AcceptChanges();
    }

    /// <summary>Marks every member that is present as changed.</summary>
    internal void MarkAllChanged()
    {
        MemberVisitor.Finds(MemberVisit.Mark, this);
        _open?.MarkAllChanged();
    }

    /// <summary>
    /// Passes the member states, and every member that can change in place, to the visitor. A derived class calls its
    /// base class first.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void VisitMembers(ref MemberVisitor visitor)
    {
    }

    /// <summary>Reads the current member, or returns false if the class does not have it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool ReadMember(ref ResourceReader reader) => false;

    /// <summary>Writes the members. A derived class calls its base class first.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteMembers(ResourceWriter writer)
    {
    }

    /// <summary>
    /// Reads the members of the current object, starting at its opening brace or continuing after a stop.
    /// </summary>
    /// <param name="reader">The reader; on return it is on the closing brace, or on the annotation's value.</param>
    /// <param name="stopsAtType">Whether to stop after <c>@odata.type</c>.</param>
    /// <returns>
    /// The qualified name in the annotation, without <c>#</c>, if reading stopped there; otherwise null.
    /// </returns>
    internal string? Read(ref ResourceReader reader, bool stopsAtType)
    {
        while (reader.NextMember())
        {
            if (!ReadMember(ref reader) && ReadOther(ref reader) && stopsAtType)
                return TypeName(_open!.ODataType!);
        }

        return null;
    }

    /// <summary>
    /// Whether a type annotation names a type. The comparison ignores case, because docs and services spell names
    /// differently.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static bool NamesType(string odataType, string name) =>
        name.Equals(odataType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the qualified name in a type annotation: <c>https://host/$metadata#name</c>.</summary>
    internal static string TypeName(string annotation) => annotation[(annotation.LastIndexOf('#') + 1)..];

    /// <summary>Writes the type annotation, the members and the unknown members into the open object.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="declared">The class that a reader expects here (OData JSON Format 4.01, section 4.6.3).</param>
    internal void Write(ResourceWriter writer, Type declared)
    {
        string? type = ODataType ?? (GetType() != declared && ODataTypeName is { } name ? "#" + name : null);
        if (type is not null)
            writer.Json.WriteString("@odata.type"u8, type);
        WriteMembers(writer);
        _open?.Write(writer);
    }

    // Reads a member without a property; returns true for the type annotation.
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
            reader.Note("only one member with this name");
        else
            _open.Keep(reader.EscapedName, (reader.ReadText(), null));
        return false;
    }
}
