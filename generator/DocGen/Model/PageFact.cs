namespace DocGen.Generator.Model;

/// <summary>
/// Something that a page says, with room for what is worked out of it. That is no part of what it says: it is neither compared nor copied.
/// </summary>
internal abstract record PageFact
{
    private Note? _notes;

    protected PageFact()
    {
    }

    /// <summary>A copy says something else, of which nothing is worked out yet.</summary>
    protected PageFact(PageFact original)
    {
    }

    public virtual bool Equals(PageFact? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => 0;

    internal object? Recall(object by)
    {
        Note? note = Volatile.Read(ref _notes);
        while (note is not null && !ReferenceEquals(note.By, by))
            note = note.Next;
        return note?.Value;
    }

    internal void Remember(object by, object? value)
    {
        Note? first = Volatile.Read(ref _notes);
        for (Note? note = first; note is not null; note = note.Next)
        {
            if (!ReferenceEquals(note.By, by))
                continue;
            note.Value = value;
            return;
        }

        // An editor may run one generator for two snapshots of a project at once: of two that are added, either will do.
        while (Interlocked.CompareExchange(ref _notes, new Note(by, value, first), first) is var now && !ReferenceEquals(now, first))
            first = now;
    }

    private sealed class Note(object by, object? value, Note? next)
    {
        private object? _value = value;

        public object By { get; } = by;

        public Note? Next { get; } = next;

        public object? Value
        {
            get => Volatile.Read(ref _value);
            set => Volatile.Write(ref _value, value);
        }
    }
}
