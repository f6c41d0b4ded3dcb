namespace DocGen;

/// <summary>One level of what a service says about an error.</summary>
/// <param name="Code">The code a program can act on; null where there is none.</param>
/// <param name="Message">The text for people; null where there is none.</param>
public sealed record ApiError(string? Code, string? Message)
{
    /// <summary>What the error is about, such as a field of the request; null where the service does not say.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// What kind of error it is, in words, where the service says that beside the message: the <c>title</c> of problem
    /// details (RFC 9457).
    /// </summary>
    public string? Title { get; init; }
}
