using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Emission;

/// <summary>A member that goes into JSON: a property of a class over a field and the field's state.</summary>
internal sealed record EmittedMember(string JsonName, string Name, TypeRef Type)
{
    public string Field => FieldName(Name);

    /// <summary>The field's type: an open enum is kept as the string that it is.</summary>
    public TypeRef FieldType => IsEnum ? TypeRef.String : Type;

    private bool IsEnum => Type is { Kind: TypeKind.Enum, IsCollection: false };

    /// <summary>The setter's body: keeps the value and that there is one.</summary>
    public string Assignment =>
        Field + " = " + ReservedNames.StatesField + ".Assign(" + (IsEnum ? "value?.Value" : "value") + ", " + MemberBits.Number(Name) + ")";

    public static string FieldName(string property) => "_" + char.ToLowerInvariant(property[0]) + property.Substring(1);
}
