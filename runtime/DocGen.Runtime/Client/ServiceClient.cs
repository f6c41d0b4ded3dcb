using System.Runtime.Versioning;

namespace DocGen;

/// <summary>A client of one service. It is safe for concurrent use; create one and keep it.</summary>
public abstract class ServiceClient : IDisposable
{
    private readonly Transport? _transport;

    /// <summary>Creates a client for the service root in the options.</summary>
    /// <inheritdoc cref="ServiceClientOptions.Validate" path="/exception"/>
    protected ServiceClient(ServiceClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _transport = new Transport(options);
    }

    /// <summary>Creates a client for mocks. It cannot send requests.</summary>
    protected ServiceClient()
    {
    }

    internal Transport Transport =>
        _transport ?? throw new InvalidOperationException(
            "This client was created without options, for mocks; it cannot send requests.");

    /// <summary>Sends a request.</summary>
    /// <exception cref="ApiException">
    /// The service returned an error. Subclasses exist for common status codes.
    /// </exception>
    /// <exception cref="HttpRequestException">No response arrived.</exception>
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

    /// <summary>Returns the items of a collection, page by page. Nothing is sent before they are enumerated.</summary>
    /// <param name="request">
    /// The request for the first page: a documented one, or one from <see cref="ApiRequest.ToPages{T}"/>.
    /// </param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public virtual AsyncPageable<T> GetPages<T>(ApiRequest<Page<T>> request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ServicePageable<T>(this, request, token => SendAsync(request, token), cancellationToken);
    }

    /// <summary>Returns the items of a collection whose request has a payload.</summary>
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
            throw new ArgumentNullException(nameof(payload), "The payload is null.");
    }

    /// <summary>
    /// Creates the handler that a client uses if it is given no <see cref="HttpClient"/>. The handler does not follow
    /// redirects, store cookies or decompress, because the client handles redirects and compression itself. It sets no
    /// time limit for a whole exchange.
    /// </summary>
    [UnsupportedOSPlatform("browser")]
    public static SocketsHttpHandler CreateHandler() => Transport.CreateHandler();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, unless the caller supplied the HTTP client.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _transport?.Dispose();
    }
}
