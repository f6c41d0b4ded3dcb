using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Xml;

namespace DocGen.Infrastructure;

/// <summary>
/// Reads the primitive types of the OData JSON Format 4.01, section 7.1. The reader stands on a value's first token
/// before and on its last after. JSON null is null.
/// </summary>
internal static class EdmReader
{
    private const int ShortText = 128;

    private static readonly string[] TimeFormats = ["HH':'mm':'ss.FFFFFFF", "HH':'mm':'ss", "HH':'mm"];

    public static JsonException Null => new("Expected a value, found null.");

    public static string? String(ref ResourceReader reader)
    {
        ref Utf8JsonReader json = ref reader.Json;
        if (json.TokenType != JsonTokenType.String)
            return json.TokenType == JsonTokenType.Null ? null : throw Unexpected(in json, "a string");
        // Most strings are short and ASCII, which needs no counting, and no validation but this one.
        Span<char> text = stackalloc char[ShortText];
        ReadOnlySpan<byte> utf8 = json.ValueSpan;
        if (utf8.Length > ShortText)
            return json.GetString();
        return json.ValueIsEscaped
            ? TryUnescape(utf8, text, out int length) ? new string(text[..length]) : json.GetString()
            : Ascii.ToUtf16(utf8, text, out length) == OperationStatus.Done ? new string(text[..length]) : json.GetString();
    }

    // Every eTag has quotes to escape. The reader has seen that the escapes are well-formed; of what is not ASCII, and of
    // surrogates, which must come in pairs, it knows more.
    private static bool TryUnescape(ReadOnlySpan<byte> utf8, Span<char> text, out int length)
    {
        length = 0;
        for (int i = 0; i < utf8.Length; i++)
        {
            int c = utf8[i];
            if (c == '\\')
            {
                c = utf8[++i] switch
                {
                    (byte)'n' => '\n',
                    (byte)'t' => '\t',
                    (byte)'r' => '\r',
                    (byte)'b' => '\b',
                    (byte)'f' => '\f',
                    (byte)'u' when Utf8Parser.TryParse(utf8.Slice(i + 1, 4), out ushort code, out _, 'x') && !char.IsSurrogate((char)code) => code,
                    (byte)'u' => -1,
                    byte itself => itself,
                };
                i += utf8[i] == 'u' ? 4 : 0;
            }
            else if (c > 0x7F)
            {
                c = -1;
            }

            if (c < 0)
                return false;
            text[length++] = (char)c;
        }

        return true;
    }

    public static bool? Boolean(ref ResourceReader reader) => reader.Json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => NullOf<bool>(in reader.Json, "true or false"),
    };

    public static T? Integer<T>(ref ResourceReader reader) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetInt64(out long value)
            && value >= long.CreateTruncating(T.MinValue) && value <= long.CreateTruncating(T.MaxValue)
            ? T.CreateTruncating(value)
            : reader.Json.TokenType == JsonTokenType.Null ? null
            : throw Unexpected(in reader.Json, string.Create(CultureInfo.InvariantCulture, $"an integer from {T.MinValue} to {T.MaxValue}"));

    public static T? Float<T>(ref ResourceReader reader)
        where T : struct, IFloatingPointIeee754<T> => reader.Json.TokenType switch
    {
        JsonTokenType.Number when
            T.TryParse(reader.Json.ValueSpan, CultureInfo.InvariantCulture, out T value) && T.IsFinite(value) => value,
        JsonTokenType.String when reader.Json.ValueTextEquals("INF"u8) => T.PositiveInfinity,
        JsonTokenType.String when reader.Json.ValueTextEquals("-INF"u8) => T.NegativeInfinity,
        JsonTokenType.String when reader.Json.ValueTextEquals("NaN"u8) => T.NaN,
        _ => NullOf<T>(in reader.Json, "a number in range"),
    };

    public static decimal? Decimal(ref ResourceReader reader) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetDecimal(out decimal value)
            ? value : NullOf<decimal>(in reader.Json, "a decimal number");

    public static Guid? Guid(ref ResourceReader reader) =>
        reader.Json.TokenType == JsonTokenType.String && reader.Json.TryGetGuid(out Guid value)
            ? value : NullOf<Guid>(in reader.Json, "a GUID");

    /// <summary>A point in time; UTC where the value has no offset.</summary>
    public static DateTimeOffset? Instant(ref ResourceReader reader)
    {
        if (reader.Json.TokenType == JsonTokenType.Null)
            return null;
        if (reader.Json.TokenType == JsonTokenType.String)
        {
            if (TryUtcSeconds(reader.Json.ValueSpan, out DateTimeOffset value))
                return value;
            // System.Text.Json takes a value without an offset for the machine's local time.
            if (reader.Json.TryGetDateTimeOffset(out value))
                return HasOffset(in reader.Json) ? value : new DateTimeOffset(value.DateTime, TimeSpan.Zero);
        }
        throw Unexpected(in reader.Json, "a date and time");
    }

    public static DateOnly? Date(ref ResourceReader reader) =>
        DateOnly.TryParseExact(Text(in reader.Json), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value)
            ? value : NullOf<DateOnly>(in reader.Json, "a date");

    // Seconds and their fraction are optional.
    public static TimeOnly? TimeOfDay(ref ResourceReader reader) =>
        TimeOnly.TryParseExact(Text(in reader.Json), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly value)
            ? value : NullOf<TimeOnly>(in reader.Json, "a time of day");

    // Years and months have no fixed length and are refused, as the type does (XML Schema dayTimeDuration).
    public static TimeSpan? Duration(ref ResourceReader reader) =>
        Text(in reader.Json) is { } text && Duration(text) is { } value
            ? value : NullOf<TimeSpan>(in reader.Json, "a duration of days and time");

    // Base64 or base64url (RFC 4648), padded or not.
    public static byte[]? Binary(ref ResourceReader reader) => reader.Json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String when reader.Json.TryGetBytesFromBase64(out byte[]? value) => value,
        JsonTokenType.String when FromBase64Url(reader.Json.GetString()!) is { } value => value,
        _ => throw Unexpected(in reader.Json, "base64 data"),
    };

    public static JsonNode? Json(ref ResourceReader reader) => JsonNode.Parse(ref reader.Json);

    public static JsonObject? JsonObject(ref ResourceReader reader) => reader.Json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.StartObject => (JsonObject?)JsonNode.Parse(ref reader.Json),
        _ => throw Unexpected(in reader.Json, "an object"),
    };

    /// <summary>The bytes behind base64 or base64url, padded or not; null where the text is neither.</summary>
    public static byte[]? FromBase64Url(string text)
    {
        text = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        text = text.PadRight((text.Length + 3) / 4 * 4, '=');
        return Base64.IsValid(text) ? Convert.FromBase64String(text) : null;
    }

    private static TimeSpan? Duration(string text)
    {
        int date = text.IndexOf('T') is >= 0 and var time ? time : text.Length;
        try
        {
            return text.AsSpan(0, date).ContainsAny('Y', 'M') ? null : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

    // What is no value of its type may still be null.
    private static T? NullOf<T>(in Utf8JsonReader reader, string expected) where T : struct =>
        reader.TokenType == JsonTokenType.Null ? null : throw Unexpected(in reader, expected);

    private static string? Text(in Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : null;

    // The form that nearly all services send, 2026-05-17T08:03:17Z, costs a third of what any form does.
    private static bool TryUtcSeconds(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
            return false;
        int year = (100 * Two(text, 0)) + Two(text, 2);
        int month = Two(text, 5), day = Two(text, 8), hour = Two(text, 11), minute = Two(text, 14), second = Two(text, 17);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;
        value = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }

    // A number of two digits; one that no part of a time can be where they are none.
    private static int Two(ReadOnlySpan<byte> text, int start)
    {
        uint tens = (uint)(text[start] - '0'), ones = (uint)(text[start + 1] - '0');
        return tens > 9 || ones > 9 ? int.MaxValue / 1000 : (int)((10 * tens) + ones);
    }

    private static bool HasOffset(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        if (text[^1] == (byte)'Z')
            return true;
        int time = text.IndexOf((byte)'T');
        return time >= 0 && text[time..].IndexOfAny((byte)'+', (byte)'-') >= 0;
    }

    public static JsonException Unexpected(in Utf8JsonReader reader, string expected) => new(reader.TokenType switch
    {
        JsonTokenType.StartObject => $"Expected {expected}, found an object.",
        JsonTokenType.StartArray => $"Expected {expected}, found an array.",
        JsonTokenType.String => $"Expected {expected}, found a string that is none.",
        JsonTokenType.Number => $"Expected {expected}, found the number {Encoding.UTF8.GetString(reader.ValueSpan)}.",
        JsonTokenType.True => $"Expected {expected}, found true.",
        JsonTokenType.False => $"Expected {expected}, found false.",
        _ => $"Expected {expected}, found {reader.TokenType}.",
    });
}
