using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>A URL as docs write it, taken apart.</summary>
/// <param name="Root">Scheme, host and version, without a trailing slash, or null for a relative URL.</param>
/// <param name="Segments">The path between its slashes. A path placeholder keeps its slashes inside one segment.</param>
/// <param name="Query">Name and raw value pairs.</param>
/// <param name="IsOpaque">The URL as a whole is handed out by the service.</param>
internal sealed record DocumentedUrl(
    string? Root,
    IReadOnlyList<UrlSegment> Segments,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    bool IsOpaque,
    IReadOnlyList<UrlFinding> Findings)
{
    /// <summary>Verb-independent identity: literals without case, placeholders by place alone.</summary>
    public string Shape => string.Join("/", Segments.Select(s => s.Shape));

    public bool HasPlaceholder => Segments.Any(s => s.Pieces.Any(p => p.IsPlaceholder));
}
