using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// Keeps the shape of a JSON body. Members of the request stay members if the docs now have a type for them, and a
/// typed body stays typed if the docs now have members. The wire format is the same in both shapes.
/// </summary>
internal static class PinnedBody
{
    /// <summary>
    /// Returns the class that replaced the members of a body, or that the members replaced. Null if the body has the
    /// same shape as in the file.
    /// </summary>
    public static string? TypeToCompare(PinnedOperation operation, PinnedClasses classes)
    {
        if (operation.Pin is not { } pin || operation.Operation.Body is not RequestBody.Json json)
            return null;
        SurfaceMember? whole = WholeOf(pin);
        if (whole is null && json.Resource is { Type.Name: { } sent })
            return classes[sent];
        return whole is not null && json.Resource is null ? whole.Type : null;
    }

    /// <param name="types">Returns an emitted class by its name.</param>
    public static RequestBody? Of(RequestBody? body, SurfaceOperation pin, Func<string, StructuredType?> types)
    {
        if (body is not RequestBody.Json json)
            return body;
        SurfaceMember? whole = WholeOf(pin);
        SurfaceMember[] members = [.. pin.Members.Where(member => member.Place == MemberPlace.Member)];
        if (whole is null && members.Length > 0 && json.Resource is { Type: { Kind: TypeKind.Resource, Rank: 0 } sent })
            return Flattened(json, [.. WithBases(sent.Name!, types)], members) ?? json;
        if (whole is not null && json.Resource is null && types(whole.Type) is { } type)
            return Joined(json, whole, [.. WithBases(type.Name, types)], members) ?? json;
        return json;
    }

    private static SurfaceMember? WholeOf(SurfaceOperation pin) =>
        pin.Members.FirstOrDefault(member => member.Place == MemberPlace.Body && member.WireName.Length == 0);

    /// <summary>
    /// Returns the members of a typed body as the request members in the file; null if the type lacks a member.
    /// </summary>
    private static RequestBody.Json? Flattened(RequestBody.Json json, StructuredType[] type, SurfaceMember[] members)
    {
        var flat = new List<BodyMember>(json.Members);
        foreach (SurfaceMember member in members.Where(
            member => flat.TrueForAll(one => one.JsonName != member.WireName)))
        {
            if (type.SelectMany(one => one.Properties)
                .FirstOrDefault(one => one.JsonName == member.WireName) is not { } property)
                return null;
            flat.Add(new BodyMember(property.JsonName, property.Name, property.Type, IsRequired: false,
                property.Summary));
        }

        return json with
        {
            Resource = null,
            NamesType = false,
            Members = flat.OrderBy(member => member.Name, StringComparer.Ordinal).ToEquatableArray()
        };
    }

    /// <summary>
    /// Returns the request members as a typed body; null if a member is neither in the type nor listed in the file
    /// separately from the body.
    /// </summary>
    private static RequestBody.Json? Joined(RequestBody.Json json, SurfaceMember whole, StructuredType[] type,
        SurfaceMember[] beside)
    {
        bool IsTypes(BodyMember member) =>
            Array.Exists(type, one => one.Properties.Any(property => property.JsonName == member.JsonName));
        bool IsBeside(BodyMember member) =>
            member.Constant is not null || Array.Exists(beside, one => one.WireName == member.JsonName);
        if (!json.Members.All(member => IsTypes(member) || IsBeside(member)))
            return null;
        return json with
        {
            Resource = new BodyMember("", whole.Name, new TypeRef(TypeKind.Resource, type[0].Name), whole.IsRequired,
                null),
            Members = json.Members.Where(member => !IsTypes(member) || IsBeside(member)).ToEquatableArray(),
        };
    }

    private static IEnumerable<StructuredType> WithBases(string name, Func<string, StructuredType?> types)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (StructuredType? next = types(name); next is not null
            && seen.Add(next.Name); next = next.Base is { } parent ? types(parent) : null)
            yield return next;
    }
}
