namespace DocGen;

/// <summary>The service returned an error, or a response that the client cannot process.</summary>
public class ApiException : Exception
{
    /// <summary>Creates an exception, for tests.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="code">The service's error code.</param>
    /// <param name="message">The service's message.</param>
    /// <param name="headers">The response headers.</param>
    /// <param name="rawBody">The response body.</param>
    public ApiException(
        int status,
        string? code = null,
        string? message = null,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? rawBody = null)
    {
        IReadOnlyList<ApiError> errors = code is null && message is null ? [] : [new ApiError(code, message)];
        Failure = new ApiFailure(status, new ResponseHeaders(headers), errors, rawBody);
    }

    private protected ApiException(ApiFailure failure, Exception? cause)
        : base(null, cause) => Failure = failure;

    /// <summary>The operation, status, error code, message and request id, in one line.</summary>
    public override string Message => Failure.ToString();

    /// <summary>The HTTP status code.</summary>
    public int Status => Failure.Status;

    /// <summary>The outermost error code from the service; null if it sent none.</summary>
    public string? Code => Errors.FirstOrDefault(static error => error.Code is not null)?.Code;

    /// <summary>The error information from the service, outermost first; empty if the body contains none.</summary>
    public IReadOnlyList<ApiError> Errors => Failure.Errors;

    /// <summary>The request id from the service, for its support; null if it sent none.</summary>
    public string? RequestId => Failure.RequestId ?? Headers.RequestId;

    /// <summary>The time of the response; null if the service did not send it.</summary>
    public DateTimeOffset? Date =>
        DateTimeOffset.TryParseExact(
            Headers["Date"], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date : null;

    /// <summary>The response headers.</summary>
    public ResponseHeaders Headers => Failure.Headers;

    /// <summary>The unparsed body, up to 64 KiB; null if there is none.</summary>
    public string? RawBody => Failure.RawBody;

    /// <summary>Reads the body as a documented error type.</summary>
    /// <typeparam name="T">An emitted class.</typeparam>
    /// <returns>Null if the body is not a JSON object, or exceeds the limit of <see cref="RawBody"/>.</returns>
    public T? ReadBody<T>()
        where T : ApiResource, IResource<T>
    {
        if (RawBody is not { } body)
            return null;
        try
        {
            return JsonDocumentReader.Read(Encoding.UTF8.GetBytes(body), JsonRead.Resource<T>, out _);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal ApiFailure Failure { get; init; }

    internal static ApiException Create(ApiFailure failure) => (HttpStatusCode)failure.Status switch
    {
        HttpStatusCode.Unauthorized => new AuthenticationFailedException { Failure = failure },
        HttpStatusCode.Forbidden => new AccessDeniedException { Failure = failure },
        HttpStatusCode.NotFound => new ResourceNotFoundException { Failure = failure },
        HttpStatusCode.Conflict => new ConflictException { Failure = failure },
        HttpStatusCode.PreconditionFailed => new PreconditionFailedException { Failure = failure },
        HttpStatusCode.TooManyRequests => new ThrottledException { Failure = failure },
        _ => new ApiException(failure.Status) { Failure = failure },
    };

    /// <summary>Creates an exception for a successful response that the client cannot process.</summary>
    internal static ApiException Refused(Call call, int status, ResponseHeaders headers, string reason) =>
        Refused(call.Target, status, headers, reason);

    /// <inheritdoc cref="Refused(Call, int, ResponseHeaders, string)"/>
    internal static ApiException Refused(string target, int status, ResponseHeaders headers, string reason) =>
        new(status) { Failure = new ApiFailure(status, headers, [new ApiError(null, reason)], Target: target) };

    /// <inheritdoc cref="Refused(Call, int, ResponseHeaders, string)"/>
    internal static ApiException Refused(ResponseContext answer, string reason) =>
        Refused(answer.Call, answer.Status, answer.Headers, reason);
}
