using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes query options, headers and function arguments.</summary>
internal static class OptionCode
{
    private const string Required = TypeNames.Infrastructure + "Required.NotNull";

    /// <summary>
    /// Returns an option's type. A kind without a textual form becomes a string, and a list of lists becomes a list.
    /// </summary>
    public static TypeRef TypeOf(TypeRef type) => type.Kind
        is TypeKind.Binary or TypeKind.Stream or TypeKind.Json or TypeKind.JsonObject or TypeKind.Resource
        ? new TypeRef(TypeKind.String, Rank: Math.Min(type.Rank, 1))
        : type with { Rank = Math.Min(type.Rank, 1) };

    /// <summary>
    /// Returns an expression that throws if the member is null. The exception contains the member's name.
    /// </summary>
    public static string NotNull(string member) => NotNullCall(member).ToString();

    private static Call NotNullCall(string member) => new(Required, member, "nameof(" + member + ")");

    /// <summary>
    /// Writes an option's property. If the page does not describe a system query option, the property inherits the
    /// comment of the runtime.
    /// </summary>
    public static void Property(CodeWriter writer, OptionParameter option)
    {
        string? described = option is { Summary: null, Location: OptionLocation.Query }
            ? DescribedBy(option.WireName)
            : null;
        string? inherited = described is null ? null
            : "<inheritdoc cref=\"" + TypeNames.Runtime + described + "{TResponse}."
                + SystemQueryOptions.PropertyName(option.WireName) + "\"/>";
        MemberEmitter.AutoProperty(writer, option.Name, TypeOf(option.Type), option.Summary, option.IsRequired,
            inherited);
    }

    /// <summary>Returns the runtime class that documents a system query option, or null.</summary>
    private static string? DescribedBy(string wireName) =>
        SystemQueryOptions.OfOne.Contains(wireName)
            ? "ApiResourceRequest"
            : SystemQueryOptions.OfMany.Contains(wireName) ? "ApiCollectionRequest"
            : null;

    /// <param name="callsBase">Whether the base class writes inherited options of the same location.</param>
    public static void Write(CodeWriter writer, IEnumerable<OptionParameter> options, OptionLocation location,
        bool callsBase = false)
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
        Call[] inherited = callsBase ? [new Call("base." + method, target)] : [];
        MemberEmitter.Method(
            writer,
            "protected override void " + method + "(" + TypeNames.Infrastructure + type + " " + target + ")",
            [.. checks, .. inherited,
                .. here.Select(option => new Call(target + Adder(option), CSharpText.Literal(option.WireName),
                    option.Name))]);
    }

    /// <summary>
    /// Returns the method that adds a list. If the option's name ends in brackets, the key is repeated:
    /// <c>ids[]=1&amp;ids[]=2</c>.
    /// </summary>
    private static string Adder(OptionParameter option) =>
        option is { Location: OptionLocation.Query, Type.IsCollection: true }
            && option.WireName.EndsWith("[]", StringComparison.Ordinal) ? ".AddEach" : ".Add";
}
