using DocGen.Generator.Emission;
using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>Converts the query, the headers and the function arguments of an example to members of a request.</summary>
internal sealed class OptionValues(Operation operation, Assignments members, ValueCode values, SnippetNotes notes)
{
    private readonly List<Code> _query = [];
    private readonly List<Code> _headers = [];

    /// <summary>Assignments of undocumented query options and headers.</summary>
    public IReadOnlyList<Code> Others =>
    [
        .. _query.Count > 0 ? [Code.Initializer("Query =", _query)] : (Code[])[],
        .. _headers.Count > 0 ? [Code.Initializer("Headers =", _headers)] : (Code[])[],
    ];

    /// <summary>
    /// Adds query options. If a name is repeated, the last value is used, unless the option repeats its key.
    /// </summary>
    public void AddQuery(IReadOnlyList<KeyValuePair<string, string>> query)
    {
        foreach (IGrouping<string,
            string> given in query.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase))
        {
            OptionParameter? option = Option(OptionLocation.Query, given.Key);
            if (option is not null && Value(option, [.. given]) is { } value)
            {
                members.Add(option.Name, value);
                continue;
            }

            notes.AddUntyped("query option '" + given.Key + "'");
            _query.Add(Code.Text("[" + Literals.Of(given.Key) + "] = " + Literals.Of(given.Last())));
        }
    }

    /// <summary>Adds headers, except those that the HTTP client writes.</summary>
    public void AddHeaders(IEnumerable<ShownHeader> headers)
    {
        foreach (IGrouping<string,
            string> given in headers.Where(header => IsSent(header.Name))
            .GroupBy(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase))
        {
            string text = string.Join(", ", given);
            OptionParameter? option = Option(OptionLocation.Header, given.Key);
            if (option is not null && Value(option, [text]) is { } value)
            {
                members.Add(option.Name, value);
                continue;
            }

            if (!HttpToken.IsToken(given.Key) || !HttpToken.IsFieldValue(text))
                continue;
            notes.AddUntyped("header '" + given.Key + "'");
            _headers.Add(Code.Text("[" + Literals.Of(given.Key) + "] = " + Literals.Of(text)));
        }
    }

    /// <returns>The name of an argument that has no member or an unsuitable value; null if there is none.</returns>
    public string? AddArguments(IEnumerable<UrlArgument> arguments)
    {
        foreach (UrlArgument argument in arguments)
        {
            OptionParameter? option = Option(OptionLocation.Function, argument.Name);
            if (option is null || Value(option, [Unquoted(argument.Value)]) is not { } value)
                return argument.Name;
            members.Add(option.Name, value);
        }

        return null;
    }

    /// <summary>Whether callers set a header. They don't set headers of the connection or the body.</summary>
    public static bool IsSent(string name) =>
        !HttpHeaderNames.IsTransport(name) && !name.Equals("Content-Range", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Returns the option with a name, or null. The <c>$</c> of OData's system query options is optional (OData URL
    /// Conventions 4.01, section 5.1).
    /// </summary>
    private OptionParameter? Option(OptionLocation location, string name)
    {
        OptionParameter? Named(string wire) =>
            operation.Options
            .FirstOrDefault(o => o.Location == location && o.WireName.Equals(wire, StringComparison.OrdinalIgnoreCase));
        return Named(name) ?? (location == OptionLocation.Query && SystemQueryOptions.WireName("$" + name) is { } system
            ? Named(system)
            : null);
    }

    private Code? Value(OptionParameter option, IReadOnlyList<string> given)
    {
        TypeRef type = OptionCode.TypeOf(option.Type);
        if (!type.IsCollection)
            return values.OfText(given[given.Count - 1], type);
        IEnumerable<string> items = given.Count > 1 ? given : Split(given[0]);
        Code?[] codes = [.. items.Select(item => values.OfText(item, type.Element))];
        return codes.Any(code => code is null) ? null : Code.List(codes!);
    }

    /// <summary>Splits a list at commas outside parentheses and quotes.</summary>
    private static IEnumerable<string> Split(string list)
    {
        int start = 0, open = 0;
        bool isQuoted = false;
        for (int i = 0; i < list.Length; i++)
        {
            if (list[i] == '\'')
                isQuoted = !isQuoted;
            else if (!isQuoted && list[i] is '(' or ')')
                open += list[i] == '(' ? 1 : -1;
            else if (list[i] == ',' && open <= 0 && !isQuoted)
            {
                yield return list.Substring(start, i - start).Trim();
                start = i + 1;
            }
        }

        if (start < list.Length)
            yield return list.Substring(start).Trim();
    }

    /// <summary>Returns the value of an OData literal (OData URL Conventions 4.01, section 5.1.1.14).</summary>
    private static string Unquoted(string literal)
    {
        int open = literal.IndexOf('\'');
        return open >= 0 && literal.Length > open + 1 && literal[literal.Length - 1] == '\''
            ? literal.Substring(open + 1, literal.Length - open - 2).Replace("''", "'") : literal;
    }
}
