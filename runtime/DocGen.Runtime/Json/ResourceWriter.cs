using System.Buffers;
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

    /// <summary>What the given function writes, as one piece.</summary>
    internal static byte[] ToBytes<TState>(TState state, Action<TState, ResourceWriter> write, bool changesOnly = false) =>
        Run(state, write, changesOnly, static (json, _) => json.ToArray(), default(object));

    /// <summary>Hands over what the given function writes.</summary>
    internal static void CopyTo<TState>(IBufferWriter<byte> target, TState state, Action<TState, ResourceWriter> write) =>
        Run(state, write, changesOnly: false, static (json, target) => { target.Write(json); return target; }, target);

    /// <summary>Hands over what the given function writes as one value, indented where the target indents.</summary>
    internal static void CopyTo<TState>(Utf8JsonWriter target, TState state, Action<TState, ResourceWriter> write) =>
        Run(
            state, write, changesOnly: false,
            static (json, target) =>
            {
                var reader = new Utf8JsonReader(json);
                if (target.Options.Indented)
                    JsonElement.ParseValue(ref reader).WriteTo(target);
                else
                    target.WriteRawValue(json, skipInputValidation: true);
                return target;
            },
            target);

    private delegate TResult Take<TTarget, TResult>(ReadOnlySpan<byte> json, TTarget target);

    private static TResult Run<TState, TTarget, TResult>(
        TState state, Action<TState, ResourceWriter> write, bool changesOnly, Take<TTarget, TResult> take, TTarget target)
    {
        // Nothing is idle while one writes: what is written may itself be made of JSON.
        ResourceWriter writer = t_idle ?? new ResourceWriter();
        t_idle = null;
        writer.ChangesOnly = changesOnly;
        write(state, writer);
        TResult result = take(writer.Json.Written, target);

        writer.Json.Reset();
        if (writer.Json.Capacity <= KeptSize)
            t_idle = writer;
        return result;
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

    /// <summary>Writes a Boolean.</summary>
    public void Write(ReadOnlySpan<byte> name, bool? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteBooleanValue(value.GetValueOrDefault());
    }

    /// <summary>Writes an integer; the smaller ones convert to it.</summary>
    public void Write(ReadOnlySpan<byte> name, long? value, in MemberStates states, int index)
    {
        if (!IsWritten(in states, index))
            return;
        if (value is { } number)
            Json.WriteNumber(name, number);
        else
            Json.WriteNull(name);
    }

    /// <summary>Writes a single-precision number; infinities and NaN as strings.</summary>
    public void Write(ReadOnlySpan<byte> name, float? value, in MemberStates states, int index) =>
        Value(name, value, in states, index);

    /// <summary>Writes a double-precision number; infinities and NaN as strings.</summary>
    public void Write(ReadOnlySpan<byte> name, double? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteNumberValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a decimal number.</summary>
    public void Write(ReadOnlySpan<byte> name, decimal? value, in MemberStates states, int index) =>
        Value(name, value, in states, index);

    /// <summary>Writes a GUID.</summary>
    public void Write(ReadOnlySpan<byte> name, Guid? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteStringValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a point in time.</summary>
    public void Write(ReadOnlySpan<byte> name, DateTimeOffset? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteStringValue(value.GetValueOrDefault());
    }

    /// <summary>Writes a date.</summary>
    public void Write(ReadOnlySpan<byte> name, DateOnly? value, in MemberStates states, int index) =>
        Value(name, value, in states, index);

    /// <summary>Writes a time of day.</summary>
    public void Write(ReadOnlySpan<byte> name, TimeOnly? value, in MemberStates states, int index) =>
        Value(name, value, in states, index);

    /// <summary>Writes a duration (ISO 8601).</summary>
    public void Write(ReadOnlySpan<byte> name, TimeSpan? value, in MemberStates states, int index) =>
        Value(name, value, in states, index);

    /// <summary>Writes binary data (base64).</summary>
    public void Write(ReadOnlySpan<byte> name, byte[]? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteBase64StringValue(value);
    }

    /// <summary>Writes any JSON value.</summary>
    public void Write(ReadOnlySpan<byte> name, JsonNode? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteNode(value);
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

    /// <summary>Writes a value of an open enumeration.</summary>
    public void Write<T>(ReadOnlySpan<byte> name, T? value, in MemberStates states, int index) where T : struct, IOpenEnum
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteStringValue(value.GetValueOrDefault().Value);
    }

    /// <summary>Writes a list of strings, as most lists are.</summary>
    public void Values(ReadOnlySpan<byte> name, IList<string>? value, in MemberStates states, int index) =>
        Collection(name, value, static (writer, item) => writer.Json.WriteStringValue(item), in states, index);

    /// <summary>Writes a list of values of one of the types above.</summary>
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
        if (ChangesOnly && !states.IsChanged(index) && value is IChangeTracking { IsChanged: true })
        {
            Json.WritePropertyName(name);
            Array(value, write);
        }
        else if (Begin(name, value is null, in states, index))
        {
            Array(value!, write);
        }
    }

    /// <summary>Writes the members of a resource, if there is one, into the object that is open.</summary>
    public void Members<T>(T? resource) where T : ApiResource => resource?.Write(this, typeof(T));

    private void Value<T>(ReadOnlySpan<byte> name, T? value, in MemberStates states, int index) where T : struct
    {
        if (Begin(name, value is null, in states, index))
            JsonWrite.Value(this, value.GetValueOrDefault());
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
        if (value is null)
            Json.WriteNullValue();
        else
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

    internal void Whole(ApiResource resource, Type declared)
    {
        bool changesOnly = ChangesOnly;
        ChangesOnly = false;
        Object(resource, declared);
        ChangesOnly = changesOnly;
    }

    internal void Array<T>(IList<T> items, JsonItemWriter<T> write)
    {
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
