using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>
/// Where a class keeps whether a member was read or assigned: a bit of a <c>MemberStates</c> field, each of which holds
/// 16 members.
/// </summary>
internal readonly record struct MemberState(int Ordinal)
{
    private const int WordSize = 16;

    public string Field => FieldOf(Ordinal / WordSize);

    public int Index => Ordinal % WordSize;

    public static IEnumerable<string> Fields(int members)
    {
        for (int word = 0; word * WordSize < members; word++)
            yield return FieldOf(word);
    }

    private static string FieldOf(int word) =>
        ReservedNames.StatesField + (word == 0 ? "" : CSharpText.Number(word + 1));
}

/// <summary>A member that goes into JSON: a property of a class over a field and the field's state.</summary>
internal sealed record JsonMember(string JsonName, string Name, TypeRef Type, MemberState State)
{
    public string Field => FieldName(Name);

    /// <summary>The field's type: an open enum is kept as the string that it is.</summary>
    public TypeRef FieldType => IsEnum ? TypeRef.String : Type;

    private bool IsEnum => Type is { Kind: TypeKind.Enum, IsCollection: false };

    /// <summary>The setter's body: keeps the value and that there is one.</summary>
    public string Assignment => Field + " = " + State.Field + ".Assign(" + (IsEnum ? "value?.Value" : "value") + ", " + CSharpText.Number(State.Index) + ")";

    public static string FieldName(string property) => "_" + char.ToLowerInvariant(property[0]) + property.Substring(1);
}
