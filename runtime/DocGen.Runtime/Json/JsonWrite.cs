namespace DocGen.Infrastructure;

/// <summary>
/// Writes single values in the representation of the OData JSON Format 4.01, section 7; each is a
/// <see cref="JsonItemWriter{T}"/> for the items of a collection.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWrite
{
    /// <summary>Writes <c>Edm.String</c>.</summary>
    public static void String(ResourceWriter writer, string? value) => writer.Json.WriteStringValue(value);

    /// <summary>Writes <c>Edm.Boolean</c>.</summary>
    public static void Boolean(ResourceWriter writer, bool value) => writer.Json.WriteBooleanValue(value);

    /// <summary>Writes <c>Edm.Byte</c>.</summary>
    public static void Byte(ResourceWriter writer, byte value) => writer.Json.WriteNumberValue(value);

    /// <summary>Writes <c>Edm.SByte</c>.</summary>
    public static void SByte(ResourceWriter writer, sbyte value) => writer.Json.WriteNumberValue(value);

    /// <summary>Writes <c>Edm.Int16</c>.</summary>
    public static void Int16(ResourceWriter writer, short value) => writer.Json.WriteNumberValue(value);

    /// <summary>Writes <c>Edm.Int32</c>.</summary>
    public static void Int32(ResourceWriter writer, int value) => writer.Json.WriteNumberValue(value);

    /// <summary>Writes <c>Edm.Int64</c>.</summary>
    public static void Int64(ResourceWriter writer, long value) => writer.Json.WriteNumberValue(value);

    /// <summary>Writes <c>Edm.Single</c>.</summary>
    public static void Single(ResourceWriter writer, float value)
    {
        if (float.IsFinite(value))
            writer.Json.WriteNumberValue(value);
        else
            writer.Json.WriteStringValue(NotFinite(value));
    }

    /// <summary>Writes <c>Edm.Double</c>.</summary>
    public static void Double(ResourceWriter writer, double value)
    {
        if (double.IsFinite(value))
            writer.Json.WriteNumberValue(value);
        else
            writer.Json.WriteStringValue(NotFinite(value));
    }

    /// <summary>Writes <c>Edm.Decimal</c>.</summary>
    public static void Decimal(ResourceWriter writer, decimal value) => writer.Json.WriteNumberValue(value);

    /// <summary>Writes <c>Edm.Guid</c>.</summary>
    public static void Guid(ResourceWriter writer, Guid value) => writer.Json.WriteStringValue(value);

    /// <summary>Writes <c>Edm.DateTimeOffset</c>.</summary>
    public static void DateTimeOffset(ResourceWriter writer, DateTimeOffset value) => writer.Json.WriteStringValue(value);

    /// <summary>Writes <c>Edm.Date</c>.</summary>
    public static void Date(ResourceWriter writer, DateOnly value) => writer.Json.WriteStringValue(ValueText.Of(value));

    /// <summary>Writes <c>Edm.TimeOfDay</c>.</summary>
    public static void TimeOfDay(ResourceWriter writer, TimeOnly value) => writer.Json.WriteStringValue(ValueText.Of(value));

    /// <summary>Writes <c>Edm.Duration</c>.</summary>
    public static void Duration(ResourceWriter writer, TimeSpan value) => writer.Json.WriteStringValue(ValueText.Of(value));

    /// <summary>Writes <c>Edm.Binary</c>.</summary>
    public static void Binary(ResourceWriter writer, byte[]? value)
    {
        if (value is null)
            writer.Json.WriteNullValue();
        else
            writer.Json.WriteBase64StringValue(value);
    }

    /// <summary>Writes any JSON value.</summary>
    public static void Json(ResourceWriter writer, JsonNode? value) => writer.Json.WriteNode(value);

    /// <summary>Writes a JSON object.</summary>
    public static void JsonObject(ResourceWriter writer, JsonObject? value) => writer.Json.WriteNode(value);

    /// <summary>Writes a value of an open enumeration.</summary>
    public static void Enum<T>(ResourceWriter writer, T value) where T : struct, IOpenEnum =>
        writer.Json.WriteStringValue(value.Value);

    /// <summary>Writes an object with all members that are present.</summary>
    public static void Resource<T>(ResourceWriter writer, T? value) where T : ApiResource
    {
        if (value is null)
            writer.Json.WriteNullValue();
        else
            writer.Whole(value, typeof(T));
    }

    /// <summary>Writes a collection inside a collection.</summary>
    public static void Collection<T>(ResourceWriter writer, IList<T>? value, JsonItemWriter<T> write)
    {
        if (value is null)
            writer.Json.WriteNullValue();
        else
            writer.Array(value, write);
    }

    private static string NotFinite(double value) => ValueText.Of(value);
}
