namespace DocGen.Generator.Model;

/// <summary>A type that a few words and a link may mean a resource to inherit from, in whatever language: its members
/// decide.</summary>
/// <param name="Members">The members whose descriptions end so; none where the page's introduction does.</param>
/// <param name="Words">The few words: where they say so on some pages, they do on all.</param>
internal sealed record HintedAncestor(string Name, EquatableArray<string> Members, string Words);
