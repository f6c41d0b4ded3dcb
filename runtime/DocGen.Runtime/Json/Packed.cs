using System.Runtime.InteropServices;

namespace DocGen.Infrastructure;

/// <summary>
/// A point in time or null, for use as a field. It takes 10 bytes; <c>DateTimeOffset?</c> takes 24, and most resources
/// have two or more.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential, Pack = sizeof(short))]
public readonly struct PackedInstant
{
    // Ticks plus one, so that the default value is null.
    private readonly long _ticks;
    private readonly short _offsetMinutes;

    private PackedInstant(DateTimeOffset value) =>
        (_ticks, _offsetMinutes) = (value.Ticks + 1, (short)value.TotalOffsetMinutes);

    /// <summary>Packs a value.</summary>
    public static implicit operator PackedInstant(DateTimeOffset? value) => value is { } time ? new(time) : default;

    /// <summary>Unpacks the value.</summary>
    public static implicit operator DateTimeOffset?(PackedInstant packed) => packed._ticks == 0
        ? null : new DateTimeOffset(packed._ticks - 1, new TimeSpan(packed._offsetMinutes * TimeSpan.TicksPerMinute));
}

/// <summary>A 64-bit integer or null, for use as a field. It takes 9 bytes; <c>long?</c> takes 16.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly struct PackedInt64
{
    private readonly long _value;
    private readonly bool _hasValue;

    private PackedInt64(long value) => (_value, _hasValue) = (value, true);

    /// <summary>Packs a value.</summary>
    public static implicit operator PackedInt64(long? value) => value is { } number ? new(number) : default;

    /// <summary>Unpacks the value.</summary>
    public static implicit operator long?(PackedInt64 packed) => packed._hasValue ? packed._value : null;
}
