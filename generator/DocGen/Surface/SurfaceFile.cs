using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>A parsed surface file.</summary>
/// <param name="Surface">The surface from the lines that can be read.</param>
/// <param name="Faults">The lines that cannot be read.</param>
/// <param name="NewerVersion">The version of the file's format if it is newer than the version of this reader; else
/// null. Nothing else in a newer file is read.</param>
internal sealed record SurfaceFile(ApiSurface Surface, EquatableArray<SurfaceFault> Faults, string? NewerVersion);
