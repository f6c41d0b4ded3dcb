using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>The names of classes that follow from an operation's group and method, which a surface file need not
/// say.</summary>
internal static class SurfaceDefaults
{
    public static string GroupClass(string group) => Inflection.Singular(group) + "Operations";

    public static string RequestClass(string group, string method) => Inflection.Singular(group) + method + "Request";

    /// <summary>The class of responses; null where the runtime's own type for collections is enough.</summary>
    public static string? ResponseClass(string group, string method, AnswerKind kind) =>
        kind is AnswerKind.Collection or AnswerKind.Delta ? null : Inflection.Singular(group) + method + "Response";
}
