using System.Reflection;

namespace DocGen.Generator.Emission;

/// <summary>The attribute that says of every emitted type what wrote it.</summary>
internal static class GeneratedCode
{
    private const string FullName = "global::System.CodeDom.Compiler.GeneratedCode";

    /// <summary>The version of this generator's package. What follows a plus sign is of one build and left
    /// out.</summary>
    public static readonly string Version = typeof(GeneratedCode).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>().InformationalVersion.Split('+')[0];

    private static readonly string Arguments = "(\"DocGen\", " + CSharpText.Literal(Version) + ")]";
    private static readonly string Full = "[" + FullName + Arguments;
    private static readonly string Short = "[GeneratedCode" + Arguments;

    /// <summary>Makes the attribute short, for a file of many types. The alias has the attribute's own name, which it
    /// hides.</summary>
    public static void Shorten(CodeWriter writer)
    {
        writer.Separate();
        writer.Line("using GeneratedCodeAttribute = " + FullName + "Attribute;");
        writer.ShortensGeneratedCode = true;
    }

    public static void Attribute(CodeWriter writer) => writer.Line(writer.ShortensGeneratedCode ? Short : Full);
}
