namespace DocGen.Generator.Model;

/// <summary>An open enum: a readonly struct that wraps a string, with a constant for each documented member.</summary>
/// <param name="ODataName">The qualified name in the docs, or null if the enum consists of the listed values of one
/// member.</param>
internal sealed record EnumType(
    string Name,
    bool IsFlags,
    EquatableArray<EnumMember> Members,
    DocText? Summary,
    EquatableArray<DocOrigin> Origins,
    string? ODataName = null);
