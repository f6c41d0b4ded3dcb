namespace DocGen.Corpus;

/// <summary>A request as the client sends it.</summary>
/// <param name="Headers">The headers of the request and of its content.</param>
/// <param name="Body">The body, or null if there is none.</param>
internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    public string? ContentType => Headers.TryGetValue("Content-Type", out string? type) ? type : null;
}
