using System.Globalization;
using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>Names the URL factories of an operation after the literals of each template.</summary>
/// <param name="method">The operation's method name, which factories omit.</param>
/// <param name="resource">The resource of the operation's group, in lower case and singular. Factories omit it,
/// too.</param>
/// <param name="members">The names of the request's other members.</param>
internal sealed class UrlNamer(string method, string resource, NameScope members)
{
    private readonly HashSet<string> _signatures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _factories = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns all URLs with the names of their factories. A single URL has a constructor and no factory.
    /// </summary>
    public EquatableArray<UrlTemplate> Name(IReadOnlyList<UrlDefinition> urls)
    {
        if (urls.Count == 1)
            return EquatableArray.Of(new UrlTemplate(urls[0].Path, null, urls[0].Parameters));
        List<string>[] literals = [.. urls.Select(Literals)];
        List<string>[] shorter = WithoutSaid(literals, urls);
        if (Array.Exists(shorter, all => all.Sum(word => word.Length) > Thresholds.UrlName))
            LeaveOutCommon(shorter = [.. shorter.Select(words => new List<string>(words))]);
        return urls.Select((url, i) =>
            new UrlTemplate(url.Path, Factory(literals[i], shorter[i], url.Parameters), url.Parameters))
            .ToEquatableArray();
    }

    private string Factory(List<string> literals, List<string> shorter, EquatableArray<PathParameter> parameters)
    {
        string full = string.Concat(literals);
        string name = shorter.Count == 0 ? "Root" : string.Concat(shorter);
        string[] candidates =
            [name, string.Concat(WithoutMethod(literals)), full,
                full + "By" + string.Join("And", parameters.Select(p => Identifiers.Pascal(p.Name)))];
        foreach (string candidate in candidates)
        {
            if (candidate.Length > 0 && _signatures.Add(Signature(candidate, parameters)))
                return _factories.Contains(candidate) ? candidate : Remember(candidate);
        }

        return members.Claim(full, "Url");
    }

    /// <summary>
    /// Reserves a factory name. Factories can be overloads of each other, but can't have the name of another member.
    /// </summary>
    private string Remember(string candidate)
    {
        string name = members.Claim(candidate, "Url");
        _factories.Add(name);
        return name;
    }

    private static string Signature(string name, EquatableArray<PathParameter> parameters) =>
        name + "/" + parameters.Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Removes the last literal if the method's name ends in it. Then removes the last remaining literal if it is the
    /// name of the resource, unless two URLs would then have equal names.
    /// </summary>
    private List<string>[] WithoutSaid(List<string>[] literals, IReadOnlyList<UrlDefinition> urls)
    {
        List<string>[] unsaid = [.. literals.Select(WithoutMethod)];
        List<string>[] shorter = [.. unsaid.Select(WithoutResource)];
        string Key(List<string> words, int i) => Signature(string.Concat(words), urls[i].Parameters);
        ILookup<string, int> same = Enumerable.Range(0, urls.Count)
            .ToLookup(i => Key(shorter[i], i), StringComparer.Ordinal);
        return [.. shorter.Select(
            (words, i) => words != unsaid[i] && same[Key(words, i)].Skip(1).Any() ? unsaid[i] : words)];
    }

    private List<string> WithoutMethod(List<string> literals) =>
        literals.Count > 1 && IsSaid(literals[literals.Count - 1])
            ? literals.GetRange(0, literals.Count - 1)
            : literals;

    private List<string> WithoutResource(List<string> literals) =>
        literals.Count > 1 && IsResource(literals[literals.Count - 1])
            ? literals.GetRange(0, literals.Count - 1)
            : literals;

    /// <summary>Removes words that are in all URLs, starting from the end, until all names are short enough.</summary>
    private static void LeaveOutCommon(List<string>[] all)
    {
        foreach (string word in ((IEnumerable<string>)all[0]).Reverse().Distinct(StringComparer.Ordinal).ToArray())
        {
            if (!Array.Exists(all, one => one.Sum(w => w.Length) > Thresholds.UrlName))
                return;
            if (Array.TrueForAll(all, one => one.Count > 1 && one.Contains(word)))
                Array.ForEach(all, one => one.RemoveAt(one.LastIndexOf(word)));
        }
    }

    private static List<string> Literals(UrlDefinition url)
    {
        var literals = new List<string>();
        for (int i = 0; i < url.Path.Segments.Count; i++)
        {
            string literal = url.Path.Segments[i].Head;
            if (literal.Length == 0 || literal[0] == '$' || literal == ":")
                continue;
            // The words from the page have no file extension.
            literal = url.Words.IsEmpty ? literal : url.Words[i];
            bool isCast = literal.IndexOf('.') > 0;
            string word = Identifiers.Pascal(literal.Substring(literal.LastIndexOf('.') + 1), "");
            if (word.Length > 0)
                literals.Add(isCast ? "As" + word : word);
        }

        return literals;
    }

    /// <summary>Whether the method's name ends in the literal, in singular or plural.</summary>
    private bool IsSaid(string literal) =>
        EndsWith(literal) || EndsWith(Inflection.Singular(literal));

    private bool EndsWith(string word) => method.EndsWith(word, StringComparison.OrdinalIgnoreCase);

    private bool IsResource(string literal) => resource.EndsWith(OperationUrls.Bare(literal), StringComparison.Ordinal);
}
