using System.Collections.Immutable;
using DocGen.Generator.Checks;
using DocGen.Generator.Emission;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator;

/// <summary>Generates a typed client from the Markdown docs of an HTTP API.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DocGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Results that a run can reuse from earlier runs after checking their inputs.
        var cache = new PipelineCache();

        // Each step has a row for every doc, and the compiler copies all rows of a step if one row changes. So the
        // pipeline has few steps. This step compares the path, set and content of a doc, so a new object with the same
        // text does not run later steps.
        IncrementalValuesProvider<Document> documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany((pair, cancellation) => Row(Document.From(pair.Left, pair.Right, cancellation)))
            .WithTrackingName(TrackingNames.Documents);

        IncrementalValueProvider<LanguageVersion> version = context.ParseOptionsProvider
            .Select((options, _) => ((CSharpParseOptions)options).LanguageVersion)
            .WithTrackingName(TrackingNames.LanguageVersion);

        // Each doc is read separately, so after an edit only one doc is read again.
        var reading = new ParallelBatch<Document>(document =>
        {
            document.Read(cache);
            document.ReadRequests(cache);
        });
        EmitExamples(context, documents.SelectMany(
            (document, _) => Row(document.Set.ExamplesOnly ? reading.Add(document) : null)), reading, version, cache);
        IncrementalValuesProvider<Page> pages = documents
            .SelectMany((document, _) => Row(document.Set.ExamplesOnly ? null : reading.Add(document)))
            .Select((document, cancellation) =>
            {
                reading.Complete(cancellation);
                return new Page(document.FullPath, document.Set, document.Read(cache), document.ReadRequests(cache));
            })
            .WithTrackingName(TrackingNames.Pages);

        // The following steps have no positions. They do not run again after an edit that only moves lines, or that
        // only changes text that is not in the output.
        IncrementalValuesProvider<PageOfSet> models = pages
            .Select((page, _) => new PageOfSet(page.FullPath, page.Set, page.Parsed.Model, page.RequestsWithoutPlaces))
            .WithTrackingName(TrackingNames.Models);

        // The accepted surface of each set that has a surface file.
        IncrementalValuesProvider<SurfaceText> surfaces = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany((pair, cancellation) => SurfaceText.From(pair.Left, pair.Right, cancellation) is { } surface
                ? ImmutableArray.Create(surface) : ImmutableArray<SurfaceText>.Empty)
            .WithTrackingName(TrackingNames.Surfaces);
        context.RegisterSourceOutput(surfaces, static (output, surface) =>
        {
            foreach (Diagnostic finding in surface.Findings())
                output.ReportDiagnostic(finding);
        });

        // The linked doc sets. They have no value equality, but later steps extract parts with value equality.
        IncrementalValueProvider<LinkedSets> apis = models.Collect().Combine(surfaces.Collect()).Combine(version)
            .Select((pair, cancellation) =>
                LinkedSets.Link(pair.Left.Left, pair.Left.Right, pair.Right, cache, cancellation))
            .WithTrackingName(TrackingNames.Apis);

        // The sets are combined with each page, so a new page that sorts first does not move the files of other pages.
        // Each page has one row, even without files. If the number of rows of a SelectMany changes, Roslyn 4.8 confuses
        // the rows, and files are lost.
        IncrementalValuesProvider<EquatableArray<ApiFile>> files = models.Combine(apis)
            .Select((pair, _) => pair.Right.FilesOf(pair.Left))
            .WithTrackingName(TrackingNames.Files);
        IncrementalValueProvider<EquatableArray<ApiClientModel>> clients = apis
            .Select((all, _) => all.Clients)
            .WithTrackingName(TrackingNames.Clients);
        IncrementalValueProvider<EquatableArray<ClientTypes>> types = apis
            .Select((all, _) => all.Types)
            .WithTrackingName(TrackingNames.Types);

        var emission = new ParallelBatch<EmittedFiles>(files => _ = files.All);
        context.RegisterSourceOutput(files.Select((changed, _) => emission.Add(new EmittedFiles(changed, cache))),
            (output, changed) =>
        {
            emission.Complete(output.CancellationToken);
            foreach (EmittedFile file in changed.All)
                file.AddTo(output);
        });
        context.RegisterSourceOutput(clients, (output, all) =>
        {
            foreach (ApiClientModel client in all)
                EmittedFile.Of(HintName(client.Settings, client.Settings.ClientName), () => ClientEmitter.Emit(client))
                    .AddTo(output);
        });

        context.RegisterSourceOutput(types, (output, all) =>
        {
            foreach (ClientTypes client in all)
                EmittedFile.Of(HintName(client.Settings, client.Settings.JsonResolverName),
                    () => JsonResolverEmitter.Emit(client)).AddTo(output);
        });

        // Links and headings rarely change, so few edits repeat the check of all pages.
        IncrementalValueProvider<LinkCheck> paths = pages
            .Select((page, _) => new PageLinks(
                page.Set.Key, page.FullPath, page.Parsed.Model.Path, page.Parsed.Model.LinkedPages,
                page.Parsed.LinkedBookmarks, page.Parsed.Bookmarks))
            .Collect()
            .Select((all, _) => new LinkCheck(all))
            .WithTrackingName(TrackingNames.Paths);
        ReportDiagnostics(context, pages, apis, paths);
    }

    private static ImmutableArray<Document> Row(Document? document) =>
        document is null ? ImmutableArray<Document>.Empty : ImmutableArray.Create(document);

    /// <summary>
    /// Emits the documented responses instead of a client, for a test project, in one file for each set.
    /// </summary>
    private static void EmitExamples(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<Document> documents,
        ParallelBatch<Document> reading,
        IncrementalValueProvider<LanguageVersion> version,
        PipelineCache cache)
    {
        IncrementalValuesProvider<ExamplePage> pages = documents
            .Select((document, cancellation) =>
            {
                reading.Complete(cancellation);
                return ExamplePage.Read(document, cache);
            })
            .WithTrackingName(TrackingNames.Examples);
        context.RegisterSourceOutput(pages.Collect().Combine(version), (output, pair) =>
        {
            if (!LinkedSets.CanEmit(pair.Right) && pair.Left.Length > 0)
            {
                output.ReportDiagnostic(LinkedSets.TooOld(pair.Right).ToDiagnostic());
                return;
            }

            foreach (IGrouping<string, ExamplePage> set in pair.Left
                .GroupBy(page => page.Set.Key, StringComparer.Ordinal))
            {
                // Roslyn 4.8 may repeat the row of a doc.
                (PageModel, EquatableArray<ExampleAnswer>)[] ordered =
                [
                    .. set.GroupBy(page => page.FullPath, StringComparer.Ordinal).Select(rows => rows.First())
                        .OrderBy(page => page.Model.Path, StringComparer.Ordinal)
                        .Select(page => (page.Model, page.Answers)),
                ];
                ApiSettings settings = set.First().Set.ToSettings();
                EmittedFile.Of(
                    HintName(settings, settings.ClientName + "Examples"),
                    () => ExamplesEmitter.Emit(settings,
                        ExampleLinker.Link(settings, ordered, output.CancellationToken))).AddTo(output);
            }
        });
    }

    /// <summary>
    /// Reports diagnostics. This is separate from the model, so an edit that only moves lines reports diagnostics again
    /// but emits no code again.
    /// </summary>
    private static void ReportDiagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<Page> pages,
        IncrementalValueProvider<LinkedSets> apis,
        IncrementalValueProvider<LinkCheck> paths)
    {
        IncrementalValuesProvider<PageFindings> findings = pages.Combine(apis.Combine(paths))
            .Select((pair, _) => pair.Right.Left.FindingsOn(pair.Left, pair.Right.Right))
            .WithTrackingName(TrackingNames.Diagnostics);
        // All diagnostics are reported in one output, because the order in which the compiler passes pages after an
        // edit differs from the order in a new run.
        IncrementalValueProvider<EquatableArray<string>> order = apis
            .Select((all, _) => all.FullPaths)
            .WithTrackingName(TrackingNames.Order);
        context.RegisterSourceOutput(findings.Select((page, _) => new PageReport(page)).Collect().Combine(order),
            static (output, pair) =>
        {
            foreach (PageReport page in PageReport.InOrder(pair.Left, pair.Right))
            {
                foreach (Diagnostic diagnostic in page.Diagnostics)
                    output.ReportDiagnostic(diagnostic);
            }
        });

        IncrementalValueProvider<EquatableArray<(SurfaceText Surface, SurfaceFinding Finding)>> surfaces = apis
            .Select((all, _) => all.SurfaceFindings)
            .WithTrackingName(TrackingNames.SurfaceFindings);
        context.RegisterSourceOutput(surfaces, static (output, all) =>
        {
            foreach ((SurfaceText surface, SurfaceFinding finding) in all)
                output.ReportDiagnostic(surface.ToDiagnostic(finding));
        });

        IncrementalValueProvider<EquatableArray<ConfigurationFinding>> configuration = apis
            .Select((all, _) => all.Configuration)
            .WithTrackingName(TrackingNames.Configuration);
        context.RegisterSourceOutput(configuration, static (output, findings) =>
        {
            foreach (ConfigurationFinding finding in findings)
                output.ReportDiagnostic(finding.ToDiagnostic());
        });
    }

    private static string HintName(ApiSettings settings, string className) =>
        (settings.Api.Length == 0 ? "" : Identifiers.Pascal(settings.Api) + "/") + className + ".g.cs";
}
