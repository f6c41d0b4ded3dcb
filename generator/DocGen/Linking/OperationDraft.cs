using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>An operation before linking, with its definitions on all pages that document it.</summary>
internal sealed class OperationDraft
{
    private readonly HashSet<string> _outlines;
    private readonly List<(PageModel Page, OperationDefinition Operation)> _own;
    private readonly List<(PageModel Page, OperationDefinition Operation)> _others = [];
    private readonly List<(PageModel Page, OperationDefinition Operation)> _mentions = [];
    private List<(PageModel Page, OperationDefinition Operation)>? _parts;
    private OperationDefinition? _merged;

    public OperationDraft(PageModel page, OperationDefinition operation, string method)
    {
        Method = method;
        _own = [(page, operation)];
        _merged = operation;
        _outlines = new HashSet<string>(operation.Urls.Select(u => u.Path.Outline), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The main page, whose text is used.</summary>
    public PageModel Page => Parts[0].Page;

    /// <summary>The definition of the operation, merged from all pages.</summary>
    public OperationDefinition Operation =>
        _merged ??= OperationMerge.Of([.. Parts.Take(_own.Count + _others.Count).Select(part => part.Operation)]);

    public string Method { get; }

    public string HttpMethod => _own[0].Operation.HttpMethod;

    /// <summary>
    /// The definition of the operation on each page: first the pages of its group, then pages of other groups (both in
    /// the order of <see cref="PageOrder"/>), then pages that only call the operation.
    /// </summary>
    public List<(PageModel Page, OperationDefinition Operation)> Parts => _parts ??=
        [.. _own.OrderBy(part => part.Page, PageOrder.Plainest),
            .. _others.OrderBy(part => part.Page, PageOrder.Plainest), .. _mentions];

    public IEnumerable<DocOrigin> Origins =>
        Parts.Select(part => new DocOrigin(part.Page.Path, part.Operation.Heading));

    /// <summary>Whether the other definition and this operation have a URL in common.</summary>
    public bool SharesUrl(OperationDefinition other) => other.Urls.Any(u => _outlines.Contains(u.Path.Outline));

    public void Merge(PageModel other, OperationDefinition more)
    {
        _own.Add((other, more));
        _outlines.UnionWith(more.Urls.Select(u => u.Path.Outline));
        (_parts, _merged) = (null, null);
    }

    /// <summary>Adds the definitions from pages of another group.</summary>
    public void Merge(OperationDraft other)
    {
        _others.AddRange(other._own);
        _mentions.AddRange(other._mentions);
        (_parts, _merged) = (null, null);
    }

    /// <summary>Adds a page that shows a request of the operation but does not document the operation.</summary>
    public void Mention(PageModel other, OperationDefinition mention)
    {
        _mentions.Add((other, mention));
        _parts = null;
    }

    /// <summary>Whether both drafts have the same method name and the same page objects.</summary>
    public bool IsSame(OperationDraft other)
    {
        if (Method != other.Method || Parts.Count != other.Parts.Count)
            return false;
        for (int i = 0; i < Parts.Count; i++)
        {
            if (!ReferenceEquals(Parts[i].Page, other.Parts[i].Page)
                || !ReferenceEquals(Parts[i].Operation, other.Parts[i].Operation))
                return false;
        }

        return true;
    }
}
