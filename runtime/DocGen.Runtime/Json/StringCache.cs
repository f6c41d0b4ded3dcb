using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>
/// The strings read so far from one JSON text. A value that comes again, such as the name of a type or the id of the
/// items' parent, is the same object and costs no memory. A list uses the cache from its second item on. It is emptied
/// when the text has been read.
/// </summary>
internal sealed class StringCache
{
    private const int SlotBits = 8;

    // A text whose strings all differ pays for so many lookups and no more.
    private const int MaxMisses = 128;

    [ThreadStatic]
    private static StringCache? t_idle;

    private readonly string?[] _slots = new string?[1 << SlotBits];
    private int _misses;

    private StringCache()
    {
    }

    /// <summary>Takes the thread's cache, or a new one where that is in use.</summary>
    public static StringCache Rent()
    {
        StringCache cache = t_idle ?? new StringCache();
        t_idle = null;
        return cache;
    }

    /// <summary>Empties the cache and gives it back to the thread.</summary>
    public void Return()
    {
        Array.Clear(_slots);
        _misses = 0;
        t_idle = this;
    }

    /// <summary>The string of a text without escapes; null where the text is not ASCII.</summary>
    /// <param name="utf8">The text between the quotes.</param>
    /// <param name="room">Room for as many characters.</param>
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

    /// <summary>Makes a string of ASCII text; null of any other.</summary>
    public static string? Make(ReadOnlySpan<byte> utf8, Span<char> room) =>
        Ascii.ToUtf16(utf8, room, out int length) == OperationStatus.Done
            ? new string(room[..length]) : null;

    // Ids differ at their ends, names and types also at their beginnings.
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
