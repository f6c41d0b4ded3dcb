using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocGen.Tests.Emission;

/// <summary>
/// Compiles emitted files with strict settings: C# 12, nullable, documentation comments, and no warnings.
/// </summary>
internal sealed class EmittedCode
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(ApiResource).Assembly.Location),
    ]);

    private readonly Assembly _assembly;

    private EmittedCode(Assembly assembly) => _assembly = assembly;

    /// <summary>Compiles emitted files together with C# files of a user. Any warning fails the test.</summary>
    public static EmittedCode Compile(params string[] sources)
    {
        using var image = new MemoryStream();
        Diagnostic[] problems = Problems(sources, image);
        if (problems.Length > 0)
            Assert.Fail(Describe(problems));

        image.Position = 0;
        return new EmittedCode(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image));
    }

    /// <summary>Returns the ids of the errors and warnings that the compiler reports for the sources.</summary>
    public static IEnumerable<string> Diagnose(params string[] sources)
    {
        using var image = new MemoryStream();
        return Problems(sources, image).Select(problem => problem.Id);
    }

    private static Diagnostic[] Problems(string[] sources, Stream image)
    {
        var compilation = CSharpCompilation.Create(
            "Emitted",
            sources.Select((source, number) =>
                CSharpSyntaxTree.ParseText(source, ParseOptions, $"File{number}.cs", Encoding.UTF8)),
            References.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999));
        using var documentation = new MemoryStream();
        return
        [
            .. compilation.Emit(image, xmlDocumentationStream: documentation).Diagnostics
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
        ];
    }

    /// <summary>The public types of the compiled assembly.</summary>
    public IEnumerable<Type> Exported => _assembly.GetExportedTypes();

    /// <summary>Returns the names of the top-level types, in the order of the file.</summary>
    public static IEnumerable<string> Types(string source) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions).GetCompilationUnitRoot().DescendantNodes()
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(type => type.Parent is not BaseTypeDeclarationSyntax)
            .Select(type => type.Identifier.Text);

    /// <summary>Returns every identifier in the code of a file, without comments and literals.</summary>
    public static IEnumerable<string> Identifiers(string source) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions).GetRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText);

    /// <summary>
    /// Runs statements against the drive client and returns their result. The handler records the requests.
    /// </summary>
    public static async Task<string> RunAsync(
        string emitted, string statements, HttpMessageHandler handler, params string[] more)
    {
        string user = $$"""
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Net.Http;
            using System.Text;
            using System.Text.Json.Nodes;
            using System.Threading.Tasks;
            using Contoso.Drive;
            internal static class Probe
            {
                public static async Task<string> Run(HttpClient http)
                {
                    using var client = new DriveClient(new DriveClientOptions
                    {
                        HttpClient = http, ServiceRoot = new Uri("http://localhost/v1.0"),
                    });
                    await Task.CompletedTask;
                    {{statements}}
                }
            }
            """;
        EmittedCode code = Compile([emitted, ClientEmitter.Emit(Samples.Client()), user, .. more]);
        MethodInfo run = code._assembly.GetType("Probe", throwOnError: true)!.GetMethod("Run")!;
        using var http = new HttpClient(handler);
        return await (Task<string>)run.Invoke(null, [http])!;
    }

    private static string Describe(IEnumerable<Diagnostic> problems)
    {
        var text = new StringBuilder("The emitted code has errors or warnings:\n");
        foreach (Diagnostic problem in problems)
        {
            FileLinePositionSpan where = problem.Location.GetLineSpan();
            text.Append(problem).Append('\n');
            if (problem.Location.SourceTree is { } tree)
                text.Append("    ").Append(tree.GetText().Lines[where.StartLinePosition.Line]).Append('\n');
        }

        return text.ToString();
    }
}
