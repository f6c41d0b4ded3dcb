using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// The result of linking one group of operations or one type, with everything that must be emitted with it.
/// </summary>
/// <param name="Value">The operations, or the type.</param>
/// <param name="ClassNames">The class names that it reserves.</param>
/// <param name="Placeholders">The placeholders that it uses first.</param>
/// <param name="Unknown">The mentions of names that no page defines.</param>
internal sealed record LinkedPart<T>(
    T Value,
    EquatableArray<string> ClassNames,
    EquatableArray<LinkedShape> Shapes,
    EquatableArray<LinkedEnum> Enums,
    EquatableArray<Placeholder> Placeholders,
    EquatableArray<UnknownName> Unknown,
    EquatableArray<LinkFinding> Findings)
    where T : IEquatable<T>;
