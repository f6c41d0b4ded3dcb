namespace DocGen.Generator.Model;

/// <summary>
/// A possible base type of a resource: a link after a few words, in any language. Linking decides by comparing members.
/// </summary>
/// <param name="Members">The members whose descriptions end in the link; empty if the page's introduction does.</param>
/// <param name="Words">The words before the link. If they introduce ancestors on some pages, they do on all.</param>
internal sealed record HintedAncestor(string Name, EquatableArray<string> Members, string Words);
