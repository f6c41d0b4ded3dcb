using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>
/// What is known of up to 16 members of an object: whether each is <em>present</em> (read or assigned) and whether it
/// is <em>changed</em> (assigned since it was read). A mutable value that lives in a field. Four bytes, so that an
/// object of few members, as most are, costs little more than its values. A class of more members has an inline array
/// of these and hands over the first: a member's number leads to its word.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct MemberStates
{
    private ushort _present;
    private ushort _changed;

    /// <summary>Whether any member of this word was read or assigned.</summary>
    public readonly bool AnyPresent => _present != 0;

    /// <summary>Whether any member of this word was assigned since it was read.</summary>
    public readonly bool AnyChanged => _changed != 0;

    /// <summary>Marks a member as present, as a service sent it; false where it is already.</summary>
    /// <param name="index">The member's number, less than 16 times the words that the class has.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one call for each member that is read
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

    /// <summary>Marks every member of this word as it would be had it been read.</summary>
    internal void AcceptChanges() => _changed = 0;

    /// <summary>Marks every member of this word that is present as changed.</summary>
    internal void MarkAllChanged() => _changed = _present;

    /// <summary>Marks a member as present and changed.</summary>
    /// <param name="value">What is assigned to the member.</param>
    /// <param name="index">The member's number, less than 16 times the words that the class has.</param>
    /// <returns>The value.</returns>
    public T Assign<T>(T value, int index)
    {
        ref MemberStates word = ref Word(in this, index);
        ushort bit = Bit(index);
        word._present |= bit;
        word._changed |= bit;
        return value;
    }

    /// <summary>Whether the member was read or assigned.</summary>
    public readonly bool IsPresent(int index) => (Word(in this, index)._present & Bit(index)) != 0;

    /// <summary>Whether the member was assigned since it was read.</summary>
    public readonly bool IsChanged(int index) => (Word(in this, index)._changed & Bit(index)) != 0;

    // The caller's inline array is as long as its members need, which the emitted code is trusted with.
    private static ref MemberStates Word(in MemberStates first, int index) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in first), index >> 4);

    private static ushort Bit(int index) => (ushort)(1 << (index & 15));
}
