using System.Globalization;
using System.Net;

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
        : this(new ApiFailure(
            status,
            new ResponseHeaders(headers),
            code is null && message is null ? [] : [new ApiError(code, message)],
            rawBody,
            RequestId: null,
            Target: null))
    {
    }

    internal ApiException(ApiFailure failure)
        : base(Describe(failure))
    {
        Failure = failure;
    }

    /// <summary>The HTTP status code.</summary>
    public int Status => Failure.Status;

    /// <summary>The outermost error code the service gave; null where it gave none.</summary>
    public string? Code => Errors.FirstOrDefault(static error => error.Code is not null)?.Code;

    /// <summary>What the service says about the error, from the outside in; empty where its body says nothing.</summary>
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

    internal ApiFailure Failure { get; }

    internal static ApiException Create(ApiFailure failure) => (HttpStatusCode)failure.Status switch
    {
        HttpStatusCode.Unauthorized => new AuthenticationFailedException(failure),
        HttpStatusCode.Forbidden => new AccessDeniedException(failure),
        HttpStatusCode.NotFound => new ResourceNotFoundException(failure),
        HttpStatusCode.Conflict => new ConflictException(failure),
        HttpStatusCode.PreconditionFailed => new PreconditionFailedException(failure),
        HttpStatusCode.TooManyRequests => new ThrottledException(failure),
        _ => new ApiException(failure),
    };

    private static string Describe(ApiFailure failure)
    {
        string status = failure.Status.ToString(CultureInfo.InvariantCulture);
        if (Enum.IsDefined((HttpStatusCode)failure.Status))
            status += $" ({(HttpStatusCode)failure.Status})";
        string text = failure.Target is null ? $"The service answered {status}" : $"{failure.Target} answered {status}";
        ApiError? error = failure.Errors.Count > 0 ? failure.Errors[0] : null;
        if (error?.Code is not null)
            text += $": {error.Code}";
        if (error?.Message is not null)
            text += $": {error.Message}";
        if ((failure.RequestId ?? failure.Headers.RequestId) is { } id)
            text += $" [request {id}]";
        // A line break in the service's words would pass for a line of the caller's log.
        return string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
    }
}
