using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>The data of a class from linking that the pairing with the surface file needs.</summary>
/// <param name="ODataName">The qualified name in the docs; null for an unnamed object that only a member has.</param>
/// <param name="Shows">The members whose type is an emitted class or enum, with that type.</param>
internal sealed record LinkedClass(string Name, string? ODataName, EquatableArray<SurfaceName> Shows);
