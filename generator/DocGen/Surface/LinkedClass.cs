using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>What pairing needs of a class that linking named.</summary>
/// <param name="ODataName">The qualified name in the docs; null of a shape that only a member shows.</param>
/// <param name="Shows">The members whose type is a class themselves, with that type.</param>
internal sealed record LinkedClass(string Name, string? ODataName, EquatableArray<SurfaceName> Shows);
