using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>Creates the emitted enums.</summary>
internal static class EnumTypes
{
    public static EnumType Of(TypeSymbol type)
    {
        EnumDefinition definition = type.Definition.Enum!;
        var origin = new DocOrigin(type.Definition.Page.Path, definition.Heading);
        return Of(type.ClassName, definition.IsFlags, definition.Members, definition.Summary, origin,
            type.Definition.Name);
    }

    /// <param name="docName">The documented name, or null for an enum made from one member's values.</param>
    public static EnumType Of(
        string name, bool isFlags, EquatableArray<EnumMemberDefinition> members, DocText? summary, DocOrigin origin,
        string? docName = null)
    {
        var scope = new NameScope(ReservedNames.EnumMembers, name);
        return new EnumType(
            name, isFlags,
            members
                .Select(m => new EnumMember(m.Value, scope.Claim(Identifiers.Pascal(m.Value, "Empty"), "Value"),
                    m.Summary)).ToEquatableArray(),
            summary, EquatableArray.Of(origin), docName);
    }
}
