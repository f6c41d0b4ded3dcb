namespace DocGen;

/// <summary>A background job of the service failed.</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class LongRunningFailedException(int status, string? code = null, string? message = null)
    : ApiException(status, code, message);

/// <summary>A background job was cancelled at the service.</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class LongRunningCanceledException(int status, string? code = null, string? message = null)
    : ApiException(status, code, message);
