using DocGen.Generator.Http;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>
/// Names the operations of plain docs. The group is the last collection in the URL that a heading above also names,
/// else the last collection in the URL. The method is the verb at the start of the heading, else a verb that fits the
/// HTTP method.
/// </summary>
internal sealed class PlainNamer
{
    private static readonly HashSet<string> Roots = new(StringComparer.OrdinalIgnoreCase) { "api", "rest", "my", "me",
        "public", "v" };

    private static readonly string[] TitleEnds = ["api", "apis", "endpoint", "endpoints", "resource", "resources",
        "reference", "object", "objects", "operations", "methods", "routes"];

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "all", "one", "single", "specific", "new", "existing", "of", "in", "on", "for", "from", "by",
        "with", "your", "my", "its", "this", "that",
        "and", "or", "to", "at", "into", "s", "information", "info", "about", "list", "details", "detail", "particular",
        "given",
    };

    private readonly string _page;

    /// <summary>
    /// Words in URLs and the more specific names that headings give them: <c>lines</c> becomes <c>CampfireLine</c> on a
    /// page about campfires.
    /// </summary>
    private readonly Dictionary<string, string> _qualified = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words in the URLs of the page's GET requests.</summary>
    private readonly HashSet<string> _got = new(StringComparer.OrdinalIgnoreCase);

    private PlainNamer(string path, IReadOnlyList<PlainOperation> operations)
    {
        string file = path.Substring(path.LastIndexOf('/') + 1);
        int dot = file.IndexOf('.');
        _page = (dot < 0 ? file : file.Substring(0, dot)).Replace('-', ' ').Replace('_', ' ');
        foreach (PlainOperation operation in operations.Where(o => o.IsSole))
            Qualify(operation);
        _got.UnionWith(operations.Where(o => o.Method == "GET").SelectMany(o => o.First.Url.Segments)
            .Select(Routes.Word).OfType<string>());
    }

    /// <summary>
    /// Whether a word in the URL is an action and not a resource. For "Move a card" at <c>/cards/{id}/moves</c>, the
    /// page has no GET for moves.
    /// </summary>
    private bool IsDeed(PlainOperation operation, string word)
    {
        string[] heading = operation.Method == "GET" || _got.Contains(word) ? [] : WordsOf(Described(operation));
        return heading.Length > 1 && heading[0] == Inflection.Singular(word.ToLowerInvariant())
            && ApiVerbs.Of(heading[0]) is not null;
    }

    /// <summary>
    /// Adds the page's subject to a word in the URL, if the heading does so too: "Get Campfire lines" on the page
    /// "Campfires".
    /// </summary>
    private void Qualify(PlainOperation operation)
    {
        if (operation.First.Url.Segments.Select(Routes.Word)
            .LastOrDefault(w => w is not null && IsPlural(w)) is not { } word)
            return;
        string[] subject = [.. WordsOf(TitleOf(operation))];
        string[] heading = WordsOf(Described(operation));
        if (subject.Length is 0 or > Thresholds.TitleWords)
            return;
        subject[subject.Length - 1] = Inflection.Singular(subject[subject.Length - 1]);
        int place = Array.FindIndex(heading,
            w => Inflection.Singular(w) == Inflection.Singular(word.ToLowerInvariant()));
        bool isSaid = place > subject.Length
            && heading.Skip(place - subject.Length).Take(subject.Length).SequenceEqual(subject, StringComparer.Ordinal);
        if (isSaid)
            _qualified[word] = string.Concat(subject.Select(w => Identifiers.Pascal(w)))
                + Inflection.Singular(Identifiers.Pascal(word));
    }

    /// <summary>Returns the top heading above the operation.</summary>
    private static string TitleOf(PlainOperation operation)
    {
        Section? title = operation.Scope.Root;
        while (title?.Parent is { Heading: not null } parent)
            title = parent;
        return title?.Title ?? "";
    }

    /// <summary>
    /// Names all operations of a page. Two operations get the same name only if no qualifier distinguishes them.
    /// </summary>
    public static void Name(string path, IReadOnlyList<PlainOperation> operations)
    {
        var namer = new PlainNamer(path, operations);
        foreach (PlainOperation operation in operations)
            namer.Name(operation);
        foreach (IGrouping<(string, string), PlainOperation> same in operations
            .GroupBy(o => (o.Name.Resource, o.Name.Method)).Where(g => g.Skip(1).Any()).ToArray())
            Distinguish([.. same.OrderByDescending(o => o.Name.Method == "Get" && o.EndsInKey).ThenBy(o
                => o.First.Url.Segments.Count)], operations);
    }

    private void Name(PlainOperation operation)
    {
        UrlSegment[] segments = [.. operation.First.Url.Segments];
        int place = Group(operation, segments, out string group, out bool isPlural);
        string singular = Identifiers.Pascal(group);
        operation.Resource = singular;
        operation.Tail = [.. segments.Skip(place + 1).Select(Routes.Word).OfType<string>()];
        operation.EndsInKey = segments.Length > 0 && segments[segments.Length - 1].HasPlaceholder;
        operation.IsKeyed = segments.Length > place + 1 && segments[place + 1].HasPlaceholder;
        bool isMany = !operation.EndsInKey && (operation.Tail.Count > 0
            ? IsPlural(operation.Tail[operation.Tail.Count - 1])
            : isPlural && segments.Length > 0 && Routes.Word(segments[place]) is { } named && IsPlural(named));
        string method = Method(operation, isMany);
        operation.Parent = Parent(segments, place);
        operation.Name = new OperationName(
            StringPool.Get(singular.ToLowerInvariant().TrimStart('_')), StringPool.Get(method),
                StringPool.Get(singular), null, IsOfPage: IsOfPage(operation),
            Number: isPlural ? GroupNumber.Many : GroupNumber.One,
            Longer: operation.Parent is { } parent ? method + "For" + parent : null);
    }

    /// <summary>Whether the top heading or the file name is about the group.</summary>
    private bool IsOfPage(PlainOperation operation) =>
        new[] { TitleOf(operation), _page }.Any(
            text => WordsOf(text) is { Length: > 0 and <= Thresholds.TitleWords } words
            && Compact(string.Concat(words.Take(words.Length - 1)) + Inflection.Singular(words[words.Length - 1])) ==
                Compact(operation.Resource));

    /// <summary>Returns the nearest word before the group's word that a key follows, or null.</summary>
    private static string? Parent(UrlSegment[] segments, int place)
    {
        for (int i = Math.Min(place, segments.Length) - 1; i > 0; i--)
        {
            if (segments[i].HasPlaceholder && Routes.Word(segments[i - 1]) is { } word)
                return Identifiers.Pascal(Inflection.Singular(Identifiers.Pascal(word)));
        }

        return null;
    }

    /// <summary>Finds the segment that names the group.</summary>
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
        int before = last < 0 || !IsDeed(operation, Routes.Word(segments[last])!) ? -1
            : Array.FindLastIndex(segments, last,
                s => s != segments[last] && Routes.Word(s) is { } word && IsPlural(word));
        last = before >= 0 ? before : last;
        isPlural = last >= 0;
        if (last < 0)
            last = Array.FindIndex(segments, s => Routes.Word(s) is { } word && !Roots.Contains(word)
                && !ApiVersion.Is(word));
        if (last < 0)
            last = Array.FindIndex(segments, s => Routes.Word(s) is not null);
        name = last < 0
            ? "Root"
            : _qualified.TryGetValue(Routes.Word(segments[last])!, out string? qualified) ? qualified
            : Inflection.Singular(Identifiers.Pascal(Routes.Word(segments[last])!));
        return Math.Max(last, 0);
    }

    private static bool IsPlural(string word)
    {
        string pascal = Identifiers.Pascal(word);
        return Inflection.Singular(pascal) is var singular && singular != pascal && !ApiVersion.Is(word);
    }

    /// <summary>The headings above an operation, from the nearest upwards, then the file name.</summary>
    private IEnumerable<string> Titles(PlainOperation operation)
    {
        for (Section? section = operation.IsSole ? operation.Scope.Root.Parent
            : operation.Scope.Root; section?.Heading is not null; section = section.Parent)
        {
            // API Blueprint has headings such as "Group users".
            bool isGroup = section.Level == 1 && operation.Scope.Root.Title.IndexOf('[') > 0
                && section.Title.StartsWith("Group ", StringComparison.Ordinal);
            yield return isGroup ? section.Title.Substring("Group ".Length) : section.Title;
        }

        yield return _page;
    }

    /// <summary>
    /// Whether a title ends in a word of the URL: "Deploy keys" and <c>keys</c>. The other words of the title become
    /// part of the name.
    /// </summary>
    private static bool Match(string title, string word, out string name, out bool isPlural)
    {
        (name, isPlural) = ("", false);
        List<string> words = [.. WordsOf(title)];
        while (words.Count > 1 && TitleEnds.Contains(words[words.Count - 1], StringComparer.Ordinal))
            words.RemoveAt(words.Count - 1);
        if (words.Count is 0 or > Thresholds.TitleWords)
            return false;
        string wanted = Compact(Inflection.Singular(Identifiers.Pascal(word)));
        string last = words[words.Count - 1];
        string singular = Inflection.Singular(last);
        for (int from = words.Count - 1; from >= 0; from--)
        {
            if (string.Concat(words.Skip(from).Take(words.Count - 1 - from)) + singular != wanted)
                continue;
            if (from > 0 && (IsVerb(words[0]) || words.Take(from).Any(Small.Contains)))
                return false;
            isPlural = singular != last || IsPlural(word) || Inflection.Plural(last) == last;
            name = string.Concat(words.Take(from).Select(w => Identifiers.Pascal(w))) + Inflection.Singular(
                Identifiers.Pascal(word));
            return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a word is certainly a verb. Many verbs are nouns as well: "Deploy keys", "Schedule entries".
    /// </summary>
    private static bool IsVerb(string word) =>
        ApiVerbs.Of(word) is { } verb && (ApiVerbs.IsGeneral(ApiVerbs.Common(verb))
            || word.EndsWith("ing", StringComparison.Ordinal));

    private static string Compact(string text) => new(
        [.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string[] WordsOf(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : c is '\'' or '\u2019'
            ? '\0' : ' ')]).Replace("\0", "")
            .Split([' '], StringSplitOptions.RemoveEmptyEntries);

    /// <param name="isMany">Whether the URL addresses a collection.</param>
    private static string Method(PlainOperation operation, bool isMany)
    {
        string[] words = WordsOf(Described(operation));
        string? verb = words.Length > 0 ? ApiVerbs.Of(words[0]) : null;
        // A word before an article is a verb, even an unknown one: "Dock a ferry".
        if (words.Length > 2 && words[1] is "a" or "an")
            verb ??= words[0];
        // For methods other than GET, "return" means to bring back.
        string common = verb is null ? "" : verb == "return" && operation.Method != "GET" ? verb
            : ApiVerbs.Common(verb);
        bool isList = IsList(operation, isMany, isStated: common == "list");
        // The heading may be a single word, such as "Login" or "Search".
        if (verb is null || !Agrees(common, operation.Method))
            return ByHttp(operation, isList);
        if (!ApiVerbs.IsGeneral(common))
            return Identifiers.Pascal(common) + Object(words, operation.Resource, operation.Tail);
        string what = What(operation, isList, common);
        string last = operation.Tail.Count == 0 ? "" : Compact(
            Inflection.Singular(operation.Tail[operation.Tail.Count - 1]));
        // "Create a project for a user" at /projects/user/{id}.
        int place = last.Length == 0 ? -1 : Array.FindIndex(words, w => w == last || Inflection.Singular(w) == last);
        bool isFor = place > 1 && words.Skip(1).Take(place - 1).Reverse().SkipWhile(w => w is "a" or "an" or "the")
            .FirstOrDefault() == "for"
            && words.Take(place).Any(w => Compact(Inflection.Singular(w)) == Compact(operation.Resource));
        return (common is "get" or "list" ? isList ? "List" : "Get" : Identifiers.Pascal(common)) + (isFor
            ? "For" + Identifiers.Pascal(last) : what);
    }

    /// <summary>
    /// Whether a GET returns a list: the URL addresses a collection, or the example or heading shows a list. An example
    /// with one object rules out a list.
    /// </summary>
    private static bool IsList(PlainOperation operation, bool isMany, bool isStated)
    {
        if (operation.Method != "GET")
            return false;
        ShownJson? shown = operation.Facts.Answers.FirstOrDefault();
        bool isArray = shown?.Value is Json.JsonArray;
        bool isOne = shown?.Value is Json.JsonObject answer && (operation.EndsInKey
            || Envelopes.ListIn(answer, operation.Resource, operation.Tail) is null);
        return !isOne && ((isMany && !operation.EndsInKey) || (isArray && operation.Tail.Count == 0)
            || (isStated && (isArray || !operation.EndsInKey)));
    }

    /// <summary>
    /// Returns the words of the URL after the group's word. The last word is in the singular if the operation is about
    /// one item.
    /// </summary>
    private static string What(PlainOperation operation, bool isList, string verb)
    {
        if (operation.Tail.Count == 0)
            return "";
        string last = Identifiers.Pascal(operation.Tail[operation.Tail.Count - 1]);
        bool isOne = operation.EndsInKey || verb is "create" or "add";
        return string.Concat(operation.Tail.Take(operation.Tail.Count - 1).Select(t => Identifiers.Pascal(t))) + (isOne
            && !isList ? Inflection.Singular(last) : last);
    }

    /// <summary>
    /// Returns the object of a verb with a specific meaning, from the heading or from the URL after the group:
    /// <c>UploadLogo</c>, <c>MarkAsRead</c>.
    /// </summary>
    private static string Object(string[] words, string group, IReadOnlyList<string> tail)
    {
        // The second word may be the real verb: "Start watching a column".
        if (words.Length > 1 && words[1].EndsWith("ing", StringComparison.Ordinal) && ApiVerbs.Of(words[1]) is not null)
            return Identifiers.Pascal(words[1]);

        if (words.Length > 2 && words[1] == "as")
            return "As" + Identifiers.Pascal(words[2]);
        string heading = string.Concat(words.Skip(1));
        // A word of the URL that is also in the heading, in the plural or the singular.
        IEnumerable<string?> said = tail.Where(t => Compact(t) is { Length: > 2 } word && word != Compact(group))
            .Select(t => Array.Find([t, Inflection.Singular(t)], w
                => heading.IndexOf(Compact(w), StringComparison.Ordinal) >= 0));
        return string.Concat(said.OfType<string>().Select(w => Identifiers.Pascal(w)));
    }

    /// <summary>
    /// Whether a verb fits the HTTP method. A verb that doesn't is a mistake, or has another meaning.
    /// </summary>
    private static bool Agrees(string verb, string method) => method switch
    {
        "GET" or "HEAD" => verb is not ("create" or "update" or "delete" or "add" or "remove" or "replace"),
        "DELETE" => verb is not ("get" or "list" or "create" or "update"),
        "POST" or "PUT" or "PATCH" => verb is not "list",
        _ => true,
    };

    private static string ByHttp(PlainOperation operation, bool isList)
    {
        string last = operation.Tail.Count == 0 ? "" : operation.Tail[operation.Tail.Count - 1];
        return operation.Method switch
        {
            "GET" => (isList ? "List" : "Get") + What(operation, isList, "get"),
            // The last word is an action if it is not a collection.
            "POST" when last.Length > 0 && !IsPlural(last) && !operation.EndsInKey => What(operation, isList, ""),
            "POST" => "Create" + What(operation, isList, "create"),
            "PUT" or "PATCH" => "Update" + What(operation, isList, ""),
            "DELETE" => "Delete" + What(operation, isList, ""),
            _ => Identifiers.Pascal(operation.Method.ToLowerInvariant()) + What(operation, isList, ""),
        };
    }

    /// <summary>
    /// Returns the heading without its request. If nothing is left, returns the words after the request in its line.
    /// </summary>
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
            heading = string.Join(" ", words.Take(verb).Concat(words.Skip(url + 1))).Trim(' ', '-', ':', '\u2013',
                '\u2014');
        if (heading.Length > 0)
            return heading;
        string line = operation.Words.Trim(' ', '-', ':', '\u2013', '\u2014', '\u2192', '[', '*', '#', '/');
        return line;
    }

    /// <summary>
    /// Makes equal names different. The first operation keeps its name. Each of the others gets a suffix from the
    /// parent, the key, the heading or the URL.
    /// </summary>
    private static void Distinguish(PlainOperation[] same, IReadOnlyList<PlainOperation> all)
    {
        var taken = new HashSet<string>(all.Select(o => o.Name.Resource + " " + o.Name.Method),
            StringComparer.OrdinalIgnoreCase);
        foreach (PlainOperation operation in same.Skip(1))
        {
            string method = operation.Name.Method;
            string? parent = operation.Parent == same[0].Parent ? null : operation.Parent;
            string[] candidates =
            [
                .. parent is null ? [] : (string[])[method + "For" + parent],
                .. operation.IsKeyed && !same[0].IsKeyed && operation.Tail.Count > 0
                    ? (string[])[method + "For" + operation.Resource] : [],
                .. operation.EndsInKey && !same[0].EndsInKey ? (string[])[method + "By" + KeyOf(operation)] : [],
                method + Qualifier(operation),
                .. operation.First.Url.Segments.Reverse().Select(Routes.Word).OfType<string>()
                    .Select(w => method + Identifiers.Pascal(w)),
                method + Identifiers.Pascal(operation.Scope.Root.Title, ""),
            ];
            string? free = Array.Find(candidates, c => c != method && taken.Add(operation.Name.Resource + " " + c));
            if (free is not null)
                operation.Name = operation.Name with { Method = StringPool.Get(free) };
        }
    }

    /// <summary>Returns the name of the last placeholder, without the word before it.</summary>
    private static string KeyOf(PlainOperation operation)
    {
        string key = Identifiers.Pascal(operation.First.Url.Path.Placeholders.Last().Text);
        string word = operation.Tail.Count > 0 ? operation.Tail[operation.Tail.Count - 1] : operation.Resource;
        return key.EndsWith("Id", StringComparison.Ordinal) && Compact(key) == Compact(Inflection.Singular(word) + "Id")
            ? "Id" : key;
    }

    /// <summary>
    /// Returns the words of a heading without its verb and without the words of the group and the URL: <c>Pingable</c>.
    /// </summary>
    private static string Qualifier(PlainOperation operation)
    {
        HashSet<string> known = [.. operation.First.Url.Segments.Select(Routes.Word).OfType<string>()
            .SelectMany(w => new[] { Compact(w), Compact(Inflection.Singular(w)) }),
            .. WordsOf(string.Join(" ", Identifiers.Words(operation.Resource)))];
        string[] words = [.. WordsOf(Described(operation)).Skip(1)
            .Where(w => !Small.Contains(w) && !known.Contains(w) && !known.Contains(Inflection.Singular(w)))];
        return words.Length is 0 or > Thresholds.TellingWords ? ""
            : string.Concat(words.Select(w => Identifiers.Pascal(w)));
    }
}
