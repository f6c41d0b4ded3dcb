namespace DocGen;

/// <summary>The service answered with an error, or with something that cannot be followed.</summary>
public class ApiException : Exception
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="code">The service's error code.</param>
    /// <param name="message">The service's message.</param>
    /// <param name="headers">The headers of the answer.</param>
    /// <param name="rawBody">The body of the answer.</param>
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

    /// <summary>What was called, the status, the service's code and message, and the request id, in one line.</summary>
    public override string Message => Failure.ToString();

    /// <summary>The HTTP status code.</summary>
    public int Status => Failure.Status;

    /// <summary>The outermost error code the service gave; null where it gave none.</summary>
    public string? Code => Errors.FirstOrDefault(static error => error.Code is not null)?.Code;

    /// <summary>What the service says about the error, from the outside in; empty where its body says
    /// nothing.</summary>
    public IReadOnlyList<ApiError> Errors => Failure.Errors;

    /// <summary>The id the service gave the call, for its support; null where it gave none.</summary>
    public string? RequestId => Failure.RequestId ?? Headers.RequestId;

    /// <summary>When the service answered; null where it did not say.</summary>
    public DateTimeOffset? Date =>
        DateTimeOffset.TryParseExact(
            Headers["Date"], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date : null;

    /// <summary>The headers of the answer.</summary>
    public ResponseHeaders Headers => Failure.Headers;

    /// <summary>The body as it came, up to 64 KiB of it; null where there was none.</summary>
    public string? RawBody => Failure.RawBody;

    /// <summary>The body as a documented type of error.</summary>
    /// <typeparam name="T">An emitted class.</typeparam>
    /// <returns>Null where the body is no JSON object, or was longer than what <see cref="RawBody"/> keeps.</returns>
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

    /// <summary>An answer that is no error of the service but cannot be gone on with.</summary>
    internal static ApiException Refused(Call call, int status, ResponseHeaders headers, string reason) =>
        Refused(call.Target, status, headers, reason);

    /// <inheritdoc cref="Refused(Call, int, ResponseHeaders, string)"/>
    internal static ApiException Refused(string target, int status, ResponseHeaders headers, string reason) =>
        new(status) { Failure = new ApiFailure(status, headers, [new ApiError(null, reason)], Target: target) };

    /// <inheritdoc cref="Refused(Call, int, ResponseHeaders, string)"/>
    internal static ApiException Refused(ResponseContext answer, string reason) =>
        Refused(answer.Call, answer.Status, answer.Headers, reason);
}
