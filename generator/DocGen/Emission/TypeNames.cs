using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Emission;

/// <summary>Writes the C# names of types, and the calls that read and write their values.</summary>
internal static class TypeNames
{
    public const string Runtime = "global::DocGen.";
    public const string Infrastructure = "global::DocGen.Infrastructure.";
    public const string JsonRead = Infrastructure + "JsonRead.";
    public const string JsonWrite = Infrastructure + "JsonWrite.";
    public const string Reader = Infrastructure + "ResourceReader";
    public const string Writer = Infrastructure + "ResourceWriter";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Task = "global::System.Threading.Tasks.Task";

    public const string Collections = "global::System.Collections.Generic.";

    /// <summary>Returns the type without a question mark.</summary>
    public static string Of(TypeRef type) => type.IsCollection
        ? Collections + "IList<" + Of(type.Element) + ">"
        : type.Kind switch
        {
            TypeKind.String => "string",
            TypeKind.Boolean => "bool",
            TypeKind.Byte => "byte",
            TypeKind.SByte => "sbyte",
            TypeKind.Int16 => "short",
            TypeKind.Int32 => "int",
            TypeKind.Int64 => "long",
            // Services send more digits for an Edm.Single than a float can keep.
            TypeKind.Single or TypeKind.Double => "double",
            TypeKind.Decimal => "decimal",
            TypeKind.Guid => "global::System.Guid",
            TypeKind.DateTimeOffset => "global::System.DateTimeOffset",
            TypeKind.Date => "global::System.DateOnly",
            TypeKind.TimeOfDay => "global::System.TimeOnly",
            TypeKind.Duration => "global::System.TimeSpan",
            TypeKind.Binary => "byte[]",
            TypeKind.Stream => "global::System.IO.Stream",
            TypeKind.Reference => Runtime + "EntityReference",
            TypeKind.File => Runtime + "FormFile",
            TypeKind.JsonObject => "global::System.Text.Json.Nodes.JsonObject",
            TypeKind.Resource or TypeKind.Enum => type.Name!,
            _ => "global::System.Text.Json.Nodes.JsonNode",
        };

    public static string Nullable(TypeRef type) => Of(type) + "?";

    public static bool IsValueType(TypeRef type) => !type.IsCollection && type.Kind
        is not (TypeKind.String or TypeKind.Binary or TypeKind.Stream or TypeKind.File)
        and not (TypeKind.Json or TypeKind.JsonObject or TypeKind.Reference or TypeKind.Resource);

    /// <summary>Returns a call that reads a member's value and marks the member as present.</summary>
    public static Call Read(EmittedMember member)
    {
        TypeRef type = member.Type;
        string[] items = type.Rank > 1 ? [ItemReader(type.Element)] : [];
        return new Call(
            "reader." + Method(type, "Read"),
            ["out " + member.Field, .. items, "ref " + ReservedNames.StatesField, MemberBits.Number(member.Name)]);
    }

    /// <summary>Returns a <c>JsonItemReader&lt;T&gt;</c> for values that cannot be null, such as list items.</summary>
    public static string ItemReader(TypeRef type) => type.IsCollection
        ? "static (ref " + Reader + " item) => " + JsonRead + "Collection(ref item, " + ItemReader(type.Element) + ")"
        : JsonRead + ItemMethod(type) + "<" + Of(type) + ">";

    /// <summary>Returns a <c>JsonItemWriter&lt;T&gt;</c> for the items of a collection.</summary>
    public static string ItemWriter(TypeRef type) => type.IsCollection
        ? "static (writer, list) => " + JsonWrite + "Collection(writer, list, " + ItemWriter(type.Element) + ")"
        : JsonWrite + ItemMethod(type);

    /// <summary>Returns a call that writes a member if its state requires it.</summary>
    public static Call Write(EmittedMember member)
    {
        TypeRef type = member.Type;
        string[] items = type.Rank > 1 ? [ItemWriter(type.Element)] : [];
        return new Call(
            "writer." + Method(type, "Write"),
            [
                CSharpText.JsonNameLiteral(member.JsonName), member.Field, .. items,
                ReservedNames.StatesField, MemberBits.Number(member.Name),
            ]);
    }

    /// <summary>Whether a value can change in place. A shallow copy would share such a change.</summary>
    public static bool IsMutable(TypeRef type) => type.IsCollection
        || type.Kind is TypeKind.Resource or TypeKind.Json or TypeKind.JsonObject or TypeKind.Binary;

    private static string ItemMethod(TypeRef type) =>
        type.Kind is TypeKind.Resource or TypeKind.Enum ? type.Kind.ToString() : "Value";

    // Item types that read and write themselves share one overloaded method.
    private static string Method(TypeRef type, string simple) => type switch
    {
        { Rank: > 1 } or { Rank: 1, Kind: TypeKind.Resource } => "Collection",
        { Rank: 1, Kind: not TypeKind.Enum } => "Values",
        { Kind: TypeKind.Resource } => "Resource",
        _ => simple,
    };
}
