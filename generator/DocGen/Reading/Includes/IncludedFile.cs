using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// A file of the set that pages include. It is parsed once for all pages, when the first of them includes it.
/// </summary>
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
    /// The blocks at the file's own offsets. Null for a file that can't be parsed, which is reported for the file as a
    /// page.
    /// </summary>
    public IReadOnlyList<DocBlock>? Blocks => _blocks.Value;
}
