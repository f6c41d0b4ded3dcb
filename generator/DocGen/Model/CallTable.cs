namespace DocGen.Generator.Model;

/// <summary>Checks whether an operation sends the request of an example.</summary>
internal sealed class CallTable
{
    private readonly Dictionary<string, List<UrlPath>> _byWord = new(StringComparer.OrdinalIgnoreCase);

    public CallTable(IEnumerable<(string Method, UrlPath Path)> urls)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string method, UrlPath path) in urls)
        {
            string word = path.Segments.Select(segment => segment.Name).LastOrDefault(name => name is not null) ?? "";
            if (!known.Add(method + " " + path.Outline))
                continue;
            if (!_byWord.TryGetValue(method + " " + word, out List<UrlPath>? alike))
                _byWord.Add(method + " " + word, alike = new List<UrlPath>(1));
            if (alike.Count < Limits.AlikeTemplates)
                alike.Add(path);
        }
    }

    /// <summary>
    /// Whether an operation sends the request of an example. Any word of the example may be the last word of the
    /// operation's URL.
    /// </summary>
    public bool Sends(string method, UrlPath example)
    {
        foreach (UrlSegment segment in example.Segments)
        {
            if (segment.Name is { } word && _byWord.TryGetValue(method + " " + word, out List<UrlPath>? alike)
                && alike.Exists(example.Calls))
                return true;
        }

        return _byWord.TryGetValue(method + " ", out List<UrlPath>? wordless) && wordless.Exists(example.Calls);
    }
}
