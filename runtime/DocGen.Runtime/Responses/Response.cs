namespace DocGen;

/// <summary>A successful answer: its status and headers.</summary>
public class Response
{
    /// <summary>A response as it came.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Response(ResponseContext context)
    {
        Status = context.Status;
        Headers = context.Headers;
        Misfits = context.Misfits;
    }

    /// <summary>A response made by hand, for tests.</summary>
    public Response(int status = 200, ResponseHeaders? headers = null)
    {
        Status = status;
        Headers = headers ?? [];
    }

    /// <summary>The HTTP status code.</summary>
    public int Status { get; }

    /// <summary>The headers, those of the content included.</summary>
    public ResponseHeaders Headers { get; }

    /// <summary>The values of the body that do not fit; of a job that was waited for, those of its result.</summary>
    internal IReadOnlyList<Misfit> Misfits { get; private protected set; } = [];

    /// <summary>The id the service gave the call, for its support; null where it gave none.</summary>
    public string? RequestId => Headers.RequestId;
}
