namespace DocGen.Generator.Model;

/// <summary>An entity or complex type (OData CSDL 4.01, sections 6 and 9) that is emitted as a class.</summary>
/// <param name="ODataName">The qualified name in the docs, for example <c>microsoft.graph.driveItem</c>; null for an
/// unnamed JSON object.</param>
/// <param name="Name">The name of the emitted class.</param>
/// <param name="Base">The name of the emitted base class, or null for a root.</param>
/// <param name="IsPlaceholder">Whether pages mention the type but no page defines it.</param>
/// <param name="Derived">All types that inherit from this type, directly or indirectly. <c>@odata.type</c> selects one
/// of them.</param>
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
