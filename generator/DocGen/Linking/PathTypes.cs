using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// Resolves the types of documented path parameters. Integers become 64-bit, whatever size is documented, GUIDs and
/// dates keep their type, and a list of values becomes an enum. Any other parameter is a string.
/// </summary>
internal sealed class PathTypes(TypeResolver types, PageModel page, string stem, string file)
{
    private readonly Dictionary<string, TypeRef?> _known = new(StringComparer.Ordinal);

    public EquatableArray<UrlTemplate> Of(IEnumerable<UrlTemplate> urls) => urls
        .Select(url => url.Parameters.Any(parameter => parameter.Described is not null)
            ? url with { Parameters = url.Parameters.Select(Typed).ToEquatableArray() } : url)
        .ToEquatableArray();

    private PathParameter Typed(PathParameter parameter)
    {
        if (parameter.Described is not { } described)
            return parameter;
        if (!_known.TryGetValue(parameter.WireName, out TypeRef? type))
            _known.Add(parameter.WireName, type = TypeOf(described));
        return parameter with { Described = null, Type = type };
    }

    private TypeRef? TypeOf(MemberDefinition described) => described.Type switch
    {
        { Rank: > 0 } => null,
        { Kind: TypeKind.String } when described.Values.Count > 1 =>
            types.EnumOf(file, page, stem, Identifiers.Pascal(described.Name), described, described.Values, null),
        { Kind: TypeKind.Byte or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 } => new TypeRef(TypeKind.Int64),
        { Kind: TypeKind.Guid or TypeKind.Date } type => new TypeRef(type.Kind),
        _ => null,
    };
}
