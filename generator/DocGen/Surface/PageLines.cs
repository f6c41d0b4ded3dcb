namespace DocGen.Generator.Surface;

/// <summary>
/// The lines of a page and an index of their words. The index is built once, even for thousands of changes.
/// </summary>
internal sealed class PageLines
{
    private static readonly int[] None = [];

    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> _headings = [];

    public PageLines(IReadOnlyList<string> lines)
    {
        Lines = lines;
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsWith("#", StringComparison.Ordinal))
                _headings.Add(i);
            foreach (string word in Words(lines[i]))
                Add(word, i);
        }
    }

    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyList<int> Headings => _headings;

    /// <summary>Returns the lines that contain a word, ignoring case.</summary>
    public IReadOnlyList<int> With(string word) => _byWord.TryGetValue(word, out List<int>? lines) ? lines : None;

    /// <summary>Returns the words of a text: runs of letters, digits and underscores.</summary>
    public static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isPart = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_');
            if (isPart && start < 0)
                start = i;
            if (isPart || start < 0)
                continue;
            yield return text.Substring(start, i - start);
            start = -1;
        }
    }

    private void Add(string word, int line)
    {
        if (!_byWord.TryGetValue(word, out List<int>? lines))
            _byWord.Add(word, lines = []);
        if (lines.Count == 0 || lines[lines.Count - 1] != line)
            lines.Add(line);
    }
}
