using System.Globalization;
using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>Names an operation's URL variants: a factory each, from the template's own literals.</summary>
/// <param name="method">The operation's method, which need not be said again.</param>
/// <param name="resource">The resource that its page gives it to, in lower-case singular: neither need that.</param>
/// <param name="members">The names that the request's other members have.</param>
internal sealed class UrlNamer(string method, string resource, NameScope members)
{
    private readonly HashSet<string> _signatures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _factories = new(StringComparer.Ordinal);

    /// <summary>All URLs with their factories; the only one of an operation has a constructor instead.</summary>
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

    /// <summary>A factory may be overloaded; no other member may have its name.</summary>
    private string Remember(string candidate)
    {
        string name = members.Claim(candidate, "Url");
        _factories.Add(name);
        return name;
    }

    private static string Signature(string name, EquatableArray<PathParameter> parameters) =>
        name + "/" + parameters.Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The literals without the last where the method's name says it, and without the last of these where the
    /// resource's does: a URL keeps that where another one would have the same name.
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

    /// <summary>What all URLs have tells none from another: it goes, from the end on, until all names are short
    /// enough.</summary>
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
            // The page's words for segments have no file extension.
            literal = url.Words.IsEmpty ? literal : url.Words[i];
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

    private bool IsResource(string literal) => resource.EndsWith(OperationUrls.Bare(literal), StringComparison.Ordinal);
}
