namespace DocGen.Generator.Surface;

/// <summary>A member of a type.</summary>
/// <param name="WireName">Its name in JSON.</param>
/// <param name="Type">As OData writes types, with class names for what is emitted:
/// <c>Collection(DriveItem)</c>.</param>
/// <param name="Name">The C# property.</param>
/// <param name="Deprecation">What the docs say. A surface file does not have it.</param>
internal sealed record SurfaceProperty(string WireName, string Type, string Name, string? Deprecation = null);
