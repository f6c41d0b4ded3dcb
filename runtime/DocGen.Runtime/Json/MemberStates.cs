using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>
/// What is known of up to 16 members of an object: whether each is <em>present</em> (read or assigned) and whether it
/// is <em>changed</em> (assigned since it was read). A mutable value that lives in a field. Four bytes, so that an object
/// of few members, as most are, costs little more than its values.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct MemberStates
{
    private ushort _present;
    private ushort _changed;

    /// <summary>Whether any member was read or assigned.</summary>
    public readonly bool AnyPresent => _present != 0;

    /// <summary>Whether any member was assigned since it was read.</summary>
    public readonly bool AnyChanged => _changed != 0;

    /// <summary>Marks a member as present, as a service sent it; false where it is already.</summary>
    /// <param name="index">The member's number, 0 to 15.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one call for each member that is read
    internal bool TryRead(int index)
    {
        int bit = 1 << index;
        if ((_present & bit) != 0)
            return false;
        _present |= (ushort)bit;
        return true;
    }

    /// <summary>Marks a member as absent.</summary>
    internal void Forget(int index) => _present &= (ushort)~(1 << index);

    /// <summary>Marks every member as it would be had it been read.</summary>
    internal void AcceptChanges() => _changed = 0;

    /// <summary>Marks every member that is present as changed.</summary>
    internal void MarkAllChanged() => _changed = _present;

    /// <summary>Marks a member as present and changed.</summary>
    /// <param name="value">What is assigned to the member.</param>
    /// <param name="index">The member's number, 0 to 15.</param>
    /// <returns>The value.</returns>
    public T Assign<T>(T value, int index)
    {
        _present |= (ushort)(1 << index);
        _changed |= (ushort)(1 << index);
        return value;
    }

    /// <summary>Whether the member was read or assigned.</summary>
    public readonly bool IsPresent(int index) => (_present & (1 << index)) != 0;

    /// <summary>Whether the member was assigned since it was read.</summary>
    public readonly bool IsChanged(int index) => (_changed & (1 << index)) != 0;
}
