using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// An enum made from the values that a member lists, with its file and the page that lists the values.
/// </summary>
internal sealed record LinkedEnum(string File, string Page, EnumType Type);
