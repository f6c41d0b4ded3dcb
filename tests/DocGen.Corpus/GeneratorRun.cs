using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using DocGen.Generator;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Corpus;

/// <summary>Runs the generator over docs as a build does, and compiles the emitted code against the runtime.</summary>
internal sealed class GeneratorRun
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation, ImmutableArray<PageFile> pages)
    {
        _driver = driver;
        _compilation = compilation;
        Pages = pages;
    }

    /// <summary>The pages, sorted by path.</summary>
    public ImmutableArray<PageFile> Pages { get; private set; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Creates a run over pages. It does not run the generator.</summary>
    /// <param name="isTracked">
    /// Whether to keep the outputs of the steps for <see cref="Outputs"/>, which costs time and memory.
    /// </param>
    /// <param name="examplesOnly">Whether to generate the examples of the docs instead of a client.</param>
    /// <param name="xmlExamples">
    /// Whether the XML comments of methods contain the requests of the docs as C#.
    /// </param>
    /// <param name="surface">The text of the surface file, or null for none.</param>
    /// <param name="include">The project's <c>DocGenInclude</c>, with patterns separated by <c>|</c>, or empty for
    /// all.</param>
    public static GeneratorRun Create(
        ImmutableArray<PageFile> pages, string projectDir, bool isTracked, bool examplesOnly = false,
        string include = "", bool xmlExamples = false,
        string? surface = null)
    {
        var compilation = CSharpCompilation.Create(
            "Corpus",
            references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)
                    || Path.GetFileName(p) is "netstandard.dll" or "DocGen.Runtime.dll")
                .Select(p => MetadataReference.CreateFromFile(p)),
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999, optimizationLevel: OptimizationLevel.Release));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DocGenerator().AsSourceGenerator()],
            surface is null ? pages : [.. pages, new PageFile(DocOptions.SurfaceFile, surface)], ParseOptions,
            new DocOptions(projectDir, examplesOnly, include, xmlExamples),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, isTracked));
        return new GeneratorRun(driver, compilation, pages);
    }

    /// <summary>Reads the given pages and every .md file below the given folders.</summary>
    public static ImmutableArray<PageFile> ReadPages(IEnumerable<string> paths) =>
        [.. paths.SelectMany(Files).Distinct().Order(StringComparer.Ordinal)
            .Select(file => new PageFile(file, File.ReadAllText(file)))];

    /// <summary>Returns the outputs of a step of the generator, by its tracking name.</summary>
    public IEnumerable<T> Outputs<T>(string step) =>
        Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? runs.SelectMany(run => run.Outputs).Select(output => output.Value).OfType<T>()
            : [];

    /// <summary>Runs the generator and returns the elapsed time.</summary>
    public TimeSpan Run()
    {
        long start = Stopwatch.GetTimestamp();
        _driver = _driver.RunGenerators(_compilation);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Adds C# code that does not use the docs.</summary>
    public void EditCode() =>
        _compilation = _compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText($"class Typed{_compilation.SyntaxTrees.Length};", ParseOptions));

    /// <summary>Replaces every page by a new object with the same content.</summary>
    public void Reload()
    {
        Pages = [.. Pages.Select(p => new PageFile(p.Path, p.Text))];
        _driver = _driver.ReplaceAdditionalTexts(ImmutableArray<AdditionalText>.CastUp(Pages));
    }

    /// <summary>Replaces the text of a page.</summary>
    public void Edit(int page, string text)
    {
        PageFile old = Pages[page];
        var edited = new PageFile(old.Path, text);
        _driver = _driver.ReplaceAdditionalText(old, edited);
        Pages = Pages.SetItem(page, edited);
    }

    public void AddPage(string path, string text)
    {
        var page = new PageFile(path, text);
        _driver = _driver.AddAdditionalTexts([page]);
        Pages = Pages.Add(page);
    }

    /// <summary>
    /// Compiles the emitted code and <paramref name="more"/>, and returns the warnings and errors and the assembly.
    /// </summary>
    public (ImmutableArray<Diagnostic> Problems, byte[] Image) Compile(IEnumerable<SyntaxTree>? more = null)
    {
        CSharpCompilation output = _compilation.AddSyntaxTrees(
            Result.GeneratedSources.Select(s => s.SyntaxTree).Concat(more ?? []));
        using var image = new MemoryStream();
        ImmutableArray<Diagnostic> diagnostics = output.Emit(image).Diagnostics;
        return ([.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)], image.ToArray());
    }

    private static IEnumerable<string> Files(string path) =>
        File.Exists(path)
            ? [Path.GetFullPath(path)]
            : Directory.EnumerateFiles(Path.GetFullPath(path), "*.md", SearchOption.AllDirectories);

    private sealed class DocOptions(string projectDir, bool examplesOnly, string include,
        bool xmlExamples) : AnalyzerConfigOptionsProvider
    {
        private readonly Values _file = new(new()
        {
            ["build_metadata.AdditionalFiles.DocGenDoc"] = "true",
            ["build_metadata.AdditionalFiles.DocGenNamespace"] = "Corpus",
            ["build_metadata.AdditionalFiles.DocGenInclude"] = include,
            ["build_metadata.AdditionalFiles.DocGenXmlExamples"] = xmlExamples ? "true" : "",
            ["build_metadata.AdditionalFiles.DocGenExamplesOnly"] = examplesOnly ? "true" : "",
        });

        public const string SurfaceFile = "/corpus.surface.txt";

        private static readonly Values Surface = new(
            new() { ["build_metadata.AdditionalFiles.DocGenSurface"] = "true" });

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(
            new() { ["build_property.ProjectDir"] = projectDir });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            textFile.Path == SurfaceFile ? Surface : _file;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}

/// <summary>A page on disk.</summary>
internal sealed class PageFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path { get; } = path;

    public string Text { get; } = text;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
