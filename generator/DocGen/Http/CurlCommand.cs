namespace DocGen.Generator.Http;

/// <summary>A <c>curl</c> command, as docs show a request.</summary>
/// <param name="Url">As it is written.</param>
/// <param name="Data">What <c>-d</c> and its kin send, or null.</param>
/// <param name="Form">The parts that <c>-F</c> sends: a name, and whether its value is a file.</param>
/// <param name="SendsFile">The body is the content of a file.</param>
internal sealed record CurlCommand(
    string Method, string Url, string? Data, IReadOnlyList<(string Name, bool IsFile)> Form, bool SendsFile,
    string? ContentType);
