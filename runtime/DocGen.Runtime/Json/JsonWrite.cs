namespace DocGen.Infrastructure;

/// <summary>Writes single values; each is a <see cref="JsonItemWriter{T}"/> for the items of a collection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWrite
{
    /// <summary>Writes a primitive value (OData JSON Format 4.01, section 7.1), or any JSON.</summary>
    public static void Value<T>(ResourceWriter writer, T value) => Primitive<T>.Write(writer, value);

    /// <summary>Writes a value of an open enumeration.</summary>
    public static void Enum<T>(ResourceWriter writer, T value) where T : struct, IOpenEnum =>
        writer.Json.WriteStringValue(value.Value);

    /// <summary>Writes an object with all members that are present.</summary>
    public static void Resource<T>(ResourceWriter writer, T? value) where T : ApiResource =>
        writer.Whole(value, typeof(T));

    /// <summary>Writes a collection inside a collection.</summary>
    public static void Collection<T>(ResourceWriter writer, IList<T>? value, JsonItemWriter<T> write) =>
        writer.Array(value, write);
}
