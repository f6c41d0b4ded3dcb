namespace DocGen.Generator.Surface;

/// <summary>A thing in one surface.</summary>
/// <param name="Owner">The C# name of its operation, such as <c>DriveItems.Copy</c>, or its class; empty for the
/// service root.</param>
/// <param name="Name">Its name on the wire below the owner: a URL, an option, a status, a property; empty for the owner
/// itself.</param>
internal readonly record struct SurfaceThing(ThingKind Kind, string Owner, string Name = "");
