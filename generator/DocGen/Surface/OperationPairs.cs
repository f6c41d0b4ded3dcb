using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// Pairs the operations of two surfaces. Verb and URL identify an operation. If several operations have a common URL,
/// those with the same name are paired first, then those with the same types, then those with the most common URLs.
/// </summary>
internal sealed class OperationPairs
{
    private readonly TypePairs _types;
    private readonly HashSet<SurfaceOperation> _old;
    private readonly HashSet<SurfaceOperation> _new;
    private readonly List<OperationPair> _pairs = [];

    public OperationPairs(ApiSurface old, ApiSurface current, TypePairs types)
    {
        _types = types;
        _old = new HashSet<SurfaceOperation>(old.Operations, ByReference.Comparer);
        _new = new HashSet<SurfaceOperation>(current.Operations, ByReference.Comparer);
        PairByName(old, current);
        PairBest(Candidates(operation => operation.HttpMethod + " "));
        PairBest(Candidates(_ => "").Where(pair => IsOtherVerb(pair.Old, pair.New)));
        PairReplaced();
        Removed = [.. old.Operations.Where(_old.Contains)];
        Added = [.. current.Operations.Where(_new.Contains)];
    }

    public IReadOnlyList<OperationPair> All => _pairs;

    public IReadOnlyList<SurfaceOperation> Removed { get; }

    public IReadOnlyList<SurfaceOperation> Added { get; }

    private static IEnumerable<string> Shapes(SurfaceOperation operation) =>
        operation.Urls.Select(url => UrlText.Shape(url.Template)).Distinct(StringComparer.Ordinal);

    private void Pair(SurfaceOperation old, SurfaceOperation current, bool isReplaced = false)
    {
        _old.Remove(old);
        _new.Remove(current);
        _pairs.Add(new OperationPair(old, current, isReplaced));
    }

    /// <summary>
    /// Pairs operations with the same name, verb and a common URL. Nearly all operations are such pairs.
    /// </summary>
    private void PairByName(ApiSurface old, ApiSurface current)
    {
        var named = current.Operations.GroupBy(operation => operation.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (SurfaceOperation operation in old.Operations)
        {
            if (named.TryGetValue(operation.Name, out SurfaceOperation? same) && _new.Contains(same)
                && same.HttpMethod == operation.HttpMethod
                && (same.Urls == operation.Urls || Shapes(operation).Intersect(Shapes(same)).Any()))
            {
                Pair(operation, same);
            }
        }
    }

    /// <summary>Returns the unpaired operations that have a common URL, the most similar pairs first.</summary>
    /// <param name="verb">A further value that must be equal for both.</param>
    private List<(SurfaceOperation Old, SurfaceOperation New)> Candidates(Func<SurfaceOperation, string> verb)
    {
        ILookup<string, SurfaceOperation> byUrl = _new
            .SelectMany(operation => Shapes(operation).Select(shape => (Key: verb(operation) + shape, operation)))
            .ToLookup(pair => pair.Key, pair => pair.operation, StringComparer.Ordinal);
        var shared = new Dictionary<(SurfaceOperation, SurfaceOperation), int>();
        foreach (SurfaceOperation operation in _old)
        {
            foreach (SurfaceOperation other in Shapes(operation).SelectMany(shape => byUrl[verb(operation) + shape]))
                shared[(operation, other)] = shared.TryGetValue((operation, other), out int count) ? count + 1 : 1;
        }

        return [.. shared.OrderByDescending(pair => pair.Key.Item1.Name == pair.Key.Item2.Name)
            .ThenByDescending(pair => SameTypes(pair.Key.Item1, pair.Key.Item2)).ThenByDescending(pair => pair.Value)
            .ThenBy(pair => First(pair.Key), StringComparer.Ordinal)
            .ThenBy(pair => Second(pair.Key), StringComparer.Ordinal)
            .Select(pair => pair.Key)];
    }

    // The order is the same in both directions, so that a reversed change pairs the same operations.
    private static string First((SurfaceOperation One, SurfaceOperation Other) pair) =>
        string.CompareOrdinal(pair.One.Name, pair.Other.Name) < 0 ? pair.One.Name : pair.Other.Name;

    private static string Second((SurfaceOperation One, SurfaceOperation Other) pair) =>
        string.CompareOrdinal(pair.One.Name, pair.Other.Name) < 0 ? pair.Other.Name : pair.One.Name;

    private void PairBest(IEnumerable<(SurfaceOperation Old, SurfaceOperation New)> candidates)
    {
        foreach ((SurfaceOperation old, SurfaceOperation current) in candidates)
        {
            if (_old.Contains(old) && _new.Contains(current))
                Pair(old, current);
        }
    }

    /// <summary>Whether the author corrected the verb: the operation still has its name or its types.</summary>
    private bool IsOtherVerb(SurfaceOperation old, SurfaceOperation current) =>
        old.Name == current.Name
            || (SameTypes(old, current) == 2 && Shapes(old).Count() == Shapes(current).Count()
                && (TypeOf(old) + old.Answer.Type).Length > 0);

    /// <summary>Pairs operations that have no common URL: by name, or by similar URLs and equal types.</summary>
    private void PairReplaced()
    {
        ILookup<string, SurfaceOperation> byName = _new.ToLookup(
            operation => operation.HttpMethod + " " + operation.Name, StringComparer.Ordinal);
        foreach (SurfaceOperation operation in Sorted(_old))
        {
            if (byName[operation.HttpMethod + " " + operation.Name].FirstOrDefault() is { } same && _new.Contains(same))
                Pair(operation, same, isReplaced: true);
        }

        // If both the verb and the URL of a page changed, the operation keeps its name. C# that calls it compiles, but
        // sends the new request.
        ILookup<string, SurfaceOperation> byMethod = _new.ToLookup(operation => operation.Name, StringComparer.Ordinal);
        foreach (SurfaceOperation operation in Sorted(_old))
        {
            if (byMethod[operation.Name].FirstOrDefault() is { } same && _new.Contains(same))
                Pair(operation, same, isReplaced: true);
        }

        ILookup<string, SurfaceOperation> byEnd = _new.ToLookup(End, StringComparer.Ordinal);
        var alike = from operation in Sorted(_old)
                    from other in byEnd[End(operation)]
                    let likeness = Likeness(operation, other)
                    where likeness >= Thresholds.UrlLikeness && SameTypes(operation, other) == 2
                    orderby likeness descending, First((operation, other)), Second((operation, other))
                    select (operation, other);
        foreach ((SurfaceOperation old, SurfaceOperation current) in alike.ToList())
        {
            if (_old.Contains(old) && _new.Contains(current))
                Pair(old, current, isReplaced: true);
        }
    }

    private static SurfaceOperation[] Sorted(IEnumerable<SurfaceOperation> operations) =>
        [.. operations.OrderBy(operation => operation.Name, StringComparer.Ordinal)];

    /// <summary>
    /// Returns the part of an operation that must be equal before URLs are compared: verb, method, and the URL from its
    /// last literal segment to its end.
    /// </summary>
    private static string End(SurfaceOperation operation)
    {
        string[] segments = (Shapes(operation).FirstOrDefault() ?? "").Split('/');
        int word = Array.FindLastIndex(segments, segment => segment.IndexOf('{') < 0);
        return operation.HttpMethod + " " + operation.Method + " " + string.Join("/", segments.Skip(word));
    }

    private static double Likeness(SurfaceOperation one, SurfaceOperation other) =>
        one.Urls.SelectMany(_ => other.Urls, (first, second) => UrlText.Likeness(first.Template, second.Template))
            .DefaultIfEmpty(0).Max();

    /// <summary>Returns 0 to 2: one for an equal body type, and one for an equal response type.</summary>
    private int SameTypes(SurfaceOperation one, SurfaceOperation other) =>
        (_types.IsSameIdentity(TypeOf(one), TypeOf(other)) ? 1 : 0)
            + (_types.IsSameIdentity(one.Answer.Type ?? "", other.Answer.Type ?? "") ? 1 : 0);

    private static string TypeOf(SurfaceOperation operation) =>
        operation.Members.FirstOrDefault(member => member.Place == MemberPlace.Body)?.Type ?? "";
}
