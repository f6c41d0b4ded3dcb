namespace DocGen.Generator.Surface;

/// <summary>A name on the wire and its C# name in the client.</summary>
internal sealed record SurfaceName(string WireName, string Name);
