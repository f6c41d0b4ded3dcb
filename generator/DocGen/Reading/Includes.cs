using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A line that takes in another file: <c>[!INCLUDE [words](target)]</c>.</summary>
/// <param name="Target">The file's path as it is written, without a bookmark.</param>
/// <param name="Start">Where the target begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct IncludeLink(string Target, int Start, int End)
{
    private const string Opening = "[!";

    private const string Word = "INCLUDE";

    /// <summary>The includes between two places of a text, in whatever case they are written.</summary>
    public static IEnumerable<IncludeLink> In(string text, int start, int end)
    {
        for (int at = text.IndexOf(Opening, start, end - start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Opening, at, end - at, StringComparison.Ordinal))
        {
            at += Opening.Length;
            if (string.Compare(text, at, Word, 0, Word.Length, StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            int line = text.IndexOf('\n', at, end - at);
            int lineEnd = line < 0 ? end : line;
            int open = text.IndexOf("](", at, lineEnd - at, StringComparison.Ordinal);
            int close = open < 0 ? -1 : text.IndexOf(')', open, lineEnd - open);
            if (close < 0)
                continue;
            at = close;
            int from = open + 2;
            int space = text.IndexOf(' ', from, close - from);
            int hash = text.IndexOf('#', from, (space < 0 ? close : space) - from);
            int to = hash >= 0 ? hash : space >= 0 ? space : close;
            if (to > from)
                yield return new IncludeLink(text.Substring(from, to - from), from, to);
        }
    }

    /// <summary>
    /// The paths that the target may have, the first that is there counts: one beside the page, or, behind <c>~/</c>, one below each
    /// folder that the page is in, from the outermost, because which of them is the root the publishing tool alone knows.
    /// </summary>
    public static IEnumerable<string> Paths(string page, string target)
    {
        target = target.Replace('\\', '/');
        if (target.IndexOf(':') >= 0)
            yield break;
        string? below = target.StartsWith("~/", StringComparison.Ordinal) ? target.Substring(2) : target[0] == '/' ? target.Substring(1) : null;
        if (below is null)
        {
            if (PagePath.Resolve(page, target) is { } beside)
                yield return beside;
            yield break;
        }

        for (int folder = 0; folder >= 0; folder = page.IndexOf('/', folder) + 1)
        {
            if (PagePath.Resolve(page.Substring(0, folder), below) is { } path)
                yield return path;
            if (page.IndexOf('/', folder) < 0)
                yield break;
        }
    }
}

/// <summary>A file of the set that pages include, by its path.</summary>
internal sealed record IncludedFile(string Path, string Text);

/// <summary>
/// Puts the headings, paragraphs and tables of included files where a page includes them. What stands in them keeps its place: at
/// offsets behind the page's own, which the page's findings know to belong to another file.
/// </summary>
internal sealed class IncludeReader(string page, string text, IReadOnlyList<IncludedFile> files, FindingSink sink)
{
    /// <summary>Nobody includes what includes what includes more.</summary>
    private const int MaxDepth = 8;

    private readonly Dictionary<string, File> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _open = [page];
    private int _length = text.Length;

    /// <summary>What the includes of a paragraph of the page bring.</summary>
    public IEnumerable<DocBlock> BlocksOf(ParagraphBlock paragraph) =>
        files.Count == 0 ? [] : BlocksOf(page, text, paragraph.Start, Math.Min(paragraph.End, text.Length), 0);

    /// <param name="path">The file that the text is of.</param>
    /// <param name="content">Its text.</param>
    /// <param name="start">Where in the text to begin.</param>
    /// <param name="end">Where to end.</param>
    /// <param name="offset">What the text's offsets are behind those of the page.</param>
    private IEnumerable<DocBlock> BlocksOf(string path, string content, int start, int end, int offset)
    {
        foreach (IncludeLink link in IncludeLink.In(content, start, end))
        {
            IncludedFile? found = IncludeLink.Paths(path, link.Target)
                .Select(p => files.FirstOrDefault(f => f.Path.Equals(p, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(f => f is not null);
            if (found is null || Read(found) is not { } file)
                continue;
            if (Problem(found) is { } problem)
            {
                sink.Report(Rules.IncludeLeftOut, offset + link.Start, offset + link.End, found.Path, problem);
                continue;
            }

            _open.Add(found.Path);
            _length += found.Text.Length;
            foreach (DocBlock block in file.Blocks)
            {
                yield return block;
                if (block is not ParagraphBlock paragraph)
                    continue;
                foreach (DocBlock nested in BlocksOf(found.Path, found.Text, paragraph.Start - file.Offset, paragraph.End - file.Offset, file.Offset))
                    yield return nested;
            }

            _open.RemoveAt(_open.Count - 1);
        }
    }

    private string? Problem(IncludedFile file) =>
        _open.Contains(file.Path, StringComparer.OrdinalIgnoreCase) ? "it would include itself"
        : _open.Count > MaxDepth ? $"includes nest more than {MaxDepth} deep"
        : _length + file.Text.Length > PageLimits.Length ? $"the page would have more than {PageLimits.Length} characters"
        : null;

    /// <summary>A file parsed, once for a page; null for one that can't be, which is reported where it is a page itself.</summary>
    private File? Read(IncludedFile included)
    {
        if (_files.TryGetValue(included.Path, out File? file))
            return file;
        if (PageLimits.Exceeded(included.Text) is not null)
            return null;
        file = new File(sink.Include(included.Path, included.Text));
        _files.Add(included.Path, file);
        file.Blocks.AddRange(MarkdownParser.Parse(included.Text).Select(block => Moved(block, included.Path, file.Offset)).OfType<DocBlock>());
        return file;
    }

    private DocBlock? Moved(DocBlock block, string path, int offset)
    {
        RichText Move(RichText words) => words.Moved(offset, target => Rebased(path, target));
        return block switch
        {
            HeadingBlock heading => new HeadingBlock(heading.Start + offset, heading.End + offset, heading.Level, Move(heading.Text)),
            ParagraphBlock paragraph => new ParagraphBlock(paragraph.Start + offset, paragraph.End + offset, Move(paragraph.Text), paragraph.InList),
            TableBlock table => new TableBlock(table.Start + offset, table.End + offset,
                [.. table.Header.Select(Move)], [.. table.Rows.Select(row => (IReadOnlyList<RichText>)[.. row.Select(Move)])]),
            _ => null,
        };
    }

    /// <summary>What a link of the file leads to, as the page would link to it.</summary>
    private string Rebased(string path, string target) =>
        Prose.LinkedPage(target) is { } linked && PagePath.Resolve(path, linked) is { } resolved
            ? string.Concat(Enumerable.Repeat("../", page.Count(c => c == '/'))) + resolved + target.Substring(linked.Length)
            : target;

    private sealed class File(int offset)
    {
        public int Offset { get; } = offset;

        public List<DocBlock> Blocks { get; } = [];
    }
}
