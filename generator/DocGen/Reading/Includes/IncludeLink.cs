using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A reference that includes another file: <c>[!INCLUDE [words](target)]</c>.</summary>
/// <param name="Target">The file's path as written, without a bookmark.</param>
/// <param name="Start">The offset of the target.</param>
/// <param name="End">The end of the target, exclusive.</param>
internal readonly record struct IncludeLink(string Target, int Start, int End)
{
    private const string Opening = "[!";

    private const string Word = "INCLUDE";

    private static readonly char[] WordsEnds = [']', '\n'];

    private static readonly char[] TargetEnds = [')', '\n'];

    /// <summary>
    /// Whether the text may contain an include. Most paragraphs contain none, and this check allocates nothing.
    /// </summary>
    public static bool MayBeIn(string text, int start, int end) =>
        text.IndexOf(Opening, start, end - start, StringComparison.Ordinal) >= 0;

    /// <summary>Returns the includes between two offsets of a text. The keyword may have any case.</summary>
    public static IEnumerable<IncludeLink> In(string text, int start, int end)
    {
        for (int at = start; at < end;)
        {
            if (Next(text, ref at, end) is { } link)
                yield return link;
        }
    }

    /// <summary>
    /// Returns the include at the next opening bracket, or null if there is none. The search reads each character once:
    /// if a line does not close an opening bracket, the rest of the line is skipped.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The offset at which to begin; after the call, the offset at which to continue.</param>
    /// <param name="end">The end of the searched text, exclusive.</param>
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
    /// Returns the paths that the target may have, in the order in which to try them. A relative target has one path,
    /// relative to the folder of the page. A target that begins with <c>~/</c> or <c>/</c> has one path below each
    /// folder of the page, from the outermost, because only the publishing tool knows which folder is the root.
    /// </summary>
    public static IEnumerable<string> Paths(string page, string target)
    {
        target = target.Replace('\\', '/');
        if (target.IndexOf(':') >= 0)
            yield break;
        string? below = target.StartsWith("~/", StringComparison.Ordinal)
            ? target.Substring(2)
            : target[0] == '/' ? target.Substring(1)
            : null;
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
