using System.Runtime.Versioning;

namespace DocGen;

/// <summary>A client of one service. Safe for concurrent use; make one and keep it.</summary>
public abstract class ServiceClient : IDisposable
{
    private readonly Transport? _transport;

    /// <summary>A client of the service at the options' root.</summary>
    /// <inheritdoc cref="ServiceClientOptions.Validate" path="/exception"/>
    protected ServiceClient(ServiceClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _transport = new Transport(options);
    }

    /// <summary>A client for mocks: it cannot send.</summary>
    protected ServiceClient()
    {
    }

    internal Transport Transport =>
        _transport ?? throw new InvalidOperationException(
            "This client was made without options, for mocks; it cannot send.");

    /// <summary>Sends a request.</summary>
    /// <exception cref="ApiException">The service answered with an error; its subclasses name the common
    /// ones.</exception>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public virtual Task<TResponse> SendAsync<TResponse>(
        ApiRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Transport.SendAsync(request, request.CreateBody(), cancellationToken);
    }

    /// <summary>Sends a request with its payload.</summary>
    /// <inheritdoc cref="SendAsync{TResponse}(ApiRequest{TResponse}, CancellationToken)"/>
    public virtual Task<TResponse> SendAsync<TResponse, TPayload>(
        ApiRequest<TResponse, TPayload> request, TPayload payload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Transport.SendAsync(request, BodyOf(request, payload), cancellationToken);
    }

    /// <summary>The items of a collection, page by page; nothing is sent before they are enumerated.</summary>
    /// <param name="request">The call for the first page: a documented one, or one of
    /// <see cref="ApiRequest.ToPages{T}"/>.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public virtual AsyncPageable<T> GetPages<T>(ApiRequest<Page<T>> request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ServicePageable<T>(this, request, token => SendAsync(request, token), cancellationToken);
    }

    /// <summary>The items of a collection that is asked for with a payload.</summary>
    /// <inheritdoc cref="GetPages{T}(ApiRequest{Page{T}}, CancellationToken)"/>
    public virtual AsyncPageable<T> GetPages<T, TPayload>(
        ApiRequest<Page<T>, TPayload> request, TPayload payload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfNull(payload);
        return new ServicePageable<T>(this, request, token => SendAsync(request, payload, token), cancellationToken);
    }

    internal static RequestBody BodyOf<TResponse, TPayload>(ApiRequest<TResponse, TPayload> request, TPayload payload)
    {
        ThrowIfNull(payload);
        return request.CreateBody(payload);
    }

    private static void ThrowIfNull<TPayload>(TPayload payload)
    {
        if (payload is null)
            throw new ArgumentNullException(nameof(payload), "What the operation sends is null.");
    }

    /// <summary>
    /// The handler a client uses unless it is given an HTTP client: one that follows no redirects, keeps no cookies and
    /// undoes no compression, all of which the client sees to, and has no limit for the whole of an exchange.
    /// </summary>
    [UnsupportedOSPlatform("browser")]
    public static SocketsHttpHandler CreateHandler() => Transport.CreateHandler();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, unless the HTTP client is the caller's own.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _transport?.Dispose();
    }
}
