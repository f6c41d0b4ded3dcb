namespace DocGen.Generator.Http;

/// <summary>A request as a <c>curl</c> command.</summary>
/// <param name="Url">The URL as written.</param>
/// <param name="Data">The text that <c>-d</c> and similar options send, or null.</param>
/// <param name="Form">The parts that <c>-F</c> sends: the name, the text or file path, and whether it is a
/// file.</param>
/// <param name="SendsFile">Whether the body is the content of a file.</param>
internal sealed record CurlCommand(
    string Method, string Url, string? Data, IReadOnlyList<(string Name, string Value, bool IsFile)> Form,
    bool SendsFile,
    string? ContentType)
{
    /// <summary>The headers from <c>-H</c>, except Content-Type.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The data that <c>-G</c> sends as a query, or null.</summary>
    public string? Query { get; init; }
}
