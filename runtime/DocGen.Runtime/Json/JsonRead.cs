using System.Buffers;
using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>
/// Reads values in the representation of the OData JSON Format 4.01, section 7; each method is a
/// <see cref="JsonItemReader{T}"/> or takes one. A value of another kind or out of range is a
/// <see cref="JsonException"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonRead
{
    /// <summary>Reads a value without structure (section 7.1), or any JSON; null is none of a value type's.</summary>
    public static T? Value<T>(ref ResourceReader reader) => Primitive<T>.Read(ref reader);

    /// <summary>Reads an object, of the class its <c>@odata.type</c> names, wherever in the object that stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // a shared generic method pays for every call of another
    public static T? Resource<T>(ref ResourceReader reader) where T : ApiResource, IResource<T>
    {
        if (reader.Json.TokenType == JsonTokenType.Null)
            return null;
        if (reader.Json.TokenType != JsonTokenType.StartObject)
            throw EdmReader.Unexpected(in reader.Json, "an object");
        T resource = T.Create();
        if (resource.HasDerivedTypes)
            return Typed(ref reader, resource);
        resource.Read(ref reader, stopsAtType: false);
        return resource;
    }

    // Services write the annotation first. Where one does not, the object is read once more from its beginning.
    private static T Typed<T>(ref ResourceReader reader, T resource) where T : ApiResource, IResource<T>
    {
        Utf8JsonReader beginning = reader.Json;
        if (resource.Read(ref reader, stopsAtType: true) is not { } type)
            return resource;
        if (T.CreateDerived(type) is { } derived)
        {
            reader.Json = beginning;
            resource = derived;
        }

        resource.Read(ref reader, stopsAtType: false);
        return resource;
    }

    /// <summary>Reads a value of an open enumeration.</summary>
    public static T Enum<T>(ref ResourceReader reader) where T : struct, IOpenEnum<T> =>
        EdmReader.String(ref reader) is { } value ? T.From(value) : throw EdmReader.Null;

    /// <summary>Reads an array into a list that knows whether it was changed since.</summary>
    public static IList<T>? Collection<T>(ref ResourceReader reader, JsonItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return reader.Json.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.StartArray => new TrackedList<T>(Items(ref reader, read)),
            _ => throw EdmReader.Unexpected(in reader.Json, "an array"),
        };
    }

    /// <summary>Reads the items of the array that begins here; no list that grows is left behind.</summary>
    internal static T[] Items<T>(ref ResourceReader reader, JsonItemReader<T> read)
    {
        T[] items = [];
        int count = 0;
        while (reader.Json.Read() && reader.Json.TokenType != JsonTokenType.EndArray)
        {
            T item = read(ref reader)!;
            if (count == items.Length)
                Grow(ref items, count);
            items[count++] = item;
        }

        T[] result = items.AsSpan(0, count).ToArray();
        Return(items);
        return result;
    }

    private static void Grow<T>(ref T[] items, int count)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(16, 2 * count));
        items.AsSpan(0, count).CopyTo(larger);
        Return(items);
        items = larger;
    }

    private static void Return<T>(T[] items)
    {
        if (items.Length > 0)
            ArrayPool<T>.Shared.Return(items, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }
}
