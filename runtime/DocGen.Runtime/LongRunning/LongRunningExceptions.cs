namespace DocGen;

/// <summary>The job the service ran in the background failed.</summary>
public class LongRunningFailedException : ApiException
{
    /// <summary>A failure made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public LongRunningFailedException(int status, string? code = null, string? message = null)
        : base(status, code, message)
    {
    }

    internal LongRunningFailedException(ApiFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The job the service ran in the background was cancelled there.</summary>
public class LongRunningCanceledException : ApiException
{
    /// <summary>A cancellation made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public LongRunningCanceledException(int status, string? code = null, string? message = null)
        : base(status, code, message)
    {
    }

    internal LongRunningCanceledException(ApiFailure failure)
        : base(failure)
    {
    }
}
