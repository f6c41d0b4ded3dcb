using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>
/// The states of up to 16 members of an object: whether each is <em>present</em> (read or set) and whether it is
/// <em>changed</em> (set since it was read). A mutable struct that is stored in a field. It has only four bytes,
/// because most objects have few members. A class with more than 16 members has an inline array of these structs,
/// called words, and passes the first word; the member's number determines its word.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct MemberStates
{
    private ushort _present;
    private ushort _changed;

    /// <summary>Whether any member of this word was read or set.</summary>
    public readonly bool AnyPresent => _present != 0;

    /// <summary>Whether any member of this word was set since it was read.</summary>
    public readonly bool AnyChanged => _changed != 0;

    /// <summary>Marks a member as present because a service sent it; returns false if it already is.</summary>
    /// <param name="index">The member's number, less than 16 times the number of words of the class.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // called for each member that is read
    internal bool TryRead(int index)
    {
        ref MemberStates word = ref Word(in this, index);
        ushort bit = Bit(index);
        if ((word._present & bit) != 0)
            return false;
        word._present |= bit;
        return true;
    }

    /// <summary>Marks a member as absent.</summary>
    internal void Forget(int index) => Word(in this, index)._present &= (ushort)~Bit(index);

    /// <summary>Marks every member of this word as unchanged.</summary>
    internal void AcceptChanges() => _changed = 0;

    /// <summary>Marks every present member of this word as changed.</summary>
    internal void MarkAllChanged() => _changed = _present;

    /// <summary>Marks a member as present and changed.</summary>
    /// <param name="value">The new value of the member.</param>
    /// <param name="index">The member's number, less than 16 times the number of words of the class.</param>
    /// <returns>The value.</returns>
    public T Assign<T>(T value, int index)
    {
        ref MemberStates word = ref Word(in this, index);
        ushort bit = Bit(index);
        word._present |= bit;
        word._changed |= bit;
        return value;
    }

    /// <summary>Whether the member was read or set.</summary>
    public readonly bool IsPresent(int index) => (Word(in this, index)._present & Bit(index)) != 0;

    /// <summary>Whether the member was set since it was read.</summary>
    public readonly bool IsChanged(int index) => (Word(in this, index)._changed & Bit(index)) != 0;

    // The emitted class guarantees that its inline array is long enough for its members.
    private static ref MemberStates Word(in MemberStates first, int index) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in first), index >> 4);

    private static ushort Bit(int index) => (ushort)(1 << (index & 15));
}
