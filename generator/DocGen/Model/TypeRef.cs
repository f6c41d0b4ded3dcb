namespace DocGen.Generator.Model;

/// <summary>The type of a value in the linked model.</summary>
/// <param name="Kind">What one value is.</param>
/// <param name="Name">The emitted class's or enum's name, in the doc set's namespace; null for the other kinds.</param>
/// <param name="Rank">0 for a single value, 1 for a collection, 2 for a collection of collections.</param>
internal readonly record struct TypeRef(TypeKind Kind, string? Name = null, int Rank = 0)
{
    public static TypeRef String => new(TypeKind.String);

    public bool IsCollection => Rank > 0;

    public TypeRef Element => this with { Rank = Rank - 1 };

    /// <summary>One value of the same kind.</summary>
    public TypeRef Single => this with { Rank = 0 };

    public TypeRef ToCollection() => this with { Rank = Rank + 1 };

    /// <summary>As OData writes types: <c>Collection(DriveItem)</c>. A record's own would print <see cref="Element"/>
    /// without end.</summary>
    public override string ToString() => Rank > 0 ? $"Collection({Element})" : Name ?? Kind.ToString();
}
