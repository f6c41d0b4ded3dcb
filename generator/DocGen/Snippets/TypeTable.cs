using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>The emitted types by name, with the members of each type and its base types.</summary>
/// <param name="find">Returns a <see cref="StructuredType"/> or <see cref="EnumType"/> by the name of its class, or
/// null.</param>
internal sealed class TypeTable(Func<string, object?> find)
{
    private readonly Dictionary<string, Dictionary<string, Property>> _members = new(StringComparer.Ordinal);

    public StructuredType? Resource(string name) => find(name) as StructuredType;

    public EnumType? Enum(string name) => find(name) as EnumType;

    /// <summary>
    /// Returns the members of a type by their names in JSON. A member hides a member of a base type with the same name.
    /// </summary>
    public IReadOnlyDictionary<string, Property> MembersOf(StructuredType type)
    {
        if (_members.TryGetValue(type.Name, out Dictionary<string, Property>? members))
            return members;
        members = new Dictionary<string, Property>(StringComparer.Ordinal);
        for (StructuredType? next = type; next is not null; next = next.Base is { } name ? Resource(name) : null)
        {
            // Content has a separate URL, and its member is not emitted.
            foreach (Property property in next.Properties.Where(property => property.Type.Kind != TypeKind.Stream))
            {
                if (!members.ContainsKey(property.JsonName))
                    members.Add(property.JsonName, property);
            }
        }

        _members.Add(type.Name, members);
        return members;
    }

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>
    /// Returns the derived class that an <c>@odata.type</c> annotation names (OData JSON Format 4.01, section 4.6.3),
    /// or null. If no qualified name matches, compares the unqualified name, because services move types to other
    /// namespaces.
    /// </summary>
    public StructuredType? Derived(StructuredType type, string odataName)
    {
        DerivedType? same = null;
        foreach (DerivedType derived in type.Derived)
        {
            if (derived.ODataName.Equals(odataName, StringComparison.OrdinalIgnoreCase))
                return Resource(derived.Name);
            if (same is null
                && LastPart(derived.ODataName).Equals(LastPart(odataName), StringComparison.OrdinalIgnoreCase))
                same = derived;
        }

        return same is { } one ? Resource(one.Name) : null;
    }
}
