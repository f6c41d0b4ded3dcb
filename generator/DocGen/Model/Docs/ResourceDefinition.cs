namespace DocGen.Generator.Model;

/// <param name="Name">The name, qualified if the page qualifies it.</param>
/// <param name="Base">The base type that the annotation names, or null.</param>
/// <param name="Ancestors">The base types that the prose names, in page order.</param>
/// <param name="LinkedAncestors">The ancestors whose names link to a page.</param>
/// <param name="HintedAncestors">Further possible base types.</param>
/// <param name="IsShown">Whether its members come from examples. No table has to agree, and other pages may add
/// members.</param>
/// <param name="MayBeOther">Whether its name comes from a list that is not named after its items, such as
/// <c>assigned</c>.</param>
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
