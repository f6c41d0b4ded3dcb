using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>
/// The operations of all pages by group: those that pages share are merged, and those of one name are told apart. Groups come in the
/// ordinal order of their resources.
/// </summary>
internal sealed class OperationGroups
{
    private readonly PageModel[] _pages;
    private readonly SortedDictionary<string, Dictionary<string, OperationDraft>> _groups = new(StringComparer.Ordinal);
    private readonly List<LinkFinding> _findings = [];

    private OperationGroups(PageModel[] pages, TypeHierarchy types, string clientName)
    {
        _pages = pages;
        foreach (PageModel page in pages)
        {
            AddAll(page, ofPage: true);
            AddAll(page, ofPage: false);
        }

        _findings.AddRange(SharedUrls.Join(_groups.SelectMany(group => group.Value.Values, (group, draft) => (group.Key, draft)), types, Remove));
        ReportDisagreement();
        ReportDuplicateNames();
        var members = new NameScope(ReservedNames.ClientMembers, clientName);
        foreach (KeyValuePair<string, Dictionary<string, OperationDraft>> group in _groups)
        {
            OperationDraft[] drafts = [.. group.Value.Values];
            GroupName name = NameOf(group.Key, drafts, types.Index);
            Groups.Add(group.Key, new OperationGroupDraft(name, members.Claim(name.Plural, "Operations"), drafts));
        }
    }

    public static OperationGroups Of(PageModel[] pages, TypeHierarchy types, string clientName) => new(pages, types, clientName);

    /// <summary>The groups by resource.</summary>
    public SortedDictionary<string, OperationGroupDraft> Groups { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<LinkFinding> Findings => _findings;

    private void AddAll(PageModel page, bool ofPage)
    {
        foreach (OperationDefinition operation in page.Operations)
        {
            if (operation.Name.IsOfPage == ofPage)
                Add(page, operation);
        }
    }

    private void Add(PageModel page, OperationDefinition operation)
    {
        if (operation.Urls.IsEmpty)
            return;
        OperationName name = operation.Name;
        if (!_groups.TryGetValue(name.Resource, out Dictionary<string, OperationDraft>? group))
            _groups.Add(name.Resource, group = new Dictionary<string, OperationDraft>(StringComparer.OrdinalIgnoreCase));
        if (!group.TryGetValue(name.Method, out OperationDraft? same))
        {
            group.Add(name.Method, new OperationDraft(page, operation, name.Method));
            return;
        }

        if (same.HttpMethod == operation.HttpMethod && same.SharesUrl(operation))
        {
            same.Merge(page, operation);
            return;
        }

        string method = Distinguish(name.Method, page, operation, group);
        Report(Rules.OperationClash, page.Path, AnchorKeys.Operation(operation.HttpMethod), name.Method, same.Page.Path, method);
        group.Add(method, new OperationDraft(page, operation, method));
    }

    /// <summary>The later page's operation gains its last URL literal that its name does not say yet, then its title.</summary>
    private static string Distinguish(string method, PageModel page, OperationDefinition operation, Dictionary<string, OperationDraft> group)
    {
        bool IsFree(string name) => !group.ContainsKey(name);
        IEnumerable<string> literals = operation.Urls.SelectMany(u => u.Path.Segments.Reverse())
            .Where(s => !s.HasPlaceholder && !s.Head.StartsWith("$", StringComparison.Ordinal)).Select(s => Identifiers.Pascal(s.Head, ""))
            .Where(l => l.Length > 0 && method.IndexOf(l, StringComparison.OrdinalIgnoreCase) < 0);
        string[] titles = [Identifiers.Pascal(page.Title ?? ""), Identifiers.Pascal(page.Path)];
        string? distinct = literals.Select(l => method + l).Concat(titles.Select(t => method + t)).Concat(titles.Select(t => method + t + operation.HttpMethod))
            .FirstOrDefault(IsFree);
        for (method += Identifiers.Pascal(page.Path) + operation.HttpMethod; distinct is null && !IsFree(method);)
            method += "Other";
        return distinct ?? method;
    }

    private void Remove(string resource, OperationDraft draft)
    {
        _groups[resource].Remove(draft.Method);
        if (_groups[resource].Count == 0)
            _groups.Remove(resource);
    }

    /// <summary>What a page says of an operation that the plainest page of it says differently.</summary>
    private void ReportDisagreement()
    {
        foreach (OperationDraft draft in _groups.Values.SelectMany(group => group.Values).Where(draft => draft.Parts.Count > 1))
        {
            foreach ((PageModel page, OperationDefinition operation) in draft.Parts.Skip(1))
            {
                if (OperationMerge.Difference(draft.Parts[0].Operation, operation) is { } differing)
                    Report(Rules.PagesDisagree, page.Path, AnchorKeys.Operation(operation.HttpMethod), draft.Method, draft.Page.Path, differing);
            }
        }
    }

    private void ReportDuplicateNames()
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PageModel page in _pages)
        {
            foreach (OperationDefinition operation in page.Operations)
            {
                foreach (string name in operation.Names)
                {
                    if (!first.TryGetValue(name, out string? other))
                        first.Add(name, page.Path);
                    else if (other != page.Path)
                        Report(Rules.DuplicateRequestName, page.Path, AnchorKeys.RequestName(name), name, other);
                }
            }
        }
    }

    /// <summary>
    /// One casing a group: the first of a URL's segment, a declared type, a link's text and a heading's word that says more
    /// than its first letter.
    /// </summary>
    private static GroupName NameOf(string resource, OperationDraft[] drafts, TypeIndex types)
    {
        string? declared = types.Spelling(resource);
        string word = drafts.Select(d => d.Operation.Name.InUrl).FirstOrDefault(w => w is not null)
            ?? (declared is not null && OperationNamer.IsSpelling(declared, resource) ? declared : null)
            ?? drafts.Select(d => d.Operation.Name.InText).FirstOrDefault(w => w is not null)
            ?? resource;
        string singular = Identifiers.Pascal(Inflection.Singular(word));
        return new GroupName(singular, Inflection.Plural(singular));
    }

    private void Report(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, string page, string anchor, params string[] arguments) =>
        _findings.Add(LinkFindings.Of(rule, page, anchor, arguments));
}
