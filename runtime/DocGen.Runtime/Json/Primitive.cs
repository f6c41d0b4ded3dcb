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
        [typeof(string)] = Item<string>(JsonRead.String, JsonWrite.String),
        [typeof(bool)] = Value<bool>(JsonRead.Boolean, JsonWrite.Boolean),
        [typeof(byte)] = Value<byte>(JsonRead.Byte, JsonWrite.Byte),
        [typeof(sbyte)] = Value<sbyte>(JsonRead.SByte, JsonWrite.SByte),
        [typeof(short)] = Value<short>(JsonRead.Int16, JsonWrite.Int16),
        [typeof(int)] = Value<int>(JsonRead.Int32, JsonWrite.Int32),
        [typeof(long)] = Value<long>(JsonRead.Int64, JsonWrite.Int64),
        [typeof(float)] = Value<float>(JsonRead.Single, JsonWrite.Single),
        [typeof(double)] = Value<double>(JsonRead.Double, JsonWrite.Double),
        [typeof(decimal)] = Value<decimal>(JsonRead.Decimal, JsonWrite.Decimal),
        [typeof(Guid)] = Value<Guid>(JsonRead.Guid, JsonWrite.Guid),
        [typeof(DateTimeOffset)] = Value<DateTimeOffset>(JsonRead.DateTimeOffset, JsonWrite.DateTimeOffset),
        [typeof(DateOnly)] = Value<DateOnly>(JsonRead.Date, JsonWrite.Date),
        [typeof(TimeOnly)] = Value<TimeOnly>(JsonRead.TimeOfDay, JsonWrite.TimeOfDay),
        [typeof(TimeSpan)] = Value<TimeSpan>(JsonRead.Duration, JsonWrite.Duration),
        [typeof(byte[])] = Item<byte[]>(JsonRead.Binary, JsonWrite.Binary),
        [typeof(JsonNode)] = Item<JsonNode>(JsonRead.Json, JsonWrite.Json),
        [typeof(JsonObject)] = Item<JsonObject>(JsonRead.JsonObject, JsonWrite.JsonObject),
    };

    private static object Item<T>(JsonItemReader<T> read, JsonItemWriter<T> write) => (read, write);

    private static object Value<T>(JsonItemReader<T?> read, JsonItemWriter<T> write) where T : struct =>
        Item((ref ResourceReader item) => JsonRead.NotNull(read(ref item)), write);
}
