using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes query options, headers and function arguments.</summary>
internal static class OptionCode
{
    private const string Required = TypeNames.Infrastructure + "Required.NotNull";

    /// <summary>
    /// Returns an option's type. Kinds without a textual form become strings, and lists of lists become lists.
    /// </summary>
    public static TypeRef TypeOf(TypeRef type) => type.Kind
        is TypeKind.Binary or TypeKind.Stream or TypeKind.Json or TypeKind.JsonObject or TypeKind.Resource
        ? new TypeRef(TypeKind.String, Rank: Math.Min(type.Rank, 1))
        : type with { Rank = Math.Min(type.Rank, 1) };

    /// <summary>Returns an expression that throws if the member is null, and names the member.</summary>
    public static string NotNull(string member) => NotNullCall(member).ToString();

    private static Call NotNullCall(string member) => new(Required, member, "nameof(" + member + ")");

    /// <summary>
    /// Writes an option's property. A system query option that its page does not describe inherits the runtime's text.
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

    /// <param name="callsBase">The base class writes inherited options of the same location.</param>
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

    /// <summary>A list whose name ends in brackets repeats its key: <c>ids[]=1&amp;ids[]=2</c>.</summary>
    private static string Adder(OptionParameter option) =>
        option is { Location: OptionLocation.Query, Type.IsCollection: true }
            && option.WireName.EndsWith("[]", StringComparison.Ordinal) ? ".AddEach" : ".Add";
}
