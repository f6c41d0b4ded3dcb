using System.Buffers;
using System.Text.Json;
using Example.Drive;

namespace DocGen.Benchmarks;

/// <summary>Reads and writes a JSON array of 200 items in memory.</summary>
internal sealed class JsonWork(Payload payload)
{
    private readonly ArrayBufferWriter<byte> _buffer = new(128 * 1024);
    private readonly IList<DriveItem> _items = ResourceJson.ReadList<DriveItem>(payload.Items)!;
    private readonly List<PlainItem> _plain = JsonSerializer.Deserialize(payload.Items,
        PlainJson.Default.ListPlainItem)!;

    public int ReadGenerated() => ResourceJson.ReadList<DriveItem>(payload.Items)!.Count;

    public int ReadPlain() => JsonSerializer.Deserialize(payload.Items, PlainJson.Default.ListPlainItem)!.Count;

    public int WriteGenerated()
    {
        _buffer.ResetWrittenCount();
        ResourceJson.WriteList(_buffer, _items);
        return _buffer.WrittenCount;
    }

    public int WritePlain()
    {
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });
        JsonSerializer.Serialize(writer, _plain, PlainJson.Default.ListPlainItem);
        return _buffer.WrittenCount;
    }
}
