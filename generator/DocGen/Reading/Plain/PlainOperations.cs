using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Makes operations from the requests in a page's scopes. A heading with one request describes this request. Several
/// similar requests under a heading are one operation. A request in a sentence becomes a further URL or an example of
/// another operation, or else a new operation.
/// </summary>
internal sealed class PlainOperations
{
    private readonly List<PlainOperation> _operations = [];
    private readonly Dictionary<string, List<PlainOperation>> _byEnd = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlainOperation>> _byHeading = new(StringComparer.Ordinal);

    private PlainOperations()
    {
    }

    public static IReadOnlyList<PlainOperation> Of(IReadOnlyList<PlainScope> scopes)
    {
        var reader = new PlainOperations();
        var passing = new List<PlainOperation>();
        foreach (PlainScope scope in scopes)
            passing.AddRange(reader.Split(scope));
        foreach (PlainOperation operation in passing)
        {
            if (!reader.TryJoin(operation))
                reader.Add(operation);
        }

        return reader._operations;
    }

    /// <summary>Adds the operation that a scope describes.</summary>
    /// <returns>The requests that the scope may mention without describing them.</returns>
    private List<PlainOperation> Split(PlainScope scope)
    {
        List<PlainOperation> groups = Leading(scope);
        if (groups.Count == 0)
            groups = First(scope, r => r.Form is RequestForm.Row or RequestForm.Mention);
        if (groups.Count == 0)
            groups = First(scope, r => r.Form == RequestForm.Curl);
        bool isSole = groups.Count == 1 && !scope.IsTopic;
        foreach (PlainOperation operation in groups)
            operation.IsSole = isSole;
        AddBlocks(scope, groups);
        List<PlainOperation> passing = isSole ? [] : groups;
        if (isSole)
            Add(groups[0]);
        HashSet<PlainRequest> used = [.. groups.SelectMany(operation => operation.Routes.Concat(operation.Examples))];
        foreach (PlainRequest request in scope.Requests)
        {
            if (used.Contains(request))
                continue;
            if (groups.Find(operation => operation.Shows(request)) is { } shown)
                shown.Examples.Add(request);
            else
                passing.Add(new PlainOperation(scope, request));
        }

        return passing;
    }

    /// <summary>Groups the requests that have their own lines into operations.</summary>
    private static List<PlainOperation> Leading(PlainScope scope)
    {
        var groups = new List<PlainOperation>();
        foreach (PlainRequest request in scope.Requests.Where(r => r.Form == RequestForm.Line))
        {
            if (groups.Find(operation => operation.Shows(request) && operation.First.Shape != request.Shape
                && !request.Url.HasPlaceholder) is { } shown)
                shown.Examples.Add(request);
            else if (groups.Find(operation => operation.Method == request.Method
                && Routes.AreAlike(operation.First, request)) is { } alike)
                alike.AddRoute(request);
            else
                groups.Add(new PlainOperation(scope, request));
            if (request.Message is not null)
                groups.Find(operation => operation.Routes.Contains(request))?.Examples.Add(request);
        }

        return groups;
    }

    /// <summary>Makes an operation of each distinct request of a form.</summary>
    private static List<PlainOperation> First(PlainScope scope, Func<PlainRequest, bool> isOfForm)
    {
        var groups = new List<PlainOperation>();
        foreach (PlainRequest request in scope.Requests.Where(isOfForm))
        {
            PlainOperation? known = groups.Find(operation => operation.Method == request.Method
                && operation.First.Shape == request.Shape);
            if (known is null)
                groups.Add(known = new PlainOperation(scope, request));
            if (request.Curl is not null)
                known.Examples.Add(request);
        }

        return groups;
    }

    /// <summary>
    /// Assigns blocks to operations. If a heading has several operations, each gets the blocks from its request up to
    /// the next request.
    /// </summary>
    private static void AddBlocks(PlainScope scope, List<PlainOperation> groups)
    {
        if (groups.Count == 0)
            return;
        int current = 0;
        foreach (OutlineBlock block in scope.Sections.SelectMany(PlainBlocks.Of))
        {
            while (current + 1 < groups.Count && groups[current + 1].First.Start <= PlainBlocks.EndOf(block))
                current++;
            groups[current].Blocks.Add(block);
        }
    }

    private void Add(PlainOperation operation)
    {
        if (Find(operation.First, exact: true) is { } same)
        {
            same.Blocks.AddRange(operation.Blocks);
            same.Examples.AddRange(operation.Examples);
            return;
        }

        _operations.Add(operation);
        Remember(_byEnd, Key(operation.First), operation);
        if (operation.IsSole)
            Remember(_byHeading, Bookmark(operation.Heading), operation);
    }

    private static void Remember(Dictionary<string, List<PlainOperation>> index, string key, PlainOperation operation)
    {
        if (!index.TryGetValue(key, out List<PlainOperation>? known))
            index.Add(key, known = new List<PlainOperation>(1));
        known.Add(operation);
    }

    private static string Key(PlainRequest request) => request.Method + " " + Routes.LastWord(
        request.Url).ToLowerInvariant();

    /// <summary>
    /// Returns the known operation with the same URL. Unless <paramref name="exact"/>, its URL may also be a longer or
    /// shorter one of the same resource.
    /// </summary>
    private PlainOperation? Find(PlainRequest request, bool exact) =>
        !_byEnd.TryGetValue(Key(request), out List<PlainOperation>? known) ? null
        : known.Find(o => o.Routes.Exists(route => route.Shape == request.Shape))
            ?? (exact ? null : known.Find(o => o.Routes.Exists(route => Routes.IsWithin(route.Url, request.Url))));

    /// <summary>
    /// Joins an operation to a known one. Each URL in a list of URLs may link to the heading of its operation.
    /// </summary>
    private bool TryJoin(PlainOperation operation)
    {
        PlainRequest request = operation.First;
        int link = request.Words.IndexOf("](#", StringComparison.Ordinal);
        int end = link < 0 ? -1 : request.Words.IndexOf(')', link);
        PlainOperation? target = end < 0 ? null
            : _byHeading.TryGetValue(Bookmark(request.Words.Substring(link + "](#".Length, end - link - "](#".Length)),
                out List<PlainOperation>? linked)
                ? linked.Find(o => o.Method == request.Method) : null;
        target ??= Find(request, exact: false);
        if (target is null)
            return false;
        if (request.Form != RequestForm.Curl)
            operation.Routes.ForEach(target.AddRoute);
        else
            target.Examples.Add(request);
        target.Examples.AddRange(operation.Examples.Where(example => !target.Examples.Contains(example)));
        return true;
    }

    /// <summary>
    /// Normalizes a heading or a link to it, because renderers make different bookmarks for the same heading.
    /// </summary>
    private static string Bookmark(string text) => new(
        [.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
