namespace DocGen.Generator.Surface;

/// <summary>Where a thing of a surface is documented.</summary>
/// <param name="Name">An operation by group and method, a type or an enum by class.</param>
/// <param name="Anchor">The key of the thing on its page; empty for the page as a whole.</param>
internal sealed record SurfacePlace(string Name, string Page, string Anchor);
