using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The result of linking one group of operations or one type, with everything that must be emitted beside
/// it.</summary>
/// <param name="Value">The operations, or the type.</param>
/// <param name="ClassNames">The names of classes that it takes from those linked after it.</param>
/// <param name="Placeholders">Those that it is the first to need.</param>
/// <param name="Unknown">Each mention of a name that no page defines.</param>
internal sealed record LinkedPart<T>(
    T Value,
    EquatableArray<string> ClassNames,
    EquatableArray<LinkedShape> Shapes,
    EquatableArray<LinkedEnum> Enums,
    EquatableArray<Placeholder> Placeholders,
    EquatableArray<UnknownName> Unknown,
    EquatableArray<LinkFinding> Findings)
    where T : IEquatable<T>;
