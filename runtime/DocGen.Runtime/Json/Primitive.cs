using System.Numerics;

namespace DocGen.Infrastructure;

/// <summary>The reader and writer of <typeparamref name="T"/>; null is invalid for value types.</summary>
internal static class Primitive<T>
{
    private static readonly (JsonItemReader<T> Read, JsonItemWriter<T> Write) Item =
        ((JsonItemReader<T>, JsonItemWriter<T>))Primitive.Items[typeof(T)];

    public static readonly JsonItemReader<T> Read = Item.Read;

    public static readonly JsonItemWriter<T> Write = Item.Write;
}

/// <summary>
/// The readers and writers of the primitive types (OData JSON Format 4.01, section 7.1) and of any JSON.
/// </summary>
internal static class Primitive
{
    public static readonly Dictionary<Type, object> Items = new()
    {
        [typeof(string)] = Item<string>(EdmReader.String, static (to, value) => to.Json.WriteStringValue(value)),
        [typeof(bool)] = Value(EdmReader.Boolean, static (to, value) => to.Json.WriteBooleanValue(value)),
        [typeof(byte)] = Number(EdmReader.Integer<byte>),
        [typeof(sbyte)] = Number(EdmReader.Integer<sbyte>),
        [typeof(short)] = Number(EdmReader.Integer<short>),
        [typeof(int)] = Number(EdmReader.Integer<int>),
        [typeof(long)] = Number(EdmReader.Integer<long>),
        [typeof(float)] = Number(EdmReader.Float<float>),
        [typeof(double)] = Number(EdmReader.Float<double>),
        [typeof(decimal)] = Number(EdmReader.Decimal),
        [typeof(Guid)] = Value(EdmReader.Guid, static (to, value) => to.Json.WriteStringValue(value)),
        [typeof(DateTimeOffset)] = Value(EdmReader.Instant, static (to, value) => to.Json.WriteStringValue(value)),
        [typeof(DateOnly)] = Text(EdmReader.Date),
        [typeof(TimeOnly)] = Text(EdmReader.TimeOfDay),
        [typeof(TimeSpan)] = Text(EdmReader.Duration),
        [typeof(byte[])] = Item<byte[]>(EdmReader.Binary, static (to, value) => to.Json.WriteBase64StringValue(value)),
        [typeof(JsonNode)] = Item<JsonNode>(EdmReader.Json, static (to, value) => to.Json.WriteNode(value)),
        [typeof(JsonObject)] = Item<JsonObject>(EdmReader.JsonObject, static (to, value) => to.Json.WriteNode(value)),
    };

    private delegate T? Reader<T>(ref ResourceReader reader) where T : struct;

    private static object Item<T>(JsonItemReader<T> read, JsonItemWriter<T> write) => (read, write);

    private static object Value<T>(Reader<T> read, JsonItemWriter<T> write) where T : struct =>
        Item((ref ResourceReader item) => EdmReader.Item(ref item, read(ref item)), write);

    private static object Number<T>(Reader<T> read) where T : struct, INumber<T> =>
        Value(read, static (to, value) => to.Json.WriteNumberValue(value));

    private static object Text<T>(Reader<T> read) where T : struct =>
        Value(read, static (to, value) => to.Json.WriteStringValue(ValueText.Of(value)));
}
