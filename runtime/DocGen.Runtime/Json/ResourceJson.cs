using System.Buffers;

namespace DocGen;

/// <summary>
/// Reads and writes resources as JSON independently of calls, for files, caches and queues. No member is lost.
/// </summary>
public static class ResourceJson
{
    /// <summary>Reads a resource.</summary>
    /// <param name="utf8Json">A whole JSON text; for the literal <c>null</c>, the result is null.</param>
    /// <param name="throwOnMisfits">
    /// Whether a value that does not fit its member (see <see cref="Misfit"/>) throws an exception; otherwise the
    /// resource keeps it.
    /// </param>
    /// <exception cref="JsonException">
    /// The text cannot be read as such a resource; the exception has the JSON path.
    /// </exception>
    public static T? Read<T>(ReadOnlySpan<byte> utf8Json, bool throwOnMisfits = false)
        where T : ApiResource, IResource<T> =>
        JsonDocumentReader.Read(utf8Json, JsonRead.Resource<T>, out _, throwOnMisfits);

    /// <summary>Reads an array of resources.</summary>
    /// <inheritdoc cref="Read{T}" path="/param"/>
    /// <inheritdoc cref="Read{T}" path="/exception"/>
    public static IList<T>? ReadList<T>(ReadOnlySpan<byte> utf8Json, bool throwOnMisfits = false)
        where T : ApiResource, IResource<T> =>
        JsonDocumentReader.Read(
            utf8Json,
            static (ref ResourceReader reader) => JsonRead.Collection(ref reader, JsonRead.Resource<T>),
            out _,
            throwOnMisfits);

    /// <summary>Writes every member that is present in a resource.</summary>
    public static void Write<T>(IBufferWriter<byte> utf8Json, T? value) where T : ApiResource
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        ResourceWriter writer = ResourceWriter.Rent();
        JsonWrite.Resource(writer, value);
        utf8Json.Write(writer.Json.Written);
        writer.Return();
    }

    /// <summary>Writes every member that is present in each resource of a list.</summary>
    public static void WriteList<T>(IBufferWriter<byte> utf8Json, IList<T>? values) where T : ApiResource
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        ResourceWriter writer = ResourceWriter.Rent();
        JsonWrite.Collection(writer, values, JsonWrite.Resource);
        utf8Json.Write(writer.Json.Written);
        writer.Return();
    }
}
