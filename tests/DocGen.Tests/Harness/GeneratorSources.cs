using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Tests.Harness;

/// <summary>
/// Compiles the generator's source files, so that a test can look up the symbols that each file uses.
/// </summary>
internal static class GeneratorSources
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO;"
        + "global using System.Linq; global using System.Net.Http; global using System.Threading; global using " +
            "System.Threading.Tasks;";

    public static string Folder { get; } =
        Path.Combine(Path.GetDirectoryName(DocFolders.ApiDocsFolder)!, "generator", "DocGen");

    public static CSharpCompilation Compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        IEnumerable<string> files = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => FolderOf(file) is not ("bin" or "obj"));
        return CSharpCompilation.Create(
            "DocGen",
            [
                .. files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file)),
                CSharpSyntaxTree.ParseText(ImplicitUsings, options),
            ],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => !Path.GetFileName(path).StartsWith("DocGen", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Returns the path of a file below the generator's folder, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Folder, file).Replace('\\', '/');

    /// <summary>
    /// Returns the first folder in the path of a file below the generator's folder, or an empty string.
    /// </summary>
    public static string FolderOf(string file) =>
        Relative(file) is var path && path.IndexOf('/') is > 0 and var end ? path[..end] : "";
}
