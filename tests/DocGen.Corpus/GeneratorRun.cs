using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using DocGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Corpus;

/// <summary>The generator over folders of docs, as a build runs it, and what it emits compiled against the runtime.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation, ImmutableArray<AdditionalText> docs, AnalyzerConfigOptionsProvider options)
    {
        Driver = driver;
        Compilation = compilation;
        Docs = docs;
        Options = options;
    }

    public GeneratorDriver Driver { get; private set; }

    public CSharpCompilation Compilation { get; }

    public ImmutableArray<AdditionalText> Docs { get; private set; }

    public AnalyzerConfigOptionsProvider Options { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    /// <summary>Sets the generator up over every .md file below the folders; nothing has run yet.</summary>
    public static GeneratorRun Create(IEnumerable<string> paths, string projectDir)
    {
        ImmutableArray<AdditionalText> docs =
        [
            .. paths.SelectMany(Files).Distinct().Order(StringComparer.Ordinal).Select(file => new FileText(file)),
        ];
        var options = new DocOptions(projectDir);
        var compilation = CSharpCompilation.Create(
            "Corpus",
            references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "DocGen.Runtime.dll")
                .Select(p => MetadataReference.CreateFromFile(p)),
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, optimizationLevel: OptimizationLevel.Release));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DocGenerator().AsSourceGenerator()], docs, ParseOptions, options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(driver, compilation, docs, options);
    }

    /// <summary>What a named step of the generator gave.</summary>
    public IEnumerable<T> Outputs<T>(string step) =>
        Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? runs.SelectMany(run => run.Outputs).Select(output => output.Value).OfType<T>()
            : [];

    public void Run() => Driver = Driver.RunGenerators(Compilation);

    /// <summary>Compiles what was emitted; the warnings and errors, and the assembly.</summary>
    public (ImmutableArray<Diagnostic> Diagnostics, byte[] Image) Compile()
    {
        CSharpCompilation output = Compilation.AddSyntaxTrees(Result.GeneratedSources.Select(s => s.SyntaxTree));
        using var image = new MemoryStream();
        ImmutableArray<Diagnostic> diagnostics = output.Emit(image).Diagnostics;
        return ([.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)], image.ToArray());
    }

    private static IEnumerable<string> Files(string path) =>
        File.Exists(path) ? [Path.GetFullPath(path)] : Directory.EnumerateFiles(Path.GetFullPath(path), "*.md", SearchOption.AllDirectories);

    private sealed class FileText(string path) : AdditionalText
    {
        private SourceText? _text;

        public override string Path { get; } = path;

        public override SourceText? GetText(CancellationToken cancellationToken = default)
        {
            if (_text is not null)
                return _text;
            using FileStream stream = File.OpenRead(Path);
            return _text = SourceText.From(stream, Encoding.UTF8);
        }
    }

    private sealed class DocOptions(string projectDir) : AnalyzerConfigOptionsProvider
    {
        private readonly Values _file = new(new() { ["build_metadata.AdditionalFiles.DocGenDoc"] = "true", ["build_metadata.AdditionalFiles.DocGenNamespace"] = "Corpus" });

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.ProjectDir"] = projectDir });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _file;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
