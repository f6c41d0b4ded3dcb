using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>A parsed URL from docs.</summary>
/// <param name="Root">The scheme, host and version, without a trailing slash, or null for a relative URL.</param>
/// <param name="Query">The names and raw values of the query.</param>
/// <param name="IsOpaque">Whether the whole URL is a value that the service returned.</param>
internal sealed record DocumentedUrl(
    string? Root,
    UrlPath Path,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    bool IsOpaque,
    IReadOnlyList<UrlFinding> Findings)
{
    public EquatableArray<UrlSegment> Segments => Path.Segments;

    /// <summary>The shape of the path, which identifies the URL regardless of the HTTP method.</summary>
    public string Shape => Path.Shape;

    public bool HasPlaceholder => Segments.Any(s => s.HasPlaceholder);

    /// <summary>
    /// Returns the text of a literal segment, or null. A segment such as <c>root:</c> before a path is not a literal.
    /// </summary>
    public string? WordAt(int index) =>
        index + 1 < Segments.Count && Segments[index + 1].IsPath ? null : Segments[index].Literal;
}
