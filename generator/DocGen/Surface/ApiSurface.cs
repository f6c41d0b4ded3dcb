using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// The part of a documented API that callers depend on: operations, types and enums, each with its identity on the wire
/// and its C# names in the client. A surface has no text, pages or positions.
/// </summary>
/// <param name="ServiceRoot">The service root in the docs; null if they have none, or if the surface comes from
/// a file.</param>
/// <param name="Operations">Sorted by group and method.</param>
/// <param name="Types">Sorted by class.</param>
/// <param name="Enums">Sorted by class.</param>
/// <param name="IsFromFile">Whether the surface comes from a surface file, which has no service root, permissions or
/// deprecations.</param>
internal sealed record ApiSurface(
    string? ServiceRoot,
    EquatableArray<SurfaceOperation> Operations,
    EquatableArray<SurfaceType> Types,
    EquatableArray<SurfaceEnum> Enums,
    bool IsFromFile = false)
{
    public static ApiSurface Empty { get; } = new(null, default, default, default);
}
