using System.Xml;

namespace DocGen.Infrastructure;

/// <summary>Primitive values as text, the same in every culture (OData ABNF, section 7).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueText
{
    /// <summary><c>2026-05-17T08:00:00.1234567+02:00</c>.</summary>
    internal const int MaxInstantLength = 33;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>An integer; the smaller ones convert to it.</summary>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A decimal number with the digits it has.</summary>
    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the number; <c>INF</c>, <c>-INF</c> and <c>NaN</c> where it is not finite.</summary>
    public static string Of(double value) => value switch
    {
        double.PositiveInfinity => "INF",
        double.NegativeInfinity => "-INF",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <inheritdoc cref="Of(double)"/>
    public static string Of(float value) =>
        float.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : Of((double)value);

    /// <summary>A GUID with hyphens.</summary>
    public static string Of(Guid value) => value.ToString("D");

    /// <summary>A point in time (ISO 8601) without needless zeros; UTC as <c>Z</c>.</summary>
    public static string Of(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxInstantLength];
        return Encoding.ASCII.GetString(text[..Write(value, text)]);
    }

    /// <summary>A date (ISO 8601).</summary>
    public static string Of(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time of day (ISO 8601).</summary>
    public static string Of(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>A duration (ISO 8601).</summary>
    public static string Of(TimeSpan value) => XmlConvert.ToString(value);

    /// <summary>A value of an open enumeration.</summary>
    public static string Of<T>(T value) where T : struct, IOpenEnum => value.Value;

    /// <summary>Writes a point in time, as <see cref="Of(DateTimeOffset)"/> gives it.</summary>
    /// <param name="value">The point in time.</param>
    /// <param name="text">Takes <see cref="MaxInstantLength"/> bytes.</param>
    /// <returns>The length of what was written.</returns>
    internal static int Write(DateTimeOffset value, Span<byte> text)
    {
        const int Seconds = 19; // yyyy-MM-ddTHH:mm:ss
        value.TryFormat(text, out int length, "O", CultureInfo.InvariantCulture);
        Span<byte> offset = text[(Seconds + 8)..length]; // behind the seven digits of the fraction
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
