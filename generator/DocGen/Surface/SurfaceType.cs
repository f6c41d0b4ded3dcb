using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>A type that is emitted as a class.</summary>
/// <param name="WireName">The qualified name in the docs; null for an unnamed object in a body or a member.</param>
/// <param name="Class">The C# class.</param>
/// <param name="Base">The base class, or null.</param>
/// <param name="IsPlaceholder">Whether no page defines the type, although pages name it.</param>
internal sealed record SurfaceType(
    string? WireName,
    string Class,
    string? Base,
    bool IsAbstract,
    bool IsOpen,
    bool IsPlaceholder,
    EquatableArray<SurfaceProperty> Properties,
    string? Deprecation = null);
