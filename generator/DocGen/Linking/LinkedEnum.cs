using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// An enum for the values that the docs list for a member, with its file and the page that lists the values.
/// </summary>
internal sealed record LinkedEnum(string File, string Page, EnumType Type);
