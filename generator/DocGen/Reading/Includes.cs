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

    private static readonly char[] WordsEnds = [']', '\n'];

    private static readonly char[] TargetEnds = [')', '\n'];

    /// <summary>Most paragraphs have none: for those nothing is made.</summary>
    public static bool MayBeIn(string text, int start, int end) => text.IndexOf(Opening, start, end - start, StringComparison.Ordinal) >= 0;

    /// <summary>The includes between two places of a text, in whatever case they are written.</summary>
    public static IEnumerable<IncludeLink> In(string text, int start, int end)
    {
        for (int at = start; at < end;)
        {
            if (Next(text, ref at, end) is { } link)
                yield return link;
        }
    }

    /// <summary>
    /// The include that the next opening begins, or null where it begins none. It looks at what it passes alone: behind an opening that its
    /// line leaves open, the line has no include.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to begin; after the call, where to go on.</param>
    /// <param name="end">Where to end.</param>
    public static IncludeLink? Next(string text, ref int at, int end)
    {
        int opening = text.IndexOf(Opening, at, end - at, StringComparison.Ordinal);
        at = opening < 0 ? end : opening + Opening.Length;
        if (opening < 0 || string.Compare(text, at, Word, 0, Word.Length, StringComparison.OrdinalIgnoreCase) != 0)
            return null;
        at = First(WordsEnds, text, at, end);
        while (at + 1 < end && text[at] == ']' && text[at + 1] != '(')
            at = First(WordsEnds, text, at + 1, end);
        if (at + 1 >= end || text[at] != ']')
            return null;
        int from = at + 2;
        int close = at = First(TargetEnds, text, from, end);
        if (close == end || text[close] != ')')
            return null;
        int space = text.IndexOf(' ', from, close - from);
        int hash = text.IndexOf('#', from, (space < 0 ? close : space) - from);
        int to = hash >= 0 ? hash : space >= 0 ? space : close;
        return to > from ? new IncludeLink(text.Substring(from, to - from), from, to) : null;
    }

    private static int First(char[] ends, string text, int start, int end)
    {
        int at = text.IndexOfAny(ends, start, end - start);
        return at < 0 ? end : at;
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

/// <summary>A file of the set that pages include. It is parsed when the first of them takes it in, and once for all of them.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">Its text.</param>
/// <param name="includes">What it includes in its turn, as it writes it.</param>
internal sealed class IncludedFile(string path, string text, EquatableArray<string> includes = default)
{
    private readonly Lazy<LineMap> _lines = new(() => new LineMap(text));
    private readonly Lazy<IReadOnlyList<DocBlock>?> _blocks = new(() => PageLimits.Exceeded(text) is null ? MarkdownParser.Parse(text) : null);

    public string Path => path;

    public string Text => text;

    public EquatableArray<string> Includes => includes;

    public LineMap Lines => _lines.Value;

    /// <summary>Its blocks, at its own offsets; null for a file that can't be parsed, which is reported where it is a page itself.</summary>
    public IReadOnlyList<DocBlock>? Blocks => _blocks.Value;
}

/// <summary>
/// Puts the headings, paragraphs and tables of included files where a page includes them. What stands in them keeps its place: at
/// offsets behind the page's own, which the page's findings know to belong to another file.
/// </summary>
internal sealed class IncludeReader(string page, string text, IReadOnlyList<IncludedFile> files, FindingSink sink)
{
    /// <summary>Nobody includes what includes what includes more.</summary>
    private const int MaxDepth = 8;

    private readonly Lazy<Dictionary<string, IncludedFile>> _byPath = new(() => ByPath(files));
    private readonly Dictionary<IncludedFile, File> _files = [];
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
            if (IncludeLink.Paths(path, link.Target).FirstOrDefault(_byPath.Value.ContainsKey) is not { } target)
                continue;
            IncludedFile found = _byPath.Value[target];
            if (Problem(found) is { } problem)
            {
                sink.Report(Rules.IncludeLeftOut, offset + link.Start, offset + link.End, found.Path, problem);
                continue;
            }

            if (Read(found) is not { } file)
                continue;
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

    /// <summary>A file with its blocks behind the page's own, once for a page; null for one that can't be parsed.</summary>
    private File? Read(IncludedFile included)
    {
        if (_files.TryGetValue(included, out File? file))
            return file;
        if (included.Blocks is not { } blocks)
            return null;
        int offset = sink.Include(included.Path, included.Lines);
        file = new File(offset, [.. blocks.Select(block => Moved(block, included.Path, offset)).OfType<DocBlock>()]);
        _files.Add(included, file);
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

    /// <summary>Of files whose paths differ in case alone, the first counts.</summary>
    private static Dictionary<string, IncludedFile> ByPath(IReadOnlyList<IncludedFile> files)
    {
        var byPath = new Dictionary<string, IncludedFile>(files.Count, StringComparer.OrdinalIgnoreCase);
        foreach (IncludedFile file in files)
        {
            if (!byPath.ContainsKey(file.Path))
                byPath.Add(file.Path, file);
        }

        return byPath;
    }

    private sealed record File(int Offset, DocBlock[] Blocks);
}
