using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>What a resource's type came to.</summary>
/// <param name="Parts">What it is made of; nothing where it can't be repeated.</param>
internal sealed record TypeMemo(object[] Parts, Journal Journal, StructuredType Type);
