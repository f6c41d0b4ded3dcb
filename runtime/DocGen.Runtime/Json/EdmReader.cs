using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Xml;

namespace DocGen.Infrastructure;

/// <summary>
/// Reads the primitive types of the OData JSON Format 4.01, section 7.1, and values that convert to them without loss.
/// Each method starts at the value's first token and ends at its last. It returns null for JSON null and for refused
/// values.
/// </summary>
internal static class EdmReader
{
    private const int ShortText = 128;

    private const string Null = "a value other than null";

    // .NET's times have a resolution of 100 ns: further digits of a second are cut.
    private const int TimeLength = 16; // HH:mm:ss.fffffff

    private static readonly SearchValues<char> InInstants = SearchValues.Create("0123456789-:.+TtZz ");

    private static readonly string[] TimeFormats = ["HH':'mm':'ss.FFFFFFF", "HH':'mm':'ss", "HH':'mm"];

    /// <summary>Returns an item of a list whose items cannot be null.</summary>
    public static T Item<T>(ref ResourceReader reader, T? value) where T : struct
    {
        // A value that did not fit is already refused.
        if (value is null && !reader.Refused)
            reader.Refuse(Null);
        return value.GetValueOrDefault();
    }

    /// <summary>Reads a string. A number is returned as its digits, a Boolean as <c>true</c> or <c>false</c>.</summary>
    public static string? String(ref ResourceReader reader)
    {
        ref Utf8JsonReader json = ref reader.Json;
        if (json.TokenType != JsonTokenType.String)
            return OtherAsString(ref reader);
        // Most strings are short ASCII: decoding them validates them and needs no counting.
        Span<char> text = stackalloc char[ShortText];
        ReadOnlySpan<byte> utf8 = json.ValueSpan;
        if (utf8.Length > ShortText)
            return AnyText(ref reader);
        return json.ValueIsEscaped
            ? TryUnescape(utf8, text, out int length) ? new string(text[..length]) : AnyText(ref reader)
            : (reader.Strings is { } strings ? strings.Get(utf8, text) : StringCache.Make(utf8, text))
                ?? AnyText(ref reader);
    }

    private static string? OtherAsString(ref ResourceReader reader) => reader.Json.TokenType switch
    {
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False =>
            Encoding.ASCII.GetString(reader.Json.ValueSpan),
        _ => NullOr<string>(ref reader, "a string"),
    };

    private static string? AnyText(ref ResourceReader reader) =>
        JsonUnicode.IsValid(reader.Json.ValueSpan)
            ? reader.Json.GetString() : NullOr<string>(ref reader, "a string of Unicode text");

    // Every eTag contains escaped quotes. The JSON reader has checked that the escapes are well-formed. Non-ASCII bytes
    // and surrogates are left to the JSON reader.
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
                    (byte)'u' when Utf8Parser.TryParse(utf8.Slice(i + 1, 4), out ushort code, out _, 'x')
                        && !char.IsSurrogate((char)code) => code,
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

    /// <summary>Reads a Boolean, or the string <c>true</c> or <c>false</c> in any case.</summary>
    public static bool? Boolean(ref ResourceReader reader) => reader.Json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when Ascii.EqualsIgnoreCase(reader.Json.ValueSpan, "true"u8) => true,
        JsonTokenType.String when Ascii.EqualsIgnoreCase(reader.Json.ValueSpan, "false"u8) => false,
        _ => NullOf<bool>(ref reader, "true or false"),
    };

    /// <summary>
    /// Reads an integer in any JSON spelling (<c>3.0</c>, <c>3e0</c>), or such a spelling as a string.
    /// </summary>
    public static T? Integer<T>(ref ResourceReader reader) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        ((reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetInt64(out long value))
            || IsWhole(in reader.Json, out value))
            && value >= long.CreateTruncating(T.MinValue) && value <= long.CreateTruncating(T.MaxValue)
            ? T.CreateTruncating(value) : NoInteger<T>(ref reader);

    private static T? NoInteger<T>(ref ResourceReader reader) where T : struct, IMinMaxValue<T> => NullOf<T>(
        ref reader, string.Create(CultureInfo.InvariantCulture, $"an integer from {T.MinValue} to {T.MaxValue}"));

    private static bool IsWhole(in Utf8JsonReader json, out long value)
    {
        value = 0;
        Span<byte> room = stackalloc byte[JsonNumber.MaxLength];
        return json.TokenType is JsonTokenType.Number or JsonTokenType.String
            && JsonNumber.TryParse(Unescaped(in json), room, out JsonNumber number) && number.TryGetInt64(out value);
    }

    /// <summary>
    /// Reads a number as the nearest floating-point number, if that number can be written with the digits that were
    /// sent. Also reads such a number as a string, and the strings <c>INF</c>, <c>-INF</c> and <c>NaN</c>.
    /// </summary>
    public static T? Float<T>(ref ResourceReader reader) where T : struct, IFloatingPointIeee754<T> =>
        reader.Json.TokenType switch
        {
            JsonTokenType.Number when Float(reader.Json.ValueSpan, out T value) => value,
            JsonTokenType.String when FloatText<T>(Unescaped(in reader.Json)) is { } value => value,
            _ =>
                NullOf<T>(ref reader,
                    $"a number that {(typeof(T) == typeof(float) ? "single" : "double")} precision holds"),
        };

    private static bool Float<T>(ReadOnlySpan<byte> text, out T value) where T : struct, IFloatingPointIeee754<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out value) && Keeps(text, value);

    private static T? FloatText<T>(ReadOnlySpan<byte> text) where T : struct, IFloatingPointIeee754<T>
    {
        if (text.SequenceEqual("INF"u8))
            return T.PositiveInfinity;
        if (text.SequenceEqual("-INF"u8))
            return T.NegativeInfinity;
        if (text.SequenceEqual("NaN"u8))
            return T.NaN;
        Span<byte> room = stackalloc byte[JsonNumber.MaxLength];
        return JsonNumber.TryParse(text, room, out _) && Float(text, out T value) ? value : null;
    }

    // Any normal number of this many digits survives the conversion.
    private static bool Keeps<T>(ReadOnlySpan<byte> text, T value) where T : struct, IFloatingPointIeee754<T> =>
        (text.Length <= (typeof(T) == typeof(float) ? 6 : 15) && T.IsNormal(value)) || KeepsDigits(text, value);

    // The digits survive if they equal the shortest text of the number, or its text with the same number of digits.
    private static bool KeepsDigits<T>(ReadOnlySpan<byte> text, T value) where T : struct, IFloatingPointIeee754<T>
    {
        const int SignAndPower = 16;
        const int DoubleDigits = 17;
        Span<byte> room = stackalloc byte[JsonNumber.MaxLength];
        if (!T.IsFinite(value) || !JsonNumber.TryParse(text, room, out JsonNumber sent))
            return false;
        // Services compute fractions in double precision, and their last two digits vary.
        if (typeof(T) == typeof(double) && T.IsNormal(value) && sent.Digits.Length <= DoubleDigits
            && text.IndexOfAny(".eE"u8) >= 0)
            return true;
        Span<byte> written = stackalloc byte[JsonNumber.MaxLength + SignAndPower];
        int decimals = Math.Max(sent.Digits.Length, 1) - 1;
        return IsWritten("", sent, written)
            || IsWritten(string.Create(CultureInfo.InvariantCulture, $"E{decimals}"), sent, written);

        bool IsWritten(string format, JsonNumber number, Span<byte> into)
        {
            Span<byte> again = stackalloc byte[JsonNumber.MaxLength];
            return value.TryFormat(into, out int length, format, CultureInfo.InvariantCulture)
                && JsonNumber.TryParse(into[..length], again, out JsonNumber read) && read.Equals(number);
        }
    }

    /// <summary>Reads a decimal number if all its digits fit, or such a number as a string.</summary>
    public static decimal? Decimal(ref ResourceReader reader)
    {
        bool isRead = reader.Json.TokenType is JsonTokenType.Number or JsonTokenType.String;
        ReadOnlySpan<byte> text = isRead ? Unescaped(in reader.Json) : [];
        bool isNumber = reader.Json.TokenType == JsonTokenType.Number
            ? reader.Json.TryGetDecimal(out decimal value)
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        return isNumber && Keeps(text, value, reader.Json.TokenType == JsonTokenType.Number)
            ? value : NullOf<decimal>(ref reader, "a number of at most 28 digits");
    }

    // A decimal can represent every number of 28 digits.
    private static bool Keeps(ReadOnlySpan<byte> text, decimal value, bool isNumber)
    {
        if (isNumber && text.Length <= 28 && !text.ContainsAny((byte)'e', (byte)'E'))
            return true;
        Span<byte> room = stackalloc byte[JsonNumber.MaxLength];
        Span<byte> again = stackalloc byte[JsonNumber.MaxLength];
        Span<byte> written = stackalloc byte[JsonNumber.MaxLength];
        return JsonNumber.TryParse(text, room, out JsonNumber sent)
            && value.TryFormat(written, out int length, default, CultureInfo.InvariantCulture)
            && JsonNumber.TryParse(written[..length], again, out JsonNumber kept) && kept.Equals(sent);
    }

    /// <summary>Reads a GUID: 32 digits with hyphens, without hyphens, or with hyphens and braces.</summary>
    public static Guid? Guid(ref ResourceReader reader)
    {
        if (!IsText(in reader.Json))
            return NullOf<Guid>(ref reader, "a GUID");
        if (reader.Json.TryGetGuid(out Guid value))
            return value;
        string text = reader.Json.GetString()!;
        return System.Guid.TryParseExact(text, "N", out value) || System.Guid.TryParseExact(text, "B", out value)
            ? value : NullOf<Guid>(ref reader, "a GUID");
    }

    /// <summary>Reads a point in time; without an offset, it is UTC.</summary>
    public static DateTimeOffset? Instant(ref ResourceReader reader) =>
        (reader.Json.TokenType == JsonTokenType.String
            && TryUtcSeconds(reader.Json.ValueSpan, out DateTimeOffset value))
            || (IsText(in reader.Json)
                && (TryInstant(in reader.Json, out value) || TryOtherInstant(reader.Json.GetString()!, out value)))
            ? value : NullOf<DateTimeOffset>(ref reader, "a date and time");

    /// <summary>Reads a date, optionally with the time 00:00 in UTC or without an offset.</summary>
    public static DateOnly? Date(ref ResourceReader reader)
    {
        const int Length = 10;
        string text = Text(in reader.Json) ?? "";
        if (text.Length > Length && TryInstant(in reader.Json, out DateTimeOffset time)
            && time.TimeOfDay == default && time.Offset == default)
            text = text[..Length];
        return DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value)
            ? value : NullOf<DateOnly>(ref reader, "a date");
    }

    // Seconds and their fraction are optional.
    public static TimeOnly? TimeOfDay(ref ResourceReader reader)
    {
        string text = Text(in reader.Json) ?? "";
        if (text.Length > TimeLength && !text.AsSpan(TimeLength).ContainsAnyExceptInRange('0', '9'))
            text = text[..TimeLength];
        return TimeOnly.TryParseExact(
            text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly value)
            ? value : NullOf<TimeOnly>(ref reader, "a time of day");
    }

    // Refuses years and months, because they have no fixed length. The EDM type has none either (XML Schema
    // dayTimeDuration).
    public static TimeSpan? Duration(ref ResourceReader reader) =>
        Text(in reader.Json) is { } text && Duration(text) is { } value
            ? value : NullOf<TimeSpan>(ref reader, "a duration of days and time");

    // Base64 or base64url (RFC 4648), padded or not.
    public static byte[]? Binary(ref ResourceReader reader)
    {
        if (!IsText(in reader.Json))
            return NullOr<byte[]>(ref reader, "base64 data");
        return reader.Json.TryGetBytesFromBase64(out byte[]? value)
            ? value : FromBase64Url(reader.Json.GetString()!) ?? NullOr<byte[]>(ref reader, "base64 data");
    }

    public static JsonNode? Json(ref ResourceReader reader)
    {
        if (OpenJson.IsPlain(reader.Json))
            return JsonNode.Parse(ref reader.Json);
        long position = reader.Json.TokenStartIndex;
        byte[] text = reader.ReadText();
        JsonNode? node = OpenJson.Node(text, out bool isExact);
        if (isExact)
            return node;
        reader.Refuse(position, text, "Unicode JSON without duplicate member names");
        return null;
    }

    public static JsonObject? JsonObject(ref ResourceReader reader) =>
        reader.Json.TokenType == JsonTokenType.StartObject
        ? (JsonObject?)Json(ref reader) : NullOr<JsonObject>(ref reader, "an object");

    /// <summary>Decodes base64 or base64url, padded or not; returns null for other text.</summary>
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

    // JSON null is valid for every type.
    private static T? NullOf<T>(ref ResourceReader reader, string expected) where T : struct
    {
        if (reader.Json.TokenType != JsonTokenType.Null)
            reader.Refuse(expected);
        return null;
    }

    /// <inheritdoc cref="NullOf{T}"/>
    public static T? NullOr<T>(ref ResourceReader reader, string expected) where T : class
    {
        if (reader.Json.TokenType != JsonTokenType.Null)
            reader.Refuse(expected);
        return null;
    }

    // Whether the value is a string whose text can be read without an exception.
    private static bool IsText(in Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonUnicode.IsValid(reader.ValueSpan);

    private static string? Text(in Utf8JsonReader reader) => IsText(in reader) ? reader.GetString() : null;

    // The text of a string or number; empty if it is not valid Unicode.
    private static ReadOnlySpan<byte> Unescaped(in Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number || !reader.ValueIsEscaped ? reader.ValueSpan
        : IsText(in reader) ? Encoding.UTF8.GetBytes(reader.GetString()!) : [];

    // Nearly all services send this form: 2026-05-17T08:03:17Z. This method takes a third of the time of the general
    // parser.
    private static bool TryUtcSeconds(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':'
            || text[16] != ':' || text[19] != 'Z')
            return false;
        int year = (100 * Two(text, 0)) + Two(text, 2);
        int month = Two(text, 5), day = Two(text, 8), hour = Two(text, 11), minute = Two(text, 14),
            second = Two(text, 17);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
            return false;
        value = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }

    // Reads a number of two digits. If they are not digits, returns a value that is out of range for every part of a
    // time.
    private static int Two(ReadOnlySpan<byte> text, int start)
    {
        uint tens = (uint)(text[start] - '0'), ones = (uint)(text[start + 1] - '0');
        return tens > 9 || ones > 9 ? int.MaxValue / 1000 : (int)((10 * tens) + ones);
    }

    // System.Text.Json interprets a value without an offset as local time, which can't represent some times of year 1.
    private static bool TryInstant(in Utf8JsonReader reader, out DateTimeOffset value)
    {
        if (HasOffset(Unescaped(in reader)))
            return reader.TryGetDateTimeOffset(out value);
        bool isTime = reader.TryGetDateTime(out DateTime time);
        value = isTime ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : default;
        return isTime;
    }

    // RFC 3339, section 5.6, and ISO 8601 also allow a space for T, lower-case letters, an offset without a colon, and
    // 24:00 for the end of a day.
    private static bool TryOtherInstant(string text, out DateTimeOffset value)
    {
        const int DateLength = 10;
        const int ShortestTime = 5;
        value = default;
        if (text.Length < DateLength + 1 + ShortestTime || text[DateLength] is not ('T' or 't' or ' ')
            || text.AsSpan().ContainsAnyExcept(InInstants))
            return false;
        string time = text[(DateLength + 1)..];
        if (time[^1] == 'z')
            time = time[..^1] + 'Z';
        else if (time.Length > ShortestTime && time[^5] is '+' or '-'
            && !time.AsSpan(time.Length - 4).ContainsAnyExceptInRange('0', '9'))
            time = time.Insert(time.Length - 2, ":");
        bool endsDay = time.StartsWith("24:", StringComparison.Ordinal);
        if (endsDay)
            time = "00:" + time[3..];

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"\"{text[..DateLength]}T{time}\""));
        reader.Read();
        if (!TryInstant(in reader, out value))
            return false;
        if (!endsDay)
            return true;
        // The last day of the calendar has no next day.
        bool isEnd = value.TimeOfDay == default && value.UtcDateTime < DateTime.MaxValue.AddDays(-2);
        value = isEnd ? value.AddDays(1) : default;
        return isEnd;
    }

    private static bool HasOffset(ReadOnlySpan<byte> text)
    {
        if (text.EndsWith("Z"u8))
            return true;
        int time = text.IndexOf((byte)'T');
        return time >= 0 && text[time..].IndexOfAny((byte)'+', (byte)'-') >= 0;
    }
}
