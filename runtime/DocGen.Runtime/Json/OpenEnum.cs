namespace DocGen.Infrastructure;

/// <summary>Enumerations whose values can be combined: joined by commas (OData JSON Format 4.01, section
/// 7.1).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OpenEnum
{
    private const StringSplitOptions Names = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>
    /// What an enumeration keeps of its value: nothing of an empty one, so that it equals the default.
    /// </summary>
    public static string? Kept(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 ? null : value;
    }

    /// <summary>Every value of both, once, those of <paramref name="left"/> first.</summary>
    public static string Join(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return string.Join(',', left.Split(',', Names).Union(right.Split(',', Names), StringComparer.Ordinal));
    }

    /// <summary>Whether every value of <paramref name="flags"/> is among those of <paramref name="value"/>.</summary>
    public static bool Contains(string value, string flags)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(flags);
        return !flags.Split(',', Names).Except(value.Split(',', Names), StringComparer.Ordinal).Any();
    }
}
