using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Tests.Emission;

/// <summary>Emitted files, compiled as a strict user's project would: C# 12, nullable, documentation on, no warning allowed.</summary>
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

    /// <summary>Compiles emitted files together with what a user wrote beside them.</summary>
    public static EmittedCode Compile(params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            "Emitted",
            sources.Select((source, number) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"File{number}.cs", Encoding.UTF8)),
            References.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        Diagnostic[] problems =
        [
            .. compilation.Emit(image, xmlDocumentationStream: documentation).Diagnostics
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
        ];
        if (problems.Length > 0)
            Assert.Fail(Describe(problems));

        image.Position = 0;
        return new EmittedCode(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image));
    }

    /// <summary>Every identifier that the compiler sees in a file's code.</summary>
    public static IEnumerable<string> Identifiers(string source) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions).GetRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText);

    /// <summary>Runs <c>Probe.Run(http)</c>, what a user wrote.</summary>
    public async Task<string> RunAsync(HttpClient http)
    {
        MethodInfo run = _assembly.GetType("Probe", throwOnError: true)!.GetMethod("Run")!;
        return await (Task<string>)run.Invoke(null, [http])!;
    }

    /// <summary>Runs <c>Probe.Run()</c>.</summary>
    public string Run() => (string)_assembly.GetType("Probe", throwOnError: true)!.GetMethod("Run")!.Invoke(null, null)!;

    private static string Describe(IEnumerable<Diagnostic> problems)
    {
        var text = new StringBuilder("The emitted code does not compile cleanly:\n");
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
