using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>The classes of one file. They are paired again only if an edit changes them.</summary>
internal sealed record LinkedClasses(EquatableArray<LinkedClass> Types, EquatableArray<LinkedClass> Enums)
{
    public static LinkedClasses Of(ApiFile file) => new(
        file.Types.Select(type => new LinkedClass(type.Name, type.ODataName, Shows(type))).ToEquatableArray(),
        file.Enums.Select(type => new LinkedClass(type.Name, type.ODataName, default)).ToEquatableArray());

    private static EquatableArray<SurfaceName> Shows(StructuredType type) => type.Properties
        .Where(property => property.Type.Name is not null)
        .Select(property => new SurfaceName(property.JsonName, property.Type.ToString())).ToEquatableArray();
}
