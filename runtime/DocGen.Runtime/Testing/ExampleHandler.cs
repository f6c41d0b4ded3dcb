using System.Collections.Concurrent;

namespace DocGen;

/// <summary>
/// Answers the calls of a client with the docs' own examples, for tests that need no server. The first example of a
/// success answers each call of its operation, whatever the call's parameters are. Content that an example redirects to
/// is empty; a call that the docs show no answer to is an <see cref="InvalidOperationException"/>.
/// </summary>
public sealed class ExampleHandler : HttpMessageHandler
{
    private readonly Example[] _examples;
    private readonly ConcurrentDictionary<string, Example> _answers = new(StringComparer.Ordinal);

    /// <summary>A handler with the given examples, in the order of the docs.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ExampleHandler(Example[] examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        _examples = examples;
        foreach (Example example in examples.OrderBy(static example => example.Status / 100))
            _answers.TryAdd(example.Request, example);
    }

    /// <summary>From now on, answers with the example of the given name: an error, a 304, or another success.</summary>
    /// <param name="name">The <c>name</c> in the annotation of the example's request or response.</param>
    /// <exception cref="ArgumentException">The docs have no example of that name.</exception>
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
        return call.RequestClass is { } name && _answers.TryGetValue(name, out Example? example)
            ? Task.FromResult(example.ToMessage(request))
            : throw new InvalidOperationException($"The docs show no answer to {request.Method} {call.UriTemplate}.");
    }
}
