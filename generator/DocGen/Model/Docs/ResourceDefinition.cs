namespace DocGen.Generator.Model;

/// <param name="Name">The name, with a namespace if the page writes one.</param>
/// <param name="Base">The base type in the annotation, or null.</param>
/// <param name="Ancestors">The base types in the prose, in the order of the page.</param>
/// <param name="LinkedAncestors">The ancestors whose names link to a page.</param>
/// <param name="HintedAncestors">Further possible base types.</param>
/// <param name="IsShown">Whether the members come from examples. Such members are not compared with a table, and other
/// pages may add more.</param>
/// <param name="MayBeOther">Whether the name comes from a list that is not named after its items, such as
/// <c>assigned</c>, so the type may already have another name.</param>
internal sealed record ResourceDefinition(
    string Name,
    EquatableArray<string> Aliases,
    string? Base,
    EquatableArray<string> Ancestors,
    bool IsAbstract,
    bool IsOpen,
    EquatableArray<MemberDefinition> Members,
    DocText? Summary,
    string? Heading,
    string? Deprecation,
    EquatableArray<DocType> LinkedAncestors = default,
    EquatableArray<HintedAncestor> HintedAncestors = default,
    bool IsShown = false,
    bool MayBeOther = false);
