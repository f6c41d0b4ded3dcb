namespace DocGen.Generator.Model;

/// <param name="Name">Qualified where the page says so.</param>
/// <param name="Base">The base type that the annotation names, or null.</param>
/// <param name="Ancestors">The types that the prose says it inherits from, in the order of the page.</param>
/// <param name="LinkedAncestors">Those of them whose names link to a page.</param>
/// <param name="HintedAncestors">Further types that it may inherit from.</param>
/// <param name="IsShown">Examples show its members, which no table has to agree with: pages add to them.</param>
/// <param name="MayBeOther">Its name is that of a list which is called for something else than its items, such as
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
