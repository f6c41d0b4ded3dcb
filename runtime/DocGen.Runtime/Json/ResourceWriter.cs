using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>Selects the members to write.</summary>
internal enum WriteMode
{
    /// <summary>All members that are present, for files and other stores.</summary>
    All,

    /// <summary>The members that changed, for a PATCH.</summary>
    Changes,

    /// <summary>
    /// All members that are present, except unchanged annotations of the response, for any other request.
    /// </summary>
    Request,

    /// <summary>No members; collects the names of the members that are present.</summary>
    Names,
}

/// <summary>
/// Writes the members of objects: all that are present, or only those that changed. In a PATCH, an object that was
/// assigned is written whole; an object that was changed in place is written with its changes only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResourceWriter
{
    // Smaller writers are reused per thread, so that a body allocates only its bytes.
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
    /// The resource whose members were written into the request's own object; null if there was none.
    /// </summary>
    internal ApiResource? Inlined { get; private set; }

    /// <summary>
    /// Returns the thread's idle writer, or a new writer. The writer is then no longer idle, because writing may need
    /// another writer.
    /// </summary>
    internal static ResourceWriter Rent(WriteMode mode = WriteMode.All)
    {
        ResourceWriter writer = t_idle ?? new ResourceWriter();
        t_idle = null;
        writer._mode = mode;
        writer.Inlined = null;
        return writer;
    }

    /// <summary>Returns the names of the documented members that are present in a resource.</summary>
    internal static HashSet<string> NamesOf(ApiResource resource)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        resource.WriteMembers(new ResourceWriter { _mode = WriteMode.Names, _names = names });
        return names;
    }

    /// <summary>
    /// Returns the writer for reuse. After an exception it is not returned, because it would need cleanup.
    /// </summary>
    internal void Return()
    {
        Json.Reset();
        Inlined = null;
        if (Json.Capacity <= KeptSize)
            t_idle = this;
    }

    /// <summary>Returns the writer for reuse, and returns the bytes that it wrote.</summary>
    internal byte[] ReturnBytes()
    {
        byte[] bytes = Json.Written.ToArray();
        Return();
        return bytes;
    }

    /// <summary>Writes a member with a constant value.</summary>
    public void Constant(ReadOnlySpan<byte> name, string value) => Json.WriteString(name, value);

    /// <summary>Writes a string.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // no call for an absent member
    public void Write(ReadOnlySpan<byte> name, string? value, in MemberStates states, int index)
    {
        if (IsWritten(name, in states, index))
            String(name, value);
    }

    /// <summary>Writes an integer; smaller types convert to it.</summary>
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

    /// <summary>Writes a value of another primitive type (OData JSON Format 4.01, section 7.1).</summary>
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // no call for an absent member
    public void Resource<T>(ReadOnlySpan<byte> name, T? value, in MemberStates states, int index) where T : ApiResource
    {
        if (IsWritten(name, in states, index))
            Assigned(name, value, typeof(T));
        else if (_mode == WriteMode.Changes && value is not null)
            Changed(name, value, typeof(T));
    }

    /// <summary>Writes a list of primitive values.</summary>
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

    /// <summary>Writes a whole list, because JSON cannot express which items changed.</summary>
    public void Collection<T>(
        ReadOnlySpan<byte> name, IList<T>? value, JsonItemWriter<T> write, in MemberStates states, int index)
    {
        if (!IsWritten(name, in states, index) && !(ChangesOnly && value is IChangeTracking { IsChanged: true }))
            return;
        Json.WritePropertyName(name);
        Array(value, write);
    }

    /// <summary>Writes the members of a resource, if it is not null, into the open object.</summary>
    public void Members<T>(T? resource) where T : ApiResource
    {
        resource?.Write(this, typeof(T));
        Inlined = resource;
    }

    /// <summary>
    /// Writes the type and members of a resource into the open object (OData JSON Format 4.01, section 4.6.3).
    /// </summary>
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

    // Writes the name if the member must be written; returns true if a value other than null must follow.
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // no call for an absent member
    private bool IsWritten(ReadOnlySpan<byte> name, in MemberStates states, int index) => _mode switch
    {
        WriteMode.All => states.IsPresent(index),
        WriteMode.Changes => states.IsChanged(index),
        _ => states.IsPresent(index) && IsWritten(name, states.IsChanged(index)),
    };

    // Called only for a member that is present.
    private bool IsWritten(ReadOnlySpan<byte> name, bool isChanged)
    {
        if (_mode != WriteMode.Names)
            return isChanged || !OpenMembers.IsAnnotation(name);
        _names!.Add(JsonUnicode.Text(name));
        return false;
    }
}
