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

/// <summary>Turns the annotated Markdown docs of an HTTP API into a typed client.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DocGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // A run may use results of earlier ones again, and checks each before it does.
        var cache = new PipelineCache();

        // Each step has a row for every doc, and the compiler copies all rows of a step when one changes: so there are
        // as few steps as what they hold apart allows.
        // A doc's path, set and content: a fresh object with the same text goes no further.
        IncrementalValuesProvider<Document> documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany((pair, cancellation) => Row(Document.From(pair.Left, pair.Right, cancellation)))
            .WithTrackingName(TrackingNames.Documents);

        IncrementalValueProvider<LanguageVersion> version = context.ParseOptionsProvider
            .Select((options, _) => ((CSharpParseOptions)options).LanguageVersion)
            .WithTrackingName(TrackingNames.LanguageVersion);

        // Each doc read by itself: an edit reads one.
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

        // Without positions: an edit that only moves lines, or words that no output shows, ends here.
        IncrementalValuesProvider<PageOfSet> models = pages
            .Select((page, _) => new PageOfSet(page.FullPath, page.Set, page.Parsed.Model, page.RequestsWithoutPlaces))
            .WithTrackingName(TrackingNames.Models);

        // The accepted surface of each set that has a file of it.
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

        // All pages of a set linked. It has no equality: what follows cuts slices out of it that have.
        IncrementalValueProvider<LinkedSets> apis = models.Collect().Combine(surfaces.Collect()).Combine(version)
            .Select((pair, cancellation) =>
                LinkedSets.Link(pair.Left.Left, pair.Left.Right, pair.Right, cache, cancellation))
            .WithTrackingName(TrackingNames.Apis);

        // Combined with each page, not collected and split: so that a page that sorts first moves no other page's
        // files. One row a page, also where it owns no file: a SelectMany whose rows change their length makes Roslyn
        // 4.8 take later rows for earlier ones, and files vanish.
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

        // Links and headings change seldom, so that few edits look at them all.
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

    /// <summary>In a project of tests, the answers that the docs show take the client's place: one file for each
    /// set.</summary>
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

    /// <summary>Diagnostics travel apart from the model, so that a shifted line reports again and emits
    /// nothing.</summary>
    private static void ReportDiagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<Page> pages,
        IncrementalValueProvider<LinkedSets> apis,
        IncrementalValueProvider<LinkCheck> paths)
    {
        IncrementalValuesProvider<PageFindings> findings = pages.Combine(apis.Combine(paths))
            .Select((pair, _) => pair.Right.Left.FindingsOn(pair.Left, pair.Right.Right))
            .WithTrackingName(TrackingNames.Diagnostics);
        // All at once, because the compiler has pages in another order after an edit than in a fresh run.
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
