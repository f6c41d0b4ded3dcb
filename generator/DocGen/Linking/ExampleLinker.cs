using DocGen.Generator.Emission;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>Matches each example response with a request of the client.</summary>
internal static class ExampleLinker
{
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IEnumerable<(string RequestClass, ExampleAnswer Answer)> Link(
        ApiSettings settings, IReadOnlyList<(PageModel Page, EquatableArray<ExampleAnswer> Answers)> pages,
        CancellationToken cancellation)
    {
        LinkedApi api = Linker.Link(settings, serviceRoot: null, pages.Select(p => p.Page), cache: null, cancellation);
        ILookup<string, Operation> operations = pages
            .SelectMany(p => api.FilesOf(p.Page.Path))
            .SelectMany(file => file.Operations?.Operations ?? default)
            .SelectMany(o => o.Docs.Origins.Select(origin => (origin.Page, Operation: o)))
            .ToLookup(pair => pair.Page, pair => pair.Operation, StringComparer.Ordinal);
        return from page in pages
               from answer in page.Answers
               let operation = operations[page.Page.Path].FirstOrDefault(o => Is(o, answer.Call))
                   ?? operations[page.Page.Path].FirstOrDefault(o => IsBelowRoot(o, answer.Call))
               where operation is not null
               select (operation.RequestClass, answer);
    }

    // A page can have several operations with the same verb, but no two of them have the same URL.
    private static bool Is(Operation operation, ExampleCall call) =>
        operation.HttpMethod == call.HttpMethod
        && operation.Urls.Any(url => call.Paths.Any(path => url.Path == path || url.Path == path.WithoutArguments()));

    /// <summary>
    /// Whether the page has a URL of the operation with the path of the service root in front. The operation's are
    /// relative to the root.
    /// </summary>
    private static bool IsBelowRoot(Operation operation, ExampleCall call) =>
        operation.HttpMethod == call.HttpMethod
        && operation.Urls.Any(url => call.Paths.Any(path => EndsWith(path, url.Path)));

    private static bool EndsWith(UrlPath path, UrlPath end)
    {
        int skipped = path.Segments.Count - end.Segments.Count;
        return skipped > 0 && !end.Segments.IsEmpty && path.EndsInSlash == end.EndsInSlash
            && path.Segments.Skip(skipped).SequenceEqual(end.Segments);
    }
}
