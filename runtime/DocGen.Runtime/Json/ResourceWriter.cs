using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocGen.Infrastructure;

/// <summary>
/// Writes the members of objects: all that are present, or only those that changed. An object that was itself
/// assigned is written whole also where only changes are; one that was changed in place is written with its changes.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ResourceWriter
{
    internal ResourceWriter(Utf8JsonWriter json, bool changesOnly)
    {
        Json = json;
        ChangesOnly = changesOnly;
    }

    /// <summary>The JSON writer underneath.</summary>
    public Utf8JsonWriter Json { get; }

    internal bool ChangesOnly { get; private set; }

    /// <summary>Writes a member that always has the same value.</summary>
    public void Constant(ReadOnlySpan<byte> name, string value) => Json.WriteString(name, value);

    /// <summary>Writes a string.</summary>
    public void Write(ReadOnlySpan<byte> name, string? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteStringValue(value);
    }

    /// <summary>Writes a Boolean.</summary>
    public void Write(ReadOnlySpan<byte> name, bool? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteBooleanValue(value.GetValueOrDefault());
    }

    /// <summary>Writes an integer.</summary>
    public void Write(ReadOnlySpan<byte> name, long? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteNumberValue(value.GetValueOrDefault());
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, long?, in MemberStates, int)"/>
    public void Write(ReadOnlySpan<byte> name, int? value, in MemberStates states, int index) =>
        Write(name, (long?)value, in states, index);

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, long?, in MemberStates, int)"/>
    public void Write(ReadOnlySpan<byte> name, short? value, in MemberStates states, int index) =>
        Write(name, (long?)value, in states, index);

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, long?, in MemberStates, int)"/>
    public void Write(ReadOnlySpan<byte> name, sbyte? value, in MemberStates states, int index) =>
        Write(name, (long?)value, in states, index);

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, long?, in MemberStates, int)"/>
    public void Write(ReadOnlySpan<byte> name, byte? value, in MemberStates states, int index) =>
        Write(name, (long?)value, in states, index);

    /// <summary>Writes a single-precision number; infinities and NaN as strings.</summary>
    public void Write(ReadOnlySpan<byte> name, float? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            JsonWrite.Single(this, value.GetValueOrDefault());
    }

    /// <summary>Writes a double-precision number; infinities and NaN as strings.</summary>
    public void Write(ReadOnlySpan<byte> name, double? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            JsonWrite.Double(this, value.GetValueOrDefault());
    }

    /// <summary>Writes a decimal number.</summary>
    public void Write(ReadOnlySpan<byte> name, decimal? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteNumberValue(value.GetValueOrDefault());
    }

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
            JsonWrite.DateTimeOffset(this, value.GetValueOrDefault());
    }

    /// <summary>Writes a date.</summary>
    public void Write(ReadOnlySpan<byte> name, DateOnly? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            JsonWrite.Date(this, value.GetValueOrDefault());
    }

    /// <summary>Writes a time of day.</summary>
    public void Write(ReadOnlySpan<byte> name, TimeOnly? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            JsonWrite.TimeOfDay(this, value.GetValueOrDefault());
    }

    /// <summary>Writes a duration (ISO 8601).</summary>
    public void Write(ReadOnlySpan<byte> name, TimeSpan? value, in MemberStates states, int index)
    {
        if (Begin(name, value is null, in states, index))
            JsonWrite.Duration(this, value.GetValueOrDefault());
    }

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
            WriteNode(Json, value);
    }

    /// <summary>Writes a nested object; changes inside it count as a change of the member.</summary>
    public void Resource<T>(ReadOnlySpan<byte> name, T? value, in MemberStates states, int index) where T : ApiResource
    {
        if (!ChangesOnly || states.IsChanged(index))
        {
            if (Begin(name, value is null, in states, index))
                Whole(value!, typeof(T));
        }
        else if (value is { HasChanges: true })
        {
            Json.WritePropertyName(name);
            Object(value, typeof(T));
        }
    }

    /// <summary>Writes a value of an open enumeration.</summary>
    public void Write<T>(ReadOnlySpan<byte> name, T? value, in MemberStates states, int index) where T : struct, IOpenEnum
    {
        if (Begin(name, value is null, in states, index))
            Json.WriteStringValue(value.GetValueOrDefault().Value);
    }

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

    internal static void WriteNode(Utf8JsonWriter json, JsonNode? value)
    {
        if (value is null)
            json.WriteNullValue();
        else
            value.WriteTo(json);
    }

    // Writes the name where the member is to be written; true where a value other than null has to follow.
    private bool Begin(ReadOnlySpan<byte> name, bool isNull, in MemberStates states, int index)
    {
        if (!(ChangesOnly ? states.IsChanged(index) : states.IsPresent(index)))
            return false;
        if (isNull)
            Json.WriteNull(name);
        else
            Json.WritePropertyName(name);
        return !isNull;
    }
}
