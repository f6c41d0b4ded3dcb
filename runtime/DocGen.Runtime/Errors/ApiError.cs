namespace DocGen;

/// <summary>One level of the error information from a service.</summary>
/// <param name="Code">The machine-readable code; null if there is none.</param>
/// <param name="Message">The human-readable text; null if there is none.</param>
public sealed record ApiError(string? Code, string? Message)
{
    /// <summary>
    /// The subject of the error, such as a field of the request; null if the service does not send it.
    /// </summary>
    public string? Target { get; init; }

    /// <summary>
    /// The kind of error as text, if the service sends it in addition to the message: the <c>title</c> of problem
    /// details (RFC 9457).
    /// </summary>
    public string? Title { get; init; }
}
