using System.Globalization;
using DocGen.Generator;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Generator.Surface;

namespace DocGen.Tests.Harness;

/// <summary>The stages of the generator, each without the compiler around it, and the whole with it.</summary>
internal static class Docs
{
    /// <summary>One page read.</summary>
    public static ParsedPage Read(string text, string path = "docs/page.md") => PageReader.Read(path, text);

    /// <summary>A page's findings as a compiler prints them: <c>DG0403(9,1): argument | argument</c>.</summary>
    public static IEnumerable<string> Findings(this ParsedPage page) =>
        page.Findings.Where(f => Rules.Get(f.RuleId).IsEnabledByDefault)
            .Select(f => Show(f.RuleId, f.Span, f.Arguments));

    /// <summary>The same with what is a matter of style, and off until a project sets its severity.</summary>
    public static IEnumerable<string> FindingsWithStyle(this ParsedPage page) =>
        page.Findings.Select(f => Show(f.RuleId, f.Span, f.Arguments));

    /// <summary>Pages read and linked.</summary>
    public static LinkedDocs Link(params (string Path, string Text)[] pages)
    {
        ParsedPage[] read = [.. pages.Select(p => PageReader.Read(p.Path, p.Text))];
        LinkedApi api = Linker.Link(new ApiSettings("", "Test", "ApiClient"), serviceRoot: null,
            read.Select(p => p.Model));
        return new LinkedDocs(api, read);
    }

    /// <summary>The whole generator over pages; what it emits compiles without a warning, and a second run does
    /// nothing.</summary>
    public static Task<GeneratorTestResult> GenerateAsync(params (string Path, string? Text)[] pages) =>
        GenerateAsync("", pages);

    /// <summary>The whole generator over pages, beside a user's own source.</summary>
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

    /// <summary>The whole generator over pages, with the rules reported that are off by default.</summary>
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

    /// <summary>What the generator reported, as a compiler prints it, with the page's name and without
    /// severities.</summary>
    public static IEnumerable<string> Shown(this GeneratorTestResult result) => result.Diagnostics.Select(d =>
    {
        Microsoft.CodeAnalysis.FileLinePositionSpan span = d.Location.GetLineSpan();
        return string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(span.Path)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {d.Id}: {d.GetMessage(CultureInfo.InvariantCulture)}");
    });

    public static string Show(string id, SourceSpan span, IEnumerable<string> arguments) => string.Create(
        CultureInfo.InvariantCulture,
        $"{id}({span.StartLine + 1},{span.StartColumn + 1}): {string.Join(" | ", arguments)}");
}

/// <summary>A linked doc set, by name.</summary>
internal sealed class LinkedDocs(LinkedApi api, ParsedPage[] pages)
{
    public LinkedApi Api => api;

    /// <summary>The same with the C# names of a surface file.</summary>
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

    /// <summary>The findings of linking alone: rule, page, and its arguments.</summary>
    public IEnumerable<string> Findings => api.Findings
        .Where(f => f.RuleId != Rules.MissingPage.Id)
        .Select(f => $"{f.RuleId} {f.Page}: {string.Join(" | ", f.Arguments)}");
}
