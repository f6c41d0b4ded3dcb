using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>A call of an operation, before it is decided how it is written.</summary>
/// <param name="Arguments">The values of the URL's placeholders.</param>
/// <param name="Members">Assignments in the initializer of the request.</param>
/// <param name="Payload">What is sent as the one payload of the operation, or null.</param>
internal sealed record CallParts(
    OperationGroup Group, Operation Operation, UrlTemplate Url, IReadOnlyList<Code> Arguments,
        IReadOnlyList<Code> Members, Code? Payload);
