namespace DocGen.Generator.Model;

/// <summary>
/// A possible base type of a resource: a link after a short phrase, in any language. The linking stage compares members
/// to decide whether it is a base type.
/// </summary>
/// <param name="Members">The members whose descriptions end in the link; empty if the link is in the page's
/// introduction.</param>
/// <param name="Words">The phrase before the link. A phrase that introduces base types on enough pages is trusted on
/// all pages.</param>
internal sealed record HintedAncestor(string Name, EquatableArray<string> Members, string Words);
