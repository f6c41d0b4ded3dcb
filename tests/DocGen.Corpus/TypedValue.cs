using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using DocGen.Generator.Model;
using DocGen.Infrastructure;
using DocTypeKind = DocGen.Generator.Model.TypeKind;

namespace DocGen.Corpus;

/// <summary>
/// Holds one value of any type that docs can name. It reads and writes the value with the same code as emitted types.
/// </summary>
internal sealed class TypedValue : ApiResource, IResource<TypedValue>
{
    [ThreadStatic]
    private static TypeRef s_type;

    [ThreadStatic]
    private static Func<string, Type>? s_typeOf;

    private MemberStates _states;
    private IList<object?>? _values;

    static TypedValue IResource<TypedValue>.Create() => new();

    /// <summary>Reads a value as a type and returns the JSON that is written for it.</summary>
    /// <param name="typeOf">Returns the emitted type with a name.</param>
    /// <exception cref="JsonException">The JSON is not a value of the type.</exception>
    public static JsonElement Again(string json, TypeRef type, Func<string, Type> typeOf)
    {
        (s_type, s_typeOf) = (type, typeOf);
        TypedValue value = ResourceJson.Read<TypedValue>(Encoding.UTF8.GetBytes($"{{\"v\":[{json}]}}"),
            throwOnMisfits: true)!;
        var buffer = new ArrayBufferWriter<byte>();
        ResourceJson.Write(buffer, value);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.GetProperty("v")[0].Clone();
    }

    protected override bool ReadMember(ref ResourceReader reader) =>
        reader.Is("v"u8) && reader.Collection(out _values, (ref ResourceReader item) => Read(ref item, s_type),
            ref _states, 0);

    protected override void WriteMembers(ResourceWriter writer) =>
        writer.Collection("v"u8, _values, (into, item) => Write(into, item, s_type), _states, 0);

    private static object? Read(ref ResourceReader reader, TypeRef type)
    {
        if (reader.Json.TokenType == JsonTokenType.Null)
            return null;
        if (type.IsCollection)
            return JsonRead.Collection(ref reader, (ref ResourceReader item) => ReadItem(ref item, type.Element));
        return type.Kind switch
        {
            DocTypeKind.String => JsonRead.Value<string>(ref reader),
            DocTypeKind.Boolean => JsonRead.Value<bool>(ref reader),
            DocTypeKind.Byte => JsonRead.Value<byte>(ref reader),
            DocTypeKind.SByte => JsonRead.Value<sbyte>(ref reader),
            DocTypeKind.Int16 => JsonRead.Value<short>(ref reader),
            DocTypeKind.Int32 => JsonRead.Value<int>(ref reader),
            DocTypeKind.Int64 => JsonRead.Value<long>(ref reader),
            DocTypeKind.Single or DocTypeKind.Double => JsonRead.Value<double>(ref reader),
            DocTypeKind.Decimal => JsonRead.Value<decimal>(ref reader),
            DocTypeKind.Guid => JsonRead.Value<Guid>(ref reader),
            DocTypeKind.DateTimeOffset => JsonRead.Value<DateTimeOffset>(ref reader),
            DocTypeKind.Date => JsonRead.Value<DateOnly>(ref reader),
            DocTypeKind.TimeOfDay => JsonRead.Value<TimeOnly>(ref reader),
            DocTypeKind.Duration => JsonRead.Value<TimeSpan>(ref reader),
            DocTypeKind.Binary => JsonRead.Value<byte[]>(ref reader),
            DocTypeKind.JsonObject => JsonRead.Value<System.Text.Json.Nodes.JsonObject>(ref reader),
            DocTypeKind.Resource => Emitted<JsonItemReader<object>>(nameof(ReadResource), type.Name!)(ref reader),
            DocTypeKind.Enum => Emitted<JsonItemReader<object>>(nameof(ReadEnum), type.Name!)(ref reader),
            _ => JsonRead.Value<System.Text.Json.Nodes.JsonNode>(ref reader),
        };
    }

    private static object? ReadItem(ref ResourceReader reader, TypeRef type)
    {
        bool takesNull = type.IsCollection
            || type.Kind is DocTypeKind.String
                or DocTypeKind.Binary or DocTypeKind.Json or DocTypeKind.JsonObject or DocTypeKind.Resource;
        return Read(ref reader, type) ?? (takesNull ? null : throw new JsonException("Expected a value, found null."));
    }

    private static void Write(ResourceWriter writer, object? value, TypeRef type)
    {
        if (type.IsCollection)
        {
            JsonWrite.Collection(writer, (IList<object?>?)value, (into, item) => Write(into, item, type.Element));
            return;
        }

        switch (value)
        {
            case null: JsonWrite.Value<System.Text.Json.Nodes.JsonNode?>(writer, null); break;
            case string text: JsonWrite.Value(writer, text); break;
            case bool truth: JsonWrite.Value(writer, truth); break;
            case byte number: JsonWrite.Value(writer, number); break;
            case sbyte number: JsonWrite.Value(writer, number); break;
            case short number: JsonWrite.Value(writer, number); break;
            case int number: JsonWrite.Value(writer, number); break;
            case long number: JsonWrite.Value(writer, number); break;
            case double number: JsonWrite.Value(writer, number); break;
            case decimal number: JsonWrite.Value(writer, number); break;
            case Guid id: JsonWrite.Value(writer, id); break;
            case DateTimeOffset time: JsonWrite.Value(writer, time); break;
            case DateOnly date: JsonWrite.Value(writer, date); break;
            case TimeOnly time: JsonWrite.Value(writer, time); break;
            case TimeSpan duration: JsonWrite.Value(writer, duration); break;
            case byte[] bytes: JsonWrite.Value(writer, bytes); break;
            case System.Text.Json.Nodes.JsonNode json: JsonWrite.Value(writer, json); break;
            default: Emitted<Action<ResourceWriter, object>>(nameof(WriteResource), type.Name!)(writer, value); break;
        }
    }

    private static T Emitted<T>(string method, string type) where T : Delegate =>
        typeof(TypedValue).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(
            s_typeOf!(type)).CreateDelegate<T>();

    private static object? ReadResource<T>(ref ResourceReader reader) where T : ApiResource, IResource<T> =>
        JsonRead.Resource<T>(ref reader);

    private static string? ReadEnum<T>(ref ResourceReader reader) where T : struct, IOpenEnum<T> =>
        JsonRead.Enum<T>(ref reader) is { } value ? value.Value : null;

    private static void WriteResource<T>(ResourceWriter writer, object value) where T : ApiResource =>
        JsonWrite.Resource(writer, (T)value);
}
