namespace DocGen.Generator.Model;

/// <summary>A property, parameter, option or header as a page defines it.</summary>
/// <param name="Values">The values the page lists for it, which make it an enum.</param>
/// <param name="InheritedFrom">The type that its description says it is inherited from, or null.</param>
/// <param name="Presence">What its resource's annotation promises of it.</param>
/// <param name="InJson">What its resource's JSON says, where no value is of that type and of the table's; else
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
