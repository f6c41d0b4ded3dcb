namespace DocGen.Generator.Model;

/// <summary>The definition of a request body, from the annotation, tables, prose and example of a page.</summary>
/// <param name="Resource">The type of the body, from annotation or prose.</param>
/// <param name="Members">Members from tables or examples that the resource does not define.</param>
/// <param name="ContentType">The media type of a body that is not JSON, or null.</param>
/// <param name="Multipart">The parts of a multipart body.</param>
/// <param name="IsPropertyTable">Whether the members come from a table of a resource's properties instead of
/// parameters.</param>
/// <param name="Mentioned">Members that the prose mentions without a type.</param>
/// <param name="Supposed">Types to which the text about the body links. A comparison of members decides which of them
/// is the type of the body.</param>
/// <param name="ShownType">The type in the annotation of the example, or null.</param>
/// <param name="TypeAnnotations">The distinct values of <c>@odata.type</c> in the examples.</param>
/// <param name="Reference">The only member of a body that is a reference to an entity, or null for any other
/// body.</param>
/// <param name="IsShownUntyped">Whether an example has the object without <c>@odata.type</c>.</param>
/// <param name="IsForm">Whether the members are sent as a form (<c>application/x-www-form-urlencoded</c>).</param>
internal sealed record BodyDefinition(
    DocType? Resource,
    EquatableArray<MemberDefinition> Members,
    EquatableArray<MemberDefinition> Annotations,
    EquatableArray<BodyConstant> Constants,
    string? ContentType,
    MultipartDefinition? Multipart,
    bool IsPropertyTable = false,
    EquatableArray<string> Mentioned = default,
    string? Reference = null,
    EquatableArray<DocType> Supposed = default,
    DocType? ShownType = null,
    EquatableArray<string> TypeAnnotations = default,
    bool IsShownUntyped = false,
    bool IsForm = false);
