using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// What stands at a URL, by the pages that get it. A page may show how things of many kinds are read alike, so pages
/// disagree: of the types that they name, the one that the URL's own last word names is right, else the one that all
/// name whose URLs end alike.
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

    /// <summary>The type at a URL and whether it is a collection's, or null where no page tells.</summary>
    /// <param name="outline">The URL's, see <see cref="UrlPath.Outline"/>.</param>
    /// <param name="trustsVaried">Whether an operation counts whose URLs end in different words, so that one answer may
    /// not fit them all.</param>
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

    /// <summary>A success with a named type, or null.</summary>
    public static ResponseDefinition? TypedAnswer(OperationDefinition operation) =>
        operation.Responses.FirstOrDefault(r => r is { Status: >= 200 and < 300, Body: { IsNamed: true, Rank: 0 } });

    /// <summary>The first of the types that the name fits. One is got by its key; behind a word any page that lists
    /// tells that there are many.</summary>
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

    /// <param name="IsSure">All URLs of the operation that says so end alike.</param>
    internal sealed record Answer(DocType Type, bool IsMany, bool IsSure)
    {
        public string LastPart => TypeIndex.LastPart(Type.Name!);
    }
}
