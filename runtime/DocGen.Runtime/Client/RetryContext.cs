namespace DocGen;

/// <summary>Describes a failed attempt of a call.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="UriTemplate">The call's URL template.</param>
/// <param name="Retries">The number of retries of the call so far.</param>
/// <param name="Status">The HTTP status code; null if no response arrived.</param>
/// <param name="Failure">The reason why no response arrived; null if one did.</param>
/// <param name="WouldRetry">Whether the default rules retry the call.</param>
public sealed record RetryContext(
    HttpMethod Method, string UriTemplate, int Retries, int? Status, Exception? Failure, bool WouldRetry);
