namespace DocGen;

/// <summary>An attempt that failed.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="UriTemplate">The template of the call's address.</param>
/// <param name="Retries">How often the call was sent again so far.</param>
/// <param name="Status">The HTTP status code; null where no answer came.</param>
/// <param name="Failure">Why no answer came; null where one did.</param>
/// <param name="WouldRetry">What the rules decide.</param>
public sealed record RetryContext(
    HttpMethod Method, string UriTemplate, int Retries, int? Status, Exception? Failure, bool WouldRetry);
