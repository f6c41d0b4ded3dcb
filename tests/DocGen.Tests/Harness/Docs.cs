using System.Globalization;
using DocGen.Generator;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Generator.Surface;

namespace DocGen.Tests.Harness;

/// <summary>Runs separate stages of the generator without a compiler, or the whole generator.</summary>
internal static class Docs
{
    /// <summary>Reads one page.</summary>
    public static ParsedPage Read(string text, string path = "docs/page.md") => PageReader.Read(path, text);

    /// <summary>A page's findings as a compiler prints them: <c>DG0403(9,1): argument | argument</c>.</summary>
    public static IEnumerable<string> Findings(this ParsedPage page) =>
        page.Findings.Where(f => Rules.Get(f.RuleId).IsEnabledByDefault)
            .Select(f => Show(f.RuleId, f.Span, f.Arguments));

    /// <summary>A page's findings, including the findings of style rules, which are off by default.</summary>
    public static IEnumerable<string> FindingsWithStyle(this ParsedPage page) =>
        page.Findings.Select(f => Show(f.RuleId, f.Span, f.Arguments));

    /// <summary>Reads and links pages.</summary>
    public static LinkedDocs Link(params (string Path, string Text)[] pages)
    {
        ParsedPage[] read = [.. pages.Select(p => PageReader.Read(p.Path, p.Text))];
        LinkedApi api = Linker.Link(new ApiSettings("", "Test", "ApiClient"), serviceRoot: null,
            read.Select(p => p.Model));
        return new LinkedDocs(api, read);
    }

    /// <summary>
    /// Runs the whole generator over pages. The output compiles without a warning, and a second run recomputes nothing.
    /// </summary>
    public static Task<GeneratorTestResult> GenerateAsync(params (string Path, string? Text)[] pages) =>
        GenerateAsync("", pages);

    /// <summary>Runs the whole generator over pages in a project with a C# file.</summary>
    public static Task<GeneratorTestResult> GenerateAsync(string source, params (string Path, string? Text)[] pages)
    {
        var test = new CSharpSourceGeneratorTest<DocGenerator>
        {
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratorDiagnosticsCheck,
        };
        if (source.Length > 0)
            test.TestState.Sources.Add(source);
        foreach ((string path, string? text) in pages)
            test.TestState.AddApiDoc(path, text);
        return test.RunAsync();
    }

    /// <summary>Runs the whole generator over pages, with all rules enabled.</summary>
    public static Task<GeneratorTestResult> GenerateWithStyleAsync(params (string Path, string? Text)[] pages)
    {
        var test = new CSharpSourceGeneratorTest<DocGenerator>
        {
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratorDiagnosticsCheck,
            EnabledRules = Rules.All.Where(rule => !rule.IsEnabledByDefault).Select(rule => rule.Id),
        };
        foreach ((string path, string? text) in pages)
            test.TestState.AddApiDoc(path, text);
        return test.RunAsync();
    }

    /// <summary>The diagnostics as a compiler prints them, with the file name and without severities.</summary>
    public static IEnumerable<string> Shown(this GeneratorTestResult result) => result.Diagnostics.Select(d =>
    {
        Microsoft.CodeAnalysis.FileLinePositionSpan span = d.Location.GetLineSpan();
        return string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(span.Path)}({span.StartLinePosition.Line + 1},"
                + $"{span.StartLinePosition.Character + 1}): {d.Id}: {d.GetMessage(CultureInfo.InvariantCulture)}");
    });

    public static string Show(string id, SourceSpan span, IEnumerable<string> arguments) => string.Create(
        CultureInfo.InvariantCulture,
        $"{id}({span.StartLine + 1},{span.StartColumn + 1}): {string.Join(" | ", arguments)}");
}

/// <summary>A linked doc set, with lookup by name.</summary>
internal sealed class LinkedDocs(LinkedApi api, ParsedPage[] pages)
{
    public LinkedApi Api => api;

    /// <summary>Returns this doc set with the C# names of a surface file.</summary>
    public LinkedDocs Pinned(string surface) =>
        new(PinnedApi.Of(api, new Pins(SurfaceParser.Parse(surface).Surface), new SurfaceCache()), pages);

    public IReadOnlyList<ApiFile> Files { get; } = [
        .. pages.SelectMany(p => api.FilesOf(p.Model.Path)).OrderBy(f => f.HintName, StringComparer.Ordinal)];

    /// <summary>The operations as users write them: <c>DriveItems.CreateUploadSession</c>.</summary>
    public IEnumerable<string> OperationNames => Files
        .Where(f => f.Operations is not null)
        .SelectMany(f => f.Operations!.Operations.Select(o => f.Operations.Name + "." + o.MethodName))
        .Order(StringComparer.Ordinal);

    public Operation Operation(string name) => Files
        .Where(f => f.Operations is not null)
        .SelectMany(f => f.Operations!.Operations.Where(o => f.Operations.Name + "." + o.MethodName == name))
        .Single();

    public StructuredType Type(string name) => Files.SelectMany(f => f.Types).Single(t => t.Name == name);

    public EnumType Enum(string name) => Files.SelectMany(f => f.Enums).Single(t => t.Name == name);

    /// <summary>The rule, page and arguments of each finding from linking.</summary>
    public IEnumerable<string> Findings => api.Findings
        .Where(f => f.RuleId != Rules.MissingPage.Id)
        .Select(f => $"{f.RuleId} {f.Page}: {string.Join(" | ", f.Arguments)}");
}
