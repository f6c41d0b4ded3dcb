using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>One operation: a verb, the URLs that it can be called by, what it sends and what it answers.</summary>
/// <param name="Group">The property of the client, such as <c>DriveItems</c>.</param>
/// <param name="Method">The method without <c>Async</c>.</param>
/// <param name="RequestClass">The class of its requests, such as <c>DriveItemCopyRequest</c>.</param>
/// <param name="ResponseClass">The class of its responses, or null where the runtime's own type is enough.</param>
/// <param name="Encoding">The media type of a body that is no JSON object: a form or parts; null otherwise.</param>
/// <param name="Members">What a request sends beside its URL, in the order of places and names on the wire.</param>
/// <param name="Permissions">The rows of the table of permissions. A surface file does not have them.</param>
/// <param name="Deprecation">What the docs say. A surface file does not have it.</param>
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
    /// <summary>The class of the group, where it is not the one that follows from the group's name.</summary>
    public string? GroupClass { get; init; }

    /// <summary>The C# name that people know the operation by, such as <c>DriveItems.Copy</c>.</summary>
    public string Name => Group + "." + Method;
}
