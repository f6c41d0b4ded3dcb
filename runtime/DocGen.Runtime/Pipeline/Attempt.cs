namespace DocGen.Infrastructure;

/// <summary>How far an attempt came.</summary>
internal sealed class Attempt
{
    /// <summary>How often the call was sent again before this attempt.</summary>
    public required int Retries { get; init; }

    /// <summary>The id that the client gave the call; null where it gives none.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>Messages sent for the call so far, redirects and challenges included.</summary>
    public int Sends { get; set; }

    /// <summary>Whether a claims challenge was answered; one is enough.</summary>
    public bool Challenged { get; set; }

    /// <summary>Whether the connection, and not a credential, is what runs right now.</summary>
    public bool OnWire { get; set; }

    /// <summary>Whether any answer came: then something was sent.</summary>
    public bool Answered { get; set; }

    public Attempt Next() => new()
    {
        Retries = Retries + 1,
        ClientRequestId = ClientRequestId,
        Sends = Sends,
        Challenged = Challenged,
    };
}
