using System.Text.Json;

namespace DocGen.Infrastructure;

public static partial class JsonRead
{
    /// <summary>Reads an object whose class depends on its <c>@odata.type</c>, wherever in the object that stands.</summary>
    /// <param name="reader">Stands on the object's opening brace or on null.</param>
    /// <param name="create">
    /// Makes the empty object for a qualified type name without <c>#</c>, or for null where the object names none.
    /// </param>
    public static T? Resource<T>(ref Utf8JsonReader reader, Func<string?, T> create) where T : ApiResource
    {
        ArgumentNullException.ThrowIfNull(create);
        if (!StartsObject(in reader))
            return null;
        T resource = create(FindODataType(reader));
        resource.Read(ref reader);
        return resource;
    }

    /// <summary>Reads an object of a class that has no derived classes.</summary>
    /// <param name="reader">Stands on the object's opening brace or on null.</param>
    /// <param name="create">Makes the empty object.</param>
    public static T? Resource<T>(ref Utf8JsonReader reader, Func<T> create) where T : ApiResource
    {
        ArgumentNullException.ThrowIfNull(create);
        if (!StartsObject(in reader))
            return null;
        T resource = create();
        resource.Read(ref reader);
        return resource;
    }

    /// <summary>Reads a value of an open enumeration.</summary>
    public static T? Enum<T>(ref Utf8JsonReader reader, Func<string, T> create) where T : struct
    {
        ArgumentNullException.ThrowIfNull(create);
        return String(ref reader) is { } value ? create(value) : null;
    }

    /// <summary>Reads an array into a list that knows whether it was changed since.</summary>
    public static IList<T>? Collection<T>(ref Utf8JsonReader reader, JsonItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!StartsArray(in reader))
            return null;
        TrackedList<T> list = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Append(read(ref reader)!);
        return list;
    }

    /// <summary>A value where null has no place, such as an item of a collection of numbers.</summary>
    /// <exception cref="JsonException">The value is null.</exception>
    public static T NotNull<T>(T? value) where T : struct =>
        value ?? throw new JsonException("Expected a value, found null.");

    private static bool StartsObject(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => true,
        JsonTokenType.Null => false,
        _ => throw Unexpected(in reader, "an object"),
    };

    private static bool StartsArray(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => true,
        JsonTokenType.Null => false,
        _ => throw Unexpected(in reader, "an array"),
    };

    // The reader is a copy: a look ahead, over as soon as the annotation is met; services write it first.
    private static string? FindODataType(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = reader.ValueTextEquals("@odata.type"u8);
            reader.Read();
            if (isType && reader.TokenType == JsonTokenType.String)
            {
                string type = reader.GetString()!;
                return type[(type.LastIndexOf('#') + 1)..];
            }
            reader.Skip();
        }
        return null;
    }
}
