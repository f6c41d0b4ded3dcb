namespace DocGen.Infrastructure;

/// <summary>How the items of a list of <typeparamref name="T"/> are read and written, null being none of them.</summary>
internal static class Primitive<T>
{
    private static readonly (JsonItemReader<T> Read, JsonItemWriter<T> Write) Item =
        ((JsonItemReader<T>, JsonItemWriter<T>))Primitive.Items[typeof(T)];

    public static readonly JsonItemReader<T> Read = Item.Read;

    public static readonly JsonItemWriter<T> Write = Item.Write;
}

/// <summary>The types without structure (OData JSON Format 4.01, section 7.1), and JSON itself.</summary>
internal static class Primitive
{
    public static readonly Dictionary<Type, object> Items = new()
    {
        [typeof(string)] = Item<string>(JsonRead.String, static (writer, value) => writer.Json.WriteStringValue(value)),
        [typeof(bool)] = Value(JsonRead.Boolean, static (writer, value) => writer.Json.WriteBooleanValue(value)),
        [typeof(byte)] = Value(JsonRead.Byte, static (writer, value) => writer.Json.WriteNumberValue(value)),
        [typeof(sbyte)] = Value(JsonRead.SByte, static (writer, value) => writer.Json.WriteNumberValue(value)),
        [typeof(short)] = Value(JsonRead.Int16, static (writer, value) => writer.Json.WriteNumberValue(value)),
        [typeof(int)] = Value(JsonRead.Int32, static (writer, value) => writer.Json.WriteNumberValue(value)),
        [typeof(long)] = Value(JsonRead.Int64, static (writer, value) => writer.Json.WriteNumberValue(value)),
        [typeof(float)] = Value(JsonRead.Single, static (writer, value) => writer.Json.WriteNumberValue(value)),
        [typeof(double)] = Value(JsonRead.Double, static (writer, value) => writer.Json.WriteNumberValue(value)),
        [typeof(decimal)] = Value(JsonRead.Decimal, static (writer, value) => writer.Json.WriteNumberValue(value)),
        [typeof(Guid)] = Value(JsonRead.Guid, static (writer, value) => writer.Json.WriteStringValue(value)),
        [typeof(DateTimeOffset)] = Value(JsonRead.DateTimeOffset, static (writer, value) => writer.Json.WriteStringValue(value)),
        [typeof(DateOnly)] = Value(JsonRead.Date, static (writer, value) => writer.Json.WriteStringValue(ValueText.Of(value))),
        [typeof(TimeOnly)] = Value(JsonRead.TimeOfDay, static (writer, value) => writer.Json.WriteStringValue(ValueText.Of(value))),
        [typeof(TimeSpan)] = Value(JsonRead.Duration, static (writer, value) => writer.Json.WriteStringValue(ValueText.Of(value))),
        [typeof(byte[])] = Item<byte[]>(JsonRead.Binary, static (writer, value) => writer.Json.WriteBase64StringValue(value)),
        [typeof(JsonNode)] = Item<JsonNode>(JsonRead.Json, static (writer, value) => writer.Json.WriteNode(value)),
        [typeof(JsonObject)] = Item<JsonObject>(JsonRead.JsonObject, static (writer, value) => writer.Json.WriteNode(value)),
    };

    private delegate T? Reader<T>(ref ResourceReader reader) where T : struct;

    private static object Item<T>(JsonItemReader<T> read, JsonItemWriter<T> write) => (read, write);

    private static object Value<T>(Reader<T> read, JsonItemWriter<T> write) where T : struct =>
        Item((ref ResourceReader item) => JsonRead.NotNull(read(ref item)), write);
}
