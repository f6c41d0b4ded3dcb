using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DocGen.Generator;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DocGen.Tool.Docs;

/// <summary>
/// The result of running the generator on a doc set, in a compilation without code. The findings and operations are the
/// same as in a build.
/// </summary>
internal sealed class DocSetReading
{
    private DocSetReading(int pages, IReadOnlyList<DocFinding> findings, GeneratorRunResult result)
    {
        Pages = pages;
        Findings = findings;
        Files = [.. Outputs<EquatableArray<ApiFile>>(result, TrackingNames.Files).SelectMany(files => files)];
        ServiceRoot = Outputs<EquatableArray<ApiClientModel>>(result, TrackingNames.Clients)
            .SelectMany(clients => clients)
            .FirstOrDefault()?.ServiceRoot;
        PathsInSet = Outputs<Page>(result, TrackingNames.Pages)
            .ToDictionary(page => page.FullPath, page => page.Parsed.Model.Path, StringComparer.Ordinal);
    }

    public int Pages { get; }

    /// <summary>The service root in the docs, or null.</summary>
    public string? ServiceRoot { get; }

    /// <summary>The path of each page in the set, by its full path.</summary>
    public IReadOnlyDictionary<string, string> PathsInSet { get; }

    /// <summary>The findings by path, line and column.</summary>
    public IReadOnlyList<DocFinding> Findings { get; }

    public IReadOnlyList<ApiFile> Files { get; }

    public IEnumerable<(OperationGroup Group, Operation Operation)> Operations => Files
        .Select(file => file.Operations).OfType<OperationGroup>()
        .OrderBy(group => group.Name, StringComparer.Ordinal)
        .SelectMany(group => group.Operations.OrderBy(one => one.MethodName, StringComparer.Ordinal)
            .Select(one => (group, one)));

    /// <summary>The API surface of the client, with the names that the surface file pins.</summary>
    public ApiSurface Surface => SurfaceReader.Of(Files, null);

    public int Types => Files.Sum(file => file.Types.Count + file.Enums.Count);

    /// <param name="files">The docs, and the surface file if it exists.</param>
    /// <exception cref="UnreadableDocsException">A page cannot be read.</exception>
    public static DocSetReading Of(DocSetFiles files, CancellationToken cancellationToken = default)
    {
        DocFile[] pages = [.. files.Pages.Select(file => ReadFile(file, isSurface: false))];
        DocFile[] surfaces = File.Exists(files.Surface) ? [ReadFile(files.Surface, isSurface: true)] : [];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DocGenerator().AsSourceGenerator()], [.. pages, .. surfaces], CSharpParseOptions.Default,
            new DocOptions(files),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var compilation = CSharpCompilation.Create(
            "Docs", options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
        GeneratorRunResult result = driver.RunGenerators(compilation, cancellationToken).GetRunResult().Results
            .Single();
        if (result.Exception is { } failure)
            throw new UnreadableDocsException("Internal error in DocGen. Please report it: " + failure.Message,
                failure);
        string directory = Directory.GetCurrentDirectory();
        DocFinding[] findings =
        [
            .. result.Diagnostics.Select(diagnostic => DocFinding.Of(diagnostic, directory))
                .OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line)
                .ThenBy(finding => finding.Column)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal),
        ];
        return new DocSetReading(pages.Length, findings, result);
    }

    private static DocFile ReadFile(string path, bool isSurface)
    {
        try
        {
            return new DocFile(path, File.ReadAllText(path), isSurface);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocsException(exception.Message, exception);
        }
    }

    private static IEnumerable<T> Outputs<T>(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? steps.SelectMany(one => one.Outputs).Select(output => output.Value).OfType<T>() : [];

    private sealed class DocOptions(DocSetFiles files) : AnalyzerConfigOptionsProvider
    {
        private readonly Values _surface = new(Metadata(("Surface", "true"), ("Api", files.Api)));

        private readonly Values _page = new(Metadata(
            ("Doc", "true"), ("Api", files.Api), ("Namespace", files.Namespace), ("ClientName", files.ClientName),
            ("ServiceRoot", files.ServiceRoot), ("Include", files.Include), ("Exclude", files.Exclude)));

        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new Values(new() { ["build_property.ProjectDir"] = files.Folder });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            textFile is DocFile { IsSurface: true } ? _surface : _page;

        private static Dictionary<string, string> Metadata(params (string Name, string Value)[] values) =>
            values.ToDictionary(one => "build_metadata.AdditionalFiles.DocGen" + one.Name, one => one.Value);

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
