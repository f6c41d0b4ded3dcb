namespace DocGen;

/// <summary>The job the service ran in the background failed.</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class LongRunningFailedException(int status, string? code = null, string? message = null)
    : ApiException(status, code, message);

/// <summary>The job the service ran in the background was cancelled there.</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class LongRunningCanceledException(int status, string? code = null, string? message = null)
    : ApiException(status, code, message);
