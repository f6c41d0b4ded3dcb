using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>
/// Groups the operations of all pages. Definitions of the same operation on several pages are merged. Different
/// operations with the same name get distinct names. The groups are sorted by resource name, in ordinal order.
/// </summary>
internal sealed class OperationGroups
{
    private readonly EquatableArray<PageModel> _pages;
    private readonly SortedDictionary<string, Dictionary<string, OperationDraft>> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _joined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofOneType = new(StringComparer.Ordinal);
    private readonly List<LinkFinding> _findings = [];

    private readonly OperationSplitter _splitter;

    private OperationGroups(EquatableArray<PageModel> pages, string clientName, AddressedTypes addressed,
        Func<SymbolKey, SymbolValue> symbols)
    {
        _pages = pages;
        _splitter = new OperationSplitter(addressed, symbols);
        do
            Gather();
        while (JoinGroupsOfOneName(symbols));
        _findings.AddRange(SharedUrls.Join(Annotated(),
            resource => symbols(new SymbolKey(SymbolKind.Family, resource)).ClassName, Remove));
        ReportDisagreement();
        ReportDuplicateNames();
        ReportLooseCalls();
        var members = new NameScope(ReservedNames.ClientMembers, clientName);
        // The group Books has a field _books, so the client class must not have that name.
        members.TryClaim(clientName.TrimStart('_'));
        foreach (KeyValuePair<string, Dictionary<string, OperationDraft>> group in _groups)
        {
            OperationDraft[] drafts = [.. group.Value.Values];
            GroupName name = NameOf(group.Key, drafts, symbols);
            ReportNames(group.Key, drafts, name);
            Groups.Add(group.Key, new OperationGroupDraft(name, members.Claim(name.Plural, "Operations"), drafts));
        }
    }

    /// <param name="calling">The pages with operations, sorted by path, and the class name of the client.</param>
    /// <param name="addressed">The types that GET operations of these pages return.</param>
    /// <param name="symbols">Returns the value of a key about types.</param>
    public static OperationGroups Of(
        (EquatableArray<PageModel> Pages, string ClientName) calling, AddressedTypes addressed,
        Func<SymbolKey, SymbolValue> symbols) =>
        new(calling.Pages, calling.ClientName, addressed, symbols);

    /// <summary>The groups, by resource name.</summary>
    public SortedDictionary<string, OperationGroupDraft> Groups { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<LinkFinding> Findings => _findings;

    private void Gather()
    {
        _groups.Clear();
        _findings.Clear();
        foreach (PageModel page in _pages.Where(page => !page.IsPlain))
        {
            AddAll(page, ofPage: true);
            AddAll(page, ofPage: false);
        }

        AddPlain();
        AddMentions();
    }

    /// <summary>
    /// Joins resources that lead to the same group name: <c>events</c> and <c>events-</c> both lead to the group Event.
    /// The next call of <see cref="Gather"/> puts both into one group, so their operations get distinct names. Returns
    /// whether any resources were joined.
    /// </summary>
    private bool JoinGroupsOfOneName(Func<SymbolKey, SymbolValue> symbols)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int before = _joined.Count;
        JoinGroupsOfOneType(symbols);
        foreach (KeyValuePair<string, Dictionary<string, OperationDraft>> group in _groups.Where(
            group => !_joined.ContainsKey(group.Key)))
        {
            string name = NameOf(group.Key, [.. group.Value.Values], symbols).Singular;
            if (first.TryGetValue(name, out string? other))
                _joined.Add(group.Key, other);
            else
                first.Add(name, group.Key);
        }

        return _joined.Count > before;
    }

    /// <summary>
    /// Joins groups of the same type that have different names on different pages. If no page defines a resource, and
    /// its operations send or return a type whose name ends in the resource's name, the group of that type is joined to
    /// the group of the resource. The shorter name is kept, because more pages use it.
    /// </summary>
    private void JoinGroupsOfOneType(Func<SymbolKey, SymbolValue> symbols)
    {
        foreach (KeyValuePair<string, Dictionary<string, OperationDraft>> group in _groups)
        {
            string[] types = [.. group.Value.Values.Select(draft => draft.Operation.Name.Type).OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .OrderBy(type => type, StringComparer.Ordinal)];
            if (types.Contains(group.Key, StringComparer.Ordinal)
                || Array.Find(types, _groups.ContainsKey) is not { } type
                || symbols(new SymbolKey(SymbolKind.Type, group.Key)).ClassName is not null
                || _joined.ContainsKey(group.Key) || _joined.ContainsKey(type))
                continue;
            _joined.Add(type, group.Key);
            _ofOneType.Add(type);
        }
    }

    /// <summary>
    /// Reports a group whose name differs from the name on its own pages. The finding is on the first such page.
    /// </summary>
    private void ReportNames(string resource, OperationDraft[] drafts, GroupName name)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach ((PageModel page,
            OperationDefinition operation) in drafts.SelectMany(draft => draft.Parts)
                .OrderBy(part => part.Page.Path, StringComparer.Ordinal))
        {
            if (page.IsPlain || ResourceOf(operation.Name) != resource)
                continue;
            GroupName own = NameOf(operation.Name.Resource, [operation.Name], null);
            if (_ofOneType.Contains(operation.Name.Resource) && reported.Add(operation.Name.Resource))
                Report(Rules.GroupsOfOneType, page.Path, AnchorKeys.Operation(operation.HttpMethod), own.Plural,
                    name.Plural);
            else if (operation.Name.Resource == resource && own.Plural != name.Plural && reported.Add(resource))
                Report(Rules.GroupNamedByOthers, page.Path, AnchorKeys.Operation(operation.HttpMethod), own.Plural,
                    name.Plural);
        }
    }

    private string ResourceOf(OperationName name)
    {
        string resource = name.Resource;
        while (_joined.TryGetValue(resource, out string? other))
            resource = other;
        return resource;
    }

    private void AddAll(PageModel page, bool ofPage)
    {
        foreach (OperationDefinition operation in page.Operations)
        {
            if (operation.Name.IsOfPage != ofPage)
                continue;
            IReadOnlyList<OperationDefinition> parts = _splitter.Split(operation);
            // After a split by type, each operation has one response type. Other types in the page's examples may
            // belong to the other operations of the split, so they are dropped.
            foreach (OperationDefinition part in parts)
                Add(page, parts.Count == 1
                    ? part
                    : part with
                    {
                        Responses = part.Responses.Select(r => r with { Others = default })
                        .ToEquatableArray()
                    });
            if (parts.Count > 1)
                Report(Rules.SeveralTypes, page.Path, AnchorKeys.Operation(operation.HttpMethod), operation.Name.Method,
                    string.Join(", ", parts.Select(p => p.Name.Method)));
        }
    }

    /// <summary>
    /// Adds the operations of plain pages. If several operations have the same name, the operation on its group's own
    /// page keeps the name. If none is on such a page, the operation with the shortest URL keeps the name.
    /// </summary>
    private void AddPlain()
    {
        IEnumerable<(PageModel Page, OperationDefinition Operation)> all = _pages.Where(page => page.IsPlain)
            .SelectMany(page => page.Operations.Where(o => !o.IsMention).Select(operation => (page, operation)));
        foreach ((PageModel page,
            OperationDefinition operation) in all.OrderByDescending(o => o.Operation.Name.IsOfPage)
                .ThenBy(o => o.Operation.Urls[0].Path.Segments.Count))
            Add(page, operation);
    }

    /// <summary>
    /// Adds requests that pages mention but do not document. A request is added to the documented operation that it
    /// calls. If no page documents that operation, the request becomes an operation. If it is only an example, it is
    /// reported instead.
    /// </summary>
    private void AddMentions()
    {
        ILookup<string, OperationDraft>? documented = null;
        foreach (PageModel page in _pages)
        {
            foreach (OperationDefinition mention in page.Operations.Where(o => o.IsMention))
            {
                documented ??= _groups.Values.SelectMany(group => group.Values)
                    .ToLookup(draft => draft.Operation.HttpMethod);
                UrlPath path = mention.Urls[0].Path;
                OperationDraft? known = documented[mention.HttpMethod]
                    .FirstOrDefault(d => d.Operation.Urls.Any(u => u.Path.Shape == path.Shape))
                    ?? documented[mention.HttpMethod]
                        .FirstOrDefault(d => d.Operation.Urls.Any(u => path.IsExampleOf(u.Path)));
                if (known is not null)
                    known.Mention(page, mention);
                else if (!mention.IsSample)
                    Add(page, mention);
                else
                    Report(Rules.RequestWithoutOperation, page.Path, AnchorKeys.Call(mention.HttpMethod, path),
                        mention.HttpMethod, path.Text,
                        "only an example or a sentence shows it; write its URL on a separate line, with a " +
                        "placeholder for each value");
            }
        }
    }

    /// <summary>Reports requests in examples that match no operation of any page.</summary>
    private void ReportLooseCalls()
    {
        CallTable? documented = null;
        foreach (PageModel page in _pages)
        {
            foreach (LooseCall call in page.LooseCalls)
            {
                documented ??= new CallTable(_groups.Values.SelectMany(group => group.Values)
                    .SelectMany(draft => draft.Operation.Urls.Select(url => (draft.HttpMethod, url.Path))));
                if (!documented.Sends(call.Method, call.Path))
                    Report(Rules.RequestWithoutOperation, page.Path, AnchorKeys.Call(call.Method, call.Path),
                        call.Method, call.Path.Text,
                        call.IsSaid
                            ? $"only a sentence says it; write '{call.Method} {call.Path.Text}' in code, on a " +
                                "separate line"
                            : "no page has a URL template for it; put its URL below a heading 'HTTP request', on a " +
                                "separate page");
            }
        }
    }

    private void Add(PageModel page, OperationDefinition operation)
    {
        if (operation.Urls.IsEmpty)
            return;
        OperationName name = operation.Name;
        string resource = ResourceOf(name);
        if (!_groups.TryGetValue(resource, out Dictionary<string, OperationDraft>? group))
            _groups.Add(resource, group = new Dictionary<string, OperationDraft>(StringComparer.OrdinalIgnoreCase));
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
        Report(Rules.OperationClash, page.Path, AnchorKeys.Operation(operation.HttpMethod), name.Method, same.Page.Path,
            method);
        group.Add(method, new OperationDraft(page, operation, method));
    }

    /// <summary>
    /// Returns a distinct name for an operation whose name is taken: the name with the last literal of its URL that the
    /// name does not contain, else the name with the page's title.
    /// </summary>
    private static string Distinguish(string method, PageModel page, OperationDefinition operation,
        Dictionary<string, OperationDraft> group)
    {
        bool IsFree(string name) => !group.ContainsKey(name);
        if (operation.Name.Longer is { } longer && IsFree(longer))
            return longer;
        IEnumerable<string> literals = operation.Urls
            .SelectMany(u => u.Path.Segments.Reverse()
                .Select(s => (Segment: s,
                    IsOne: !page.IsPlain && u.Path.Last is { IsKey: true }
                        && u.Path.LastName == OperationUrls.NameOf(s))))
            .Where(s => !s.Segment.HasPlaceholder && !s.Segment.Head.StartsWith("$", StringComparison.Ordinal))
            .Select(s => Identifiers.Pascal(
                page.IsPlain
                    ? Routes.Word(s.Segment) ?? ""
                    : s.IsOne ? Inflection.Singular(s.Segment.Head)
                    : s.Segment.Head, ""))
            .Where(l => l.Length > 0 && method.IndexOf(l, StringComparison.OrdinalIgnoreCase) < 0);
        string[] titles = [Identifiers.Pascal(page.Title ?? ""), Identifiers.Pascal(page.Path)];
        string? distinct = literals.Select(l => method + l).Concat(titles.Select(t => method + t))
            .Concat(titles.Select(t => method + t + operation.HttpMethod))
            .FirstOrDefault(IsFree);
        for (method += Identifiers.Pascal(page.Path) + operation.HttpMethod; distinct is null && !IsFree(method);)
            method += "Other";
        return distinct ?? method;
    }

    /// <summary>
    /// Returns the drafts of annotated pages, with their groups. Drafts of plain pages are left out, because two
    /// operations may differ only in their headings there.
    /// </summary>
    private IEnumerable<(string Resource, OperationDraft Draft)> Annotated() =>
        _groups.SelectMany(group => group.Value.Values, (group, draft) => (group.Key, draft))
            .Where(pair => !pair.draft.Page.IsPlain);

    private void Remove(string resource, OperationDraft draft)
    {
        _groups[resource].Remove(draft.Method);
        if (_groups[resource].Count == 0)
            _groups.Remove(resource);
    }

    /// <summary>Reports pages that contradict the first page of an operation, whose definition is used.</summary>
    private void ReportDisagreement()
    {
        foreach (OperationDraft draft in _groups.Values.SelectMany(group => group.Values)
            .Where(draft => draft.Parts.Count > 1))
        {
            foreach ((PageModel page,
                OperationDefinition operation) in draft.Parts.Skip(1).Where(part => !part.Operation.IsMention))
            {
                if (OperationMerge.Difference(draft.Parts[0].Operation, operation) is { } differing)
                    Report(Rules.PagesDisagree, page.Path, AnchorKeys.Operation(operation.HttpMethod), draft.Method,
                        draft.Page.Path, differing);
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
    /// Chooses the casing of a group's name, and whether the client's property is singular or plural. The casing is
    /// that of the first spelling with the most word breaks among URL segments, declared types, link texts and
    /// headings. The property is singular if a URL leads to a single instance and no URL leads to a collection.
    /// </summary>
    private static GroupName NameOf(string resource, OperationDraft[] drafts, Func<SymbolKey, SymbolValue> symbols)
    {
        string? declared = symbols(new SymbolKey(SymbolKind.Spelling, resource)).Alias;
        OperationName[] names = [
            .. drafts.SelectMany(d => d.Parts).Select(part => part.Operation.Name)
                .Where(name => OperationUrls.Bare(name.Resource) == OperationUrls.Bare(resource))];
        return NameOf(resource, names,
            declared is not null && OperationNamer.IsSpelling(declared, resource) ? declared : null);
    }

    private static GroupName NameOf(string resource, OperationName[] names, string? declared)
    {
        IEnumerable<string?> spellings = names.Select(name => name.InUrl).Concat([declared])
            .Concat(names.Select(name => name.InText));
        string word = resource;
        foreach (string spelling in spellings.OfType<string>())
            word = PageWords.Breaks(spelling) > PageWords.Breaks(word) ? spelling : word;
        string singular = Identifiers.Pascal(Inflection.Singular(word));
        bool isOne = Array.Exists(names, name => name.Number == GroupNumber.One)
            && !Array.Exists(names, name => name.Number == GroupNumber.Many);
        return new GroupName(singular, isOne ? singular : Inflection.Plural(singular));
    }

    private void Report(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, string page, string anchor,
        params string[] arguments) =>
        _findings.Add(LinkFindings.Of(rule, page, anchor, arguments));
}
