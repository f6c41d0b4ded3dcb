using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A file of the set that pages include. It is parsed only once, when the first page includes it.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">Its text.</param>
/// <param name="includes">The targets of the includes in the file, as written.</param>
internal sealed class IncludedFile(string path, string text, EquatableArray<string> includes = default)
{
    private readonly Lazy<LineMap> _lines = new(() => new LineMap(text));
    private readonly Lazy<IReadOnlyList<DocBlock>?> _blocks = new(
        () => PageLimits.Exceeded(text) is null ? MarkdownParser.Parse(text) : null);

    public string Path => path;

    public string Text => text;

    public EquatableArray<string> Includes => includes;

    public LineMap Lines => _lines.Value;

    /// <summary>
    /// The blocks, with offsets in this file. Null for a file that can't be parsed; the file is reported when it is
    /// read as a page.
    /// </summary>
    public IReadOnlyList<DocBlock>? Blocks => _blocks.Value;
}
