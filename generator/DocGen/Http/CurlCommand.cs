namespace DocGen.Generator.Http;

/// <summary>A <c>curl</c> command, as docs show a request.</summary>
/// <param name="Url">As it is written.</param>
/// <param name="Data">What <c>-d</c> and its kin send, or null.</param>
/// <param name="Form">The parts that <c>-F</c> sends: a name, its text or the path of its file, and which of the two it
/// is.</param>
/// <param name="SendsFile">The body is the content of a file.</param>
internal sealed record CurlCommand(
    string Method, string Url, string? Data, IReadOnlyList<(string Name, string Value, bool IsFile)> Form,
    bool SendsFile,
    string? ContentType)
{
    /// <summary>Names and values of <c>-H</c>, but for the media type.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary><c>-G</c> sends the data as a query.</summary>
    public string? Query { get; init; }
}
