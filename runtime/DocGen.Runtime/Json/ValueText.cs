using System.Xml;

namespace DocGen.Infrastructure;

/// <summary>Formats primitive values as text, independent of culture (OData ABNF, section 7).</summary>
internal static class ValueText
{
    /// <summary>The length of <c>2026-05-17T08:00:00.1234567+02:00</c>.</summary>
    public const int MaxInstantLength = 33;

    /// <summary>Formats a number, Boolean, GUID, instant, date, time of day, duration, or open enumeration.</summary>
    public static string Of<T>(T value) where T : struct => value switch
    {
        bool flag => flag ? "true" : "false",
        double.PositiveInfinity or float.PositiveInfinity => "INF",
        double.NegativeInfinity or float.NegativeInfinity => "-INF",
        DateTimeOffset instant => Of(instant),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan duration => XmlConvert.ToString(duration),
        IOpenEnum choice => choice.Value,
        // The shortest text of a floating-point number that reads back as the same value; all digits of a decimal.
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{typeof(T)} has no text.", nameof(value)),
    };

    private static string Of(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxInstantLength];
        return Encoding.ASCII.GetString(text[..Write(value, text)]);
    }

    /// <summary>Writes an instant (ISO 8601) without trailing zeros, UTC as <c>Z</c>; returns its length.</summary>
    public static int Write(DateTimeOffset value, Span<byte> text)
    {
        const int Seconds = 19; // yyyy-MM-ddTHH:mm:ss
        value.TryFormat(text, out int length, "O", CultureInfo.InvariantCulture);
        Span<byte> offset = text[(Seconds + 8)..length]; // after the seven digits of the fraction
        int end = text[..(Seconds + 8)].TrimEnd((byte)'0').Length;
        end = Math.Max(text[end - 1] == (byte)'.' ? end - 1 : end, Seconds);
        if (value.Offset == TimeSpan.Zero)
        {
            text[end] = (byte)'Z';
            return end + 1;
        }

        offset.CopyTo(text[end..]);
        return end + offset.Length;
    }
}
