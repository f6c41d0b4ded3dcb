namespace DocGen.Generator.Surface;

/// <summary>A member of a request.</summary>
/// <param name="WireName">The name as sent; empty for a whole body and for content.</param>
/// <param name="Type">The type in OData's notation, with the class names of emitted types:
/// <c>Collection(DriveItem)</c>.</param>
/// <param name="Name">The property of the request class.</param>
internal sealed record SurfaceMember(MemberPlace Place, string WireName, string Type, bool IsRequired, string Name);
