using System.Text;
using DocGen.Infrastructure;

namespace DocGen;

/// <summary>What an exception is made of.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Headers">The headers of the answer.</param>
/// <param name="Errors">The service's errors from the outside in.</param>
/// <param name="RawBody">The body, bounded.</param>
/// <param name="RequestId">The request id where the body holds it.</param>
/// <param name="Target">Method and template of the call.</param>
internal sealed record ApiFailure(
    int Status,
    ResponseHeaders Headers,
    IReadOnlyList<ApiError> Errors,
    string? RawBody,
    string? RequestId,
    string? Target)
{
    private const int RawBodyLimit = 64 * 1024;

    /// <summary>Reads an answer that is an error. Whatever its body holds, the status is kept.</summary>
    public static async Task<ApiFailure> ReadAsync(Call call, HttpResponseMessage message, IdleTimeout idle)
    {
        using BodyBuffer body = await BodyBuffer
            .ReadAvailableAsync(message.Content, RawBodyLimit, idle).ConfigureAwait(false);
        (IReadOnlyList<ApiError> errors, string? requestId) = ErrorBody.Parse(body.Bytes);
        return new ApiFailure(
            (int)message.StatusCode,
            new ResponseHeaders(message),
            errors,
            body.Length == 0 ? null : Encoding.UTF8.GetString(body.Bytes),
            requestId,
            call.Target);
    }

    /// <summary>An answer that is no error of the service but cannot be followed.</summary>
    public static ApiFailure Unfollowed(Call call, HttpResponseMessage message, string reason) => new(
        (int)message.StatusCode, new ResponseHeaders(message), [new ApiError(null, reason)], null, null, call.Target);
}
