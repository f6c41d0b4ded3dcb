namespace DocGen.Infrastructure;

/// <summary>The purpose of visiting the members of a resource.</summary>
internal enum MemberVisit
{
    /// <summary>Finds changes.</summary>
    Changes,

    /// <summary>Finds members that are present.</summary>
    Presence,

    /// <summary>Copies the objects that a shallow copy shares with its source.</summary>
    Copy,

    /// <summary>Marks all members as unchanged.</summary>
    Accept,

    /// <summary>Marks every member that is present as changed.</summary>
    Mark,
}

/// <summary>Visits the members of a resource.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MemberVisitor
{
    // Stops at cycles; no service accepts objects this deep.
    private const int MaxDepth = 500;

    [ThreadStatic]
    private static int t_depth;

    private readonly MemberVisit _visit;
    private bool _found;

    private MemberVisitor(MemberVisit visit) => _visit = visit;

    /// <summary>Visits a resource; returns whether the visit found a change or a member that is present.</summary>
    /// <exception cref="InvalidOperationException">The resources are nested too deep.</exception>
    internal static bool Finds(MemberVisit visit, ApiResource resource)
    {
        if (t_depth == MaxDepth)
        {
            throw new InvalidOperationException(
                $"Objects are nested more than {MaxDepth} levels deep, perhaps because an object contains itself.");
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

    /// <summary>Visits the states of the members.</summary>
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
    /// Visits a list. A list that the caller assigned is already a change of the member. A list that was read tracks
    /// changes of itself and its items. Accepting changes replaces a list that the caller assigned with one that tracks
    /// changes.
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
