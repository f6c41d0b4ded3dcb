using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>
/// Names the operations of a page that is not in the dialect. The group is the last collection of the URL that a heading above
/// names, else the last one; the method is the verb that the heading begins with, else that of HTTP.
/// </summary>
internal sealed class PlainNamer
{
    /// <summary>A title of more words is a sentence.</summary>
    private const int MaxTitle = 4;

    private static readonly HashSet<string> Roots = new(StringComparer.OrdinalIgnoreCase) { "api", "rest", "my", "me", "public", "v" };

    private static readonly string[] TitleEnds = ["api", "apis", "endpoint", "endpoints", "resource", "resources", "reference", "object", "objects", "operations", "methods", "routes"];

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "all", "one", "single", "specific", "new", "existing", "of", "in", "on", "for", "from", "by", "with", "your", "my", "its", "this", "that",
        "and", "or", "to", "at", "into", "s", "information", "info", "about", "list", "details", "detail", "current", "particular", "given",
    };

    private readonly string _page;

    private PlainNamer(string path)
    {
        string file = path.Substring(path.LastIndexOf('/') + 1);
        int dot = file.IndexOf('.');
        _page = (dot < 0 ? file : file.Substring(0, dot)).Replace('-', ' ').Replace('_', ' ');
    }

    /// <summary>Names all operations of a page, so that no two have one name.</summary>
    public static void Name(string path, IReadOnlyList<PlainOperation> operations)
    {
        var namer = new PlainNamer(path);
        foreach (PlainOperation operation in operations)
            namer.Name(operation);
        foreach (IGrouping<(string, string), PlainOperation> same in operations.GroupBy(o => (o.Name.Resource, o.Name.Method)).Where(g => g.Skip(1).Any()).ToArray())
            Distinguish([.. same.OrderBy(o => o.First.Url.Segments.Count)], operations);
    }

    private void Name(PlainOperation operation)
    {
        UrlSegment[] segments = [.. operation.First.Url.Segments];
        int place = Group(operation, segments, out string group, out bool isPlural);
        string[] tail = [.. segments.Skip(place + 1).Select(Routes.Word).OfType<string>()];
        bool isKeyed = segments.Skip(place + 1).Any(s => s.HasPlaceholder);
        string method = Method(operation, group, tail, isKeyed, isPlural);
        string singular = Identifiers.Pascal(group);
        operation.Resource = singular;
        operation.Tail = tail;
        operation.EndsInKey = segments.Length > 0 && segments[segments.Length - 1].HasPlaceholder;
        operation.Parent = Parent(segments, place);
        operation.Name = new OperationName(
            StringPool.Get(singular.ToLowerInvariant().TrimStart('_')), StringPool.Get(method), StringPool.Get(singular), null, IsOfPage: false, IsSingleton: !isPlural);
    }

    /// <summary>The word that a key stands behind before the group's own.</summary>
    private static string? Parent(UrlSegment[] segments, int place)
    {
        for (int i = Math.Min(place, segments.Length) - 1; i > 0; i--)
        {
            if (segments[i].HasPlaceholder && Routes.Word(segments[i - 1]) is { } word)
                return Identifiers.Pascal(Inflection.Singular(Identifiers.Pascal(word)));
        }

        return null;
    }

    /// <summary>The segment that names what the operation is about.</summary>
    private int Group(PlainOperation operation, UrlSegment[] segments, out string name, out bool isPlural)
    {
        string[] titles = [.. Titles(operation)];
        foreach (string title in titles)
        {
            for (int i = segments.Length - 1; i >= 0; i--)
            {
                if (Routes.Word(segments[i]) is { } word && Match(title, word, out name, out isPlural))
                    return i;
            }
        }

        int last = Array.FindLastIndex(segments, s => Routes.Word(s) is { } word && IsPlural(word));
        isPlural = last >= 0;
        if (last < 0)
            last = Array.FindIndex(segments, s => Routes.Word(s) is { } word && !Roots.Contains(word) && !IsVersion(word));
        if (last < 0)
            last = Array.FindIndex(segments, s => Routes.Word(s) is not null);
        name = last < 0 ? "Root" : Inflection.Singular(Identifiers.Pascal(Routes.Word(segments[last])!));
        return Math.Max(last, 0);
    }

    private static bool IsVersion(string word) => word.Length < 6 && word[0] is 'v' or 'V' && word.Skip(1).All(c => char.IsDigit(c) || c == '.');

    private static bool IsPlural(string word)
    {
        string pascal = Identifiers.Pascal(word);
        return Inflection.Singular(pascal) is var singular && singular != pascal && !IsVersion(word);
    }

    /// <summary>The headings above an operation, from the nearest on, then the name of the file.</summary>
    private IEnumerable<string> Titles(PlainOperation operation)
    {
        for (Section? section = operation.IsSole ? operation.Scope.Root.Parent : operation.Scope.Root; section?.Heading is not null; section = section.Parent)
            yield return section.Title;
        yield return _page;
    }

    /// <summary>Whether a title ends in a word of the URL: "Deploy keys" and <c>keys</c>. What stands before it belongs to the name.</summary>
    private static bool Match(string title, string word, out string name, out bool isPlural)
    {
        (name, isPlural) = ("", false);
        List<string> words = [.. WordsOf(title)];
        while (words.Count > 1 && TitleEnds.Contains(words[words.Count - 1], StringComparer.Ordinal))
            words.RemoveAt(words.Count - 1);
        if (words.Count is 0 or > MaxTitle)
            return false;
        string wanted = Compact(Inflection.Singular(Identifiers.Pascal(word)));
        string last = words[words.Count - 1];
        string singular = Inflection.Singular(last);
        for (int from = words.Count - 1; from >= 0; from--)
        {
            if (string.Concat(words.Skip(from).Take(words.Count - 1 - from)) + singular != wanted)
                continue;
            if (from > 0 && (ApiVerbs.Of(words[0]) is not null || words.Take(from).Any(Small.Contains)))
                return false;
            isPlural = singular != last || IsPlural(word) || Inflection.Plural(last) == last;
            name = string.Concat(words.Take(from).Select(w => Identifiers.Pascal(w))) + Inflection.Singular(Identifiers.Pascal(word));
            return true;
        }

        return false;
    }

    private static string Compact(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string[] WordsOf(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : c is '\'' or '\u2019' ? '\0' : ' ')]).Replace("\0", "")
            .Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static string Method(PlainOperation operation, string group, string[] tail, bool isKeyed, bool isPlural)
    {
        string[] words = [.. WordsOf(Described(operation))];
        string? verb = words.Length > 0 ? ApiVerbs.Of(words[0]) : null;
        string common = verb is null ? "" : ApiVerbs.Common(verb);
        // "Login" and "Search" may be all that the heading says.
        if (verb is null || !Agrees(common, operation.Method))
            return ByHttp(operation.Method, tail, isKeyed, isPlural);
        string what = string.Concat(tail.Select(t => Identifiers.Pascal(t)));
        if (!ApiVerbs.IsGeneral(common))
            return Identifiers.Pascal(common) + Object(words, group, tail);
        bool isList = operation.Method == "GET" && common is "get" or "list" && IsMany(tail, isKeyed, isPlural);
        if (common is "get" or "list")
            return (isList || common == "list" ? "List" : "Get") + what;
        if (common is "create" or "add" && tail.Length > 0)
            what = string.Concat(tail.Take(tail.Length - 1).Select(t => Identifiers.Pascal(t))) + Inflection.Singular(Identifiers.Pascal(tail[tail.Length - 1]));
        return Identifiers.Pascal(common) + what;
    }

    /// <summary>What a verb with a meaning of its own is about, where the URL says it behind the group: <c>UploadLogo</c>, <c>MarkAsRead</c>.</summary>
    private static string Object(string[] words, string group, string[] tail)
    {
        if (words.Length > 2 && words[1] == "as")
            return "As" + Identifiers.Pascal(words[2]);
        string heading = string.Concat(words.Skip(1));
        return string.Concat(tail.Where(t => Compact(t) is { Length: > 2 } word && word != Compact(group)
            && (heading.IndexOf(word, StringComparison.Ordinal) >= 0 || heading.IndexOf(Compact(Inflection.Singular(t)), StringComparison.Ordinal) >= 0)).Select(t => Identifiers.Pascal(t)));
    }

    /// <summary>A general verb on another method is a slip, or a word on something else.</summary>
    private static bool Agrees(string verb, string method) => method switch
    {
        "GET" or "HEAD" => verb is not ("create" or "update" or "delete" or "add" or "remove" or "replace"),
        "DELETE" => verb is not ("get" or "list" or "create" or "update"),
        "POST" or "PUT" or "PATCH" => verb is not "list",
        _ => true,
    };

    /// <summary>All of a collection: the URL ends in a plural.</summary>
    private static bool IsMany(string[] tail, bool isKeyed, bool isPlural) => tail.Length > 0 ? IsPlural(tail[tail.Length - 1]) : isPlural && !isKeyed;

    private static string ByHttp(string method, string[] tail, bool isKeyed, bool isPlural)
    {
        string what = string.Concat(tail.Select(t => Identifiers.Pascal(t)));
        string one = tail.Length == 0 ? "" : string.Concat(tail.Take(tail.Length - 1).Select(t => Identifiers.Pascal(t))) + Inflection.Singular(Identifiers.Pascal(tail[tail.Length - 1]));
        return method switch
        {
            "GET" => (IsMany(tail, isKeyed, isPlural) ? "List" : "Get") + what,
            // What is behind one of a collection and is no collection itself is an action.
            "POST" when tail.Length > 0 && !IsPlural(tail[tail.Length - 1]) => what,
            "POST" => "Create" + one,
            "PUT" or "PATCH" => "Update" + what,
            "DELETE" => "Delete" + what,
            "HEAD" => "Head" + what,
            _ => Identifiers.Pascal(method.ToLowerInvariant()) + what,
        };
    }

    /// <summary>The heading without the request that it may show, else the words behind the request in its line.</summary>
    private static string Described(PlainOperation operation)
    {
        string heading = operation.IsSole ? operation.Scope.Root.Title : "";
        int bracket = heading.IndexOf('[');
        if (bracket > 0)
            heading = heading.Substring(0, bracket);
        string[] words = heading.Split(' ');
        int verb = Array.FindIndex(words, w => Http.HttpMessageReader.Methods.Contains(w.Trim('`', '*')));
        int url = Array.FindIndex(words, w => w.Length > 1 && w.TrimStart('`')[0] == '/');
        if (verb >= 0 && url > verb)
            heading = string.Join(" ", words.Take(verb).Concat(words.Skip(url + 1))).Trim(' ', '-', ':', '\u2013', '\u2014');
        if (heading.Length > 0)
            return heading;
        string line = operation.Words.Trim(' ', '-', ':', '\u2013', '\u2014', '\u2192', '[', '*', '#', '/');
        return line;
    }

    /// <summary>The one with the shortest URL keeps the name. The others say what they are of, what they are like, or where they are.</summary>
    private static void Distinguish(PlainOperation[] same, IReadOnlyList<PlainOperation> all)
    {
        var taken = new HashSet<string>(all.Select(o => o.Name.Resource + " " + o.Name.Method), StringComparer.OrdinalIgnoreCase);
        foreach (PlainOperation operation in same.Skip(1))
        {
            string method = operation.Name.Method;
            string? parent = operation.Parent == same[0].Parent ? null : operation.Parent;
            string[] candidates =
            [
                .. parent is null ? [] : (string[])[method + "For" + parent],
                method + Qualifier(operation),
                .. operation.First.Url.Segments.Reverse().Select(Routes.Word).OfType<string>().Select(w => method + Identifiers.Pascal(w)),
                method + Identifiers.Pascal(operation.Scope.Root.Title, ""),
            ];
            string? free = Array.Find(candidates, c => c != method && taken.Add(operation.Name.Resource + " " + c));
            if (free is not null)
                operation.Name = operation.Name with { Method = StringPool.Get(free) };
        }
    }

    /// <summary>The words of a heading that are neither its verb nor what the group is called: <c>Pingable</c>.</summary>
    private static string Qualifier(PlainOperation operation)
    {
        HashSet<string> known = [.. operation.First.Url.Segments.Select(Routes.Word).OfType<string>().SelectMany(w => new[] { Compact(w), Compact(Inflection.Singular(w)) }),
            .. WordsOf(string.Join(" ", Identifiers.Words(operation.Resource)))];
        string[] words = [.. WordsOf(Described(operation)).Skip(1).Where(w => !Small.Contains(w) && !known.Contains(w) && !known.Contains(Inflection.Singular(w)))];
        return words.Length is 0 or > 3 ? "" : string.Concat(words.Select(w => Identifiers.Pascal(w)));
    }
}
