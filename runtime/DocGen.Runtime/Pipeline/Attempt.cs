namespace DocGen.Infrastructure;

/// <summary>The state of one attempt of a call.</summary>
internal sealed class Attempt
{
    /// <summary>The number of retries before this attempt.</summary>
    public required int Retries { get; init; }

    /// <summary>The client's id of the call; null if it has none.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>The number of messages sent for the call so far, including redirects and challenges.</summary>
    public int Sends { get; set; }

    /// <summary>Whether the client has sent a new token after a claims challenge. It does so once per call.</summary>
    public bool Challenged { get; set; }

    /// <summary>Whether the attempt is waiting for the connection, and not for a credential.</summary>
    public bool OnWire { get; set; }

    /// <summary>Whether any response arrived, which proves that something was sent.</summary>
    public bool Answered { get; set; }

    public Attempt Next() => new()
    {
        Retries = Retries + 1,
        ClientRequestId = ClientRequestId,
        Sends = Sends,
        Challenged = Challenged,
    };
}
