using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A type while it is put together: what pages define by one name, or the placeholder for what they only mention.</summary>
/// <param name="members">So many members it has at least.</param>
internal sealed class TypeEntry(string name, PageModel page, int members = 0)
{
    public string Name { get; } = name;

    /// <summary>The name without its namespace.</summary>
    public string LastPart { get; } = TypeIndex.LastPart(name);

    public PageModel Page { get; } = page;

    public string ClassName { get; set; } = "";

    public ResourceDefinition? Resource { get; init; }

    public EnumDefinition? Enum { get; set; }

    public bool IsPlaceholder { get; init; }

    /// <summary>What a placeholder's name may have been meant to be.</summary>
    public string? Suggestion { get; set; }

    public TypeEntry? Base { get; set; }

    /// <summary>Its base, that one's base, and so on.</summary>
    public IEnumerable<TypeEntry> Bases
    {
        get
        {
            for (TypeEntry? next = Base; next is not null; next = next.Base)
                yield return next;
        }
    }

    public IEnumerable<TypeEntry> WithBases => Bases.Prepend(this);

    /// <summary>Whether it is the other, or inherits from it.</summary>
    public bool Is(TypeEntry other)
    {
        for (TypeEntry? next = this; next is not null; next = next.Base)
        {
            if (next == other)
                return true;
        }

        return false;
    }

    /// <summary>A member, its own or inherited, by name without case.</summary>
    public MemberDefinition? MemberOf(string name)
    {
        for (TypeEntry? next = this; next is not null; next = next.Base)
        {
            if (next.Members.TryGetValue(name, out MemberDefinition? member))
                return member;
        }

        return null;
    }

    public List<TypeEntry> Derived { get; } = [];

    private HashSet<string>? _values;

    /// <summary>The enum's values, without regard to case.</summary>
    private HashSet<string> Values => _values ??= new HashSet<string>(Enum!.Members.Select(m => m.Value), StringComparer.OrdinalIgnoreCase);

    public bool HasValues(EquatableArray<EnumMemberDefinition> values)
    {
        foreach (EnumMemberDefinition value in values)
        {
            if (!Values.Contains(value.Value))
                return false;
        }

        return true;
    }

    /// <summary>A table lists the enum's values, and not a description alone.</summary>
    public bool HasTable { get; init; }

    /// <summary>Values that another place lists are values too; gives those that were not known.</summary>
    public string[] AddValues(EquatableArray<EnumMemberDefinition> values)
    {
        if (Enum is not { } definition)
            return [];
        EnumMemberDefinition[] more = [.. values.Where(v => Values.Add(v.Value))];
        if (more.Length > 0)
            Enum = definition with { Members = definition.Members.Concat(more).ToEquatableArray() };
        return [.. more.Select(v => v.Value)];
    }

    /// <summary>By name without case, in the order of the page.</summary>
    public Dictionary<string, MemberDefinition> Members { get; } = new(members, StringComparer.OrdinalIgnoreCase);

    public List<DocOrigin> Origins { get; } = [new DocOrigin(page.Path, null)];
}
