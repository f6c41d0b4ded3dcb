namespace DocGen.Infrastructure;

/// <summary>A job without a monitor URL: its first response is the only information about it.</summary>
internal sealed class UnwatchedJob
{
    private readonly int _httpStatus;
    private readonly ResponseHeaders _headers;
    private readonly string _target;
    private readonly string? _rawBody;
    private readonly LongRunningStatus? _status;

    /// <param name="answer">The response to the call that starts the job.</param>
    /// <param name="hasResult">Whether the response contains the job's result.</param>
    public UnwatchedJob(ResponseContext answer, bool hasResult)
    {
        (_httpStatus, _headers, _target) = (answer.Status, answer.Headers, answer.Call.Target);
        // If a result is documented, an object with a member "status" is a result and not a status.
        if (LongRunningStatus.Find(answer) is { } status && (status.IsCertain || !hasResult))
            (_status, _rawBody) = (status, Encoding.UTF8.GetString(answer.Body));
        IsRunning = answer.Status == (int)HttpStatusCode.Accepted && (_status?.IsRunning ?? !hasResult);
    }

    public bool IsRunning { get; }

    /// <summary>Returns the final status of the job.</summary>
    /// <exception cref="ApiException">
    /// The job failed, was cancelled, or is still running without a monitor URL.
    /// </exception>
    public LongRunningStatus End()
    {
        _status?.ThrowIfFailed(_httpStatus, _headers, _rawBody);
        if (!IsRunning)
            return _status ?? new LongRunningStatus();
        var error = new ApiError(null,
            "The job is running, but the response has no Operation-Location or Location to monitor it.");
        var failure = new ApiFailure(_httpStatus, _headers, [error], _rawBody, Target: _target);
        throw new ApiException(_httpStatus) { Failure = failure };
    }
}
