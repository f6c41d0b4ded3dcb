using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>One operation: a verb, its URLs, its request members and its response.</summary>
/// <param name="Group">The property of the client, such as <c>DriveItems</c>.</param>
/// <param name="Method">The method without <c>Async</c>.</param>
/// <param name="RequestClass">The class of its requests, such as <c>DriveItemCopyRequest</c>.</param>
/// <param name="ResponseClass">The class of its responses; null if the runtime's type is used.</param>
/// <param name="Encoding">The media type of a form or multipart body; otherwise null.</param>
/// <param name="Members">The parts of a request other than its URL, sorted by location and wire name.</param>
/// <param name="Permissions">The rows of the permissions table. Empty in a surface file.</param>
/// <param name="Deprecation">The deprecation in the docs. Null in a surface file.</param>
internal sealed record SurfaceOperation(
    string HttpMethod,
    string Group,
    string Method,
    string RequestClass,
    string? ResponseClass,
    EquatableArray<SurfaceUrl> Urls,
    string? Encoding,
    EquatableArray<SurfaceMember> Members,
    SurfaceAnswer Answer,
    EquatableArray<Permission> Permissions = default,
    string? Deprecation = null)
{
    /// <summary>The class of the group, if it does not follow from the group's name.</summary>
    public string? GroupClass { get; init; }

    /// <summary>The C# name that messages use, such as <c>DriveItems.Copy</c>.</summary>
    public string Name => Group + "." + Method;
}
