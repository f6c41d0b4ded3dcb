using System.Buffers;
using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>
/// Reads values in the OData JSON Format 4.01, section 7; each method is a <see cref="JsonItemReader{T}"/> or takes
/// one. A value that does not fit (<see cref="Misfit"/>) is refused: the reader records it, and the result is the
/// default value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonRead
{
    /// <summary>Reads a primitive value (section 7.1), or any JSON; null is invalid for value types.</summary>
    public static T? Value<T>(ref ResourceReader reader) => Primitive<T>.Read(ref reader);

    /// <summary>
    /// Reads an object as the class that its <c>@odata.type</c> names, wherever the annotation is in the object.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // calls between shared generic methods are slow
    public static T? Resource<T>(ref ResourceReader reader) where T : ApiResource, IResource<T>
    {
        if (reader.Json.TokenType != JsonTokenType.StartObject)
            return EdmReader.NullOr<T>(ref reader, "an object");
        T resource = T.Create();
        if (resource.HasDerivedTypes)
            return Typed(ref reader, resource);
        resource.Read(ref reader, stopsAtType: false);
        return resource;
    }

    // Services write the annotation first. If it comes later, the object is read again from its start; the types of all
    // nested objects are then known.
    private static T Typed<T>(ref ResourceReader reader, T resource) where T : ApiResource, IResource<T>
    {
        if (reader.KnownType is { } known)
        {
            resource = T.CreateDerived(ApiResource.TypeName(known)) ?? resource;
            resource.Read(ref reader, stopsAtType: false);
            return resource;
        }

        reader.CountTyped();
        Bookmark beginning = reader.Mark();
        if (resource.Read(ref reader, stopsAtType: true) is not { } type)
            return resource;
        if (T.CreateDerived(type) is { } derived)
        {
            bool hasNested = reader.HasTypedSince(in beginning);
            reader.Return(in beginning);
            if (hasNested)
                reader.FindTypes();
            resource = derived;
        }

        resource.Read(ref reader, stopsAtType: false);
        return resource;
    }

    /// <summary>Reads a value of an open enumeration.</summary>
    public static T Enum<T>(ref ResourceReader reader) where T : struct, IOpenEnum<T> =>
        EdmReader.Item<T>(ref reader, EdmReader.String(ref reader) is { } value ? T.From(value) : null);

    /// <summary>Reads an array into a list that tracks changes.</summary>
    public static IList<T>? Collection<T>(ref ResourceReader reader, JsonItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return reader.Json.TokenType != JsonTokenType.StartArray ? EdmReader.NullOr<IList<T>>(ref reader, "an array")
            : Items(ref reader, read, keepsOthers: false) is { } items ? new TrackedList<T>(items)
            : null;
    }

    /// <summary>Reads the items of the current array, using pooled buffers.</summary>
    /// <param name="reader">The reader; on return it is on the array's end.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="keepsOthers">
    /// Whether to omit items that do not fit or are null. If false, one item that does not fit makes the whole array
    /// not fit, and the result is null.
    /// </param>
    internal static T[]? Items<T>(ref ResourceReader reader, JsonItemReader<T> read, bool keepsOthers)
    {
        ReadOnlySpan<byte> first = reader.Json.ValueSpan;
        long position = reader.Json.TokenStartIndex;
        int depth = reader.Json.CurrentDepth;
        T[] items = [];
        int count = 0;
        while (reader.Json.Read() && reader.Json.TokenType != JsonTokenType.EndArray)
        {
            if (count == 1)
                reader.CacheStrings();
            T item = read(ref reader)!;
            if (keepsOthers && item is null && !reader.Refused)
                reader.Refuse("an item");
            if (reader.Refused && keepsOthers)
            {
                reader.TakeRefused();
                continue;
            }

            if (reader.Refused)
            {
                reader.RefuseArray(first, position, depth);
                Return(items);
                return null;
            }

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
