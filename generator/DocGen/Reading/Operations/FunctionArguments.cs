using DocGen.Generator.Http;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>
/// The arguments of the OData functions at the end of an operation's URLs: <c>cell(row={row},column={column})</c>.
/// </summary>
internal sealed class FunctionArguments
{
    private readonly PageFacts _facts;
    private readonly bool _isRead;
    private readonly bool _sendsBody;
    private readonly Dictionary<string, string> _shown = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _described = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The arguments in an example's call of a function, by function name.</summary>
    private readonly Dictionary<string, EquatableArray<UrlArgument>> _called = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="facts">The page's tables, whose types take precedence over the examples.</param>
    /// <param name="isRead">Whether the request is a GET. Any table of parameters then describes arguments.</param>
    /// <param name="sendsBody">Whether an example sends JSON. For a GET, its members are arguments.</param>
    /// <param name="shown">The URLs of examples. Their values show which arguments are numbers.</param>
    /// <param name="called">The same URLs, parsed.</param>
    public FunctionArguments(PageFacts facts, bool isRead, bool sendsBody, IEnumerable<string> shown,
        IEnumerable<DocumentedUrl> called)
    {
        foreach (UrlSegment last in called.Select(url => url.Path.Last).OfType<UrlSegment>())
        {
            if (!last.Arguments.IsEmpty && last.Head.Length > 0 && !_called.ContainsKey(last.Head))
                _called.Add(last.Head, last.Arguments);
        }

        _facts = facts;
        _isRead = isRead;
        _sendsBody = sendsBody;
        foreach ((string name, string value) in shown.SelectMany(UrlArguments.Read))
        {
            if (!_shown.ContainsKey(name))
                _shown.Add(name, value);
        }
    }

    public EquatableArray<FunctionArgument> Of(DocumentedUrl url)
    {
        if (url.Path.Last is not { } last)
            return default;
        var arguments = new List<FunctionArgument>();
        foreach ((string name, string value) in last.Arguments)
        {
            MemberDefinition? row = _facts.Argument(name);
            string evidence = _shown.TryGetValue(name, out string? example) ? example : value;
            // A quoted value is a string or an enumeration's value (OData ABNF 4.01, primitiveLiteral), even if the
            // table has another type.
            bool isQuoted = value.StartsWith("'", StringComparison.Ordinal);
            bool isTyped = row is not null && row.Type is { Rank: 0, Shape: null, IsWord: false }
                && row.Type.Kind != TypeKind.String && (!isQuoted || row.Type.IsNamed);
            DocType type = isTyped
                ? row!.Type
                : EnumLiteral(value) ?? EnumLiteral(evidence) ?? DocType.Of(Kind(value, evidence));
            arguments.Add(new FunctionArgument(name, type, row?.Summary));
        }

        return arguments.Count > 0 ? arguments.ToEquatableArray() : FromTable(url.Path, last);
    }

    /// <summary>
    /// Returns the arguments of a function whose template has none: the rows of its table that describe no placeholder,
    /// else the arguments in an example's call. If several URLs end in the same word, only the first URL lists the
    /// arguments. They apply to the request, whichever URL it uses.
    /// </summary>
    private EquatableArray<FunctionArgument> FromTable(UrlPath path, UrlSegment last)
    {
        if (last.Literal is not { } function || !_described.Add(function))
            return default;
        var placeholders = new HashSet<string>(path.Placeholders.Select(p => p.Text), StringComparer.OrdinalIgnoreCase);
        IEnumerable<MemberRow> rows = _isRead && _facts.FunctionParameters.Count == 0 && IsCalled(function)
            ? _facts.Parameters.Concat(_facts.PathParameters) : _facts.FunctionParameters;
        FunctionArgument[] described = [.. rows.Select(r => r.Member)
            .Where(m => m.Type is { IsNamed: false, Rank: 0, Shape: null } or { IsWord: true }
                && m.Name.All(c => char.IsLetterOrDigit(c) || c == '_') && !placeholders.Contains(m.Name))
            .Select(m => new FunctionArgument(m.Name, m.Type, m.Summary))];
        return described.Length > 0 || !_called.TryGetValue(function, out EquatableArray<UrlArgument> called)
            ? described.ToEquatableArray()
            : called
                .Select(a => new FunctionArgument(a.Name, EnumLiteral(a.Value) ?? DocType.Of(Kind(a.Value, a.Value)),
                    null)).ToEquatableArray();
    }

    /// <summary>
    /// Whether the last word is a function: an example passes arguments or a body, or the name begins with a verb. Any
    /// other word is a collection, and the page's table of parameters does not list its arguments.
    /// </summary>
    private bool IsCalled(string function) =>
        _sendsBody || _called.ContainsKey(function)
            || ApiVerbs.Of(Identifiers.FirstWord(Identifiers.Pascal(function, ""))) is not null;

    /// <summary>
    /// Reads <c>sales.pattern'Yellow'</c>, an enumeration's value with its type (OData ABNF 4.01, <c>enum</c>).
    /// </summary>
    private static DocType? EnumLiteral(string value)
    {
        int quote = value.IndexOf('\'');
        string name = quote > 0 ? value.Substring(0, quote) : "";
        return name.IndexOf('.') > 0 && TypeText.IsTypeName(name) ? DocType.Named(name) : null;
    }

    [Standard("RFC 3339, section 5.6")]
    private static TypeKind Kind(string template, string evidence)
    {
        if (template.StartsWith("'", StringComparison.Ordinal) || evidence.StartsWith("'", StringComparison.Ordinal))
            return TypeKind.String;
        if (evidence is "true" or "false" or "True" or "False")
            return TypeKind.Boolean;
        if (evidence.Length > 0 && evidence.TrimStart('-').All(char.IsDigit))
            return TypeKind.Int32;
        return evidence.Length > 9 && char.IsDigit(evidence[0]) && evidence[4] == '-' && evidence[7] == '-'
            ? (evidence.IndexOf('T') > 0 ? TypeKind.DateTimeOffset : TypeKind.Date)
            : TypeKind.String;
    }
}
