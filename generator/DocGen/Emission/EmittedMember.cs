using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Emission;

/// <summary>A member that is serialized to JSON: a property of a class, its field and the field's state.</summary>
internal sealed record EmittedMember(string JsonName, string Name, TypeRef Type)
{
    public string Field => FieldName(Name);

    /// <summary>
    /// The field's type. An open enum is stored as its string. Nullable dates and 64-bit integers are stored in types
    /// that need fewer bytes than those of .NET.
    /// </summary>
    public string FieldType => Type switch
    {
        { IsCollection: false, Kind: TypeKind.Enum } => TypeNames.Nullable(TypeRef.String),
        { IsCollection: false, Kind: TypeKind.DateTimeOffset } => TypeNames.Infrastructure + "PackedInstant",
        { IsCollection: false, Kind: TypeKind.Int64 } => TypeNames.Infrastructure + "PackedInt64",
        _ => TypeNames.Nullable(Type),
    };

    private bool IsEnum => Type is { Kind: TypeKind.Enum, IsCollection: false };

    /// <summary>The setter's body: stores the value and marks the member as assigned.</summary>
    public string Assignment =>
        Field + " = " + ReservedNames.StatesField + ".Assign(" + (IsEnum ? "value?.Value" : "value") + ", "
            + MemberBits.Number(Name) + ")";

    public static string FieldName(string property) => "_" + char.ToLowerInvariant(property[0]) + property.Substring(1);
}
