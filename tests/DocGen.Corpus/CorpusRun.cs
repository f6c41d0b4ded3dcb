using System.Collections.Immutable;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using DocTypeKind = DocGen.Generator.Model.TypeKind;

namespace DocGen.Corpus;

/// <summary>The results of running a doc set through the generator and the C# compiler.</summary>
internal sealed class CorpusRun
{
    private CorpusRun()
    {
    }

    public required IReadOnlyList<PageResult> Pages { get; init; }

    public required GeneratorRunResult Result { get; init; }

    public required IReadOnlyList<ApiFile> Files { get; init; }

    public required ApiModelDocument Model { get; init; }

    public required CoverageOfTemplates Templates { get; init; }

    public required ImmutableArray<Diagnostic> Problems { get; init; }

    /// <summary>The emitted code as an assembly, or empty if it does not compile.</summary>
    public required byte[] Image { get; init; }

    /// <summary>The pages as the generator read them.</summary>
    public required IReadOnlyList<Page> Parsed { get; init; }

    /// <summary>The full path and text of each page.</summary>
    public required IReadOnlyList<(string Path, string Text)> Sources { get; init; }

    /// <summary>The measured costs; null if nothing was timed.</summary>
    public ColdCosts? Cold { get; init; }

    /// <inheritdoc cref="Cold"/>
    public Costs? Costs { get; init; }

    public IEnumerable<Operation> Operations =>
        Files.Where(f => f.Operations is not null).SelectMany(f => f.Operations!.Operations);

    /// <summary>The pages that document an operation.</summary>
    public IReadOnlySet<string> PagesWithOperations =>
        Operations.SelectMany(o => o.Docs.Origins).Select(o => o.Page).ToHashSet(StringComparer.Ordinal);

    /// <summary>Runs the generator over all pages of the docs.</summary>
    /// <param name="docs">Folders, which are searched recursively, and pages.</param>
    /// <param name="isTimed">Whether to time runs and edits, which takes most of the time.</param>
    public static CorpusRun Of(IReadOnlyList<string> docs, bool isTimed = true)
    {
        ImmutableArray<PageFile> pages = GeneratorRun.ReadPages(docs);
        string projectDir = Path.GetDirectoryName(Path.GetFullPath(docs[0]))!;
        ColdCosts? cold = isTimed ? ColdCosts.Measure(pages, projectDir) : null;
        Costs? costs = isTimed ? Costs.Measure(pages, projectDir) : null;
        GeneratorRun run = GeneratorRun.Create(pages, projectDir, isTracked: true);
        run.Run();
        (ImmutableArray<Diagnostic> problems, byte[] image) = run.Compile();
        ApiFile[] files = FilesOf(run);
        Dictionary<string, string> texts = pages.ToDictionary(p => p.Path, p => p.Text);
        Page[] parsed = [.. run.Outputs<Page>(TrackingNames.Pages)];
        PageResult[] results =
        [
            .. parsed.Select(p => new PageResult(p.Parsed, PageScan.Of(texts[p.FullPath])))
                .OrderBy(p => p.Path, StringComparer.Ordinal),
        ];
        var model = ApiModelDocument.From(files);
        return new CorpusRun
        {
            Pages = results,
            Result = run.Result,
            Files = files,
            Model = model,
            Templates = CoverageOfTemplates.Of(results, model),
            Problems = problems,
            Image = image,
            Parsed = parsed,
            Sources = [.. pages.Select(p => (p.Path, p.Text))],
            Cold = cold,
            Costs = costs,
        };
    }

    /// <summary>Runs the generator once and returns only the model.</summary>
    public static ApiModelDocument ModelOf(IReadOnlyList<string> docs)
    {
        GeneratorRun run = GeneratorRun.Create(
            GeneratorRun.ReadPages(docs), Path.GetDirectoryName(Path.GetFullPath(docs[0]))!, isTracked: true);
        run.Run();
        return ApiModelDocument.From(FilesOf(run));
    }

    /// <summary>Runs the generator once and returns only the names.</summary>
    public static ClientNames NamesOf(IReadOnlyList<string> docs)
    {
        GeneratorRun run = GeneratorRun.Create(
            GeneratorRun.ReadPages(docs), Path.GetDirectoryName(Path.GetFullPath(docs[0]))!, isTracked: true);
        run.Run();
        return NamesOf(run);
    }

    /// <summary>Returns the names of the last run.</summary>
    public static ClientNames NamesOf(GeneratorRun run) => ClientNames.Of(FilesOf(run));

    /// <summary>Returns the linked files of the last run.</summary>
    public static ApiFile[] FilesOf(GeneratorRun run) =>
        [.. run.Outputs<EquatableArray<ApiFile>>(TrackingNames.Files).SelectMany(files => files)];
}

/// <summary>A page as the generator and <see cref="PageScan"/> read it.</summary>
internal sealed record PageResult(ParsedPage Parsed, PageScan Scan)
{
    public string Path => Parsed.Model.Path;

    public int BlocksRead => Parsed.Blocks.Read;

    /// <summary>The number of blocks that a finding reports: all blocks if the generator refuses the page.</summary>
    public int BlocksReported => IsRefused ? Scan.DefiningBlocks : Parsed.Blocks.Reported;

    /// <summary>The number of blocks that are neither in the model nor in a finding.</summary>
    public int BlocksLost => Scan.DefiningBlocks - BlocksRead - BlocksReported;

    private bool IsRefused => Parsed.Findings.Any(f => f.RuleId == Generator.Diagnostics.Rules.UnreadablePage.Id);

    /// <summary>
    /// Returns the number of JSON responses with status 200 or 201, and how many of them have a named type, a primitive
    /// type or members.
    /// </summary>
    public (int All, int Typed) JsonAnswers()
    {
        DocType[] bodies =
        [
            .. Parsed.Model.Operations.SelectMany(o => o.Responses)
                .Where(r => r is { Status: 200 or 201, ContentType: null, Body: not null }).Select(r => r.Body!),
        ];
        return (bodies.Length, bodies.Count(b => b.Kind is not (DocTypeKind.Json or DocTypeKind.JsonObject)));
    }
}

/// <summary>The number of URL templates under HTTP request headings, and the templates that the model lacks.</summary>
internal sealed record CoverageOfTemplates(int Documented, IReadOnlyList<(string Page, string Template)> Missing)
{
    public static CoverageOfTemplates Of(IEnumerable<PageResult> pages, ApiModelDocument model)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (ModelOperation operation in model.Operations)
        {
            foreach (string template in operation.Templates.Select(PageScan.Normal))
            {
                known.Add(operation.Method + " " + template);
                known.Add(operation.Method + " " + PageScan.WithoutArguments(template));
            }
        }

        (string Page, string Template)[] all = [.. pages.SelectMany(p => p.Scan.Templates.Select(t => (p.Path, t)))];
        return new CoverageOfTemplates(all.Length,
            [.. all.Where(t => !known.Contains(t.Template) && !known.Contains(PageScan.WithoutArguments(t.Template)))]);
    }
}
