using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>The names in the URLs of an operation.</summary>
internal sealed class OperationUrls
{
    private readonly UrlPath[] _paths;

    public OperationUrls(OperationDefinition operation) => _paths = [.. operation.Urls.Select(url => url.Path)];

    /// <summary>The last word of each URL, without namespace and arguments.</summary>
    public IEnumerable<string> LastNames => _paths.Select(path => path.LastName).OfType<string>();

    public string? LastName => LastNames.FirstOrDefault();

    /// <summary>All words, without namespaces and arguments.</summary>
    public IEnumerable<string> Names => _paths.SelectMany(path => path.Segments).Select(NameOf).OfType<string>();

    public bool IsReference => _paths.Any(path => path.IsReference);

    /// <summary>Whether all URLs end in a key of a collection.</summary>
    public bool EndInKey =>
        _paths.Length > 0 && Array.TrueForAll(_paths, path => path.Last is { IsKey: true } && path.Segments.Count > 1);

    /// <summary>Whether all URLs end in a singular word.</summary>
    public bool EndInSingular => _paths.Length > 0
        && Array.TrueForAll(_paths,
            path => path.Last is { } last && NameOf(last) is { } name && Inflection.Singular(name) == name);

    /// <summary>Whether the name is the last word of a URL.</summary>
    public bool EndIn(string name) => LastNames.Any(last => Identifiers.Plain(last) == name);

    /// <summary>
    /// Whether a URL contains a name, in singular or plural, as one word, several consecutive words, or a placeholder.
    /// </summary>
    public bool Have(string name) => Array.Exists(_paths, path => Has(path, Bare(name)));

    /// <summary>
    /// Returns whether the URLs lead to a single instance of a resource (a singular word without a key) or to a
    /// collection. The word that matches most of the resource's name decides.
    /// </summary>
    public GroupNumber NumberOf(string resource)
    {
        GroupNumber number = GroupNumber.Unsaid;
        int length = Thresholds.EndingWord;
        foreach (UrlPath path in _paths)
        {
            for (int i = 0; i < path.Segments.Count; i++)
            {
                if (NameOf(path.Segments[i]) is not { } name || Bare(name) is not { } bare || bare.Length < length
                    || !resource.EndsWith(bare, StringComparison.Ordinal))
                    continue;
                bool isMany = Inflection.Singular(name) != name
                    || (i + 1 < path.Segments.Count && path.Segments[i + 1].IsKey);
                number = isMany || (bare.Length == length && number == GroupNumber.Many)
                    ? GroupNumber.Many
                    : GroupNumber.One;
                length = bare.Length;
            }

            if (path.Placeholders.Any(p => Identifiers.Plain(p.Text) == resource + "id"))
                return GroupNumber.Many;
        }

        return number;
    }

    /// <summary>Returns the name in lower case and in the singular.</summary>
    public static string Bare(string name) => Identifiers.Plain(Inflection.Singular(name));

    /// <summary>Returns the name in a segment, without namespace, or null.</summary>
    public static string? NameOf(UrlSegment segment) =>
        segment.Name is { } name && name[0] != '$'
            && name.Substring(name.LastIndexOf('.') + 1).Trim(':') is { Length: > 0 } last ? last : null;

    private static bool Has(UrlPath path, string bare)
    {
        string before = "";
        foreach (UrlSegment segment in path.Segments)
        {
            if (NameOf(segment) is not { } name)
                continue;
            if (Bare(name) == bare || before + Bare(name) == bare || Bare(before) + Bare(name) == bare)
                return true;
            before = Identifiers.Plain(name);
        }

        return path.Placeholders.Any(
            p => Identifiers.Plain(p.Text) is var text && (text == bare || text == bare + "id"));
    }
}
