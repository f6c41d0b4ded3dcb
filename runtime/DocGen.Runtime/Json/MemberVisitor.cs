namespace DocGen.Infrastructure;

/// <summary>
/// Goes through what a resource holds: either looks for changes, or replaces what the resource shares with the one it
/// is a shallow copy of.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MemberVisitor
{
    private readonly bool _copies;

    private MemberVisitor(bool copies) => _copies = copies;

    internal bool FoundChanges { get; private set; }

    internal static MemberVisitor LooksForChanges => new(copies: false);

    internal static MemberVisitor Copies => new(copies: true);

    /// <summary>Visits what is known of the members.</summary>
    public void Visit(ref MemberStates states) => FoundChanges |= states.AnyChanged;

    /// <summary>Visits a nested object, JSON or binary data.</summary>
    public void Visit<T>(ref T? value) where T : class
    {
        if (_copies)
            value = CopyOf.Item(value);
        else
            FoundChanges |= value is ApiResource { HasChanges: true };
    }

    /// <summary>
    /// Visits a list. One of the caller's own making got there by assignment, which is a change of its own; one that was
    /// read knows whether it, or an object in it, was changed.
    /// </summary>
    public void Visit<T>(ref IList<T>? value)
    {
        if (_copies)
            value = CopyOf.List(value);
        else
            FoundChanges |= value is IChangeTracking { IsChanged: true };
    }
}
