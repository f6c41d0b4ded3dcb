namespace DocGen;

/// <summary>Describes a message that a client sent.</summary>
public sealed record SentMessage
{
    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The call's URL template; a name such as <c>{monitor}</c> if the service provided the URL.</summary>
    public required string UriTemplate { get; init; }

    /// <summary>The host that received the message.</summary>
    public required string Host { get; init; }

    /// <summary>
    /// The number of messages that the call sent before this one, because of redirects, challenges and retries.
    /// </summary>
    public int Resends { get; init; }

    /// <summary>The time until the response headers arrived or sending failed.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The HTTP status code; null if no response arrived.</summary>
    public int? Status { get; init; }

    /// <summary>The reason why no response arrived; null if one did.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The request id from the service; null if it sent none.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The id in <see cref="ServiceClientOptions.ClientRequestIdHeader"/>; null if the message has none.
    /// </summary>
    public string? ClientRequestId { get; init; }
}
