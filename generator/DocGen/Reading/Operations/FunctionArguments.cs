using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>The arguments of the OData functions that an operation's URLs end in: <c>cell(row={row},column={column})</c>.</summary>
internal sealed class FunctionArguments
{
    private readonly PageFacts _facts;
    private readonly bool _isRead;
    private readonly Dictionary<string, string> _shown = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _described = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="facts">The page's tables, which are right on an argument's type.</param>
    /// <param name="isRead">The request is a GET, so that what a table calls parameters can only be arguments.</param>
    /// <param name="shown">The URLs of examples, whose values tell a number from a string.</param>
    public FunctionArguments(PageFacts facts, bool isRead, IEnumerable<string> shown)
    {
        _facts = facts;
        _isRead = isRead;
        foreach ((string name, string value) in shown.SelectMany(Pairs))
        {
            if (!_shown.ContainsKey(name))
                _shown.Add(name, value);
        }
    }

    public EquatableArray<FunctionArgument> Of(DocumentedUrl url)
    {
        if (url.Segments.Count == 0)
            return default;
        string last = string.Concat(url.Segments[url.Segments.Count - 1].Pieces.Select(p => p.IsPlaceholder ? "{" + p.Text + "}" : p.Text));
        var arguments = new List<FunctionArgument>();
        foreach ((string name, string value) in Pairs(last))
        {
            MemberDefinition? row = _facts.Argument(name);
            string evidence = _shown.TryGetValue(name, out string? example) ? example : value;
            // Quotes make a string of any value but an enumeration's (OData ABNF 4.01, primitiveLiteral), whatever the table calls it.
            bool isQuoted = value.StartsWith("'", StringComparison.Ordinal);
            bool isTyped = row is not null && row.Type is { Rank: 0, Shape: null, IsWord: false } && row.Type.Kind != TypeKind.String && (!isQuoted || row.Type.IsNamed);
            DocType type = isTyped ? row!.Type : EnumLiteral(value) ?? EnumLiteral(evidence) ?? DocType.Of(Kind(value, evidence));
            arguments.Add(new FunctionArgument(name, type, row?.Summary));
        }

        return arguments.Count > 0 ? arguments.ToEquatableArray() : FromTable(url);
    }

    /// <summary>
    /// The arguments of a function whose template names none: the rows of its table that are no placeholder. The first of the URLs
    /// that end in the same word has them; they are the request's, by whichever it is called.
    /// </summary>
    private EquatableArray<FunctionArgument> FromTable(DocumentedUrl url)
    {
        if (url.Segments[url.Segments.Count - 1].Literal is not { } function || !_described.Add(function))
            return default;
        var placeholders = new HashSet<string>(url.Segments.SelectMany(s => s.Pieces).Where(p => p.IsPlaceholder).Select(p => p.Text), StringComparer.OrdinalIgnoreCase);
        IEnumerable<MemberRow> rows = _isRead && _facts.FunctionParameters.Count == 0 ? _facts.Parameters.Concat(_facts.PathParameters) : _facts.FunctionParameters;
        return rows.Select(r => r.Member)
            .Where(m => m.Type is { IsNamed: false, Rank: 0, Shape: null } or { IsWord: true } && m.Name.All(c => char.IsLetterOrDigit(c) || c == '_') && !placeholders.Contains(m.Name))
            .Select(m => new FunctionArgument(m.Name, m.Type, m.Summary)).ToEquatableArray();
    }

    /// <summary>The <c>name=value</c> pairs between the last parentheses of a URL.</summary>
    private static IEnumerable<(string Name, string Value)> Pairs(string url)
    {
        int close = url.LastIndexOf(')');
        int open = close < 0 ? -1 : url.LastIndexOf('(', close);
        if (open < 0 || close < url.Length - 1 && url[close + 1] is not ('?' or ' '))
            yield break;
        foreach (string pair in url.Substring(open + 1, close - open - 1).Split(','))
        {
            int equals = pair.IndexOf('=');
            string name = equals < 0 ? "" : pair.Substring(0, equals).Trim();
            if (name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c == '_'))
                yield return (name, pair.Substring(equals + 1).Trim());
        }
    }

    /// <summary><c>sales.pattern'Yellow'</c>: an enumeration's value with its type (OData ABNF 4.01, <c>enum</c>).</summary>
    private static DocType? EnumLiteral(string value)
    {
        int quote = value.IndexOf('\'');
        string name = quote > 0 ? value.Substring(0, quote) : "";
        return name.IndexOf('.') > 0 && TypeText.IsTypeName(name) ? DocType.Named(name) : null;
    }

    private static TypeKind Kind(string template, string evidence)
    {
        if (template.StartsWith("'", StringComparison.Ordinal) || evidence.StartsWith("'", StringComparison.Ordinal))
            return TypeKind.String;
        if (evidence is "true" or "false" or "True" or "False")
            return TypeKind.Boolean;
        if (evidence.Length > 0 && evidence.TrimStart('-').All(char.IsDigit))
            return TypeKind.Int32;
        return evidence.Length > 9 && char.IsDigit(evidence[0]) && evidence[4] == '-' && evidence[7] == '-' ? (evidence.IndexOf('T') > 0 ? TypeKind.DateTimeOffset : TypeKind.Date) : TypeKind.String;
    }
}
