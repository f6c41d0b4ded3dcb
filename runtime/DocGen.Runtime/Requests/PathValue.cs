using System.ComponentModel;
using System.Globalization;

namespace DocGen.Infrastructure;

/// <summary>Values as text for a URL or a list, the same in every culture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PathValue
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Format(bool value) => ValueText.Of(value);

    /// <summary>An integer; the smaller ones convert to it.</summary>
    public static string Format(long value) => ValueText.Of(value);

    /// <summary>A single-precision number, the shortest text that reads back as it.</summary>
    public static string Format(float value) =>
        float.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : ValueText.Of((double)value);

    /// <summary>A double-precision number; <c>INF</c>, <c>-INF</c> and <c>NaN</c> where it is not finite.</summary>
    public static string Format(double value) => ValueText.Of(value);

    /// <summary>A decimal number with the digits it has.</summary>
    public static string Format(decimal value) => ValueText.Of(value);

    /// <summary>A GUID with hyphens.</summary>
    public static string Format(Guid value) => ValueText.Of(value);

    /// <summary>A point in time (ISO 8601).</summary>
    public static string Format(DateTimeOffset value) => ValueText.Of(value);

    /// <summary>A date (ISO 8601).</summary>
    public static string Format(DateOnly value) => ValueText.Of(value);

    /// <summary>A time of day (ISO 8601).</summary>
    public static string Format(TimeOnly value) => ValueText.Of(value);

    /// <summary>A duration (ISO 8601).</summary>
    public static string Format(TimeSpan value) => ValueText.Of(value);

    /// <summary>A value of an open enumeration.</summary>
    public static string Format<T>(T value) where T : struct, IOpenEnum => value.Value;
}
