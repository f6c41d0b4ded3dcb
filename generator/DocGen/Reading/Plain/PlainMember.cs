using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A parameter or member that a table or a list describes.</summary>
/// <param name="HasType">The page says its type; else it is what the words or JSON show.</param>
internal sealed record PlainMember(MemberDefinition Member, bool HasType, int Start, int End)
{
    public string Name => Member.Name;
}
