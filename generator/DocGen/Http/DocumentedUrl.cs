using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>A URL as docs write it, taken apart.</summary>
/// <param name="Root">Scheme, host and version, without a trailing slash, or null for a relative URL.</param>
/// <param name="Query">Name and raw value pairs.</param>
/// <param name="IsOpaque">The URL as a whole is handed out by the service.</param>
internal sealed record DocumentedUrl(
    string? Root,
    UrlPath Path,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    bool IsOpaque,
    IReadOnlyList<UrlFinding> Findings)
{
    public EquatableArray<UrlSegment> Segments => Path.Segments;

    /// <summary>Verb-independent identity.</summary>
    public string Shape => Path.Shape;

    public bool HasPlaceholder => Segments.Any(s => s.HasPlaceholder);

    /// <summary>The text of a segment that is a word of its own, or null: one that opens a path, as <c>root:</c> does,
    /// is none.</summary>
    public string? WordAt(int index) =>
        index + 1 < Segments.Count && Segments[index + 1].IsPath ? null : Segments[index].Literal;
}
