using System.Buffers;
using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

public static partial class JsonRead
{
    /// <summary>Reads an object, of the class its <c>@odata.type</c> names, wherever in the object that stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // a shared generic method pays for every call of another
    public static T? Resource<T>(ref ResourceReader reader) where T : ApiResource, IResource<T>
    {
        if (reader.Json.TokenType == JsonTokenType.Null)
            return null;
        if (reader.Json.TokenType != JsonTokenType.StartObject)
            throw Unexpected(in reader.Json, "an object");
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
    public static T? Enum<T>(ref ResourceReader reader) where T : struct, IOpenEnum<T> =>
        String(ref reader) is { } value ? T.From(value) : null;

    /// <summary>Reads a value of an open enumeration where null has no place.</summary>
    public static T EnumItem<T>(ref ResourceReader reader) where T : struct, IOpenEnum<T> =>
        NotNull(Enum<T>(ref reader));

    /// <summary>Reads an array into a list that knows whether it was changed since.</summary>
    public static IList<T>? Collection<T>(ref ResourceReader reader, JsonItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!StartsArray(in reader.Json))
            return null;
        return new TrackedList<T>(Items(ref reader, read));
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

    /// <summary>A value where null has no place, such as an item of a collection of numbers.</summary>
    /// <exception cref="JsonException">The value is null.</exception>
    public static T NotNull<T>(T? value) where T : struct =>
        value ?? throw new JsonException("Expected a value, found null.");

    private static bool StartsArray(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => true,
        JsonTokenType.Null => false,
        _ => throw Unexpected(in reader, "an array"),
    };
}
