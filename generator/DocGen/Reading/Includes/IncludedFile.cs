using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A file of the set that pages include. It is parsed when the first of them takes it in, and once for all of
/// them.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">Its text.</param>
/// <param name="includes">What it includes in its turn, as it writes it.</param>
internal sealed class IncludedFile(string path, string text, EquatableArray<string> includes = default)
{
    private readonly Lazy<LineMap> _lines = new(() => new LineMap(text));
    private readonly Lazy<IReadOnlyList<DocBlock>?> _blocks = new(
        () => PageLimits.Exceeded(text) is null ? MarkdownParser.Parse(text) : null);

    public string Path => path;

    public string Text => text;

    public EquatableArray<string> Includes => includes;

    public LineMap Lines => _lines.Value;

    /// <summary>Its blocks, at its own offsets; null for a file that can't be parsed, which is reported where it is a
    /// page itself.</summary>
    public IReadOnlyList<DocBlock>? Blocks => _blocks.Value;
}
