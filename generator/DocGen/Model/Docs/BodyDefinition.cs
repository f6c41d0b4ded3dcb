namespace DocGen.Generator.Model;

/// <summary>What a page says of a request's body, from its annotation, tables, prose and example.</summary>
/// <param name="Resource">The type that the body is, by annotation or prose.</param>
/// <param name="Members">Documented or shown members, apart from a resource's own.</param>
/// <param name="ContentType">The media type of a body that is not JSON, or null.</param>
/// <param name="Multipart">The parts of a multipart body.</param>
/// <param name="IsPropertyTable">The members come from a table of a resource's properties, not of parameters.</param>
/// <param name="Mentioned">Members that the prose speaks of and nothing types.</param>
/// <param name="Supposed">Types that the page's text on the body links to, each of which the body may be: its members
/// tell.</param>
/// <param name="ShownType">The type that the example states for itself, or null.</param>
/// <param name="TypeAnnotations">What the <c>@odata.type</c> annotations of its examples say, each once.</param>
/// <param name="Reference">The one member of a body that is a reference to an entity, or null for any other
/// body.</param>
/// <param name="IsShownUntyped">An example shows the object that is sent, and no type of it.</param>
/// <param name="IsForm">The members are sent as a form (<c>application/x-www-form-urlencoded</c>).</param>
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
