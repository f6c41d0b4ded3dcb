using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>A documented request as C#, or why it is none.</summary>
/// <param name="Code">The statements, with LF line ends; null where the request can't be expressed.</param>
/// <param name="Problem">Why no method of an operation can send it; else null.</param>
/// <param name="Untyped">What of it has no typed home.</param>
/// <param name="Files">The files that it opens.</param>
/// <param name="Operation">The operation that it calls, or null.</param>
/// <param name="Skipped">Segments of the example's URL that are the root of the service.</param>
internal sealed record Snippet(
    string? Code,
    string? Problem,
    EquatableArray<string> Untyped = default,
    EquatableArray<SnippetFile> Files = default,
    Operation? Operation = null,
    int Skipped = 0)
{
    /// <summary>The request is sent to another service, or by this one: it is none of the API.</summary>
    public static Snippet Foreign { get; } = new(null, "it goes to another host");

    public static Snippet None(string problem, Operation? operation = null) => new(null, problem, Operation: operation);
}
