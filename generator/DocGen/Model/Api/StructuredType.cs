namespace DocGen.Generator.Model;

/// <summary>An entity or complex type (OData CSDL 4.01, sections 6 and 9) that is emitted as a class.</summary>
/// <param name="ODataName">The qualified name in the docs, for example <c>microsoft.graph.driveItem</c>; null for an
/// inline shape, which only a body's JSON defines.</param>
/// <param name="Name">The emitted class's name.</param>
/// <param name="Base">The emitted base class's name, or null for a root.</param>
/// <param name="IsPlaceholder">Pages name the type and none defines it.</param>
/// <param name="Derived">Every type below this one at any depth, for choosing the class by <c>@odata.type</c>.</param>
internal sealed record StructuredType(
    string? ODataName,
    string Name,
    string? Base,
    bool IsAbstract,
    bool IsOpen,
    bool IsPlaceholder,
    EquatableArray<Property> Properties,
    EquatableArray<DerivedType> Derived,
    DocText? Summary,
    EquatableArray<DocOrigin> Origins,
    string? Deprecation = null);
