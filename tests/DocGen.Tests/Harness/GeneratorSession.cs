using System.Collections.Immutable;
using DocGen.Generator;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DocGen.Tests.Harness;

/// <summary>
/// Runs the generator as an editor does: the docs and the code are edited between runs. After each run, the session
/// knows which steps ran and which files were emitted again.
/// </summary>
internal sealed class GeneratorSession
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "DocGen.Runtime.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly string _root;
    private readonly List<InMemoryText> _texts = [];
    private AllDocs _options;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;
    private GeneratorRunResult _last;

    /// <param name="docs">The initial docs. A path is relative to the project's folder, or absolute.</param>
    /// <param name="root">The project's folder.</param>
    /// <param name="isTracked">
    /// Whether the driver tracks steps. Compilers do not track steps. A driver that tracks steps has a bug in Roslyn
    /// 4.8 and 5.9: if a run removes rows and the next run changes none, a Combine step loses as many rows at its end.
    /// </param>
    public GeneratorSession(
        IEnumerable<(string Path, string? Text)> docs, string root = SolutionState.ProjectDirectory,
        bool isTracked = true)
    {
        _root = root;
        _texts.AddRange(docs.Select(d => new InMemoryText(FullPath(d.Path), d.Text)));
        _compilation = CSharpCompilation.Create(
            "Session", [], References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        _options = new AllDocs(root, []);
        _driver = CSharpGeneratorDriver.Create(
            [new DocGenerator().AsSourceGenerator()], _texts, ParseOptions, _options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: isTracked));
    }

    public GeneratorRunResult Result => _last;

    /// <summary>The emitted files by hint name.</summary>
    public SortedDictionary<string, string> Sources =>
        new(_last.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString()), StringComparer.Ordinal);

    /// <summary>The findings as a compiler prints them.</summary>
    public string[] Diagnostics => [.. _last.Diagnostics.Select(d =>
        $"{d.Id} {Path.GetFileName(d.Location.GetLineSpan().Path)}:"
            + $"{d.Location.GetLineSpan().StartLinePosition.Line + 1}")];

    /// <summary>The files that the last run emitted again or removed, sorted.</summary>
    public string[] Touched { get; private set; } = [];

    public GeneratorSession Run()
    {
        Dictionary<string, object> before = _last.GeneratedSources.IsDefault
            ? []
            : _last.GeneratedSources.ToDictionary(s => s.HintName, s => (object)s.SourceText);
        _driver = _driver.RunGenerators(_compilation);
        _last = _driver.GetRunResult().Results.Single();
        // The text object is the same as before if the step did not run.
        Touched =
        [
            .. _last.GeneratedSources
                .Where(s => !before.TryGetValue(s.HintName, out object? text) || text != s.SourceText)
                .Select(s => s.HintName)
                .Concat(before.Keys.Except(_last.GeneratedSources.Select(s => s.HintName)).Select(name => "-" + name))
                .Order(StringComparer.Ordinal),
        ];
        return this;
    }

    /// <summary>
    /// Returns how many rows of a named step the last run computed, and how many of the results changed.
    /// </summary>
    public (int Ran, int Changed) Count(string step)
    {
        if (!_last.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs))
            return (0, 0);
        IncrementalStepRunReason[] reasons = [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)];
        return (
            reasons.Count(r => r is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed)),
            reasons.Count(r => r is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified));
    }

    /// <summary>Returns the output values of a named step.</summary>
    public IEnumerable<object> Outputs(string step) =>
        _last.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? runs.SelectMany(run => run.Outputs).Select(output => output.Value)
            : [];

    /// <summary>Replaces the text of a doc, as if it was saved.</summary>
    public GeneratorSession Edit(string path, Func<string, string> edit)
    {
        int index = _texts.FindIndex(t => t.Path == FullPath(path));
        string text = _texts[index].GetText()!.ToString();
        string edited = edit(text);
        Assert.NotEqual(text, edited);
        return Replace(index, new InMemoryText(FullPath(path), edited));
    }

    public GeneratorSession Set(string path, string? text) =>
        Replace(_texts.FindIndex(t => t.Path == FullPath(path)), new InMemoryText(FullPath(path), text));

    public GeneratorSession Add(string path, string text)
    {
        var added = new InMemoryText(FullPath(path), text);
        _texts.Insert(0, added);
        _driver = _driver.AddAdditionalTexts([added]);
        return this;
    }

    public GeneratorSession Remove(string path)
    {
        InMemoryText removed = _texts.Single(t => t.Path == FullPath(path));
        _texts.Remove(removed);
        _driver = _driver.RemoveAdditionalTexts([removed]);
        return this;
    }

    /// <summary>Replaces all docs. Docs with the same path and text keep their objects.</summary>
    public GeneratorSession Update(IEnumerable<(string Path, string? Text)> docs)
    {
        Dictionary<string, InMemoryText> known = _texts.ToDictionary(text => text.Path, StringComparer.Ordinal);
        InMemoryText[] updated =
        [
            .. docs.Select(doc => known.GetValueOrDefault(FullPath(doc.Path)) is { } same
                && same.GetText()?.ToString() == doc.Text
                ? same : new InMemoryText(FullPath(doc.Path), doc.Text)),
        ];
        _texts.Clear();
        _texts.AddRange(updated);
        _driver = _driver.ReplaceAdditionalTexts([.. updated]);
        return this;
    }

    /// <summary>Reverses the order of the docs.</summary>
    public GeneratorSession Reverse()
    {
        _texts.Reverse();
        _driver = _driver.ReplaceAdditionalTexts([.. _texts]);
        return this;
    }

    /// <summary>
    /// Replaces every doc with a new object that has the same content, as if the files were read again.
    /// </summary>
    public GeneratorSession Reload()
    {
        for (int i = 0; i < _texts.Count; i++)
            _texts[i] = new InMemoryText(_texts[i].Path, _texts[i].GetText()?.ToString());
        _driver = _driver.ReplaceAdditionalTexts([.. _texts]);
        return this;
    }

    /// <summary>Sets an option of all docs.</summary>
    public GeneratorSession Configure(string name, string value)
    {
        _options = _options.With(name, value);
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(_options);
        return this;
    }

    /// <summary>Adds C# code to the project.</summary>
    public GeneratorSession Type(string code)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, ParseOptions));
        return this;
    }

    /// <summary>The compiler's warnings and errors for the emitted code.</summary>
    public string[] Problems() =>
    [
        .. _compilation.AddSyntaxTrees(_last.GeneratedSources.Select(s => s.SyntaxTree)).GetDiagnostics()
            .Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()),
    ];

    private string FullPath(string path) => path.StartsWith('/') ? path : _root + path;

    private GeneratorSession Replace(int index, InMemoryText text)
    {
        _driver = _driver.ReplaceAdditionalText(_texts[index], text);
        _texts[index] = text;
        return this;
    }

    /// <summary>Marks every additional file as a doc of one set, or as its surface file.</summary>
    private sealed class AllDocs(string root, Dictionary<string, string> metadata) : AnalyzerConfigOptionsProvider
    {
        private static readonly Values Surface = new(
            new() { ["build_metadata.AdditionalFiles.DocGenSurface"] = "true" });

        private readonly Values _doc = new(new(metadata)
        {
            ["build_metadata.AdditionalFiles.DocGenDoc"] = "true",
            ["build_metadata.AdditionalFiles.DocGenNamespace"] = metadata.GetValueOrDefault(
                "build_metadata.AdditionalFiles.DocGenNamespace", "Test"),
        });

        public AllDocs With(string name, string value) =>
            new(root, new(metadata) { ["build_metadata.AdditionalFiles." + name] = value });

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(
            new() { ["build_property.ProjectDir"] = root });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            textFile.Path.EndsWith(".surface.txt", StringComparison.Ordinal) ? Surface : _doc;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key,
                [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
