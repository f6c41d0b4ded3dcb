namespace DocGen.Infrastructure;

/// <summary>A job whose answer names no monitor: what this answer says is all that can be known of it.</summary>
internal sealed class UnwatchedJob
{
    private readonly int _httpStatus;
    private readonly ResponseHeaders _headers;
    private readonly string _target;
    private readonly string? _rawBody;
    private readonly LongRunningStatus? _status;

    /// <param name="answer">The answer to the call that starts the job.</param>
    /// <param name="hasResult">Whether the answer holds what the job makes.</param>
    public UnwatchedJob(ResponseContext answer, bool hasResult)
    {
        (_httpStatus, _headers, _target) = (answer.Status, answer.Headers, answer.Call.Target);
        // Something that has a member "status" is no status where a result is documented.
        if (LongRunningStatus.Find(answer) is { } status && (status.IsCertain || !hasResult))
            (_status, _rawBody) = (status, Encoding.UTF8.GetString(answer.Body));
        IsRunning = answer.Status == (int)HttpStatusCode.Accepted && (_status?.IsRunning ?? !hasResult);
    }

    public bool IsRunning { get; }

    /// <summary>The status that the job ended with.</summary>
    /// <exception cref="ApiException">
    /// The job failed, was cancelled, or still runs where nobody can watch it.
    /// </exception>
    public LongRunningStatus End()
    {
        _status?.ThrowIfFailed(_httpStatus, _headers, _rawBody);
        if (!IsRunning)
            return _status ?? new LongRunningStatus();
        var error = new ApiError(null,
            "The job runs, but the answer names no Operation-Location or Location to watch.");
        var failure = new ApiFailure(_httpStatus, _headers, [error], _rawBody, Target: _target);
        throw new ApiException(_httpStatus) { Failure = failure };
    }
}
