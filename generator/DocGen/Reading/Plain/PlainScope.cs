namespace DocGen.Generator.Reading;

/// <summary>
/// What a page says under one heading that has requests: the heading's section, and those that say more of it.
/// </summary>
internal sealed class PlainScope(Section root)
{
    private HashSet<Fence>? _fences;

    public Section Root { get; } = root;

    /// <summary>In the order of the page.</summary>
    public List<Section> Sections { get; } = [];

    public List<PlainRequest> Requests { get; } = [];

    /// <summary>The code that has them.</summary>
    public HashSet<Fence> RequestFences => _fences ??= [.. Requests.Select(r => r.Fence).OfType<Fence>()];

    /// <summary>The heading is about the API as a whole: what it shows is called in passing.</summary>
    public bool IsTopic => PlainRoles.IsTopic(Root.Title);
}
