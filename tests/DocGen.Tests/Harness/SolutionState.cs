namespace DocGen.Tests.Harness;

/// <summary>The inputs of a test and the expected outputs.</summary>
public sealed class SolutionState
{
    /// <summary>The directory of the project under test.</summary>
    public const string ProjectDirectory = "/project/";

    /// <summary>A project without docs.</summary>
    public SolutionState() => AnalyzerConfigFiles.Add($"""
        is_global = true
        build_property.ProjectDir = {ProjectDirectory}
        build_property.RootNamespace = Test
        """);

    /// <summary>The C# files that the user writes.</summary>
    public SourceFileList Sources { get; } = new("Test", ".cs");

    /// <summary>The files that the generator may read.</summary>
    public SourceFileList AdditionalFiles { get; } = new("Doc", ".md");

    /// <summary>Analyzer configuration, as MSBuild writes it for compiler-visible items and properties.</summary>
    public SourceFileList AnalyzerConfigFiles { get; } = new("/Test", ".globalconfig");

    /// <summary>All files that the generator must generate, by hint name, in any order.</summary>
    public SourceFileList GeneratedSources { get; } = new("Generated", ".g.cs");

    /// <summary>All diagnostics that the generator and the compiler must report, in any order.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>
    /// Adds a doc with the metadata that the MSBuild targets of the package set for an <c>ApiDoc</c> item.
    /// </summary>
    /// <param name="path">The path, absolute or relative to the project, with forward slashes.</param>
    /// <param name="content">The text, or null for a file that the compiler can't read as text.</param>
    /// <param name="api">The name of the set, or empty.</param>
    /// <param name="namespace">The namespace of the client.</param>
    /// <param name="clientName">The class name of the client.</param>
    /// <param name="serviceRoot">The service root that the project sets, or empty.</param>
    /// <param name="include">Patterns of operations to generate, separated by bars, or empty for all.</param>
    /// <param name="exclude">Patterns of operations to leave out.</param>
    /// <param name="examplesOnly">Whether to emit the docs' examples and no client.</param>
    public void AddApiDoc(
        string path, string? content, string api = "", string @namespace = "Test", string clientName = "ApiClient",
        string serviceRoot = "",
        string include = "", string exclude = "", bool examplesOnly = false)
    {
        string fullPath = path.StartsWith('/') ? path : ProjectDirectory + path;
        AdditionalFiles.Add((fullPath, content!));
        AnalyzerConfigFiles.Add($"""
            is_global = true
            [{fullPath}]
            build_metadata.AdditionalFiles.DocGenDoc = true
            build_metadata.AdditionalFiles.DocGenApi = {api}
            build_metadata.AdditionalFiles.DocGenNamespace = {@namespace}
            build_metadata.AdditionalFiles.DocGenClientName = {clientName}
            build_metadata.AdditionalFiles.DocGenServiceRoot = {serviceRoot}
            build_metadata.AdditionalFiles.DocGenInclude = {include}
            build_metadata.AdditionalFiles.DocGenExclude = {exclude}
            build_metadata.AdditionalFiles.DocGenExamplesOnly = {examplesOnly}
            """);
    }

    /// <summary>
    /// Adds the surface file of the doc set without a name, as the MSBuild targets of the package do.
    /// </summary>
    public void AddSurface(string path, string content)
    {
        AdditionalFiles.Add((ProjectDirectory + path, content));
        AnalyzerConfigFiles.Add($"""
            is_global = true
            [{ProjectDirectory + path}]
            build_metadata.AdditionalFiles.DocGenSurface = true
            """);
    }
}

/// <summary>Files with their paths. A file without a path is named after its index.</summary>
public sealed class SourceFileList(string defaultPrefix, string defaultExtension) : List<(string Path, string Content)>
{
    /// <summary>Adds a file with a generated name: Test0.cs, Test1.cs, …</summary>
    public void Add(string content) => Add(($"{defaultPrefix}{Count}{defaultExtension}", content));
}

/// <summary>The checks that a test skips.</summary>
[Flags]
public enum TestBehaviors
{
    /// <summary>No check is skipped.</summary>
    None = 0,

    /// <summary>The generated files are not compared.</summary>
    SkipGeneratedSourcesCheck = 1,

    /// <summary>The generator's diagnostics are not compared; the compiler's are.</summary>
    SkipGeneratorDiagnosticsCheck = 2,

    /// <summary>The generator does not run a second time.</summary>
    SkipIncrementalCheck = 4,
}
