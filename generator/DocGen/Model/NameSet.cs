namespace DocGen.Generator.Model;

/// <summary>
/// A set of names. The cache returns the same object for the same names in the same order, so sets can be compared by
/// reference.
/// </summary>
internal sealed class NameSet
{
    private readonly HashSet<string> _names;

    private NameSet(EquatableArray<string> names) => _names = new HashSet<string>(names, StringComparer.Ordinal);

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>Caches the last set of each kind.</summary>
    internal sealed class Cache
    {
        private readonly Cached<EquatableArray<string>, NameSet> _sets = new(names => new NameSet(names));

        /// <param name="kind">The kind of the names. Each kind has one set at a time.</param>
        public NameSet Of(string kind, IEnumerable<string> names) => _sets.Get(kind, names.ToEquatableArray());
    }
}
