using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes what goes into the query, the headers and a function's arguments.</summary>
internal static class OptionCode
{
    private const string Required = TypeNames.Infrastructure + "Required.NotNull";

    /// <summary>A type with a textual form: a kind without one is a string, and there are no lists of lists.</summary>
    public static TypeRef TypeOf(TypeRef type) => type.Kind
        is TypeKind.Binary or TypeKind.Stream or TypeKind.Json or TypeKind.JsonObject or TypeKind.Resource
        ? new TypeRef(TypeKind.String, Rank: Math.Min(type.Rank, 1))
        : type with { Rank = Math.Min(type.Rank, 1) };

    /// <summary>An expression that fails, naming the member, where it is null.</summary>
    public static string NotNull(string member) => NotNullCall(member).ToString();

    private static Call NotNullCall(string member) => new(Required, member, "nameof(" + member + ")");

    public static void Write(CodeWriter writer, IEnumerable<OptionParameter> options, OptionLocation location)
    {
        OptionParameter[] here = [.. options.Where(option => option.Location == location)];
        if (here.Length == 0)
            return;

        (string method, string type, string target) = location switch
        {
            OptionLocation.Query => ("WriteQuery", "QueryWriter", "query"),
            OptionLocation.Header => ("WriteHeaders", "HeaderWriter", "headers"),
            _ => ("WriteFunctionArguments", "FunctionArgumentWriter", "arguments"),
        };
        IEnumerable<Call> checks = here.Where(option => option.IsRequired).Select(option => NotNullCall(option.Name));
        MemberEmitter.Method(
            writer,
            "protected override void " + method + "(" + TypeNames.Infrastructure + type + " " + target + ")",
            [.. checks, .. here.Select(option => new Call(target + Adder(option), CSharpText.Literal(option.WireName), option.Name))]);
    }

    /// <summary>A list whose name ends in brackets repeats its key: <c>ids[]=1&amp;ids[]=2</c>.</summary>
    private static string Adder(OptionParameter option) =>
        option is { Location: OptionLocation.Query, Type.IsCollection: true } && option.WireName.EndsWith("[]", StringComparison.Ordinal) ? ".AddEach" : ".Add";
}
