using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>How types are written in a doc set's files, and how their values are read, written and copied.</summary>
/// <param name="rootNamespace">The doc set's namespace, empty for the global one.</param>
internal sealed class TypeNames(string rootNamespace)
{
    public const string Runtime = "global::DocGen.";
    public const string Infrastructure = "global::DocGen.Infrastructure.";
    public const string JsonReader = "global::System.Text.Json.Utf8JsonReader";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Task = "global::System.Threading.Tasks.Task";

    public const string Collections = "global::System.Collections.Generic.";

    /// <summary>The type without a question mark.</summary>
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
            TypeKind.Single => "float",
            TypeKind.Double => "double",
            TypeKind.Decimal => "decimal",
            TypeKind.Guid => "global::System.Guid",
            TypeKind.DateTimeOffset => "global::System.DateTimeOffset",
            TypeKind.Date => "global::System.DateOnly",
            TypeKind.TimeOfDay => "global::System.TimeOnly",
            TypeKind.Duration => "global::System.TimeSpan",
            TypeKind.Binary => "byte[]",
            TypeKind.Stream => "global::System.IO.Stream",
            TypeKind.JsonObject => "global::System.Text.Json.Nodes.JsonObject",
            TypeKind.Resource or TypeKind.Enum => type.Name!,
            _ => "global::System.Text.Json.Nodes.JsonNode",
        };

    public static string Nullable(TypeRef type) => Of(type) + "?";

    public static bool IsValueType(TypeRef type) => !type.IsCollection && type.Kind
        is not (TypeKind.String or TypeKind.Binary or TypeKind.Stream)
        and not (TypeKind.Json or TypeKind.JsonObject or TypeKind.Resource);

    /// <summary>
    /// An emitted class or enum where an expression stands. A simple name could be taken for a member of the same name
    /// there; where only a type can stand it can't.
    /// </summary>
    public string InExpression(string name) => rootNamespace.Length == 0
        ? "global::" + name
        : "global::" + CSharpText.QualifiedName(rootNamespace) + "." + name;

    /// <summary>A call that reads a value, null included, from the reader of the given name.</summary>
    public Call Read(TypeRef type, string reader) => type switch
    {
        { IsCollection: true } =>
            new Call(Infrastructure + "JsonRead.Collection", "ref " + reader, ItemReader(type.Element)),
        { Kind: TypeKind.Resource or TypeKind.Enum } =>
            new Call(InExpression(type.Name!) + ".ReadJson", "ref " + reader),
        _ => new Call(JsonMethod("JsonRead", type.Kind), "ref " + reader),
    };

    /// <summary>A <c>JsonItemReader&lt;T&gt;</c> for values where null has no place, such as list items.</summary>
    public string ItemReader(TypeRef type)
    {
        if (type.IsCollection || IsValueType(type))
        {
            string item = type.Rank == 0 ? "item" : "list";
            string read = Read(type, item).ToString();
            if (!type.IsCollection)
                read = Infrastructure + "JsonRead.NotNull(" + read + ")";
            return "static (ref " + JsonReader + " " + item + ") => " + read;
        }

        return type.Kind == TypeKind.Resource
            ? InExpression(type.Name!) + ".ReadJson"
            : JsonMethod("JsonRead", type.Kind);
    }

    /// <summary>A <c>JsonItemWriter&lt;T&gt;</c> for the items of a collection.</summary>
    public static string ItemWriter(TypeRef type) => type.IsCollection
        ? "static (writer, list) => "
            + Infrastructure + "JsonWrite.Collection(writer, list, " + ItemWriter(type.Element) + ")"
        : JsonMethod("JsonWrite", type.Kind);

    /// <summary>A call that writes a member, if its state says so.</summary>
    public static Call Write(JsonMember member)
    {
        string method = member.Type switch
        {
            { IsCollection: true } => "Collection",
            { Kind: TypeKind.Resource } => "Resource",
            { Kind: TypeKind.Enum } => "Enum",
            _ => "Write",
        };
        string[] items = member.Type.IsCollection ? [ItemWriter(member.Type.Element)] : [];
        return new Call(
            "writer." + method,
            [
                CSharpText.Utf8Literal(member.JsonName), member.Field, .. items,
                "in " + member.State.Field, CSharpText.Number(member.State.Index),
            ]);
    }

    /// <summary>An expression for a copy that shares nothing, or null where assignment is one already.</summary>
    public static string? Copy(TypeRef type, string field) => type switch
    {
        { IsCollection: true } => Infrastructure + "CloneOf.Collection(" + field + ")",
        { Kind: TypeKind.Resource } => Infrastructure + "CloneOf.Resource(" + field + ")",
        { Kind: TypeKind.Json or TypeKind.JsonObject } => Infrastructure + "CloneOf.Json(" + field + ")",
        { Kind: TypeKind.Binary } => Infrastructure + "CloneOf.Binary(" + field + ")",
        _ => null,
    };

    private static string JsonMethod(string helper, TypeKind kind) => Infrastructure + helper + "." + kind;
}
