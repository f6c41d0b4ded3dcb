namespace DocGen.Generator.Model;

/// <summary>The kinds of value that the docs can name: the OData primitive types, and what pages define.</summary>
internal enum TypeKind
{
    String,
    Boolean,
    Byte,
    SByte,
    Int16,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    Guid,
    DateTimeOffset,
    Date,
    TimeOfDay,

    /// <summary>An ISO 8601 duration (<c>Edm.Duration</c>).</summary>
    Duration,

    /// <summary>Bytes, base64 in JSON.</summary>
    Binary,

    /// <summary>Content of its own URL, not part of the JSON (<c>Edm.Stream</c>).</summary>
    Stream,

    /// <summary>Any JSON value (<c>Edm.Untyped</c>, Json).</summary>
    Json,

    /// <summary>A JSON object whose members the docs do not describe.</summary>
    JsonObject,

    /// <summary>An entity by its address, which is a string in JSON (OData JSON Format 4.01, section 14).</summary>
    Reference,

    /// <summary>A class that is emitted; <see cref="TypeRef.Name"/> is its name.</summary>
    Resource,

    /// <summary>An open enum that is emitted; <see cref="TypeRef.Name"/> is its name.</summary>
    Enum,
}

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

    /// <summary>As OData writes types: <c>Collection(DriveItem)</c>. A record's own would print <see cref="Element"/> without end.</summary>
    public override string ToString() => Rank > 0 ? $"Collection({Element})" : Name ?? Kind.ToString();
}
