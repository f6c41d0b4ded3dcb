using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// Finds the type at a URL from the GET operations of all pages. Pages can disagree, because one page can show the same
/// request for many types. The type named by the URL's last word wins. Otherwise all operations at the URL must agree;
/// operations whose own URLs end in different words are ignored.
/// </summary>
internal sealed class AddressedTypes
{
    private readonly Dictionary<string, List<Answer>> _answers = new(StringComparer.OrdinalIgnoreCase);

    public AddressedTypes(EquatableArray<PageModel> pages)
    {
        foreach (OperationDefinition operation in pages.SelectMany(page => page.Operations))
        {
            if (operation.HttpMethod != "GET" || TypedAnswer(operation) is not { } typed)
                continue;
            foreach (UrlDefinition url in operation.Urls)
                Add(url.Path, new Answer(typed.Body!, typed.IsCollection, IsSure: !operation.IsVaried));
        }
    }

    /// <summary>
    /// The type at a URL, and whether the URL returns a collection of it; null if no page defines it.
    /// </summary>
    /// <param name="outline">The outline of the URL, see <see cref="UrlPath.Outline"/>.</param>
    /// <param name="trustsVaried">Whether to use operations whose URLs end in different words. Their one response type
    /// may not fit every URL.</param>
    public Answer? At(string outline, bool trustsVaried = false)
    {
        if (!_answers.TryGetValue(outline, out List<Answer>? answers))
            return null;
        string[] words = outline.Split('/');
        bool isKey = words[words.Length - 1] == "{}";
        string word = Inflection.Singular(Array.FindLast(words, w => w != "{}") ?? "");
        Answer? named = First(answers, isKey, name => name.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? First(answers, isKey, name =>
                word.Length > 0 && name.EndsWith(word, StringComparison.OrdinalIgnoreCase));
        if (named is not null)
            return named;
        List<Answer> sure = answers.FindAll(answer => answer.IsSure || trustsVaried);
        return sure.Count > 0 && sure.TrueForAll(answer => answer.LastPart == sure[0].LastPart)
            ? First(sure, isKey, _ => true)
            : null;
    }

    /// <summary>The first success response with a named, single type, or null.</summary>
    public static ResponseDefinition? TypedAnswer(OperationDefinition operation) =>
        operation.Responses.FirstOrDefault(r => r is { Status: >= 200 and < 300, Body: { IsNamed: true, Rank: 0 } });

    /// <summary>
    /// The first answer whose type name matches. A URL that ends in a key returns one item; otherwise it is a
    /// collection if any matching page lists it.
    /// </summary>
    private static Answer? First(List<Answer> answers, bool isKey, Predicate<string> fits)
    {
        List<Answer> fitting = answers.FindAll(answer => fits(answer.LastPart));
        if (fitting.Count == 0)
            return null;
        bool isMany = !isKey && fitting.Exists(answer => answer.IsMany);
        return fitting[0] with { IsMany = isMany };
    }

    private void Add(UrlPath path, Answer answer)
    {
        if (!_answers.TryGetValue(path.Outline, out List<Answer>? answers))
            _answers.Add(path.Outline, answers = new List<Answer>(1));
        answers.Add(answer);
    }

    /// <param name="IsSure">All URLs of the operation end in the same word.</param>
    internal sealed record Answer(DocType Type, bool IsMany, bool IsSure)
    {
        public string LastPart => TypeIndex.LastPart(Type.Name!);
    }
}
