using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Inserts the headings, paragraphs and tables of included files where a page includes them. Their offsets
/// begin after the end of the page's text. A finding at such an offset is reported in the included file.
/// </summary>
internal sealed class IncludeReader(string page, string text, IReadOnlyList<IncludedFile> files, FindingSink sink)
{
    private readonly Lazy<Dictionary<string, IncludedFile>> _byPath = new(() => ByPath(files));
    private readonly Dictionary<IncludedFile, File> _files = [];
    private readonly List<string> _open = [page];
    private int _length = text.Length;

    /// <summary>Returns the blocks that the includes of a paragraph add.</summary>
    public IEnumerable<DocBlock> BlocksOf(ParagraphBlock paragraph) =>
        files.Count == 0 ? [] : BlocksOf(page, text, paragraph.Start, Math.Min(paragraph.End, text.Length), 0);

    /// <param name="path">The file that contains the text.</param>
    /// <param name="content">Its text.</param>
    /// <param name="start">The offset at which to begin.</param>
    /// <param name="end">The offset at which to end, exclusive.</param>
    /// <param name="offset">What to add to a position in the text to get its offset; 0 for the page itself.</param>
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
                foreach (DocBlock nested in BlocksOf(found.Path, found.Text, paragraph.Start - file.Offset,
                    paragraph.End - file.Offset, file.Offset))
                    yield return nested;
            }

            _open.RemoveAt(_open.Count - 1);
        }
    }

    private string? Problem(IncludedFile file) =>
        _open.Contains(file.Path, StringComparer.OrdinalIgnoreCase) ? "it would include itself"
        : _open.Count > Limits.Includes ? $"includes are nested more than {Limits.Includes} levels deep"
        : _length + file.Text.Length > Limits.Page
        ? $"the page would have more than {Limits.Page} characters"
        : null;

    /// <summary>
    /// Returns a file whose blocks have offsets after the page's text; null for a file that can't be parsed. A file is
    /// moved only once, even if the page includes it several times.
    /// </summary>
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
            HeadingBlock heading =>
                new HeadingBlock(heading.Start + offset, heading.End + offset, heading.Level, Move(heading.Text)),
            ParagraphBlock paragraph =>
                new ParagraphBlock(paragraph.Start + offset, paragraph.End + offset, Move(paragraph.Text),
                    paragraph.Lists),
            TableBlock table => new TableBlock(table.Start + offset, table.End + offset,
                [.. table.Header.Select(Move)],
                [.. table.Rows.Select(row => (IReadOnlyList<RichText>)[.. row.Select(Move)])]),
            _ => null,
        };
    }

    /// <summary>Returns the target of a link in the included file, relative to the page.</summary>
    private string Rebased(string path, string target) =>
        Prose.LinkedPage(target) is { } linked && PagePath.Resolve(path, linked) is { } resolved
            ? string.Concat(Enumerable.Repeat("../", page.Count(c => c == '/'))) + resolved
                + target.Substring(linked.Length)
            : target;

    /// <summary>Indexes the files by path. If paths differ only in case, the first is used.</summary>
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
