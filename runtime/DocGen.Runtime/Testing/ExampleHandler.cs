using System.Collections.Concurrent;

namespace DocGen;

/// <summary>
/// Returns the examples of the docs as responses, for tests without a server. Each call of an operation gets the
/// operation's first example with a success status, for any parameters. A collection has one page. If an example
/// redirects, the content at the target is empty. A call without an example throws an
/// <see cref="InvalidOperationException"/>.
/// </summary>
public sealed class ExampleHandler : HttpMessageHandler
{
    private readonly Example[] _examples;
    private readonly ConcurrentDictionary<string, Example> _answers = new(StringComparer.Ordinal);

    /// <summary>Creates a handler with examples in the order of the docs.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ExampleHandler(Example[] examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        _examples = examples;
        foreach (Example example in examples.OrderBy(static example => example.Status / 100))
            _answers.TryAdd(example.Request, example);
    }

    /// <summary>Selects the example to return from now on, by name: an error, a 304, or another success.</summary>
    /// <param name="name">The <c>name</c> in the annotation of the example's request or response.</param>
    /// <exception cref="ArgumentException">The docs have no example with that name.</exception>
    public void Use(string name)
    {
        Example example = Array.Find(_examples, one => one.Names.Contains(name, StringComparer.Ordinal))
            ?? throw new ArgumentException($"The docs have no example '{name}'.", nameof(name));
        _answers[example.Request] = example;
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        CallMessage call = request as CallMessage
            ?? throw new InvalidOperationException("Only the calls of a client have examples.");
        if (call.IsRedirected)
            return Task.FromResult(new HttpResponseMessage { RequestMessage = request });
        // No page of the docs shows what a second page has.
        if (call.IsLaterPage)
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request });
        return call.RequestClass is { } name && _answers.TryGetValue(name, out Example? example)
            ? Task.FromResult(example.ToMessage(request))
            : throw new InvalidOperationException(
                $"The docs have no example response for {request.Method} {call.UriTemplate}.");
    }
}
