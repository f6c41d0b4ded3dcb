namespace DocGen.Infrastructure;

/// <summary>Why the members of a resource are gone through.</summary>
internal enum MemberVisit
{
    /// <summary>To find changes.</summary>
    Changes,

    /// <summary>To find members that are present.</summary>
    Presence,

    /// <summary>To replace what the resource shares with the one it is a shallow copy of.</summary>
    Copy,

    /// <summary>To take all for what was read.</summary>
    Accept,

    /// <summary>To take every member that is present for changed.</summary>
    Mark,
}

/// <summary>Goes through what a resource holds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MemberVisitor
{
    // An object that holds itself would not end, and no service takes anything this deep.
    private const int MaxDepth = 500;

    [ThreadStatic]
    private static int t_depth;

    private readonly MemberVisit _visit;
    private bool _found;

    private MemberVisitor(MemberVisit visit) => _visit = visit;

    /// <summary>Goes through a resource; whether what was looked for is there.</summary>
    /// <exception cref="InvalidOperationException">The resources are nested too deep.</exception>
    internal static bool Finds(MemberVisit visit, ApiResource resource)
    {
        if (t_depth == MaxDepth)
        {
            throw new InvalidOperationException(
                $"The objects are nested more than {MaxDepth} deep; one may hold itself.");
        }

        t_depth++;
        try
        {
            var visitor = new MemberVisitor(visit);
            resource.VisitMembers(ref visitor);
            return visitor._found;
        }
        finally
        {
            t_depth--;
        }
    }

    /// <summary>Visits what is known of the members.</summary>
    public void Visit(ref MemberStates states)
    {
        switch (_visit)
        {
            case MemberVisit.Changes:
                _found |= states.AnyChanged;
                break;
            case MemberVisit.Presence:
                _found |= states.AnyPresent;
                break;
            case MemberVisit.Accept:
                states.AcceptChanges();
                break;
            case MemberVisit.Mark:
                states.MarkAllChanged();
                break;
        }
    }

    /// <summary>Visits a nested object, JSON or binary data.</summary>
    public void Visit<T>(ref T? value) where T : class
    {
        switch (_visit)
        {
            case MemberVisit.Changes:
                _found |= value is ApiResource { HasChanges: true };
                break;
            case MemberVisit.Copy:
                value = CopyOf.Item(value);
                break;
            case MemberVisit.Accept:
                (value as ApiResource)?.AcceptChanges();
                break;
        }
    }

    /// <summary>
    /// Visits a list. One of the caller's own making got there by assignment, which is a change of its own; one that
    /// was read knows whether it, or an object in it, was changed. Once its changes are accepted, a list of the
    /// caller's making is replaced by one that knows.
    /// </summary>
    public void Visit<T>(ref IList<T>? value)
    {
        switch (_visit)
        {
            case MemberVisit.Changes:
                _found |= value is IChangeTracking { IsChanged: true };
                break;
            case MemberVisit.Copy:
                value = CopyOf.List(value);
                break;
            case MemberVisit.Accept when value is not null:
                value = TrackedList<T>.Accepted(value);
                break;
        }
    }
}
