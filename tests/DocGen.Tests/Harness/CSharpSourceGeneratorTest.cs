using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Tests.Harness;

/// <summary>
/// Runs a generator over a test state. Checks the generated files and diagnostics, that the result compiles without a
/// warning, and that a second run over equal inputs recomputes nothing. It replaces
/// Microsoft.CodeAnalysis.CSharp.SourceGenerators.Testing and uses the same names.
/// </summary>
public class CSharpSourceGeneratorTest<TSourceGenerator>
    where TSourceGenerator : IIncrementalGenerator, new()
{
    // The names of Roslyn's input steps. Their outputs are the inputs of the generator, which are new in every run.
    private static readonly string[] InputSteps =
        ["Compilation", "CompilationOptions", "ParseOptions", "AdditionalTexts", "AnalyzerConfigOptions",
            "MetadataReferences"];

    // The oldest language version that emitted code supports. Documentation comments are checked too.
    private static readonly CSharpParseOptions GeneratedParseOptions =
        new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    // The C# files of a test need no documentation comments.
    private static readonly CSharpParseOptions SourceParseOptions =
        GeneratedParseOptions.WithDocumentationMode(DocumentationMode.Parse);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "DocGen.Runtime.dll")
            .Order(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The inputs and the expected outputs.</summary>
    public SolutionState TestState { get; } = new();

    /// <summary>The checks to skip.</summary>
    public TestBehaviors TestBehaviors { get; set; }

    /// <summary>Runs the generator and all checks.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">A result is not as expected; the message shows both
    /// sides.</exception>
    public Task<GeneratorTestResult> RunAsync(CancellationToken cancellationToken = default) =>
        Task.Run(() => Run(cancellationToken), cancellationToken);

    private GeneratorTestResult Run(CancellationToken cancellationToken)
    {
        CSharpCompilation compilation = CreateCompilation();
        GeneratorDriver driver = CreateDriver().RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> reported, cancellationToken);
        GeneratorRunResult run = driver.GetRunResult().Results.Single();

        if (run.Exception is not null)
            Assert.Fail($"The generator threw, so it generated no file: {run.Exception}");
        if (!TestBehaviors.HasFlag(TestBehaviors.SkipGeneratedSourcesCheck))
            VerifyGeneratedSources(run);
        VerifyDiagnostics(reported, output, cancellationToken);
        if (!TestBehaviors.HasFlag(TestBehaviors.SkipIncrementalCheck))
            VerifySecondRunIsCached(driver, compilation, cancellationToken);

        return new GeneratorTestResult((CSharpCompilation)output, run, reported);
    }

    /// <summary>The ids of rules that are off by default and that the test enables.</summary>
    public IEnumerable<string> EnabledRules { get; init; } = [];

    private CSharpCompilation CreateCompilation() => CSharpCompilation.Create(
        "TestProject",
        TestState.Sources.Select(source =>
            CSharpSyntaxTree.ParseText(SourceText.From(source.Content, System.Text.Encoding.UTF8), SourceParseOptions,
                source.Path)),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: EnabledRules.Select(rule => KeyValuePair.Create(rule, ReportDiagnostic.Info)),
            warningLevel: 9999,
            deterministic: true));

    private CSharpGeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new TSourceGenerator().AsSourceGenerator()],
        CreateAdditionalTexts(),
        GeneratedParseOptions,
        new ConfigOptionsProvider(TestState.AnalyzerConfigFiles),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private ImmutableArray<AdditionalText> CreateAdditionalTexts() =>
        [.. TestState.AdditionalFiles.Select(file => new InMemoryText(file.Path, file.Content))];

    private void VerifyGeneratedSources(GeneratorRunResult run)
    {
        Dictionary<string, string> actual = run.GeneratedSources
            .ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        Dictionary<string, string> expected = TestState.GeneratedSources.ToDictionary(source => source.Path,
            source => source.Content);
        TextDiff.Equal(
            string.Join('\n', expected.Keys.Order(StringComparer.Ordinal)),
            string.Join('\n', actual.Keys.Order(StringComparer.Ordinal)),
            "the names of the generated files");
        foreach ((string name, string content) in expected.OrderBy(source => source.Key, StringComparer.Ordinal))
            TextDiff.Equal(content, actual[name], name);
    }

    private void VerifyDiagnostics(
        ImmutableArray<Diagnostic> reported, Compilation output, CancellationToken cancellationToken)
    {
        IEnumerable<Diagnostic> actual = output.GetDiagnostics(cancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        if (!TestBehaviors.HasFlag(TestBehaviors.SkipGeneratorDiagnosticsCheck))
            actual = actual.Concat(reported);
        DiagnosticResult.Verify(TestState.ExpectedDiagnostics, actual.Where(diagnostic => !diagnostic.IsSuppressed));
    }

    /// <summary>
    /// Runs the generator again, as an editor does after an edit of C# code: every doc is a new object with the same
    /// text, and the compilation has changed. No step of the generator may see a difference.
    /// </summary>
    private void VerifySecondRunIsCached(GeneratorDriver driver, CSharpCompilation compilation,
        CancellationToken cancellationToken)
    {
        SyntaxTree typed = CSharpSyntaxTree.ParseText(
            "// typed", SourceParseOptions, "Typed.cs", cancellationToken: cancellationToken);
        GeneratorRunResult second = driver
            .ReplaceAdditionalTexts(CreateAdditionalTexts())
            .RunGenerators(compilation.AddSyntaxTrees(typed), cancellationToken)
            .GetRunResult().Results.Single();

        string[] ranAgain =
        [
            .. second.TrackedSteps.Where(step => !InputSteps.Contains(step.Key))
                .Concat(second.TrackedOutputSteps)
                .SelectMany(step => step.Value.SelectMany(run => run.Outputs)
                    .Select(output => (step.Key, output.Reason)))
                .Where(
                    step => step.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                .Select(step => $"{step.Key}: {step.Reason}")
                .Distinct(),
        ];
        Assert.True(ranAgain.Length == 0,
            $"Equal inputs must cost nothing, but these steps ran again:\n{string.Join('\n', ranAgain)}");
    }
}
