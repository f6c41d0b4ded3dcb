namespace DocGen.Infrastructure;

/// <summary>What an exception is made of; the request id is the body's, where it holds one.</summary>
internal sealed record ApiFailure(
    int Status,
    ResponseHeaders Headers,
    IReadOnlyList<ApiError> Errors,
    string? RawBody = null,
    string? RequestId = null,
    string? Target = null)
{
    private const int RawBodyLimit = 64 * 1024;

    /// <summary>Reads an answer that is an error. Whatever its body holds, the status is kept.</summary>
    public static async Task<ApiFailure> ReadAsync(Call call, HttpResponseMessage message, IdleTimeout idle)
    {
        using BodyBuffer body = await BodyBuffer
            .ReadAsync(message.Content, RawBodyLimit, idle, takesPart: true).ConfigureAwait(false);
        (IReadOnlyList<ApiError> errors, string? requestId) = ErrorBody.Parse(body.Bytes);
        return new ApiFailure(
            (int)message.StatusCode, new ResponseHeaders(message), errors, Raw(body.Bytes), requestId, call.Target);
    }

    /// <summary>A success whose body is not what was documented.</summary>
    public static ApiFailure Unexpected(ResponseContext answer, string reason) => new(
        answer.Status, answer.Headers, [new ApiError(null, reason)], Raw(answer.Body), Target: answer.Call.Target);

    private static string? Raw(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? null : Encoding.UTF8.GetString(body[..Math.Min(body.Length, RawBodyLimit)]);

    /// <summary>The failure as an exception's message.</summary>
    public override string ToString()
    {
        string status = ValueText.Of((long)Status);
        if (Enum.IsDefined((HttpStatusCode)Status))
            status += $" ({(HttpStatusCode)Status})";
        string text = $"{Target ?? "The service"} answered {status}";
        if (Errors.Count > 0)
            text = string.Join(": ", new[] { text, Errors[0].Code, Errors[0].Title, Errors[0].Message }.Where(
                static part => part is not null));
        if ((RequestId ?? Headers.RequestId) is { } id)
            text += $" [request {id}]";
        // A line break in the service's words would pass for a line of the caller's log.
        return string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
    }
}
