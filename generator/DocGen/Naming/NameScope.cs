using System.Globalization;

namespace DocGen.Generator.Naming;

/// <summary>
/// The names that are used in one scope, ignoring case. If a name is already used, a suffix is appended to it, and then
/// also a number.
/// </summary>
internal sealed class NameScope
{
    private static readonly HashSet<string> None = [];

    private readonly HashSet<string> _reserved = None;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, int>? _numbers;

    /// <param name="reserved">Reserved names. If they are a case-insensitive set, scopes share the set and do not copy
    /// it.</param>
    public NameScope(IReadOnlyCollection<string> reserved)
    {
        if (reserved is HashSet<string> { Comparer: var comparer } set
            && ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase))
            _reserved = set;
        else
            _taken.UnionWith(reserved);
    }

    public NameScope(IReadOnlyCollection<string> reserved, string alsoTaken)
        : this(reserved) => _taken.Add(alsoTaken);

    public string Claim(string name, string suffix)
    {
        string free = FirstFree(name, suffix);
        _taken.Add(free);
        return free;
    }

    /// <summary>Returns the name that <see cref="Claim"/> would return.</summary>
    public string FirstFree(string name, string suffix)
    {
        if (IsFree(name))
            return name;
        string longer = name + suffix;
        if (IsFree(longer))
            return longer;
        // Names are never removed, so a search for a number starts at the last result. Without this, a thousand equal
        // names would need half a million lookups.
        _numbers ??= new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int number = _numbers.TryGetValue(longer, out int last) ? last : 2;
        while (!IsFree(Numbered(longer, number)))
            number++;
        _numbers[longer] = number;
        return Numbered(longer, number);
    }

    public static string Numbered(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);

    public bool IsFree(string name) => !_reserved.Contains(name) && !_taken.Contains(name);

    public bool TryClaim(string name) => !_reserved.Contains(name) && _taken.Add(name);
}
