namespace DocGen.Generator.Model;

/// <summary>A JSON object: a typed resource, members of the request itself, or both in one object.</summary>
/// <param name="Resource">The resource member (<c>Body</c>, or a part's name), or null. Its type is a single resource
/// where there are members too; alone it may be any, such as a list or JSON.</param>
/// <param name="Members">Members of the request class that are written into the same object.</param>
/// <param name="IsPartialUpdate">PATCH: only what changed is written.</param>
internal sealed record JsonBody(BodyMember? Resource, EquatableArray<BodyMember> Members, bool IsPartialUpdate);
