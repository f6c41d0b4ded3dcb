namespace DocGen.Generator.Model;

/// <summary>The type of a value in the linked model.</summary>
/// <param name="Kind">The kind of a single value.</param>
/// <param name="Name">The name of the emitted class or enum, in the doc set's namespace; null for other kinds.</param>
/// <param name="Rank">0 for a single value, 1 for a collection, 2 for a collection of collections.</param>
internal readonly record struct TypeRef(TypeKind Kind, string? Name = null, int Rank = 0)
{
    public static TypeRef String => new(TypeKind.String);

    public bool IsCollection => Rank > 0;

    public TypeRef Element => this with { Rank = Rank - 1 };

    /// <summary>The type of a single value.</summary>
    public TypeRef Single => this with { Rank = 0 };

    public TypeRef ToCollection() => this with { Rank = Rank + 1 };

    /// <summary>
    /// The type in OData notation: <c>Collection(DriveItem)</c>. The default method of the record would call itself
    /// without end, for <see cref="Element"/>.
    /// </summary>
    public override string ToString() => Rank > 0 ? $"Collection({Element})" : Name ?? Kind.ToString();
}
