using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Generator.Linking;

/// <summary>One type among the <see cref="TypeFacts"/>. That it is the very same object says that the type has not changed.</summary>
internal sealed class TypeFact(TypeEntry type, TypeFact? parent)
{
    private readonly DocOrigin[] _origins = [.. type.Origins];
    private readonly int _defined = type.DefinedMembers;

    public string Name { get; } = type.Name;

    public string ClassName { get; } = type.ClassName;

    public PageModel Page { get; } = type.Page;

    public ResourceDefinition? Resource { get; } = type.Resource;

    public EnumDefinition? Enum { get; } = type.Enum;

    public TypeFact? Base { get; } = parent;

    /// <summary>Its own members, by name without case.</summary>
    public IReadOnlyDictionary<string, MemberDefinition> Members { get; } = type.ByName;

    /// <summary>Whether the type, or a base of it, has a member of the name.</summary>
    public bool Has(string member)
    {
        for (TypeFact? next = this; next is not null; next = next.Base)
        {
            if (next.Members.ContainsKey(member))
                return true;
        }

        return false;
    }

    public bool IsOf(TypeEntry entry, TypeFact? above) =>
        ReferenceEquals(Base, above) && ReferenceEquals(Page, entry.Page) && ReferenceEquals(Resource, entry.Resource)
        && Name == entry.Name && ClassName == entry.ClassName && Equals(Enum, entry.Enum)
        && _defined == entry.DefinedMembers && (ReferenceEquals(Members, entry.ByName) || Members.Values.SequenceEqual(entry.Members))
        && (_origins.Length == 1 ? entry.Origins.Count == 1 : _origins.SequenceEqual(entry.Origins));
}
