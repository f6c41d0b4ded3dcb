namespace DocGen.Generator.Surface;

/// <summary>
/// Pairs the types of two surfaces. The name in the docs identifies a type. For an unnamed type, the operation or
/// member that has it does.
/// </summary>
internal sealed class TypePairs
{
    private readonly Dictionary<string, string> _newOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paired = new(StringComparer.Ordinal);
    private readonly HashSet<(string Old, string New)> _inline = [];
    private readonly Queue<(SurfaceType Old, SurfaceType New)> _open = new();

    public TypePairs(ApiSurface old, ApiSurface current)
    {
        Old = new SurfaceTypes(old);
        New = new SurfaceTypes(current);
        Pair(old.Types.Where(type => type.WireName is not null).Select(type => (type.WireName!, type.Class)),
            current.Types.Where(type => type.WireName is not null).Select(type => (type.WireName!, type.Class)));
        Pair(old.Enums.Where(type => type.WireName is not null).Select(type => (type.WireName!, type.Class)),
            current.Enums.Where(type => type.WireName is not null).Select(type => (type.WireName!, type.Class)));
    }

    public SurfaceTypes Old { get; }

    public SurfaceTypes New { get; }

    /// <summary>The pairs of unnamed types that the same operation or member has.</summary>
    public IEnumerable<(string Old, string New)> Inline =>
        _inline.OrderBy(pair => pair.Old, StringComparer.Ordinal).ThenBy(pair => pair.New, StringComparer.Ordinal);

    /// <summary>Returns the class in the new surface, or null if it was removed.</summary>
    public string? NewOf(string name) => _newOf.TryGetValue(name, out string? current) ? current : null;

    public bool IsNew(string name) => !_paired.Contains(name);

    /// <summary>Pairs unnamed types that the same operation or member has.</summary>
    public void FindInline(IEnumerable<OperationPair> operations)
    {
        foreach (KeyValuePair<string, string> pair in _newOf)
        {
            if (Old.Type(pair.Key) is { } old && New.Type(pair.Value) is { } current)
                _open.Enqueue((old, current));
        }

        Follow();
        foreach (OperationPair pair in operations)
        {
            var sent = new Dictionary<(MemberPlace, string), string>();
            foreach (SurfaceMember member in pair.New.Members)
                sent[(member.Place, member.WireName)] = member.Type;
            foreach (SurfaceMember member in pair.Old.Members)
            {
                if (sent.TryGetValue((member.Place, member.WireName), out string? type))
                    Reach(member.Type, type);
            }

            Reach(pair.Old.Answer.Type, pair.New.Answer.Type);
            Reach(pair.Old.Answer.Uploaded, pair.New.Answer.Uploaded);
            Follow();
        }
    }

    /// <summary>Whether both are the same type on the wire, judged by their names.</summary>
    public bool IsSame(string old, string current)
    {
        (int oldRank, string oldName) = SurfaceTypes.Parse(old);
        (int newRank, string newName) = SurfaceTypes.Parse(current);
        if (oldRank != newRank)
            return false;
        if (_newOf.TryGetValue(oldName, out string? same))
            return same == newName;
        if (IsClass(Old, oldName) || IsClass(New, newName))
            return _inline.Contains((oldName, newName));
        return oldName == newName;
    }

    /// <summary>Compares types before unnamed types are paired. Any two unnamed types are equal.</summary>
    public bool IsSameIdentity(string old, string current) =>
        IsSame(old, current) || (Old.IsInline(SurfaceTypes.Parse(old).Name)
            && New.IsInline(SurfaceTypes.Parse(current).Name));

    private static bool IsClass(SurfaceTypes types, string name) =>
        types.Type(name) is not null || types.Enum(name) is not null;

    /// <summary>
    /// Pairs types by name, then by name ignoring case. If only one of the names has a namespace, pairs them by the
    /// last part.
    /// </summary>
    private void Pair(IEnumerable<(string Wire, string Class)> old, IEnumerable<(string Wire, string Class)> current)
    {
        List<(string Wire, string Class)> left = [.. old];
        List<(string Wire, string Class)> right = [.. current];
        Match(left, right, StringComparer.Ordinal, wire => wire, (_, _) => true);
        Match(left, right, StringComparer.OrdinalIgnoreCase, wire => wire, (_, _) => true);
        Match(left, right, StringComparer.OrdinalIgnoreCase, SurfaceTypes.LastPart,
            (one, other) => one.IndexOf('.') < 0 || other.IndexOf('.') < 0);
    }

    private void Match(
        List<(string Wire, string Class)> old, List<(string Wire, string Class)> current, StringComparer comparer,
        Func<string, string> key,
        Func<string, string, bool> isOne)
    {
        ILookup<string, (string Wire, string Class)> known = current.ToLookup(type => key(type.Wire), comparer);
        old.RemoveAll(type =>
        {
            foreach ((string wire, string name) in known[key(type.Wire)])
            {
                if (isOne(type.Wire, wire) && _paired.Add(name))
                {
                    _newOf.Add(type.Class, name);
                    return true;
                }
            }

            return false;
        });
        current.RemoveAll(type => _paired.Contains(type.Class));
    }

    private void Reach(string? old, string? current)
    {
        if (old is null || current is null)
            return;
        (string first, string second) = (SurfaceTypes.Parse(old).Name, SurfaceTypes.Parse(current).Name);
        if (!Old.IsInline(first) || !New.IsInline(second) || Old.Type(first) is null != New.Type(second) is null
            || !_inline.Add((first, second)))
            return;
        if (Old.Type(first) is { } type && New.Type(second) is { } other)
            _open.Enqueue((type, other));
    }

    private void Follow()
    {
        while (_open.Count > 0)
        {
            (SurfaceType old, SurfaceType current) = _open.Dequeue();
            var properties = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (SurfaceProperty property in current.Properties)
                properties[property.WireName] = property.Type;
            foreach (SurfaceProperty property in old.Properties)
            {
                if (properties.TryGetValue(property.WireName, out string? type))
                    Reach(property.Type, type);
            }
        }
    }
}
