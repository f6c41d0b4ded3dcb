using System.Globalization;
using System.Text;
using System.Xml;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>Writes single values in idiomatic C#, for targets of a known type.</summary>
[Standard("RFC 3339, section 5.6; RFC 4648, section 4; C#, section 6.4.5")]
internal static class Literals
{
    /// <summary>
    /// Returns a string literal. Letters of all languages stay readable. Invisible characters are escaped, and so are
    /// characters that could end the literal.
    /// </summary>
    public static string Of(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in CSharpText.ReplaceLoneSurrogates(text))
        {
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (c is '\n' or '\r' or '\t')
                literal.Append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
            else if (CSharpText.IsControl(c) || CSharpText.IsLineSeparator(c) || CSharpText.IsDirectional(c)
                || c is '\u00A0' or '\u00AD' or '\uFEFF')
                literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                literal.Append(c);
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Returns a value from its text in JSON or in a URL. The type must accept the text.</summary>
    public static string Of(TypeKind kind, string text) => kind switch
    {
        TypeKind.Boolean or TypeKind.Byte or TypeKind.SByte or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 =>
            text,
        TypeKind.Single or TypeKind.Double => Double(text),
        TypeKind.Decimal => text.IndexOfAny(['.', 'e', 'E']) < 0 && text.Length < 10 ? text : text + "m",
        TypeKind.Guid => "new(" + Of(text) + ")",
        TypeKind.DateTimeOffset => Instant(text),
        TypeKind.Date => "new(" + Number(text, 0, 4) + ", " + Number(text, 5, 2) + ", " + Number(text, 8, 2) + ")",
        TypeKind.TimeOfDay => TimeOfDay(text),
        TypeKind.Duration => Duration(text),
        TypeKind.Binary => "Convert.FromBase64String(" + Of(Padded(text)) + ")",
        _ => Of(text),
    };

    private static string Double(string text) => text switch
    {
        "INF" => "double.PositiveInfinity",
        "-INF" => "double.NegativeInfinity",
        "NaN" => "double.NaN",
        // An integer that neither int nor long can hold needs a floating-point suffix.
        _ => text.IndexOfAny(['.', 'e', 'E']) < 0 && text.Length > 18 ? text + "d" : text,
    };

    private static string Instant(string text)
    {
        string time = text.Length > 10 ? text.Substring(11) : "";
        int zone = time.IndexOfAny(['Z', '+', '-']);
        string offset = zone < 0 ? "" : time.Substring(zone);
        (string clock, string rest) = Clock(zone < 0 ? time : time.Substring(0, zone), isWhole: true);
        string day = string.Join(", ", Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
        string made = "(" + day + ", " + clock + ", " + Offset(offset) + ")";
        return rest.Length == 0 ? "new" + made : "new DateTimeOffset" + made + rest;
    }

    private static string Offset(string text)
    {
        if (text.Length < 3)
            return "TimeSpan.Zero";
        int minutes =
            (int.Parse(text.Substring(1, 2), CultureInfo.InvariantCulture) * 60) + (text.Length < 6 ? 0
            : int.Parse(text.Substring(4, 2), CultureInfo.InvariantCulture));
        string sign = text[0] == '-' ? "-" : "";
        return minutes == 0 ? "TimeSpan.Zero"
            : minutes % 60 == 0 ? "TimeSpan.FromHours(" + sign + CSharpText.Number(minutes / 60) + ")"
            : "TimeSpan.FromMinutes(" + sign + CSharpText.Number(minutes) + ")";
    }

    private static string TimeOfDay(string text)
    {
        (string clock, string rest) = Clock(text, isWhole: false);
        return rest.Length == 0 ? "new(" + clock + ")"
            : "new TimeOnly(" + clock + ")" + rest.Replace("AddTicks(", "Add(TimeSpan.FromTicks(") + ")";
    }

    /// <summary>
    /// Returns the arguments for a time of day, and a call that adds the remaining ticks. The arguments include
    /// milliseconds if the time has any.
    /// </summary>
    /// <param name="text">A time <c>hh:mm:ss.f</c>, or a prefix of it.</param>
    /// <param name="isWhole">Whether to write seconds even if they are zero.</param>
    private static (string Arguments, string More) Clock(string text, bool isWhole)
    {
        string second = text.Length < 8 ? "0" : Number(text, 6, 2);
        string fraction = (text.Length > 9 ? text.Substring(9) : "").PadRight(7, '0').Substring(0, 7);
        string millisecond = Number(fraction, 0, 3), ticks = Number(fraction, 3, 4);
        var parts =
            new List<string> { text.Length < 2 ? "0" : Number(text, 0, 2), text.Length < 5 ? "0" : Number(text, 3, 2) };
        if (isWhole || second != "0" || fraction.Trim('0').Length > 0)
            parts.Add(second);
        if (fraction.Trim('0').Length > 0)
            parts.Add(millisecond);
        return (string.Join(", ", parts), ticks == "0" ? "" : ".AddTicks(" + ticks + ")");
    }

    /// <summary>Returns a duration as a whole number of the largest possible unit.</summary>
    private static string Duration(string text)
    {
        TimeSpan value = XmlConvert.ToTimeSpan(text);
        if (value == TimeSpan.Zero)
            return "TimeSpan.Zero";
        foreach ((string unit, long ticks) in ((string, long)[])
            [("Days", TimeSpan.TicksPerDay), ("Hours", TimeSpan.TicksPerHour), ("Minutes", TimeSpan.TicksPerMinute),
                ("Seconds", TimeSpan.TicksPerSecond)])
        {
            if (value.Ticks % ticks == 0 && value.Ticks / ticks is > int.MinValue and < int.MaxValue)
                return "TimeSpan.From" + unit + "(" + (value.Ticks / ticks).ToString(
                    CultureInfo.InvariantCulture) + ")";
        }

        return "TimeSpan.FromTicks(" + value.Ticks.ToString(CultureInfo.InvariantCulture) + ")";
    }

    /// <summary>Returns base64 with the alphabet and padding that .NET reads.</summary>
    private static string Padded(string text)
    {
        string bare =
            new([.. text.Where(c => !char.IsWhiteSpace(c) && c != '=')
            .Select(c => c == '-' ? '+' : c == '_' ? '/' : c)]);
        return bare + new string('=', (4 - (bare.Length % 4)) % 4);
    }

    /// <summary>Returns digits without leading zeros.</summary>
    private static string Number(string text, int start, int length) =>
        text.Substring(start, length).TrimStart('0') is { Length: > 0 } digits ? digits : "0";
}
