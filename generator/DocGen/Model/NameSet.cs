namespace DocGen.Generator.Model;

/// <summary>A set of names. The same names in the same order give the same object again, so that sets are told apart by
/// reference.</summary>
internal sealed class NameSet
{
    private readonly HashSet<string> _names;

    private NameSet(EquatableArray<string> names) => _names = new HashSet<string>(names, StringComparer.Ordinal);

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>The last sets of several kinds.</summary>
    internal sealed class Cache
    {
        private readonly Cached<EquatableArray<string>, NameSet> _sets = new(names => new NameSet(names));

        /// <param name="kind">What is named; each kind has one set at a time.</param>
        public NameSet Of(string kind, IEnumerable<string> names) => _sets.Get(kind, names.ToEquatableArray());
    }
}
