namespace DocGen;

/// <summary>A message that a client sent.</summary>
public sealed record SentMessage
{
    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>
    /// The template of the call's address; a name such as <c>{monitor}</c> where a service named the address.
    /// </summary>
    public required string UriTemplate { get; init; }

    /// <summary>The host it was sent to.</summary>
    public required string Host { get; init; }

    /// <summary>How many messages the call sent before this one: for redirects, challenges and retries.</summary>
    public int Resends { get; init; }

    /// <summary>The time to the headers of the response, or to the failure.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The HTTP status code; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Why no answer came; null where one did.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The id that the service gave the call; null where it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The id of <see cref="ServiceClientOptions.ClientRequestIdHeader"/>; null where the message has none.
    /// </summary>
    public string? ClientRequestId { get; init; }
}
