namespace DocGen.Generator.Surface;

/// <summary>An element of one surface.</summary>
/// <param name="Owner">The C# name of its operation, such as <c>DriveItems.Copy</c>, or its class; empty for the
/// service root.</param>
/// <param name="Name">Its wire name below the owner: a URL, an option, a status, a property; empty for the owner
/// itself.</param>
internal readonly record struct SurfaceElement(SurfaceElementKind Kind, string Owner, string Name = "");
