using System.Reflection;

namespace DocGen.Generator.Emission;

/// <summary>Writes the attribute on each emitted type that names the generator and its version.</summary>
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
    /// Shortens the attribute for a file of many types. The alias has the attribute's own name and hides it.
    /// </summary>
    public static void Shorten(CodeWriter writer)
    {
        writer.Separate();
        writer.Line("using GeneratedCodeAttribute = " + FullName + "Attribute;");
        writer.ShortensGeneratedCode = true;
    }

    public static void Attribute(CodeWriter writer) => writer.Line(writer.ShortensGeneratedCode ? Short : Full);
}
