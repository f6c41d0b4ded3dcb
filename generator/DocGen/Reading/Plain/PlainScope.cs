namespace DocGen.Generator.Reading;

/// <summary>
/// A heading with requests and its part of the page: the heading's section and the other sections that describe the
/// same requests.
/// </summary>
internal sealed class PlainScope(Section root)
{
    private HashSet<Fence>? _fences;

    public Section Root { get; } = root;

    /// <summary>The sections in page order.</summary>
    public List<Section> Sections { get; } = [];

    public List<PlainRequest> Requests { get; } = [];

    /// <summary>The fences that contain the requests.</summary>
    public HashSet<Fence> RequestFences => _fences ??= [.. Requests.Select(r => r.Fence).OfType<Fence>()];

    /// <summary>Whether the heading is about the API as a whole. Its requests are then only examples.</summary>
    public bool IsTopic => PlainRoles.IsTopic(Root.Title);
}
