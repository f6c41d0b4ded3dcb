namespace DocGen.Corpus;

/// <summary>A request as it would go over the wire.</summary>
/// <param name="Headers">Those of the request and of its content.</param>
/// <param name="Body">Null where there is none.</param>
internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    public string? ContentType => Headers.TryGetValue("Content-Type", out string? type) ? type : null;
}
