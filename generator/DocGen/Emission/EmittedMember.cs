using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Emission;

/// <summary>A member that goes into JSON: a property of a class over a field and the field's state.</summary>
internal sealed record EmittedMember(string JsonName, string Name, TypeRef Type)
{
    public string Field => FieldName(Name);

    /// <summary>
    /// The field's type. An open enum is kept as the string that it is; dates and large integers that may be null in
    /// fewer bytes than .NET takes for them.
    /// </summary>
    public string FieldType => Type switch
    {
        { IsCollection: false, Kind: TypeKind.Enum } => TypeNames.Nullable(TypeRef.String),
        { IsCollection: false, Kind: TypeKind.DateTimeOffset } => TypeNames.Infrastructure + "PackedInstant",
        { IsCollection: false, Kind: TypeKind.Int64 } => TypeNames.Infrastructure + "PackedInt64",
        _ => TypeNames.Nullable(Type),
    };

    private bool IsEnum => Type is { Kind: TypeKind.Enum, IsCollection: false };

    /// <summary>The setter's body: keeps the value and that there is one.</summary>
    public string Assignment =>
        Field + " = " + ReservedNames.StatesField + ".Assign(" + (IsEnum ? "value?.Value" : "value") + ", "
            + MemberBits.Number(Name) + ")";

    public static string FieldName(string property) => "_" + char.ToLowerInvariant(property[0]) + property.Substring(1);
}
