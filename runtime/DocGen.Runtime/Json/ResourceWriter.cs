using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>Which members are written.</summary>
internal enum WriteMode
{
    /// <summary>All that are present: for files and other stores.</summary>
    All,

    /// <summary>Those that changed: for a PATCH.</summary>
    Changes,

    /// <summary>
    /// All that are present but annotations of the answer that the object came in: for any other request.
    /// </summary>
    Request,

    /// <summary>None; the names of those that are present are noted.</summary>
    Names,
}

/// <summary>
/// Writes the members of objects: all that are present, or only those that changed. An object that was itself
/// assigned is written whole also where only changes are; one that was changed in place is written with its changes.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResourceWriter
{
    // What fits stays with the thread, so that a body allocates nothing but its bytes.
    private const int KeptSize = 128 * 1024;

    [ThreadStatic]
    private static ResourceWriter? t_idle;

    private WriteMode _mode;
    private HashSet<string>? _names;

    private ResourceWriter()
    {
    }

    internal JsonTextWriter Json { get; } = new();

    internal bool ChangesOnly => _mode == WriteMode.Changes;

    internal bool IsRequest => _mode is WriteMode.Request or WriteMode.Changes;

    /// <summary>
    /// The resource whose members were written into a request's own object; null where there was none.
    /// </summary>
    internal ApiResource? Inlined { get; private set; }

    /// <summary>A writer; none is idle meanwhile, for what is written may itself be made of JSON.</summary>
    internal static ResourceWriter Rent(WriteMode mode = WriteMode.All)
    {
        ResourceWriter writer = t_idle ?? new ResourceWriter();
        t_idle = null;
        writer._mode = mode;
        writer.Inlined = null;
        return writer;
    }

    /// <summary>The names of the documented members that are present in a resource.</summary>
    internal static HashSet<string> NamesOf(ApiResource resource)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        resource.WriteMembers(new ResourceWriter { _mode = WriteMode.Names, _names = names });
        return names;
    }

    /// <summary>Gives the writer back. One that failed half-way is not: it would have to be cleaned up.</summary>
    internal void Return()
    {
        Json.Reset();
        Inlined = null;
        if (Json.Capacity <= KeptSize)
            t_idle = this;
    }

    /// <summary>Gives the writer back and leaves what it wrote.</summary>
    internal byte[] ReturnBytes()
    {
        byte[] bytes = Json.Written.ToArray();
        Return();
        return bytes;
    }

    /// <summary>Writes a member that always has the same value.</summary>
    public void Constant(ReadOnlySpan<byte> name, string value) => Json.WriteString(name, value);

    /// <summary>Writes a string.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // an absent member costs no call
    public void Write(ReadOnlySpan<byte> name, string? value, in MemberStates states, int index)
    {
        if (IsWritten(name, in states, index))
            String(name, value);
    }

    /// <summary>Writes an integer; the smaller ones convert to it.</summary>
    public void Write(ReadOnlySpan<byte> name, long? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteNumberValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a point in time.</summary>
    public void Write(ReadOnlySpan<byte> name, DateTimeOffset? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteStringValue(value.GetValueOrDefault());
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, long?, in MemberStates, int)"/>
    public void Write(ReadOnlySpan<byte> name, PackedInt64 value, in MemberStates states, int index) =>
        Write(name, (long?)value, in states, index);

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, DateTimeOffset?, in MemberStates, int)"/>
    public void Write(ReadOnlySpan<byte> name, PackedInstant value, in MemberStates states, int index) =>
        Write(name, (DateTimeOffset?)value, in states, index);

    /// <summary>Writes a value of another type that has no structure (OData JSON Format 4.01, section 7.1).</summary>
    public void Write<T>(ReadOnlySpan<byte> name, T? value, in MemberStates states, int index) where T : struct
    {
        if (Begin(name, value is null, in states, index))
            Primitive<T>.Write(this, value.GetValueOrDefault());
    }

    /// <summary>Writes binary data (base64), or any JSON.</summary>
    public void Write<T>(ReadOnlySpan<byte> name, T? value, in MemberStates states, int index) where T : class
    {
        if (Begin(name, value is null, in states, index))
            Primitive<T>.Write(this, value!);
    }

    /// <summary>Writes a nested object; changes inside it count as a change of the member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // an absent member costs no call
    public void Resource<T>(ReadOnlySpan<byte> name, T? value, in MemberStates states, int index) where T : ApiResource
    {
        if (IsWritten(name, in states, index))
            Assigned(name, value, typeof(T));
        else if (_mode == WriteMode.Changes && value is not null)
            Changed(name, value, typeof(T));
    }

    /// <summary>Writes a list of values that have no structure.</summary>
    public void Values<T>(ReadOnlySpan<byte> name, IList<T>? value, in MemberStates states, int index) =>
        Collection(name, value, Primitive<T>.Write, in states, index);

    /// <summary>Writes a list of values of an open enumeration.</summary>
    public void Write<T>(ReadOnlySpan<byte> name, IList<T>? value, in MemberStates states, int index)
        where T : struct, IOpenEnum =>
        Collection(name, value, JsonWrite.Enum, in states, index);

    /// <summary>Writes a list of nested objects.</summary>
    public void Collection<T>(ReadOnlySpan<byte> name, IList<T>? value, in MemberStates states, int index)
        where T : ApiResource =>
        Collection(name, value, JsonWrite.Resource, in states, index);

    /// <summary>Writes a list, whole: a list has no way to say which of its items changed.</summary>
    public void Collection<T>(
        ReadOnlySpan<byte> name, IList<T>? value, JsonItemWriter<T> write, in MemberStates states, int index)
    {
        if (!IsWritten(name, in states, index) && !(ChangesOnly && value is IChangeTracking { IsChanged: true }))
            return;
        Json.WritePropertyName(name);
        Array(value, write);
    }

    /// <summary>Writes the members of a resource, if there is one, into the object that is open.</summary>
    public void Members<T>(T? resource) where T : ApiResource
    {
        resource?.Write(this, typeof(T));
        Inlined = resource;
    }

    /// <summary>Writes a resource's type and members into the object that is open (OData JSON Format 4.01, section
    /// 4.6.3).</summary>
    public void TypedMembers<T>(T? resource) where T : ApiResource
    {
        resource?.Write(this, typeof(ApiResource));
        Inlined = resource;
    }

    private void String(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            Json.WriteNull(name);
        else
            Json.WriteString(name, value);
    }

    private void Assigned(ReadOnlySpan<byte> name, ApiResource? value, Type declared)
    {
        Json.WritePropertyName(name);
        Whole(value, declared);
    }

    private void Changed(ReadOnlySpan<byte> name, ApiResource value, Type declared)
    {
        if (!value.HasChanges)
            return;
        Json.WritePropertyName(name);
        Object(value, declared);
    }

    internal void Object(ApiResource resource, Type declared)
    {
        Json.WriteStartObject();
        resource.Write(this, declared);
        Json.WriteEndObject();
    }

    internal void Whole(ApiResource? resource, Type declared)
    {
        if (resource is null)
        {
            Json.WriteNullValue();
            return;
        }

        WriteMode mode = BeginWhole();
        Object(resource, declared);
        _mode = mode;
    }

    internal void Array<T>(IList<T>? items, JsonItemWriter<T> write)
    {
        if (items is null)
        {
            Json.WriteNullValue();
            return;
        }

        WriteMode mode = BeginWhole();
        Json.WriteStartArray();
        for (int i = 0; i < items.Count; i++)
            write(this, items[i]);
        Json.WriteEndArray();
        _mode = mode;
    }

    private WriteMode BeginWhole()
    {
        WriteMode mode = _mode;
        _mode = mode == WriteMode.Changes ? WriteMode.Request : mode;
        return mode;
    }

    // Writes the name where the member is to be written; true where a value other than null has to follow.
    private bool Begin(ReadOnlySpan<byte> name, bool isNull, in MemberStates states, int index)
    {
        if (!IsWritten(name, in states, index))
            return false;
        if (isNull)
            Json.WriteNull(name);
        else
            Json.WritePropertyName(name);
        return !isNull;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // an absent member costs no call
    private bool IsWritten(ReadOnlySpan<byte> name, in MemberStates states, int index) => _mode switch
    {
        WriteMode.All => states.IsPresent(index),
        WriteMode.Changes => states.IsChanged(index),
        _ => states.IsPresent(index) && IsWritten(name, states.IsChanged(index)),
    };

    // Of a member that is present.
    private bool IsWritten(ReadOnlySpan<byte> name, bool isChanged)
    {
        if (_mode != WriteMode.Names)
            return isChanged || !OpenMembers.IsAnnotation(name);
        _names!.Add(JsonUnicode.Text(name));
        return false;
    }
}
