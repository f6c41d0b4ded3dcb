namespace DocGen.Generator.Surface;

/// <summary>The place where an element of a surface is documented.</summary>
/// <param name="Name">An operation by group and method, a type or an enum by class.</param>
/// <param name="Anchor">The key of the element on its page; empty for the whole page.</param>
internal sealed record SurfacePlace(string Name, string Page, string Anchor);
