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
    public static bool MayBeIn(string text, int start, int end) =>
        text.IndexOf(Opening, start, end - start, StringComparison.Ordinal) >= 0;

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
    /// The include that the next opening begins, or null where it begins none. It looks at what it passes alone: behind
    /// an opening that its line leaves open, the line has no include.
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
    /// The paths that the target may have, the first that is there counts: one beside the page, or, behind <c>~/</c>,
    /// one below each folder that the page is in, from the outermost, because which of them is the root the publishing
    /// tool alone knows.
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
