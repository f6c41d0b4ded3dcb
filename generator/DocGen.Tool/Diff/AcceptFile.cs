using DocGen.Generator.Surface;

namespace DocGen.Tool.Diff;

/// <summary>
/// A file of accepted changes, one per line: <c>RULE identity  reason</c>. Lines that begin with <c>#</c> are comments.
/// </summary>
internal sealed class AcceptFile
{
    public const string Name = "docgen.accept";

    private readonly Dictionary<(string Rule, string Identity), int> _lines = [];
    private readonly HashSet<int> _used = [];
    private readonly List<(int Line, string Text)> _unreadable = [];

    public static AcceptFile None => new("", "");

    /// <param name="path">The path for messages.</param>
    /// <param name="text">The content of the file.</param>
    public AcceptFile(string path, string text)
    {
        Path = path;
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim().Replace('\t', ' ');
            if (line.Length == 0 || line[0] == '#')
                continue;
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            string identity = space < 0 ? "" : line[(space + 1)..].TrimStart().Split("  ", 2)[0].Trim();
            if (identity.Length > 0 && SurfaceRules.Find(line[..space]) is { } rule)
                _lines.TryAdd((rule.Id, identity.ToLowerInvariant()), i + 1);
            else
                _unreadable.Add((i + 1, line));
        }
    }

    public string Path { get; }

    /// <summary>Lines that are not valid, and lines that match no change.</summary>
    public IEnumerable<(int Line, string Message)> Problems =>
        _unreadable.Select(line => (line.Line, $"'{line.Text}' is not a rule and an identity"))
        .Concat(_lines.Where(line => !_used.Contains(line.Value))
            .Select(line => (line.Value, $"No change matches {line.Key.Rule} '{line.Key.Identity}'")))
        .OrderBy(problem => problem.Item1);

    /// <summary>Whether a line accepts a change. The line may omit the namespace of a type.</summary>
    public bool Takes(SurfaceChange change)
    {
        string identity = change.Identity.ToLowerInvariant();
        foreach (((string rule, string named), int line) in _lines)
        {
            if (rule == change.Rule.Id
                && (identity == named || identity.EndsWith("." + named, StringComparison.Ordinal)))
                return _used.Add(line) || true;
        }

        return false;
    }
}
