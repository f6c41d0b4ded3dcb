using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// Joins operations that are documented in several groups, for example on the pages of both resources of a
/// relationship. Operations on types with a common base stay separate. Operations that send or return different types
/// also stay separate.
/// </summary>
internal sealed class SharedUrls
{
    private readonly Func<string, string?> _familyOf;
    private readonly List<(string Resource, OperationDraft Draft)> _drafts;
    private readonly int[] _parents;
    private readonly bool[] _isInPassing;
    private readonly List<LinkFinding> _findings = [];

    private SharedUrls(IEnumerable<(string Resource, OperationDraft Draft)> drafts, Func<string, string?> familyOf)
    {
        _familyOf = familyOf;
        _drafts = [.. drafts];
        _parents = [.. Enumerable.Range(0, _drafts.Count)];
        ILookup<(string, string), OperationDraft> ofPages = _drafts.Select(one => one.Draft)
            .ToLookup(draft => (draft.Page.Path, draft.HttpMethod));
        _isInPassing = [.. _drafts.Select(one => ofPages[(one.Draft.Page.Path, one.Draft.HttpMethod)].Skip(1).Any())];
    }

    /// <summary>Merges drafts of the same operation into the draft with the highest precedence.</summary>
    /// <param name="drafts">The drafts with the resources of their groups, in an order that does not depend on file
    /// order.</param>
    /// <param name="familyOf">Returns the topmost base of the resource with the given name (see
    /// <see cref="SymbolKind.Family"/>); null for an unknown name.</param>
    /// <param name="removed">Called for each draft that was merged into another.</param>
    /// <returns>A finding for each operation that shares a URL with another and stays separate.</returns>
    public static IReadOnlyList<LinkFinding> Join(
        IEnumerable<(string Resource, OperationDraft Draft)> drafts, Func<string, string?> familyOf,
        Action<string, OperationDraft> removed)
    {
        var shared = new SharedUrls(drafts, familyOf);
        IReadOnlyList<int>[] served = shared.Served();
        foreach (IReadOnlyList<int> same in served)
            shared.Unite(same);
        shared.Merge(removed);
        shared.Report(served);
        return shared._findings;
    }

    /// <summary>Returns the sets of drafts with the same verb and path.</summary>
    private IReadOnlyList<int>[] Served()
    {
        var byUrl = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < _drafts.Count; i++)
        {
            OperationDefinition operation = _drafts[i].Draft.Operation;
            foreach (string url in operation.Urls.Select(u => operation.HttpMethod + " " + u.Path.Shape)
                .Distinct(StringComparer.Ordinal))
            {
                if (!byUrl.TryGetValue(url, out List<int>? serving))
                    byUrl.Add(url, serving = new List<int>(1));
                serving.Add(i);
            }
        }

        return [.. byUrl.Where(url => url.Value.Count > 1).OrderBy(url => url.Key, StringComparer.Ordinal)
            .Select(url => (IReadOnlyList<int>)url.Value)];
    }

    private void Unite(IReadOnlyList<int> serving)
    {
        // Among drafts with equal request and response types, each is compared only with the draft of the highest
        // precedence.
        foreach (IGrouping<string, int> alike in serving.GroupBy(i => Sent(i) + "\n" + Answered(i),
            StringComparer.OrdinalIgnoreCase))
        {
            int[] sorted = [.. alike.OrderBy(i => i, Comparer<int>.Create(Compare))];
            foreach (int other in sorted.Skip(1))
            {
                if (AreOne(sorted[0], other))
                    _parents[Root(other)] = Root(sorted[0]);
            }
        }
    }

    /// <summary>
    /// Returns the type of the request body. If only a property table describes the body, its type is the response
    /// type.
    /// </summary>
    private string Sent(int i)
    {
        OperationDefinition operation = _drafts[i].Draft.Operation;
        string answered = Answered(i);
        bool isByTable = operation.Body is { IsPropertyTable: true, Resource: null } && answered.Length > 0
            && answered.IndexOf(' ') < 0;
        return isByTable ? answered : OperationMerge.BodyOf(operation);
    }

    private string Answered(int i) => OperationMerge.AnswerOf(_drafts[i].Draft.Operation);

    /// <summary>
    /// Whether two drafts are the same operation: all their URLs have the same ending, or one draft has all URLs of the
    /// other. The second condition does not apply if one of the drafts is named after its URL.
    /// </summary>
    private bool AreOne(int one, int other)
    {
        if (AreOfOneFamily(_drafts[one].Resource, _drafts[other].Resource))
            return false;
        HashSet<string> ends = Ends(one), otherEnds = Ends(other);
        if (ends.SetEquals(otherEnds))
            return ends.Count == 1;
        return !IsNamedByUrl(one) && !IsNamedByUrl(other) && (IsWithin(one, other) || IsWithin(other, one));
    }

    private HashSet<string> Ends(int i) =>
        new(_drafts[i].Draft.Operation.Urls.Select(u => End(u.Path)), StringComparer.Ordinal);

    private static string End(UrlPath path)
    {
        int last = path.Segments.Count - 1;
        while (last > 0 && path.Segments[last].Name is null)
            last--;
        return string.Join("/", path.Segments.Skip(Math.Max(0, last))
            .Select((segment, i) => i == 0 && segment.Name is { } name ? name.ToLowerInvariant() : segment.Shape));
    }

    private bool IsNamedByUrl(int i) => _drafts[i].Draft.Operation.Urls.Any(u =>
        u.Path.LastName is { } last
            && Identifiers.Pascal(last, "").Equals(_drafts[i].Draft.Method, StringComparison.OrdinalIgnoreCase));

    private bool IsWithin(int one, int other)
    {
        var urls = new HashSet<string>(_drafts[other].Draft.Operation.Urls.Select(u => u.Path.Shape),
            StringComparer.Ordinal);
        return _drafts[one].Draft.Operation.Urls.All(u => urls.Contains(u.Path.Shape));
    }

    /// <summary>
    /// Whether two resources are the same type or have a common base. Operations on two such types differ in the
    /// resource type, so they stay separate.
    /// </summary>
    private bool AreOfOneFamily(string one, string other) =>
        one == other || (_familyOf(one) is { } family && family == _familyOf(other));

    /// <summary>
    /// Orders drafts by precedence. A page that has several operations with the same verb comes last, because these
    /// operations are not its main topic. Otherwise, the page whose file name has fewer words comes first, then the
    /// draft with more URLs.
    /// </summary>
    private int Compare(int one, int other)
    {
        (OperationDraft first, OperationDraft second) = (_drafts[one].Draft, _drafts[other].Draft);
        if (_isInPassing[one] != _isInPassing[other])
            return _isInPassing[one].CompareTo(_isInPassing[other]);
        int words = PageOrder.Words(first.Page.Path).CompareTo(PageOrder.Words(second.Page.Path));
        if (words != 0)
            return words;
        int urls = second.Operation.Urls.Count.CompareTo(first.Operation.Urls.Count);
        return urls != 0 ? urls : one.CompareTo(other);
    }

    private int Root(int i)
    {
        while (_parents[i] != i)
            i = _parents[i] = _parents[_parents[i]];
        return i;
    }

    private void Merge(Action<string, OperationDraft> removed)
    {
        foreach (IGrouping<int, int> one in Enumerable.Range(0, _drafts.Count).GroupBy(Root).Where(g => g.Skip(1).Any())
            .ToArray())
        {
            int[] sorted = [.. one.OrderBy(i => i, Comparer<int>.Create(Compare))];
            foreach (int other in sorted.Skip(1))
            {
                _drafts[sorted[0]].Draft.Merge(_drafts[other].Draft);
                removed(_drafts[other].Resource, _drafts[other].Draft);
            }
        }
    }

    private void Report(IReadOnlyList<int>[] served)
    {
        var reported = new HashSet<(int, int)>();
        foreach (IReadOnlyList<int> serving in served)
        {
            int[] sorted = [.. serving.OrderBy(i => i, Comparer<int>.Create(Compare))];
            foreach (int other in sorted.Skip(1).Where(i => Root(i) != Root(sorted[0]) && reported.Add((sorted[0], i))))
            {
                OperationDefinition operation = _drafts[other].Draft.Operation;
                string difference = OperationMerge.Difference(_drafts[sorted[0]].Draft.Operation, operation)
                    ?? "the resource type";
                _findings.Add(LinkFindings.Of(
                    Rules.UrlOfSeveral, _drafts[other].Draft.Page.Path, AnchorKeys.Operation(operation.HttpMethod),
                    _drafts[sorted[0]].Draft.Page.Path, difference));
            }
        }
    }
}
