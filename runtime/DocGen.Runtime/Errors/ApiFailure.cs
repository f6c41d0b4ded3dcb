namespace DocGen.Infrastructure;

/// <summary>The data of an exception. A request id in the body takes precedence over the header.</summary>
internal sealed record ApiFailure(
    int Status,
    ResponseHeaders Headers,
    IReadOnlyList<ApiError> Errors,
    string? RawBody = null,
    string? RequestId = null,
    string? Target = null)
{
    private const int RawBodyLimit = 64 * 1024;

    /// <summary>Reads an error response. The status is kept even if the body cannot be read.</summary>
    public static async Task<ApiFailure> ReadAsync(Call call, HttpResponseMessage message, IdleTimeout idle)
    {
        using BodyBuffer body = await BodyBuffer
            .ReadAsync(message.Content, RawBodyLimit, idle, takesPart: true).ConfigureAwait(false);
        (IReadOnlyList<ApiError> errors, string? requestId) = ErrorBody.Parse(body.Bytes);
        return new ApiFailure(
            (int)message.StatusCode, new ResponseHeaders(message), errors, Raw(body.Bytes), requestId, call.Target);
    }

    /// <summary>Describes a successful response whose body does not match the docs.</summary>
    public static ApiFailure Unexpected(ResponseContext answer, string reason) => new(
        answer.Status, answer.Headers, [new ApiError(null, reason)], Raw(answer.Body), Target: answer.Call.Target);

    private static string? Raw(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? null : Encoding.UTF8.GetString(body[..Math.Min(body.Length, RawBodyLimit)]);

    /// <summary>Returns the message of the exception.</summary>
    public override string ToString()
    {
        string status = ValueText.Of((long)Status);
        if (Enum.IsDefined((HttpStatusCode)Status))
            status += $" ({(HttpStatusCode)Status})";
        string text = $"{Target ?? "The service"} returned {status}";
        if (Errors.Count > 0)
            text = string.Join(": ", new[] { text, Errors[0].Code, Errors[0].Title, Errors[0].Message }.Where(
                static part => part is not null));
        if ((RequestId ?? Headers.RequestId) is { } id)
            text += $" [request {id}]";
        // A line break from the service would look like a new line in the caller's log.
        return string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
    }
}
