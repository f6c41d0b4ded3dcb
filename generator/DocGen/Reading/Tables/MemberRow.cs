using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A row of a table of members, with the position of its cells.</summary>
internal sealed record MemberRow(MemberDefinition Member, RichText NameCell, bool HasType,
    RichText? Description = null);
