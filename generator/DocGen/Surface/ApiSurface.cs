using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// What callers of a documented API depend on: operations, types and enums, each by its identity on the wire, with the
/// C# names that the client gives them. It has no words, no pages and no positions.
/// </summary>
/// <param name="ServiceRoot">The root that the docs name, or null where they name none or the surface comes from a
/// file.</param>
/// <param name="Operations">In the order of their groups and methods.</param>
/// <param name="Types">In the order of their classes.</param>
/// <param name="Enums">In the order of their classes.</param>
/// <param name="IsFromFile">A surface file has it, which names no root, no permissions and no deprecations.</param>
internal sealed record ApiSurface(
    string? ServiceRoot,
    EquatableArray<SurfaceOperation> Operations,
    EquatableArray<SurfaceType> Types,
    EquatableArray<SurfaceEnum> Enums,
    bool IsFromFile = false)
{
    public static ApiSurface Empty { get; } = new(null, default, default, default);
}
