using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>What the URLs of an operation say of names.</summary>
internal sealed class OperationUrls
{
    private readonly UrlPath[] _paths;

    public OperationUrls(OperationDefinition operation) => _paths = [.. operation.Urls.Select(url => url.Path)];

    /// <summary>The last words, without namespace and arguments.</summary>
    public IEnumerable<string> LastNames => _paths.Select(path => path.LastName).OfType<string>();

    public string? LastName => LastNames.FirstOrDefault();

    /// <summary>All words, without namespaces and arguments.</summary>
    public IEnumerable<string> Names => _paths.SelectMany(path => path.Segments).Select(NameOf).OfType<string>();

    public bool IsReference => _paths.Any(path => path.IsReference);

    /// <summary>All URLs end in a key of a collection.</summary>
    public bool EndInKey =>
        _paths.Length > 0 && Array.TrueForAll(_paths, path => path.Last is { IsKey: true } && path.Segments.Count > 1);

    /// <summary>All URLs end in a word in the singular.</summary>
    public bool EndInSingular => _paths.Length > 0
        && Array.TrueForAll(_paths,
            path => path.Last is { } last && NameOf(last) is { } name && Inflection.Singular(name) == name);

    /// <summary>Whether a URL's last word is a name.</summary>
    public bool EndIn(string name) => LastNames.Any(last => Identifiers.Plain(last) == name);

    /// <summary>Whether a URL has a name, in singular or plural, in one word or in several on end, or in a
    /// placeholder.</summary>
    public bool Have(string name) => Array.Exists(_paths, path => Has(path, Bare(name)));

    /// <summary>
    /// How the URLs lead to a resource: as the only one of its kind, by a word in the singular that no key follows, or
    /// as one of many. The word that has most of the resource's name tells.
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

    /// <summary>The name in lower case and singular.</summary>
    public static string Bare(string name) => Identifiers.Plain(Inflection.Singular(name));

    /// <summary>The name of what a segment addresses, without namespace.</summary>
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
