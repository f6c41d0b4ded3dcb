using System.Text.Json.Serialization;

namespace DocGen.Infrastructure;

/// <summary>
/// Lets <c>JsonSerializer</c> read and write a resource like the client: every member that is present, including
/// unknown members and values that did not fit (<see cref="MisfitExtensions.GetMisfits(ApiResource)"/>).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResourceConverter<T> : JsonConverter<T> where T : ApiResource, IResource<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // If the text has several segments, a value may span two of them.
        if (reader.Position.GetObject() is not null)
            return ReadPieces(ref reader);
        var resource = new ResourceReader(reader);
        T? value = JsonRead.Resource<T>(ref resource);
        resource.Finish();
        reader = resource.Json;
        return resource.Refused ? throw new JsonException($"Expected {resource.TakeRefused().Expected}.") : value;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ResourceWriter resource = ResourceWriter.Rent();
        JsonWrite.Resource(resource, value);
        ReadOnlySpan<byte> json = resource.Json.Written;
        var reader = new Utf8JsonReader(json);
        if (writer.Options.Indented)
            JsonElement.ParseValue(ref reader).WriteTo(writer);
        else
            writer.WriteRawValue(json, skipInputValidation: true);
        resource.Return();
    }

    private static T? ReadPieces(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return ResourceJson.Read<T>(Encoding.UTF8.GetBytes(document.RootElement.GetRawText()));
    }
}
