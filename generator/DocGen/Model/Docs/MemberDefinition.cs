namespace DocGen.Generator.Model;

/// <summary>The definition of a property, parameter, option or header on a page.</summary>
/// <param name="Values">The values that the page lists. If there are any, the member is an enum.</param>
/// <param name="InheritedFrom">The type from which the member is inherited according to its description, or
/// null.</param>
/// <param name="Presence">The guarantees from the resource's annotation.</param>
/// <param name="InJson">The type in the resource's JSON, if no value can have this type and the table's type; else
/// null.</param>
internal sealed record MemberDefinition(
    string Name,
    DocType Type,
    DocText? Summary,
    bool IsRequired = false,
    EquatableArray<EnumMemberDefinition> Values = default,
    string? Deprecation = null,
    string? InheritedFrom = null,
    MemberPresence Presence = default,
    DocType? InJson = null);
