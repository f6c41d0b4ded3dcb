namespace DocGen.Generator.Surface;

/// <summary>A member of a type.</summary>
/// <param name="WireName">Its name in JSON.</param>
/// <param name="Type">The type in OData's notation, with the class names of emitted types:
/// <c>Collection(DriveItem)</c>.</param>
/// <param name="Name">The C# property.</param>
/// <param name="Deprecation">The deprecation in the docs. Null in a surface file.</param>
internal sealed record SurfaceProperty(string WireName, string Type, string Name, string? Deprecation = null);
