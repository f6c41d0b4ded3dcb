using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>The parts of an operation's call, before they are written as C#.</summary>
/// <param name="Arguments">The values of the URL's placeholders.</param>
/// <param name="Members">Assignments in the initializer of the request.</param>
/// <param name="Payload">The value of the payload parameter, or null.</param>
internal sealed record CallParts(
    OperationGroup Group, Operation Operation, UrlTemplate Url, IReadOnlyList<Code> Arguments,
        IReadOnlyList<Code> Members, Code? Payload);
