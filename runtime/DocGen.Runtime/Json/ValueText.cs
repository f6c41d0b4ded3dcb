using System.Globalization;
using System.Text;
using System.Xml;

namespace DocGen.Infrastructure;

/// <summary>Primitive values as text, the same in every culture (OData ABNF, section 7).</summary>
internal static class ValueText
{
    /// <summary><c>2026-05-17T08:00:00.1234567+02:00</c>.</summary>
    public const int MaxInstantLength = 33;

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(double value) => value switch
    {
        double.PositiveInfinity => "INF",
        double.NegativeInfinity => "-INF",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    public static string Of(Guid value) => value.ToString("D");

    public static string Of(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxInstantLength];
        return Encoding.ASCII.GetString(text[..Write(value, text)]);
    }

    /// <summary>Writes a point in time without needless zeros in its fraction; UTC as <c>Z</c>.</summary>
    /// <param name="value">The point in time.</param>
    /// <param name="text">Takes <see cref="MaxInstantLength"/> bytes.</param>
    /// <returns>The length of what was written.</returns>
    public static int Write(DateTimeOffset value, Span<byte> text)
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

    public static string Of(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    public static string Of(TimeSpan value) => XmlConvert.ToString(value);
}
