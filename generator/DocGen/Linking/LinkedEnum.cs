using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The enum of values that a member lists, the file that it belongs into, and the page that lists
/// them.</summary>
internal sealed record LinkedEnum(string File, string Page, EnumType Type);
