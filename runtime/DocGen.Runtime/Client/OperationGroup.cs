namespace DocGen.Infrastructure;

/// <summary>The operations on one resource.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OperationGroup
{
    private readonly ServiceClient? _client;

    /// <summary>Creates a group without a client, for mocks. It cannot send requests.</summary>
    protected OperationGroup()
    {
    }

    /// <summary>Creates the group of a client's operations.</summary>
    protected OperationGroup(ServiceClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
    }

    private ServiceClient Client =>
        _client ?? throw new InvalidOperationException(
            "This operation group was created without a client, for mocks; it cannot send requests.");

    /// <summary>Sends a request.</summary>
    protected Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request,
        CancellationToken cancellationToken) =>
        Client.SendAsync(request, cancellationToken);

    /// <summary>Sends a request with its payload.</summary>
    protected Task<TResponse> SendAsync<TResponse, TPayload>(
        ApiRequest<TResponse, TPayload> request, TPayload payload, CancellationToken cancellationToken) =>
        Client.SendAsync(request, payload, cancellationToken);

    /// <summary>Returns the pages of a collection. Nothing is sent before they are enumerated.</summary>
    protected AsyncPageable<T> GetPages<T>(ApiRequest<Page<T>> request, CancellationToken cancellationToken) =>
        Client.GetPages(request, cancellationToken);

    /// <summary>
    /// Returns the pages of a collection whose request has a payload. Nothing is sent before they are enumerated.
    /// </summary>
    protected AsyncPageable<T> GetPages<T, TPayload>(
        ApiRequest<Page<T>, TPayload> request, TPayload payload, CancellationToken cancellationToken) =>
        Client.GetPages(request, payload, cancellationToken);

    /// <summary>Returns the changes to a collection. Nothing is sent before they are enumerated.</summary>
    protected DeltaPageable<T> GetDeltaPages<T>(ApiRequest<Page<T>> request, CancellationToken cancellationToken) =>
        new(GetPages(request, cancellationToken));

    /// <summary>
    /// Returns the changes to a collection whose request has a payload. Nothing is sent before they are enumerated.
    /// </summary>
    protected DeltaPageable<T> GetDeltaPages<T, TPayload>(
        ApiRequest<Page<T>, TPayload> request, TPayload payload, CancellationToken cancellationToken) =>
        new(GetPages(request, payload, cancellationToken));
}
