using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>A documented request as C#, or the reason why C# can't express it.</summary>
/// <param name="Code">The statements, with LF line ends; null if C# cannot express the request.</param>
/// <param name="Problem">The reason why no method of an operation can send the request; otherwise null.</param>
/// <param name="Untyped">The parts of the request that have no typed member.</param>
/// <param name="Files">The files that the code opens.</param>
/// <param name="Operation">The operation that the code calls, or null.</param>
/// <param name="Skipped">The number of segments in the example's URL that belong to the service root.</param>
internal sealed record Snippet(
    string? Code,
    string? Problem,
    EquatableArray<string> Untyped = default,
    EquatableArray<SnippetFile> Files = default,
    Operation? Operation = null,
    int Skipped = 0)
{
    /// <summary>
    /// A request to another service, or a request that the service itself sends. Neither is part of the API.
    /// </summary>
    public static Snippet Foreign { get; } = new(null, "it goes to another host");

    public static Snippet None(string problem, Operation? operation = null) => new(null, problem, Operation: operation);
}
