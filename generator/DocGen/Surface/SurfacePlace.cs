namespace DocGen.Generator.Surface;

/// <summary>The page and position that document an element of a surface.</summary>
/// <param name="Name">The group and method of an operation, or the class of a type or an enum.</param>
/// <param name="Anchor">The key of the element on its page; empty for the whole page.</param>
internal sealed record SurfacePlace(string Name, string Page, string Anchor);
