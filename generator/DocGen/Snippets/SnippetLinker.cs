using DocGen.Generator.Linking;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>
/// Gives each operation of a doc set an example in C#: the first request on its pages that its method can send.
/// </summary>
internal sealed class SnippetLinker
{
    private readonly Dictionary<string, string> _examples = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EquatableArray<SnippetProblem>> _problems = new(StringComparer.Ordinal);

    private SnippetLinker(LinkedApi api, IEnumerable<(string Page, EquatableArray<RequestExample> Requests)> pages)
    {
        ApiFile[] files = [.. api.Files];
        SnippetWriter writer = SnippetWriter.Of(files, api.Client?.ServiceRoot);
        foreach ((string page, EquatableArray<RequestExample> requests) in pages)
            Add(writer, page, requests);
        Api = api.WithExamples(_examples);
    }

    /// <summary>The doc set with the examples.</summary>
    public LinkedApi Api { get; }

    /// <param name="pages">The pages, sorted by path.</param>
    public static SnippetLinker Link(LinkedApi api,
        IEnumerable<(string Page, EquatableArray<RequestExample> Requests)> pages) => new(api, pages);

    /// <summary>Returns the requests of a page that no method can send.</summary>
    public EquatableArray<SnippetProblem> ProblemsOn(string page) =>
        _problems.TryGetValue(page, out EquatableArray<SnippetProblem> problems) ? problems : default;

    private void Add(SnippetWriter writer, string page, EquatableArray<RequestExample> requests)
    {
        var problems = new List<SnippetProblem>();
        for (int i = 0; i < requests.Count; i++)
        {
            Snippet snippet = writer.Write(page, requests[i]);
            if (snippet is { Code: { } code, Problem: null, Operation: { } operation })
            {
                if (!_examples.ContainsKey(operation.RequestClass))
                    _examples.Add(operation.RequestClass, code);
            }
            else if (snippet != Snippet.Foreign)
            {
                problems.Add(new SnippetProblem(i, snippet.Problem!));
            }
        }

        if (problems.Count > 0)
            _problems.Add(page, problems.ToEquatableArray());
    }
}
