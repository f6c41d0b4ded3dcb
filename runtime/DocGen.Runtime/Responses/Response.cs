namespace DocGen;

/// <summary>A successful response: its status and headers.</summary>
public class Response
{
    /// <summary>Creates the response object from a received response.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Response(ResponseContext context)
    {
        Status = context.Status;
        Headers = context.Headers;
        Misfits = context.Misfits;
    }

    /// <summary>Creates a response, for tests.</summary>
    public Response(int status = 200, ResponseHeaders? headers = null)
    {
        Status = status;
        Headers = headers ?? [];
    }

    /// <summary>The HTTP status code.</summary>
    public int Status { get; }

    /// <summary>The headers, including content headers.</summary>
    public ResponseHeaders Headers { get; }

    /// <summary>
    /// The values of the body that do not fit their documented types; after the wait for a job, the values of its
    /// result.
    /// </summary>
    internal IReadOnlyList<Misfit> Misfits { get; private protected set; } = [];

    /// <summary>The request id from the service, for its support; null if it sent none.</summary>
    public string? RequestId => Headers.RequestId;
}
