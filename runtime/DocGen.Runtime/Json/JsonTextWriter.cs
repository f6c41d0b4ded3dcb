using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DocGen.Infrastructure;

/// <summary>
/// Writes JSON (RFC 8259) as UTF-8 into its own buffer. It takes half the time of <see cref="Utf8JsonWriter"/>, which
/// searches every name and value for characters that an encoder may escape and validates the structure; emitted code
/// already guarantees the structure.
/// </summary>
internal sealed class JsonTextWriter : IBufferWriter<byte>
{
    // Stops at cycles; no service accepts JSON this deep.
    private const int MaxDepth = 1000;

    // The longest number: a double's 24 characters, a decimal's 31.
    private const int MaxNumberLength = 32;

    // The characters that JSON requires to be escaped in a string.
    private static readonly SearchValues<byte> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F"u8 +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);

    private byte[] _buffer = new byte[1024];
    private int _length;
    private int _depth;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public int Capacity => _buffer.Length;

    public void Reset() => (_length, _depth) = (0, 0);

    public void WriteStartObject() => Start((byte)'{');

    public void WriteEndObject() => End((byte)'}');

    public void WriteStartArray() => Start((byte)'[');

    public void WriteEndArray() => End((byte)']');

    /// <summary>Writes a name that already contains its escapes.</summary>
    public void WritePropertyName(ReadOnlySpan<byte> name) => BeginMember(name, 0);

    public void WritePropertyName(string name)
    {
        WriteStringValue(name);
        Reserve(1)[0] = (byte)':';
        _length++;
    }

    public void WriteString(ReadOnlySpan<byte> name, string value)
    {
        Span<byte> room = BeginMember(name, (value.Length * 3) + 2);
        WriteString(room, value);
    }

    public void WriteNull(ReadOnlySpan<byte> name)
    {
        WritePropertyName(name);
        WriteNullValue();
    }

    public void WriteNullValue() => WriteRawValue("null"u8);

    public void WriteBooleanValue(bool value) => WriteRawValue(value ? "true"u8 : "false"u8);

    public void WriteNumberValue<T>(T value) where T : struct, INumber<T>
    {
        if (!T.IsFinite(value))
        {
            WriteStringValue(ValueText.Of(value));
            return;
        }

        Span<byte> room = BeginValue(MaxNumberLength);
        value.TryFormat(room, out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    public void WriteStringValue(Guid value)
    {
        Span<byte> room = BeginValue(38);
        room[0] = room[37] = (byte)'"';
        value.TryFormat(room[1..], out _);
        _length += 38;
    }

    public void WriteStringValue(DateTimeOffset value)
    {
        Span<byte> room = BeginValue(ValueText.MaxInstantLength + 2);
        int length = ValueText.Write(value, room[1..]);
        room[0] = room[length + 1] = (byte)'"';
        _length += length + 2;
    }

    public void WriteStringValue(string? value)
    {
        if (value is null)
        {
            WriteNullValue();
            return;
        }

        WriteString(BeginValue((value.Length * 3) + 2), value);
    }

    public void WriteBase64StringValue(byte[]? value)
    {
        if (value is null)
        {
            WriteNullValue();
            return;
        }

        Span<byte> room = BeginValue(Base64.GetMaxEncodedToUtf8Length(value.Length) + 2);
        Base64.EncodeToUtf8(value, room[1..], out _, out int length);
        room[0] = room[length + 1] = (byte)'"';
        _length += length + 2;
    }

    public void WriteNode(JsonNode? value)
    {
        if (value is null)
        {
            WriteNullValue();
            return;
        }

        BeginValue(0);
        using var writer = new Utf8JsonWriter(
            this, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        value.WriteTo(writer);
    }

    void IBufferWriter<byte>.Advance(int count) => _length += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Reserve(Math.Max(sizeHint, 256));
        return _buffer.AsMemory(_length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Reserve(Math.Max(sizeHint, 256));

    public void WriteRawValue(ReadOnlySpan<byte> value)
    {
        value.CopyTo(BeginValue(value.Length));
        _length += value.Length;
    }

    private void Start(byte bracket)
    {
        if (++_depth > MaxDepth)
            throw new InvalidOperationException(
                $"Objects are nested more than {MaxDepth} levels deep, perhaps because an object contains itself.");
        BeginValue(1)[0] = bracket;
        _length++;
    }

    private void End(byte bracket)
    {
        _depth--;
        Reserve(1)[0] = bracket;
        _length++;
    }

    // One UTF-16 unit takes at most three bytes: the buffer has room for them and the quotes.
    private void WriteString(Span<byte> room, string value)
    {
        Utf8.FromUtf16(value, room[1..], out _, out int length);
        Span<byte> text = room.Slice(1, length);
        if (text.ContainsAny(Escaped))
        {
            byte[] copy = ArrayPool<byte>.Shared.Rent(length);
            text.CopyTo(copy);
            WriteEscaped(copy.AsSpan(0, length));
            ArrayPool<byte>.Shared.Return(copy);
            return;
        }

        room[0] = room[length + 1] = (byte)'"';
        _length += length + 2;
    }

    // A name is never the first byte, and never follows a colon.
    private Span<byte> BeginMember(ReadOnlySpan<byte> name, int size)
    {
        Span<byte> room = Reserve(name.Length + size + 5);
        int written = 0;
        if (_buffer[_length - 1] != (byte)'{')
            room[written++] = (byte)',';
        room[written++] = (byte)'"';
        name.CopyTo(room[written..]);
        written += name.Length;
        room[written++] = (byte)'"';
        room[written++] = (byte)':';
        _length += written;
        return room[written..];
    }

    // A comma is needed unless the previous byte is an opening bracket or a colon.
    private Span<byte> BeginValue(int size)
    {
        Span<byte> room = Reserve(size + 1);
        if (_length == 0 || _buffer[_length - 1] is (byte)'{' or (byte)'[' or (byte)':')
            return room;
        room[0] = (byte)',';
        _length++;
        return room[1..];
    }

    private Span<byte> Reserve(int size)
    {
        if (_buffer.Length - _length < size)
            Array.Resize(ref _buffer, Math.Max(checked(_length + size), 2 * _buffer.Length));
        return _buffer.AsSpan(_length);
    }

    private void WriteEscaped(ReadOnlySpan<byte> text)
    {
        Span<byte> room = Reserve((text.Length * 6) + 2);
        int written = 0;
        room[written++] = (byte)'"';
        foreach (byte b in text)
        {
            if (!Escaped.Contains(b))
            {
                room[written++] = b;
                continue;
            }
            room[written++] = (byte)'\\';
            int shorthand = "\"\\\b\t\n\f\r"u8.IndexOf(b);
            if (shorthand >= 0)
            {
                room[written++] = "\"\\btnfr"u8[shorthand];
                continue;
            }
            Utf8.TryWrite(room[written..], CultureInfo.InvariantCulture, $"u{b:x4}", out int length);
            written += length;
        }

        room[written++] = (byte)'"';
        _length += written;
    }
}
