using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>Names an operation's URL variants: a factory each, from the template's own literals.</summary>
internal sealed class UrlNamer(string method, NameScope members)
{
    private readonly HashSet<string> _signatures = new(StringComparer.Ordinal);

    /// <param name="isOnly">The operation has no other URL, so that a constructor stands for the factory.</param>
    public UrlTemplate Name(DocUrl url, string path, bool isOnly)
    {
        EquatableArray<PathParameter> parameters = url.Parameters;
        return new UrlTemplate(path, isOnly ? null : Factory(path, parameters), parameters);
    }

    private string Factory(string path, EquatableArray<PathParameter> parameters)
    {
        List<string> literals = Literals(path);
        string full = string.Concat(literals);
        if (literals.Count > 1 && IsSaid(literals[literals.Count - 1]))
            literals.RemoveAt(literals.Count - 1);
        string name = literals.Count == 0 ? "Root" : string.Concat(literals);
        foreach (string candidate in (string[])[name, full, full + "By" + string.Join("And", parameters.Select(p => Identifiers.Pascal(p.Name)))])
        {
            if (candidate.Length > 0 && _signatures.Add(Signature(candidate, parameters)))
                return _factories.Contains(candidate) ? candidate : Remember(candidate);
        }

        return members.Claim(full, "Url");
    }

    private readonly HashSet<string> _factories = new(StringComparer.Ordinal);

    /// <summary>A factory may be overloaded; no other member may have its name.</summary>
    private string Remember(string candidate)
    {
        string name = members.Claim(candidate, "Url");
        _factories.Add(name);
        return name;
    }

    private static string Signature(string name, EquatableArray<PathParameter> parameters) =>
        name + "/" + parameters.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static List<string> Literals(string path)
    {
        var literals = new List<string>();
        foreach (string segment in path.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string literal = segment.Split('(')[0];
            int brace = literal.IndexOf('{');
            if (brace >= 0)
                literal = literal.Substring(0, brace);
            if (literal.Length == 0 || literal[0] == '$' || literal == ":")
                continue;
            bool isCast = literal.IndexOf('.') > 0;
            string word = Identifiers.Pascal(literal.Substring(literal.LastIndexOf('.') + 1), "");
            if (word.Length > 0)
                literals.Add(isCast ? "As" + word : word);
        }

        return literals;
    }

    /// <summary>The method's name says the literal, in singular or plural.</summary>
    private bool IsSaid(string literal) =>
        EndsWith(literal) || EndsWith(Inflection.Singular(literal));

    private bool EndsWith(string word) => method.EndsWith(word, StringComparison.OrdinalIgnoreCase);
}
