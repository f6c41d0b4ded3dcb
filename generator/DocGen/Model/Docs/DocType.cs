using DocGen.Generator.Json;

namespace DocGen.Generator.Model;

/// <summary>A type as written on a page.</summary>
/// <param name="Kind"><see cref="TypeKind.Resource"/> for a name, which the linking stage resolves to a class or an
/// enum.</param>
/// <param name="Name">The name as written, including any namespace, for named types.</param>
/// <param name="Shape">The members of an unnamed JSON object.</param>
/// <param name="Others">Further types of the value, for example B in "A or B".</param>
/// <param name="Page">The page to which the name links, or null.</param>
/// <param name="IsWord">Whether the name may be a word for a type in another language. The linking stage learns the
/// meaning from all pages.</param>
/// <param name="Shown">The type of the member's value in the JSON, if the name is a word; else null.</param>
internal sealed record DocType(
    TypeKind Kind, string? Name = null, int Rank = 0, Shape? Shape = null, EquatableArray<string> Others = default,
    string? Page = null,
    bool IsWord = false, DocType? Shown = null)
{
    // Most members use a few of these types, so each is created once.
    private static readonly DocType[][] Plain =
        [.. Enum.GetValues(typeof(TypeKind)).Cast<TypeKind>()
            .Select(kind => Enumerable.Range(0, Limits.ListRank + 1)
                .Select(rank => new DocType(kind, null, rank)).ToArray())];

    public static DocType String => Of(TypeKind.String);

    /// <summary>
    /// Whether no JSON value can have both types: a list is not a single value, and text is not a number. A named type
    /// can be an enum or a resource, so it excludes neither text nor objects.
    /// </summary>
    public bool Excludes(DocType other)
    {
        if (this == Of(TypeKind.Json) || other == Of(TypeKind.Json))
            return false;
        return Rank == 0 && other.Rank == 0
            ? FormOf(this) is { } form && FormOf(other) is { } second && form != second
            : Rank > 0 != other.Rank > 0;
    }

    /// <summary>Returns the JSON kind of a single value, or null if the type allows several kinds.</summary>
    private static TypeKind? FormOf(DocType type) => type.Kind switch
    {
        TypeKind.Resource => type.Shape is null ? null : TypeKind.JsonObject,
        TypeKind.Boolean or TypeKind.JsonObject => type.Kind,
        TypeKind.Byte or TypeKind.SByte
            or TypeKind.Int16 or TypeKind.Int32
            or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal => TypeKind.Double,
        TypeKind.String or TypeKind.Guid
            or TypeKind.DateTimeOffset or TypeKind.Date or TypeKind.TimeOfDay or TypeKind.Duration or TypeKind.Binary =>
            TypeKind.String,
        _ => null,
    };

    public bool IsNamed => Kind == TypeKind.Resource && Name is not null;

    /// <summary>
    /// Returns a collection of this type. If this type already has the maximum rank, which no service exceeds, returns
    /// the type for any JSON.
    /// </summary>
    public DocType ToCollection() =>
        Rank == Limits.ListRank
            ? Of(TypeKind.Json)
            : ReferenceEquals(this, Plain[(int)Kind][Rank]) ? Plain[(int)Kind][Rank + 1]
            : this with { Rank = Rank + 1 };

    public static DocType Of(TypeKind kind) => Plain[(int)kind][0];

    public static DocType Named(string name, string? page = null) =>
        new(TypeKind.Resource, StringPool.Get(name), Page: page);

    public static DocType Word(string words) => new(TypeKind.Resource, words, IsWord: true);

    public static DocType Of(Shape shape) =>
        new(shape.Members.IsEmpty ? TypeKind.JsonObject : TypeKind.Resource, null, 0, shape);
}
