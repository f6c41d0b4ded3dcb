namespace DocGen.Generator.Reading;

/// <summary>
/// Divides a page into scopes. A heading with a request opens a scope. A heading with a role, such as Parameters,
/// belongs to the heading before it. So does a lower heading without a request.
/// </summary>
internal sealed class ScopeBuilder
{
    private readonly IReadOnlyList<Section> _sections;
    private readonly ILookup<Section, PlainRequest> _requests;
    private readonly Dictionary<Section, Section> _owners = [];
    private readonly Dictionary<Section, PlainScope> _scopes = [];

    private ScopeBuilder(PageOutline outline)
    {
        _sections = outline.Sections;
        _requests = outline.Requests!.ToLookup(request => request.Section);
    }

    /// <param name="loose">Receives the sections that belong to no scope.</param>
    public static IReadOnlyList<PlainScope> Build(PageOutline outline, List<Section> loose)
    {
        var builder = new ScopeBuilder(outline);
        builder.SetOwners();
        builder.AddRequests();
        builder.AddSections(loose);
        return [.. builder._scopes.Values];
    }

    /// <summary>Assigns each section with a role to the last section without one.</summary>
    private void SetOwners()
    {
        Section? last = null;
        foreach (Section section in _sections)
        {
            bool hasRole = section.Level > 1 && PlainRoles.OfHeading(section.Title) != PlainRole.None;
            Section owner = section;
            if (hasRole && last is not null)
                owner = IsAbove(last, section) ? last : section.Parent is { Heading: not null } parent ? _owners[parent]
                    : section;
            _owners.Add(section, owner);
            if (!hasRole)
                last = section;
        }
    }

    /// <summary>
    /// Whether the last section owns the next one. "Parameters" may be on the same level as the heading with the
    /// request.
    /// </summary>
    private bool IsAbove(Section last, Section section) =>
        last.Level < section.Level ? last.Heading is not null || _requests[last].Any() : last.Level == section.Level
            && _requests[last].Any();

    private void AddRequests()
    {
        foreach (Section section in _sections)
        {
            foreach (PlainRequest request in _requests[section])
                ScopeOf(_owners[section]).Requests.Add(request);
        }
    }

    private PlainScope ScopeOf(Section owner)
    {
        if (!_scopes.TryGetValue(owner, out PlainScope? scope))
            _scopes.Add(owner, scope = new PlainScope(owner));
        return scope;
    }

    private void AddSections(List<Section> loose)
    {
        // A heading above several headings with requests describes all of them.
        var shared = new HashSet<Section>();
        foreach (Section owner in _scopes.Keys)
        {
            for (Section? above = owner.Parent; above is not null && shared.Add(above);)
                above = above.Parent;
        }

        foreach (Section section in _sections)
        {
            Section owner = _owners[section];
            while (!_scopes.ContainsKey(owner) && owner.Parent is { } parent && !shared.Contains(parent))
                owner = _owners[parent];
            bool isOwn = owner == _owners[section];
            if (_scopes.TryGetValue(owner, out PlainScope? scope) && (isOwn || !shared.Contains(owner)))
                scope.Sections.Add(section);
            else
                loose.Add(section);
        }
    }
}
