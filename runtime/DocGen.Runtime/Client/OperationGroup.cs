namespace DocGen.Infrastructure;

/// <summary>The operations on one resource.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OperationGroup
{
    private readonly ServiceClient? _client;

    /// <summary>For mocks.</summary>
    protected OperationGroup()
    {
    }

    /// <summary>The operations of a client.</summary>
    protected OperationGroup(ServiceClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
    }

    private ServiceClient Client =>
        _client ?? throw new InvalidOperationException(
            "This group was made without a client, for mocks; it cannot send.");

    /// <summary>Sends a request.</summary>
    protected Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request,
        CancellationToken cancellationToken) =>
        Client.SendAsync(request, cancellationToken);

    /// <summary>Sends a request with its payload.</summary>
    protected Task<TResponse> SendAsync<TResponse, TPayload>(
        ApiRequest<TResponse, TPayload> request, TPayload payload, CancellationToken cancellationToken) =>
        Client.SendAsync(request, payload, cancellationToken);

    /// <summary>The pages of a collection; nothing is sent before they are enumerated.</summary>
    protected AsyncPageable<T> GetPages<T>(ApiRequest<Page<T>> request, CancellationToken cancellationToken) =>
        Client.GetPages(request, cancellationToken);

    /// <summary>The pages of a collection that is asked for with a payload; nothing is sent before they are
    /// enumerated.</summary>
    protected AsyncPageable<T> GetPages<T, TPayload>(
        ApiRequest<Page<T>, TPayload> request, TPayload payload, CancellationToken cancellationToken) =>
        Client.GetPages(request, payload, cancellationToken);

    /// <summary>The changes to a collection; nothing is sent before they are enumerated.</summary>
    protected DeltaPageable<T> GetDeltaPages<T>(ApiRequest<Page<T>> request, CancellationToken cancellationToken) =>
        new(GetPages(request, cancellationToken));

    /// <summary>The changes to a collection that is asked for with a payload; nothing is sent before they are
    /// enumerated.</summary>
    protected DeltaPageable<T> GetDeltaPages<T, TPayload>(
        ApiRequest<Page<T>, TPayload> request, TPayload payload, CancellationToken cancellationToken) =>
        new(GetPages(request, payload, cancellationToken));
}
