using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>Class names that follow from an operation's group and method. A surface file omits them.</summary>
internal static class SurfaceDefaults
{
    public static string GroupClass(string group) => Inflection.Singular(group) + "Operations";

    public static string RequestClass(string group, string method) => Inflection.Singular(group) + method + "Request";

    /// <summary>Returns the response class; null if the runtime's type for collections is used.</summary>
    public static string? ResponseClass(string group, string method, AnswerKind kind) =>
        kind is AnswerKind.Collection or AnswerKind.Delta ? null : Inflection.Singular(group) + method + "Response";
}
