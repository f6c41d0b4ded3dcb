using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// Finds the type at a URL from the GET operations of all pages. Pages can disagree, because one page can show the same
/// request for many types. If the last word of the URL is the name of one of the types, that type is used. Otherwise
/// all operations at the URL must return the same type. Operations whose URLs end in different words are then ignored.
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
    /// Returns the type at a URL, and whether the URL returns a collection of this type; null if the type is unknown.
    /// </summary>
    /// <param name="outline">The outline of the URL, see <see cref="UrlPath.Outline"/>.</param>
    /// <param name="trustsVaried">Whether to use operations whose URLs end in different words. Such an operation has
    /// only one response type, which may be wrong for some of its URLs.</param>
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

    /// <summary>Returns the first success response whose type is named and not a collection, or null.</summary>
    public static ResponseDefinition? TypedAnswer(OperationDefinition operation) =>
        operation.Responses.FirstOrDefault(r => r is { Status: >= 200 and < 300, Body: { IsNamed: true, Rank: 0 } });

    /// <summary>
    /// Returns the first type whose name matches. A URL that ends in a key returns a single item. Any other URL returns
    /// a collection if at least one matching operation does.
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
