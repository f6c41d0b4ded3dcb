using System.Globalization;
using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// Parses a surface file with any line ends. A line that can't be read is a fault and is skipped. If this line is the
/// head of a block, the whole block is skipped.
/// </summary>
internal sealed class SurfaceParser
{
    private const string Equal = " = ";

    private readonly string[] _lines;
    private readonly List<SurfaceFault> _faults = [];
    private readonly List<SurfaceOperation> _operations = [];
    private readonly List<SurfaceType> _types = [];
    private readonly List<SurfaceEnum> _enums = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private int _next;

    private SurfaceParser(string text) => _lines = text.Split('\n');

    public static SurfaceFile Parse(string text)
    {
        var parser = new SurfaceParser(text);
        return parser.File();
    }

    private SurfaceFile File()
    {
        string first = LineAt(0).TrimStart('\uFEFF');
        if (first != SurfaceFormat.Header)
        {
            bool isNewer = first.StartsWith(SurfaceFormat.Format + " ", StringComparison.Ordinal)
                && int.TryParse(first.Substring(SurfaceFormat.Format.Length + 1), NumberStyles.None,
                    CultureInfo.InvariantCulture, out int version)
                && version > SurfaceFormat.Version;
            return new SurfaceFile(
                ApiSurface.Empty,
                isNewer ? default : EquatableArray.Of(
                    new SurfaceFault(0, $"the first line must be '{SurfaceFormat.Header}'")),
                isNewer ? first.Substring(SurfaceFormat.Format.Length + 1) : null);
        }

        for (_next = 1; _next < _lines.Length;)
            Block(LineAt(_next++));
        return new SurfaceFile(
            new ApiSurface(
                null,
                Sorted(_operations, one => one.Group + "." + one.Method), Sorted(_types, type => type.Class),
                Sorted(_enums, type => type.Class),
                IsFromFile: true),
            _faults.ToEquatableArray(),
            null);
    }

    private string LineAt(int line) =>
        _lines[line].EndsWith("\r", StringComparison.Ordinal)
            ? _lines[line].Substring(0, _lines[line].Length - 1)
            : _lines[line];

    private static EquatableArray<T> Sorted<T>(List<T> items, Func<T, string> key)
        where T : IEquatable<T> => items.OrderBy(key, StringComparer.Ordinal).ToEquatableArray();

    private void Fault(int line) => _faults.Add(new SurfaceFault(line, LineAt(line)));

    private void Block(string head)
    {
        if (head.Length == 0)
            return;
        int line = _next - 1;
        int place = 0;
        string keyword = SurfaceFormat.ReadWord(head, ref place) ?? "";
        bool isRead = keyword switch
        {
            SurfaceFormat.Type or SurfaceFormat.Shape => TryType(head, place, keyword == SurfaceFormat.Type),
            SurfaceFormat.Enum or SurfaceFormat.Values => TryEnum(head, place, keyword == SurfaceFormat.Enum),
            _ => TryOperation(keyword, head, place),
        };
        if (isRead)
            return;
        Fault(line);
        // If the head of a block can't be read, all lines of the block are faults too.
        foreach (int _ in Members())
            Fault(_next - 1);
    }

    /// <summary>Returns the indented lines that follow, and advances past each one.</summary>
    private IEnumerable<int> Members()
    {
        while (_next < _lines.Length && _lines[_next].StartsWith("  ", StringComparison.Ordinal))
            yield return _next++;
    }

    private bool TryOperation(string verb, string head, int place)
    {
        string[] words = head.Substring(place).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        int dot = words.Length > 1 ? words[0].IndexOf('.') : -1;
        if (verb.Length == 0 || !verb.All(c => c is >= 'A' and <= 'Z') || dot <= 0 || dot == words[0].Length - 1
            || words[1] != "->"
            || Answer(head, head.IndexOf("->", place, StringComparison.Ordinal) + 2) is not { } answer)
        {
            return false;
        }

        string group = words[0].Substring(0, dot);
        string method = words[0].Substring(dot + 1);
        if (!SurfaceLine.IsIdentifier(group) || !SurfaceLine.IsIdentifier(method) || !IsFirst("operation " + words[0]))
            return false;
        var body = new OperationLines();
        foreach (int line in Members())
        {
            if (!body.TryAdd(LineAt(line).Substring(2)))
                Fault(line);
        }

        _operations.Add(new SurfaceOperation(
            verb, group, method,
            body.RequestClass ?? SurfaceDefaults.RequestClass(group, method),
            body.ResponseClass ?? SurfaceDefaults.ResponseClass(group, method, answer.Kind),
            Sorted(body.Urls, url => url.Template), body.Encoding,
            body.Members.OrderBy(member => member.Place).ThenBy(member => member.WireName, StringComparer.Ordinal)
                .ThenBy(member => member.Name, StringComparer.Ordinal).ToEquatableArray(),
            answer with { Headers = body.Headers.ToEquatableArray() })
        { GroupClass = body.GroupClass });
        return true;
    }

    /// <summary>
    /// Whether a block is the first with its keys. A text merge may leave two blocks with the same key; the second
    /// block is a fault.
    /// </summary>
    private bool IsFirst(params string[] keys) => !keys.Any(_known.Contains) && keys.All(_known.Add);

    /// <summary>
    /// Parses the text after the arrow: statuses, kind and types, the member that contains the items, and paging.
    /// </summary>
    private static SurfaceAnswer? Answer(string head, int place)
    {
        var statuses = new List<int>();
        string type = "";
        string? property = null;
        string? paging = null;
        while (NextWord(head, ref place) is { } word)
        {
            if (word == SurfaceFormat.ItemsIn)
                property = NextWord(head, ref place);
            else if (word == SurfaceFormat.PagedBy)
                paging = NextWord(head, ref place);
            else if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int status)
                && type.Length == 0)
                statuses.Add(status);
            else if (type.Length == 0 && word.Length > 0)
                type = word;
            else
                return null;
        }

        return SurfaceFormat.AnswerOf(type) is { } answer && (answer.Type is null || SurfaceFormat.IsType(answer.Type))
            && (answer.Uploaded is null || SurfaceFormat.IsType(answer.Uploaded))
            ? answer with { Statuses = statuses.ToEquatableArray(), Property = property, Paging = paging } : null;
    }

    private static string? NextWord(string line, ref int place)
    {
        while (place < line.Length && line[place] == ' ')
            place++;
        return place < line.Length ? SurfaceFormat.ReadWord(line, ref place) : null;
    }

    private bool TryType(string head, int place, bool isNamed)
    {
        if (!TryHead(head, place, isNamed, out string? name, out string? parent, out HashSet<string> words,
            out string cls)
            || !words.IsSubsetOf([SurfaceFormat.Abstract, SurfaceFormat.Open, SurfaceFormat.Placeholder])
            || !IsFirst(name is null ? ["class " + cls] : ["class " + cls, "type " + name]))
        {
            return false;
        }

        var properties = new List<SurfaceProperty>();
        foreach (int line in Members())
        {
            if (SurfaceLine.Parse(LineAt(line).Substring(2)) is { Type: { } type, Flag: null } member
                && SurfaceFormat.IsType(type))
                properties.Add(new SurfaceProperty(member.Wire, type, member.Name));
            else
                Fault(line);
        }

        _types.Add(new SurfaceType(
            name, cls, parent, words.Contains(SurfaceFormat.Abstract), words.Contains(SurfaceFormat.Open),
            words.Contains(SurfaceFormat.Placeholder),
            Sorted(properties, property => property.WireName)));
        return true;
    }

    private bool TryEnum(string head, int place, bool isNamed)
    {
        if (!TryHead(head, place, isNamed, out string? name, out string? parent, out HashSet<string> words,
            out string cls)
            || parent is not null || !words.IsSubsetOf([SurfaceFormat.Flags])
            || !IsFirst(name is null ? ["class " + cls] : ["class " + cls, "enum " + name]))
        {
            return false;
        }

        var members = new List<SurfaceName>();
        foreach (int line in Members())
        {
            if (SurfaceLine.Parse(LineAt(line).Substring(2)) is { Type: null, Flag: null } member)
                members.Add(new SurfaceName(member.Wire, member.Name));
            else
                Fault(line);
        }

        _enums.Add(new SurfaceEnum(name, cls, words.Contains(SurfaceFormat.Flags),
            Sorted(members, member => member.WireName)));
        return true;
    }

    /// <summary>
    /// Parses a name, a base, flags and a class: <c>type drive.driveItem : BaseItem open = DriveItem</c>.
    /// </summary>
    private static bool TryHead(
        string head, int place, bool isNamed, out string? name, out string? parent, out HashSet<string> words,
        out string cls)
    {
        words = new HashSet<string>(StringComparer.Ordinal);
        parent = null;
        name = isNamed ? NextWord(head, ref place) : null;
        int equal = head.LastIndexOf(Equal, StringComparison.Ordinal);
        cls = equal < place ? "" : head.Substring(equal + Equal.Length);
        if ((isNamed && name is not { Length: > 0 }) || !SurfaceLine.IsClass(cls))
            return false;
        string[] between = head.Substring(place, equal - place).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        int first = 0;
        if (between.Length > 0 && between[0] == ":")
        {
            if (between.Length < 2 || !SurfaceLine.IsIdentifier(between[1]))
                return false;
            (parent, first) = (between[1], 2);
        }

        return between.Skip(first).All(words.Add);
    }

    /// <summary>The lines of one operation.</summary>
    private sealed class OperationLines
    {
        public List<SurfaceUrl> Urls { get; } = [];

        public List<SurfaceMember> Members { get; } = [];

        public List<SurfaceName> Headers { get; } = [];

        public string? Encoding { get; private set; }

        public string? GroupClass { get; private set; }

        public string? RequestClass { get; private set; }

        public string? ResponseClass { get; private set; }

        public bool TryAdd(string line)
        {
            int place = 0;
            if (line.StartsWith("/", StringComparison.Ordinal) || line.StartsWith("\"/", StringComparison.Ordinal))
                return TryUrl(line);
            string keyword = SurfaceFormat.ReadWord(line, ref place) ?? "";
            string rest = line.Substring(place).TrimStart(' ');
            switch (keyword)
            {
                case SurfaceFormat.Encoding:
                    int start = 0;
                    Encoding = SurfaceFormat.ReadWord(rest, ref start);
                    return Encoding is { Length: > 0 } && start == rest.Length;
                case SurfaceFormat.GroupClass:
                    return (GroupClass = ClassIn(rest)) is not null;
                case SurfaceFormat.RequestClass:
                    return (RequestClass = ClassIn(rest)) is not null;
                case SurfaceFormat.ResponseClass:
                    return (ResponseClass = ClassIn(rest)) is not null;
                case SurfaceFormat.AnswerHeader:
                    if (SurfaceLine.Parse(rest) is not { Type: null, Flag: null } header)
                        return false;
                    Headers.Add(new SurfaceName(header.Wire, header.Name));
                    return true;
                default:
                    return TryMember(keyword, rest);
            }
        }

        private static string? ClassIn(string rest) =>
            rest.StartsWith("= ", StringComparison.Ordinal) && SurfaceLine.IsClass(rest.Substring(2))
                ? rest.Substring(2)
                : null;

        private bool TryMember(string keyword, string rest)
        {
            if (SurfaceFormat.PlaceOf(keyword) is not { } place
                || SurfaceLine.Parse(rest) is not { Type: { } type } member
                || member.Flag is not (null or SurfaceFormat.Required)
                || !(place is MemberPlace.Content or MemberPlace.Part || SurfaceFormat.IsType(type)))
            {
                return false;
            }

            Members.Add(new SurfaceMember(place, member.Wire, type, member.Flag is not null, member.Name));
            return true;
        }

        /// <summary>
        /// Parses <c>/drive/items/{item-id} = DriveItems(itemId)</c>, or <c>new</c> for the constructor.
        /// </summary>
        private bool TryUrl(string line)
        {
            int place = 0;
            string? template = SurfaceFormat.ReadWord(line, ref place);
            if (template is null || string.CompareOrdinal(line, place, Equal, 0, Equal.Length) != 0
                || !line.EndsWith(")", StringComparison.Ordinal))
                return false;
            string call = line.Substring(place + Equal.Length, line.Length - place - Equal.Length - 1);
            int open = call.IndexOf('(');
            if (open < 0 || !SurfaceLine.IsIdentifier(call.Substring(0, open)))
                return false;
            string[] parameters = [.. call.Substring(open + 1).Split([','], StringSplitOptions.RemoveEmptyEntries)
                .Select(name => name.Trim(' '))];
            string factory = call.Substring(0, open);
            if (!Array.TrueForAll(parameters, SurfaceLine.IsIdentifier)
                || parameters.Distinct(StringComparer.Ordinal).Count() < parameters.Length)
                return false;
            Urls.Add(new SurfaceUrl(template, factory == SurfaceFormat.Constructor ? null : factory,
                parameters.ToEquatableArray()));
            return true;
        }
    }
}
