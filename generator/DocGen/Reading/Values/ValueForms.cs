using System.Globalization;
using System.Xml;
using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Decides the types that a JSON value can be read as. A test compares the result with the runtime's <c>JsonRead</c>.
/// </summary>
[Standard("RFC 3339, section 5.6; RFC 9562, section 4; RFC 4648, section 4")]
internal static class ValueForms
{
    private static readonly TypeKinds OfObject = TypeKinds.Of(TypeKind.Resource, TypeKind.JsonObject, TypeKind.Json);
    private static readonly TypeKinds OfText = TypeKinds.Of(TypeKind.String, TypeKind.Enum, TypeKind.Json);
    private static readonly TypeKinds OfNumber = TypeKinds.Of(TypeKind.Json);

    public static (ExampleValueKind Kind, TypeKinds Forms) Of(JsonValue value) => value switch
    {
        JsonObject => (ExampleValueKind.Object, OfObject),
        JsonArray => (ExampleValueKind.Array, OfNumber),
        JsonNumber number => (ExampleValueKind.Number, OfNumbers(number.Text)),
        JsonString text => (ExampleValueKind.String, OfTexts(text.Value)),
        JsonLiteral { IsNull: true } => (ExampleValueKind.Null, default),
        _ => (ExampleValueKind.Boolean, TypeKinds.Of(TypeKind.Boolean, TypeKind.Json)),
    };

    private static TypeKinds OfNumbers(string text)
    {
        TypeKinds forms = OfNumber;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && !double.IsInfinity(number))
            forms = forms.With(TypeKind.Single).With(TypeKind.Double);

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            forms = forms.With(TypeKind.Decimal);
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
            return forms;
        forms = forms.With(TypeKind.Int64);
        forms = integer is >= int.MinValue and <= int.MaxValue ? forms.With(TypeKind.Int32) : forms;
        forms = integer is >= short.MinValue and <= short.MaxValue ? forms.With(TypeKind.Int16) : forms;
        forms = integer is >= sbyte.MinValue and <= sbyte.MaxValue ? forms.With(TypeKind.SByte) : forms;
        return integer is >= byte.MinValue and <= byte.MaxValue ? forms.With(TypeKind.Byte) : forms;
    }

    private static TypeKinds OfTexts(string text)
    {
        TypeKinds forms = OfText;
        if (IsBase64(text))
            forms = forms.With(TypeKind.Binary);
        if (text is "INF" or "-INF" or "NaN")
            forms = forms.With(TypeKind.Single).With(TypeKind.Double);
        if (IsGuid(text))
            forms = forms.With(TypeKind.Guid);
        if (IsDate(text))
            forms = text.Length == 10 ? forms.With(TypeKind.Date).With(TypeKind.DateTimeOffset) : forms;
        if (text.Length > 10 && IsDate(text) && text[10] == 'T' && IsTimeWithOffset(text.Substring(11)))
            forms = forms.With(TypeKind.DateTimeOffset);
        if (Time(text, 0, out int fraction) == text.Length && text.Length > 0 && fraction <= 7)
            forms = forms.With(TypeKind.TimeOfDay);
        return IsDuration(text) ? forms.With(TypeKind.Duration) : forms;
    }

    private static bool IsGuid(string text)
    {
        if (text.Length != 36)
            return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !Uri.IsHexDigit(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether the text starts with a valid full-date of RFC 3339.</summary>
    private static bool IsDate(string text) =>
        text.Length >= 10 && Digits(text, 0, 4) is > 0 and var year && text[4] == '-'
        && Digits(text, 5, 2) is >= 1 and <= 12 and var month
        && text[7] == '-' && Digits(text, 8, 2) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month);

    /// <summary>
    /// Whether System.Text.Json accepts the text after <c>T</c>. The offset is optional, and so are its minutes.
    /// </summary>
    private static bool IsTimeWithOffset(string text)
    {
        int end = Time(text, 0, out int fraction);
        if (end == 0 || fraction > 16)
            return false;
        if (end == text.Length || (text[end] == 'Z' && end + 1 == text.Length))
            return true;
        if (text[end] is not ('+' or '-') || Digits(text, end + 1, 2) is not (>= 0 and <= 14 and var hours))
            return false;
        return text.Length == end + 3
            || (text.Length == end + 6 && text[end + 3] == ':'
                && Digits(text, end + 4, 2) is >= 0 and <= 59 and var minutes && (hours < 14 || minutes == 0));
    }

    /// <summary>Returns the position after <c>hh:mm[:ss[.f]]</c>, or 0 if no time starts here.</summary>
    private static int Time(string text, int start, out int fraction)
    {
        fraction = 0;
        if (text.Length < start + 5 || Digits(text, start, 2) is not (>= 0 and <= 23) || text[start + 2] != ':'
            || Digits(text, start + 3, 2) is not (>= 0 and <= 59))
            return 0;
        int end = start + 5;
        if (end == text.Length || text[end] != ':')
            return end;
        if (text.Length < end + 3 || Digits(text, end + 1, 2) is not (>= 0 and <= 59))
            return 0;
        end += 3;
        if (end == text.Length || text[end] != '.')
            return end;
        while (end + 1 + fraction < text.Length && text[end + 1 + fraction] is >= '0' and <= '9')
            fraction++;
        return fraction == 0 ? 0 : end + 1 + fraction;
    }

    /// <summary>Reads a number of exactly <paramref name="count"/> digits; -1 for other text.</summary>
    private static int Digits(string text, int start, int count)
    {
        if (start + count > text.Length)
            return -1;
        int number = 0;
        for (int i = start; i < start + count; i++)
        {
            if (text[i] is not (>= '0' and <= '9'))
                return -1;
            number = (number * 10) + (text[i] - '0');
        }

        return number;
    }

    private static bool IsDuration(string text)
    {
        if (text.Length < 3 || text[text[0] == '-' ? 1 : 0] != 'P')
            return false;
        int time = text.IndexOf('T');
        if (text.IndexOfAny(['Y', 'M'], 0, time < 0 ? text.Length : time) >= 0)
            return false;
        try
        {
            XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether the text is base64 (RFC 4648, sections 4 and 5) in either alphabet, with or without padding. Unused bits
    /// must be zero.
    /// </summary>
    private static bool IsBase64(string text)
    {
        int count = 0, padding = 0, last = 0;
        foreach (char c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
                continue;
            int sextet = Sextet(c);
            if (c == '=')
                padding++;
            else if (padding > 0 || sextet < 0)
                return false;
            else
                (count, last) = (count + 1, sextet);
        }

        return (count % 4) switch { 0 => true, 2 => (last & 15) == 0, 3 => (last & 3) == 0, _ => false };
    }

    private static int Sextet(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };
}
