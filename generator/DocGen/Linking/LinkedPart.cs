using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// The result of linking one group of operations or one type, with the additional classes and the findings.
/// </summary>
/// <param name="Value">The operations, or the type.</param>
/// <param name="ClassNames">The class names that the part reserves.</param>
/// <param name="Placeholders">The placeholders that no earlier part uses.</param>
/// <param name="Unknown">Each use of a type name that no page defines.</param>
internal sealed record LinkedPart<T>(
    T Value,
    EquatableArray<string> ClassNames,
    EquatableArray<LinkedShape> Shapes,
    EquatableArray<LinkedEnum> Enums,
    EquatableArray<Placeholder> Placeholders,
    EquatableArray<UnknownName> Unknown,
    EquatableArray<LinkFinding> Findings)
    where T : IEquatable<T>;
