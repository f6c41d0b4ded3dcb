using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>An operation while pages are gathered: several pages may show the same one.</summary>
internal sealed class OperationDraft(PageModel page, OperationDefinition operation, string method)
{
    public PageModel Page { get; } = page;

    public OperationDefinition Operation { get; private set; } = operation;

    public string Method { get; } = method;

    /// <summary>The operation as each page shows it.</summary>
    public List<(PageModel Page, OperationDefinition Operation)> Parts { get; } = new(1) { (page, operation) };

    public IEnumerable<DocOrigin> Origins => Parts.Select(part => new DocOrigin(part.Page.Path, part.Operation.Heading));

    public void Merge(PageModel other, OperationDefinition more)
    {
        Parts.Add((other, more));
        var outlines = new HashSet<string>(Operation.Urls.Select(u => u.Path.Outline), StringComparer.OrdinalIgnoreCase);
        EquatableArray<UrlDefinition> urls = Operation.Urls.Concat(more.Urls.Where(u => outlines.Add(u.Path.Outline))).ToEquatableArray();
        outlines.UnionWith(Operation.Usages.Select(u => u.Path.Outline));
        Operation = Operation with
        {
            Urls = urls,
            Usages = Operation.Usages.Concat(more.Usages.Where(u => outlines.Add(u.Path.Outline))).ToEquatableArray(),
            Name = Operation.Name with { InUrl = Operation.Name.InUrl ?? more.Name.InUrl },
        };
    }

    /// <summary>Adds a page that calls the operation and says nothing of it.</summary>
    public void Mention(PageModel other, OperationDefinition mention) => Parts.Add((other, mention));

    /// <summary>Of the very pages, as they were read, that another draft is of.</summary>
    public bool IsSame(OperationDraft other)
    {
        if (Method != other.Method || Parts.Count != other.Parts.Count)
            return false;
        for (int i = 0; i < Parts.Count; i++)
        {
            if (!ReferenceEquals(Parts[i].Page, other.Parts[i].Page) || !ReferenceEquals(Parts[i].Operation, other.Parts[i].Operation))
                return false;
        }

        return true;
    }
}
