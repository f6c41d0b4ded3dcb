namespace DocGen.Infrastructure;

/// <summary>
/// A JSON number (RFC 8259, section 6) as its digits and exponent, so that different spellings of a number are equal:
/// the value is <c>0.{Digits} × 10^{Exponent}</c>.
/// </summary>
internal readonly ref struct JsonNumber
{
    /// <summary>Longer texts are rejected: no .NET type has so many digits.</summary>
    public const int MaxLength = 256;

    private readonly bool _isNegative;
    private readonly long _exponent;

    private JsonNumber(bool isNegative, ReadOnlySpan<byte> digits, long exponent)
    {
        Digits = digits;
        _isNegative = isNegative && digits.Length > 0;
        _exponent = digits.Length > 0 ? exponent : 0;
    }

    /// <summary>The digits without leading and trailing zeros; empty for zero.</summary>
    public ReadOnlySpan<byte> Digits { get; }

    /// <summary>Reads a number.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="room">A buffer for the digits, as long as the text.</param>
    /// <param name="number">The number.</param>
    /// <returns>False if the text is not a JSON number, or is too long.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, Span<byte> room, out JsonNumber number)
    {
        number = default;
        bool isNegative = text.StartsWith("-"u8);
        ReadOnlySpan<byte> rest = isNegative ? text[1..] : text;
        ReadOnlySpan<byte> whole = Take(ref rest);
        ReadOnlySpan<byte> fraction = [];
        if (text.Length > MaxLength || whole.IsEmpty || (whole.Length > 1 && whole[0] == '0'))
            return false;
        if (rest.StartsWith("."u8))
        {
            rest = rest[1..];
            fraction = Take(ref rest);
            if (fraction.IsEmpty)
                return false;
        }

        if (!TryPower(rest, out long power))
            return false;
        whole.CopyTo(room);
        fraction.CopyTo(room[whole.Length..]);
        Span<byte> digits = room[..(whole.Length + fraction.Length)];
        int zeros = digits.IndexOfAnyExcept((byte)'0');
        zeros = zeros < 0 ? digits.Length : zeros;
        number = new JsonNumber(isNegative, digits[zeros..].TrimEnd((byte)'0'), power + whole.Length - zeros);
        return true;
    }

    public bool Equals(JsonNumber other) =>
        _isNegative == other._isNegative && _exponent == other._exponent && Digits.SequenceEqual(other.Digits);

    /// <summary>Gets the number as an integer; returns false if it has a fraction or is out of range.</summary>
    public bool TryGetInt64(out long value)
    {
        const int MaxDigits = 19;
        value = 0;
        if (_exponent < Digits.Length || _exponent > MaxDigits)
            return Digits.IsEmpty;
        Int128 sum = 0;
        for (int i = 0; i < _exponent; i++)
            sum = (10 * sum) + (i < Digits.Length ? Digits[i] - '0' : 0);
        sum = _isNegative ? -sum : sum;
        value = (long)sum;
        return value == sum;
    }

    private static ReadOnlySpan<byte> Take(scoped ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        ReadOnlySpan<byte> digits = end < 0 ? rest : rest[..end];
        rest = rest[digits.Length..];
        return digits;
    }

    // Reads an optional exponent. An exponent with more than nine digits exceeds every type.
    private static bool TryPower(ReadOnlySpan<byte> text, out long power)
    {
        const int MaxDigits = 9;
        power = 0;
        if (text.IsEmpty)
            return true;
        if ((text[0] | 0x20) != 'e')
            return false;
        bool isNegative = text.Length > 1 && text[1] == '-';
        ReadOnlySpan<byte> digits = text[(text.Length > 1 && text[1] is (byte)'-' or (byte)'+' ? 2 : 1)..];
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return false;
        digits = digits.TrimStart((byte)'0');
        foreach (byte digit in digits[..Math.Min(digits.Length, MaxDigits)])
            power = (10 * power) + digit - '0';
        power = digits.Length > MaxDigits ? long.MaxValue / 4 : power;
        power = isNegative ? -power : power;
        return true;
    }
}
