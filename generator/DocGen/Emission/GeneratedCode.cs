using System.Reflection;

namespace DocGen.Generator.Emission;

/// <summary>
/// Writes an attribute on each emitted type. The attribute contains the name and version of the generator.
/// </summary>
internal static class GeneratedCode
{
    private const string FullName = "global::System.CodeDom.Compiler.GeneratedCode";

    /// <summary>The version of this generator's package, without the build metadata after a plus sign.</summary>
    public static readonly string Version = typeof(GeneratedCode).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>().InformationalVersion.Split('+')[0];

    private static readonly string Arguments = "(\"DocGen\", " + CSharpText.Literal(Version) + ")]";
    private static readonly string Full = "[" + FullName + Arguments;
    private static readonly string Short = "[GeneratedCode" + Arguments;

    /// <summary>
    /// Shortens the attribute for a file with many types. The alias has the same name as the attribute and hides it.
    /// </summary>
    public static void Shorten(CodeWriter writer)
    {
        writer.Separate();
        writer.Line("using GeneratedCodeAttribute = " + FullName + "Attribute;");
        writer.ShortensGeneratedCode = true;
    }

    public static void Attribute(CodeWriter writer) => writer.Line(writer.ShortensGeneratedCode ? Short : Full);
}
