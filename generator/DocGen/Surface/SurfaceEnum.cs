using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>An open enum.</summary>
/// <param name="WireName">The qualified name in the docs; null for values that belong to only one member.</param>
/// <param name="Class">The C# struct.</param>
/// <param name="IsFlags">Whether a value can combine several members.</param>
/// <param name="Members">Each value on the wire with its C# constant.</param>
internal sealed record SurfaceEnum(string? WireName, string Class, bool IsFlags, EquatableArray<SurfaceName> Members);
