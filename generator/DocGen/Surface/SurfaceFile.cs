using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>A surface file as it was read.</summary>
/// <param name="Surface">What its readable lines say.</param>
/// <param name="Faults">The lines that cannot be read.</param>
/// <param name="NewerVersion">The version of its format where that is newer than this reader's; nothing of the file is
/// read then.</param>
internal sealed record SurfaceFile(ApiSurface Surface, EquatableArray<SurfaceFault> Faults, string? NewerVersion);
