namespace DocGen.Infrastructure;

/// <summary>Combines values of enumerations, separated by commas (OData JSON Format 4.01, section 7.1).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OpenEnum
{
    private const StringSplitOptions Names = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>
    /// Returns the value that an enumeration stores: null for an empty string, so that it equals the default value.
    /// </summary>
    public static string? Kept(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 ? null : value;
    }

    /// <summary>
    /// Returns the values of <paramref name="left"/>, then those of <paramref name="right"/>, without duplicates.
    /// </summary>
    public static string Join(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return string.Join(',', left.Split(',', Names).Union(right.Split(',', Names), StringComparer.Ordinal));
    }

    /// <summary>Whether <paramref name="value"/> contains every value of <paramref name="flags"/>.</summary>
    public static bool Contains(string value, string flags)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(flags);
        return !flags.Split(',', Names).Except(value.Split(',', Names), StringComparer.Ordinal).Any();
    }
}
