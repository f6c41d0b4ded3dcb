namespace DocGen.Generator.Surface;

/// <summary>A member of a request.</summary>
/// <param name="WireName">As sent; empty for a whole body and for content.</param>
/// <param name="Type">As OData writes types, with class names for what is emitted:
/// <c>Collection(DriveItem)</c>.</param>
/// <param name="Name">The property of the request class.</param>
internal sealed record SurfaceMember(MemberPlace Place, string WireName, string Type, bool IsRequired, string Name);
