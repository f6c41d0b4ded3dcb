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
    private readonly EquatableArray<PageModel> _pages;
    private readonly SortedDictionary<string, Dictionary<string, OperationDraft>> _groups = new(StringComparer.Ordinal);
    private readonly List<LinkFinding> _findings = [];

    private readonly OperationSplitter _splitter;

    private OperationGroups(EquatableArray<PageModel> pages, string clientName, AddressedTypes addressed, Func<SymbolKey, SymbolValue> symbols)
    {
        _pages = pages;
        _splitter = new OperationSplitter(addressed, symbols);
        foreach (PageModel page in pages)
        {
            AddAll(page, ofPage: true);
            AddAll(page, ofPage: false);
        }

        ReportDuplicateNames();
        var members = new NameScope(ReservedNames.ClientMembers, clientName);
        foreach (KeyValuePair<string, Dictionary<string, OperationDraft>> group in _groups)
        {
            OperationDraft[] drafts = [.. group.Value.Values];
            GroupName name = NameOf(group.Key, drafts, symbols);
            Groups.Add(group.Key, new OperationGroupDraft(name, members.Claim(name.Plural, "Operations"), drafts));
        }
    }

    /// <param name="calling">The pages with operations, in the order of their paths, and the class of the client.</param>
    /// <param name="addressed">What those pages get.</param>
    /// <param name="symbols">Gives what is known of types.</param>
    public static OperationGroups Of(
        (EquatableArray<PageModel> Pages, string ClientName) calling, AddressedTypes addressed, Func<SymbolKey, SymbolValue> symbols) =>
        new(calling.Pages, calling.ClientName, addressed, symbols);

    /// <summary>The groups by resource.</summary>
    public SortedDictionary<string, OperationGroupDraft> Groups { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<LinkFinding> Findings => _findings;

    private void AddAll(PageModel page, bool ofPage)
    {
        foreach (OperationDefinition operation in page.Operations)
        {
            if (operation.Name.IsOfPage != ofPage)
                continue;
            IReadOnlyList<OperationDefinition> parts = _splitter.Split(operation);
            foreach (OperationDefinition part in parts)
                Add(page, part);
            if (parts.Count > 1)
                Report(Rules.SeveralTypes, page.Path, AnchorKeys.Operation(operation.HttpMethod), operation.Name.Method, string.Join(", ", parts.Select(p => p.Name.Method)));
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

        if (same.Operation.HttpMethod == operation.HttpMethod && SharesUrl(same.Operation, operation))
        {
            if (Difference(same.Operation, operation) is { } differing)
                Report(Rules.PagesDisagree, page.Path, AnchorKeys.Operation(operation.HttpMethod), name.Method, same.Page.Path, differing);
            same.Merge(page, operation);
            return;
        }

        string method = Distinguish(name.Method, page, operation, group);
        Report(Rules.OperationClash, page.Path, AnchorKeys.Operation(operation.HttpMethod), name.Method, same.Page.Path, method);
        group.Add(method, new OperationDraft(page, operation, method));
    }

    /// <summary>What two pages say differently of one operation, or null: its first page's words count.</summary>
    private static string? Difference(OperationDefinition first, OperationDefinition second)
    {
        static string Body(OperationDefinition operation) => operation.Body is not { } body ? "" : body.Resource?.Name is { } name ? LastPart(name)
            : string.Join(" ", body.Members.Select(m => m.Name).OrderBy(n => n, StringComparer.OrdinalIgnoreCase));
        static string Answer(OperationDefinition operation) =>
            operation.Responses.Select(r => r.Body?.Name).FirstOrDefault(n => n is not null) is { } name ? LastPart(name) : "";
        static bool Differ(string one, string other) => one.Length > 0 && other.Length > 0 && !one.Equals(other, StringComparison.OrdinalIgnoreCase);
        return Differ(Body(first), Body(second)) ? "the body" : Differ(Answer(first), Answer(second)) ? "the answer" : null;
    }

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static bool SharesUrl(OperationDefinition first, OperationDefinition second)
    {
        var outlines = new HashSet<string>(first.Urls.Select(u => u.Path.Outline), StringComparer.OrdinalIgnoreCase);
        return second.Urls.Any(u => outlines.Contains(u.Path.Outline));
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
    private static GroupName NameOf(string resource, OperationDraft[] drafts, Func<SymbolKey, SymbolValue> symbols)
    {
        string? declared = symbols(new SymbolKey(SymbolKind.Spelling, resource)).Alias;
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
