using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A documented type with its final class, base and members.</summary>
/// <param name="members">The members without inherited members, in definition order.</param>
internal sealed class TypeSymbol(TypeDefinition definition, string className, TypeSymbol? parent, MemberTable members)
    : IEquatable<TypeSymbol>
{
    public TypeDefinition Definition { get; } = definition;

    /// <summary>The emitted class or enum.</summary>
    public string ClassName { get; } = className;

    public TypeSymbol? Base { get; } = parent;

    public MemberTable Members { get; } = members;

    /// <summary>The types that inherit from this type, sorted by name.</summary>
    public EquatableArray<DerivedType> Derived { get; private set; }

    public bool IsEnum => Definition.Enum is not null;

    public bool IsResource => Definition.Resource is not null;

    /// <summary>The type itself, its base, the base's base, and so on.</summary>
    public IEnumerable<TypeSymbol> WithBases
    {
        get
        {
            for (TypeSymbol? next = this; next is not null; next = next.Base)
                yield return next;
        }
    }

    /// <summary>Whether the type is a root: it has derived types, no base, and at most one member (a key).</summary>
    public bool IsRoot => Base is null && !Derived.IsEmpty && Members.Count <= 1;

    /// <summary>The topmost base that is not a root, or the type itself.</summary>
    public TypeSymbol Family => WithBases.Last(type => ReferenceEquals(type, this) || !type.IsRoot);

    /// <summary>Returns an own or inherited member by name, ignoring case, or null.</summary>
    public MemberDefinition? MemberOf(string name)
    {
        for (TypeSymbol? next = this; next is not null; next = next.Base)
        {
            if (next.Members[name] is { } member)
                return member;
        }

        return null;
    }

    /// <summary>Whether this type equals the other type or inherits from it.</summary>
    public bool Is(TypeSymbol other)
    {
        for (TypeSymbol? next = this; next is not null; next = next.Base)
        {
            if (ReferenceEquals(next, other))
                return true;
        }

        return false;
    }

    /// <summary>Sets the derived types. Called once for each type that has some, before any symbol is read.</summary>
    public void SetDerived(IEnumerable<TypeSymbol> derived) => Derived = derived
        .OrderBy(type => type.Definition.Name, StringComparer.Ordinal)
        .Select(type => new DerivedType(type.Definition.Name, type.ClassName)).ToEquatableArray();

    /// <summary>Whether both types lead to the same emitted code, if all other types are equal.</summary>
    public bool Equals(TypeSymbol? other)
    {
        if (other is null || !Definition.HasSamePages(other.Definition) || Derived != other.Derived
            || Definition.Origins != other.Definition.Origins)
            return false;
        TypeSymbol? mine = this;
        for (; mine is not null && other is not null; (mine, other) = (mine.Base, other.Base))
        {
            if (mine.ClassName != other.ClassName || mine.Definition.Name != other.Definition.Name
                || !mine.Members.Equals(other.Members)
                || !Equals(mine.Definition.Resource, other.Definition.Resource)
                || !Equals(mine.Definition.Enum, other.Definition.Enum))
            {
                return false;
            }
        }

        return mine is null && other is null;
    }

    public override bool Equals(object? obj) => Equals(obj as TypeSymbol);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ClassName);
}
