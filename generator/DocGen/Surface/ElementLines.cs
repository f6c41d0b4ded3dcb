using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// Finds the lines of a page that a change is about. It searches for wire names: in table rows, JSON members, request
/// and status lines and headings, then in any line. It searches only pages with changes, so it adds no cost to reading
/// a page.
/// </summary>
internal sealed class ElementLines
{
    private readonly SurfaceChange _change;
    private readonly SurfaceElement _element;
    private readonly string[] _words;
    private readonly string _shape;
    private readonly string _typeName;

    private ElementLines(SurfaceChange change, SurfaceElement element)
    {
        (_change, _element) = (change, element);
        _shape = element.Kind == SurfaceElementKind.Url ? UrlText.Shape(element.Name) : "";
        _typeName = SurfaceTypes.LastPart(change.Subject);
        _words = [.. new[] { change.Old, change.New }.OfType<string>().Select(LastWord).Where(word => word.Length > 1)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <returns>The possible lines, in page order.</returns>
    public static IReadOnlyList<ElementLine> Of(PageLines page, SurfaceChange change, SurfaceElement element)
    {
        var search = new ElementLines(change, element);
        var found = new List<ElementLine>();
        foreach (int line in search.Candidates(page))
        {
            if (search.Weigh(page.Lines[line], out int column) is > 0 and var weight)
                found.Add(new ElementLine(line, column, weight));
        }

        return found;
    }

    /// <summary>Returns the lines that contain a word of the element, in page order.</summary>
    private IEnumerable<int> Candidates(PageLines page)
    {
        IEnumerable<string> words = _element.Kind switch
        {
            SurfaceElementKind.Operation => Verbs.Select(verb => verb.TrimEnd()),
            SurfaceElementKind.Type or SurfaceElementKind.Enum => _words.Append(LastWord(_typeName)),
            SurfaceElementKind.Body => _words.Concat(["request"]),
            SurfaceElementKind.Answer => _words.Concat(["response", "HTTP"]),
            SurfaceElementKind.Url =>
                [LastWord(_shape.Split('/').LastOrDefault(segment => segment.IndexOf('{') < 0) ?? "")],
            _ => [LastWord(_element.Name)],
        };
        string[] known = [.. words];
        if (Array.Exists(known, word => word.Length == 0))
            return Enumerable.Range(0, page.Lines.Count);
        IEnumerable<int> lines = known.SelectMany(page.With);
        if (_element.Kind is SurfaceElementKind.Operation or SurfaceElementKind.Body or SurfaceElementKind.Answer)
            lines = lines.Concat(page.Headings);
        return lines.Distinct().OrderBy(line => line);
    }

    private int Weigh(string line, out int column)
    {
        column = line.Length - line.TrimStart().Length;
        if (column == line.Length)
            return 0;
        return _element.Kind switch
        {
            SurfaceElementKind.Url => WeighUrl(line),
            SurfaceElementKind.Status =>
                WeighWord(line, _element.Name, ref column) is > 0
                    ? (line.IndexOf("HTTP/", StringComparison.Ordinal) >= 0
                        ? Thresholds.LineStated : Thresholds.LineShown)
                    : 0,
            SurfaceElementKind.Operation => WeighOperation(line),
            SurfaceElementKind.Permission =>
                line.TrimStart(' ', '|', '*').StartsWith(_element.Name, StringComparison.OrdinalIgnoreCase)
                    ? Thresholds.LineStated
                    : 0,
            SurfaceElementKind.ServiceRoot =>
                _element.Name.Length > 0 && line.IndexOf(_element.Name, StringComparison.OrdinalIgnoreCase) >= 0
                    ? Thresholds.LineStated
                    : 0,
            SurfaceElementKind.Type or SurfaceElementKind.Enum => WeighType(line, ref column),
            SurfaceElementKind.Body or SurfaceElementKind.Answer => WeighContent(line, ref column),
            _ => WeighWord(line, _element.Name, ref column),
        };
    }

    private int WeighUrl(string line)
    {
        string target = line.Trim().Trim('`', '|', ' ');
        int space = target.IndexOf(' ');
        string url = space > 0 ? target.Substring(space + 1).Trim().Trim('`') : target;
        int end = url.IndexOf(' ');
        url = end > 0 ? url.Substring(0, end) : url;
        string shape = UrlText.Shape(url);
        return shape == _shape ? Thresholds.LineExact
            : shape.EndsWith(_shape, StringComparison.Ordinal) ? Thresholds.LineStated
            : _shape.Split('/').Where(segment => segment.Length > 0 && segment.IndexOf('{') < 0) is var literals
                && literals.Any()
                && literals.All(segment => Find(line, segment) >= 0) ? Thresholds.LineShown : 0;
    }

    private static readonly string[] Verbs = ["GET ", "POST ", "PUT ", "PATCH ", "DELETE ", "HEAD ", "OPTIONS "];

    private int WeighOperation(string line)
    {
        string start = line.TrimStart(' ', '`', '#', '|');
        string verb = _change.Subject.Substring(0, Math.Max(0, _change.Subject.IndexOf(' ')) + 1);
        if (verb.Length > 1 && start.StartsWith(verb, StringComparison.Ordinal))
            return Thresholds.LineStated;
        return Array.Exists(Verbs, other => start.StartsWith(other, StringComparison.Ordinal))
            ? Thresholds.LineShown
            : IsTitle(line) ? Thresholds.LineMentioned * 2
            : 0;
    }

    private int WeighType(string line, ref int column)
    {
        int weight = WeighWords(line, ref column);
        if (Find(line, _typeName) is >= 0 and var at)
        {
            column = at;
            weight += line.IndexOf(".type\"", StringComparison.Ordinal) >= 0
                || line.IndexOf("@type", StringComparison.Ordinal) >= 0
                    ? Thresholds.LineStated : IsTitle(line) ? Thresholds.LineShown : Thresholds.LineMentioned;
        }

        return weight;
    }

    /// <summary>
    /// Returns the weight of a line for a body or response. Lines with its types weigh most, then lines about messages.
    /// </summary>
    private int WeighContent(string line, ref int column)
    {
        int weight = WeighWords(line, ref column);
        if (line.IndexOf(_element.Kind == SurfaceElementKind.Body ? "request" : "response",
            StringComparison.OrdinalIgnoreCase)
            >= 0)
            weight += Thresholds.LineMentioned;
        if (_element.Kind == SurfaceElementKind.Answer
            && line.TrimStart().StartsWith("HTTP/", StringComparison.Ordinal))
            weight += Thresholds.LineMentioned * 2;
        return weight + (IsTitle(line) ? 1 : 0);
    }

    private int WeighWords(string line, ref int column)
    {
        int weight = 0;
        foreach (string word in _words)
        {
            if (Find(line, word) is >= 0 and var at)
                (column, weight) = (at, weight + (Thresholds.LineMentioned * 2));
        }

        return weight;
    }

    /// <summary>
    /// Returns the weight of a line for a name. A table row or JSON member weighs more than any other line.
    /// </summary>
    private static int WeighWord(string line, string name, ref int column)
    {
        if (name.Length == 0 || Find(line, name) is not (>= 0 and var at))
            return 0;
        column = at;
        string start = line.TrimStart();
        if (start[0] == '|')
            return start.TrimStart('|', ' ', '*', '`', '"').StartsWith(name, StringComparison.OrdinalIgnoreCase)
                ? Thresholds.LineExact
                : Thresholds.LineShown;
        if (start[0] == '"' && start.Length > name.Length
            && string.Compare(start, 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0)
            return Thresholds.LineStated;
        return start.TrimStart('-', '*', '#', ' ', '`', '\t').StartsWith(name, StringComparison.OrdinalIgnoreCase)
            ? Thresholds.LineStated
            : Thresholds.LineMentioned * 2;
    }

    /// <summary>Returns the position of a whole word, or -1.</summary>
    private static int Find(string line, string word)
    {
        for (int at = word.Length == 0 ? -1 : line.IndexOf(word, StringComparison.OrdinalIgnoreCase); at
            >= 0; at = line.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !IsPart(line[at - 1]) || !IsPart(word[0]))
                && (at + word.Length == line.Length || !IsPart(line[at + word.Length])
                    || !IsPart(word[word.Length - 1])))
                return at;
        }

        return -1;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsTitle(string line) => line.StartsWith("#", StringComparison.Ordinal);

    private static string LastWord(string text) => PageLines.Words(text).LastOrDefault() ?? "";
}
