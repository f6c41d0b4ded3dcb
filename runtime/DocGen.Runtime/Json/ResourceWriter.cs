using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

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

    private ResourceWriter()
    {
    }

    internal JsonTextWriter Json { get; } = new();

    internal bool ChangesOnly { get; private set; }

    /// <summary>A writer; none is idle meanwhile, for what is written may itself be made of JSON.</summary>
    internal static ResourceWriter Rent(bool changesOnly = false)
    {
        ResourceWriter writer = t_idle ?? new ResourceWriter();
        t_idle = null;
        writer.ChangesOnly = changesOnly;
        return writer;
    }

    /// <summary>Gives the writer back. One that failed half-way is not: it would have to be cleaned up.</summary>
    internal void Return()
    {
        Json.Reset();
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
        if (IsWritten(in states, index))
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
        if (IsWritten(in states, index))
            Assigned(name, value, typeof(T));
        else if (ChangesOnly && value is not null)
            Changed(name, value, typeof(T));
    }

    /// <summary>Writes a list of values that have no structure.</summary>
    public void Values<T>(ReadOnlySpan<byte> name, IList<T>? value, in MemberStates states, int index) =>
        Collection(name, value, Primitive<T>.Write, in states, index);

    /// <summary>Writes a list of values of an open enumeration.</summary>
    public void Write<T>(ReadOnlySpan<byte> name, IList<T>? value, in MemberStates states, int index) where T : struct, IOpenEnum =>
        Collection(name, value, JsonWrite.Enum, in states, index);

    /// <summary>Writes a list of nested objects.</summary>
    public void Collection<T>(ReadOnlySpan<byte> name, IList<T>? value, in MemberStates states, int index) where T : ApiResource =>
        Collection(name, value, JsonWrite.Resource, in states, index);

    /// <summary>Writes a list, whole: a list has no way to say which of its items changed.</summary>
    public void Collection<T>(
        ReadOnlySpan<byte> name, IList<T>? value, JsonItemWriter<T> write, in MemberStates states, int index)
    {
        if (!IsWritten(in states, index) && !(ChangesOnly && value is IChangeTracking { IsChanged: true }))
            return;
        Json.WritePropertyName(name);
        Array(value, write);
    }

    /// <summary>Writes the members of a resource, if there is one, into the object that is open.</summary>
    public void Members<T>(T? resource) where T : ApiResource => resource?.Write(this, typeof(T));

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

        bool changesOnly = ChangesOnly;
        ChangesOnly = false;
        Object(resource, declared);
        ChangesOnly = changesOnly;
    }

    internal void Array<T>(IList<T>? items, JsonItemWriter<T> write)
    {
        if (items is null)
        {
            Json.WriteNullValue();
            return;
        }

        bool changesOnly = ChangesOnly;
        ChangesOnly = false;
        Json.WriteStartArray();
        for (int i = 0; i < items.Count; i++)
            write(this, items[i]);
        Json.WriteEndArray();
        ChangesOnly = changesOnly;
    }

    // Writes the name where the member is to be written; true where a value other than null has to follow.
    private bool Begin(ReadOnlySpan<byte> name, bool isNull, in MemberStates states, int index)
    {
        if (!IsWritten(in states, index))
            return false;
        if (isNull)
            Json.WriteNull(name);
        else
            Json.WritePropertyName(name);
        return !isNull;
    }

    private bool IsWritten(in MemberStates states, int index) =>
        ChangesOnly ? states.IsChanged(index) : states.IsPresent(index);
}
