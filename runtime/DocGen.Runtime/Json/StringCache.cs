using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>
/// Caches the strings read so far from one JSON text. A repeated value, such as a type name or the id of the items'
/// parent, shares one object and costs no memory. A list uses the cache from its second item on. The cache is cleared
/// after the text has been read.
/// </summary>
internal sealed class StringCache
{
    private const int SlotBits = 8;

    // After more misses in a row, the cache is not used, because the strings are probably all different.
    private const int MaxMisses = 128;

    [ThreadStatic]
    private static StringCache? t_idle;

    private readonly string?[] _slots = new string?[1 << SlotBits];
    private int _misses;

    private StringCache()
    {
    }

    /// <summary>Returns the thread's cache, or a new cache if the thread's cache is in use.</summary>
    public static StringCache Rent()
    {
        StringCache cache = t_idle ?? new StringCache();
        t_idle = null;
        return cache;
    }

    /// <summary>Clears the cache and returns it to the thread.</summary>
    public void Return()
    {
        Array.Clear(_slots);
        _misses = 0;
        t_idle = this;
    }

    /// <summary>Returns the string of a text without escapes; null if the text is not ASCII.</summary>
    /// <param name="utf8">The text, without quotes.</param>
    /// <param name="room">A buffer for as many characters.</param>
    public string? Get(ReadOnlySpan<byte> utf8, Span<char> room)
    {
        if (_misses > MaxMisses)
            return Make(utf8, room);
        ref string? slot = ref _slots[Slot(utf8)];
        if (slot is not null && Ascii.Equals(utf8, slot))
        {
            _misses = 0;
            return slot;
        }

        if (Make(utf8, room) is not { } made)
            return null;
        _misses++;
        return slot = made;
    }

    /// <summary>Creates a string from ASCII text; returns null for other text.</summary>
    public static string? Make(ReadOnlySpan<byte> utf8, Span<char> room) =>
        Ascii.ToUtf16(utf8, room, out int length) == OperationStatus.Done
            ? new string(room[..length]) : null;

    // The hash uses the start and the end of the text: ids differ at the end, names and types also at the start.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Slot(ReadOnlySpan<byte> utf8)
    {
        // 2^64 divided by the golden ratio: spreads bits (Fibonacci hashing).
        const ulong Golden = 0x9E37_79B9_7F4A_7C15;
        ulong first, last;
        if (utf8.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(utf8);
            last = BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]);
        }
        else
        {
            first = last = 0;
            foreach (byte one in utf8)
                first = (first << 8) | one;
        }

        ulong mixed = (first ^ BitOperations.RotateLeft(last, 23) ^ (ulong)utf8.Length) * Golden;
        return (int)(mixed >> (64 - SlotBits));
    }
}
