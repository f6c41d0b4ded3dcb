namespace DocGen.Generator.Surface;

/// <summary>A name on the wire and the C# name that it has in the client.</summary>
internal sealed record SurfaceName(string WireName, string Name);
