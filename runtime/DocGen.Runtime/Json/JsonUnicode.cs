using System.Buffers.Text;
using System.Text.Unicode;

namespace DocGen.Infrastructure;

/// <summary>
/// Handles JSON with invalid Unicode: bytes that are not UTF-8, or the escape of an unpaired surrogate (RFC 8259,
/// section 8.2). <see cref="Utf8JsonReader"/> accepts both and throws when the string is read.
/// </summary>
internal static class JsonUnicode
{
    private const int EscapeLength = 6; // backslash, u, four hexadecimal digits

    /// <summary>Whether every string can be read as text.</summary>
    public static bool IsValid(ReadOnlySpan<byte> json) => Utf8.IsValid(json) && LoneSurrogate(json, 0) < 0;

    /// <summary>
    /// Replaces each unpaired surrogate with <c>U+FFFD</c> and each invalid UTF-8 byte with <c>?</c>. Byte positions do
    /// not change.
    /// </summary>
    public static byte[] Repair(ReadOnlySpan<byte> json)
    {
        byte[] copy = json.ToArray();
        for (int i = LoneSurrogate(copy, 0); i >= 0; i = LoneSurrogate(copy, i + EscapeLength))
            "\\uFFFD"u8.CopyTo(copy.AsSpan(i));
        for (int i = 0, length; i < copy.Length; i += length)
        {
            if (Rune.DecodeFromUtf8(copy.AsSpan(i), out _, out length) != System.Buffers.OperationStatus.Done)
                copy.AsSpan(i, length).Fill((byte)'?');
        }

        return copy;
    }

    /// <summary>Returns the unescaped text of a JSON string or name.</summary>
    public static string Text(ReadOnlySpan<byte> escaped)
    {
        byte[] quoted = [(byte)'"', .. IsValid(escaped) ? escaped : Repair(escaped), (byte)'"'];
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }

    private static int LoneSurrogate(ReadOnlySpan<byte> json, int from)
    {
        for (int i = from; i < json.Length;)
        {
            int next = json[i..].IndexOf((byte)'\\');
            if (next < 0)
                return -1;
            i += next;
            if (Escape(json, i) is not { } unit)
                i += 2; // an escape of one character, such as a backslash
            else if (!char.IsSurrogate(unit))
                i += EscapeLength;
            else if (char.IsHighSurrogate(unit)
                && Escape(json, i + EscapeLength) is { } low && char.IsLowSurrogate(low))
                i += 2 * EscapeLength;
            else
                return i;
        }

        return -1;
    }

    private static char? Escape(ReadOnlySpan<byte> json, int at) =>
        json.Length - at >= EscapeLength && json[at] == '\\' && json[at + 1] == 'u'
            && Utf8Parser.TryParse(json.Slice(at + 2, 4), out ushort code, out int read, 'x') && read == 4
            ? (char)code : null;
}
