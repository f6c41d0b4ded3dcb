using System.Collections.Immutable;
using System.Text;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Emission;
using DocGen.Generator.Linking;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator;

/// <summary>Turns the annotated Markdown docs of an HTTP API into a typed client.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DocGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // A doc's path, set and content: a fresh object with the same text goes no further.
        IncrementalValuesProvider<Document> documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellation) => Document.From(pair.Left, pair.Right, cancellation))
            .Where(document => document is not null)
            .Select((document, _) => document!)
            .WithTrackingName(TrackingNames.Documents);

        IncrementalValueProvider<LanguageVersion> version = context.ParseOptionsProvider
            .Select((options, _) => ((CSharpParseOptions)options).LanguageVersion)
            .WithTrackingName(TrackingNames.LanguageVersion);

        // Each doc read by itself, with what it includes: an edit reads one, and one of an included file those that include it.
        var reading = new Ahead<Document>(document => document.Read());
        IncrementalValuesProvider<Document> waiting = WithIncluded(documents)
            .Select((document, _) => reading.Add(document));
        EmitExamples(context, waiting.Where(document => document.Set.ExamplesOnly), reading, version);
        IncrementalValuesProvider<Page> pages = waiting
            .Where(document => !document.Set.ExamplesOnly)
            .Select((document, cancellation) =>
            {
                reading.Complete(cancellation);
                return new Page(document.FullPath, document.Set, document.Read());
            })
            .WithTrackingName(TrackingNames.Pages);

        // Without positions: an edit that only moves lines, or words that no output shows, ends here.
        IncrementalValuesProvider<PageOfSet> models = pages
            .Select((page, _) => new PageOfSet(page.FullPath, page.Set, page.Parsed.Model))
            .WithTrackingName(TrackingNames.Models);

        // All pages of a set linked. It has no equality: what follows cuts slices out of it that have.
        IncrementalValueProvider<LinkedSets> apis = models.Collect().Combine(version)
            .Select((pair, cancellation) => LinkedSets.Link(pair.Left, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.Apis);

        // Combined with each page, not collected and split: so that a page that sorts first moves no other page's files.
        // One row a page, also where it owns no file: a SelectMany whose rows change their length makes Roslyn 4.8 take later
        // rows for earlier ones, and files vanish.
        IncrementalValuesProvider<EquatableArray<ApiFile>> files = models.Combine(apis)
            .Select((pair, _) => pair.Right.FilesOf(pair.Left))
            .WithTrackingName(TrackingNames.Files);
        IncrementalValueProvider<EquatableArray<ApiClientModel>> clients = apis
            .Select((all, _) => all.Clients)
            .WithTrackingName(TrackingNames.Clients);
        IncrementalValueProvider<EquatableArray<ClientTypes>> types = apis
            .Select((all, _) => all.Types)
            .WithTrackingName(TrackingNames.Types);

        var emission = new Ahead<EmittedFiles>(files => _ = files.All);
        context.RegisterSourceOutput(files.Select((changed, _) => emission.Add(new EmittedFiles(changed))), (output, changed) =>
        {
            emission.Complete(output.CancellationToken);
            foreach (EmittedFile file in changed.All)
                file.AddTo(output);
        });
        context.RegisterSourceOutput(clients, (output, all) =>
        {
            foreach (ApiClientModel client in all)
                EmittedFile.Of(HintName(client.Settings, client.Settings.ClientName), () => ClientEmitter.Emit(client)).AddTo(output);
        });

        context.RegisterSourceOutput(types, (output, all) =>
        {
            foreach (ClientTypes client in all)
                EmittedFile.Of(HintName(client.Settings, JsonResolverEmitter.ClassName(client.Settings)), () => JsonResolverEmitter.Emit(client)).AddTo(output);
        });

        // Which pages there are, and which are linked to, changes seldom, so that few edits look at every link.
        IncrementalValueProvider<DocPaths> paths = models
            .Select((page, _) => new PageLinks(page.Set.Key, page.Model.Path, page.Model.LinkedPages))
            .Collect()
            .Select((all, _) => new DocPaths(all))
            .WithTrackingName(TrackingNames.Paths);
        IncrementalValuesProvider<Page> checkedPages = pages.Combine(paths)
            .Select((pair, _) => pair.Right.Check(pair.Left))
            .WithTrackingName(TrackingNames.Links);
        ReportDiagnostics(context, checkedPages, apis);
    }

    /// <summary>
    /// Gives each doc the docs that it includes. Which paths are included, and what stands there, changes seldom: so that an edit of
    /// another page looks at no other.
    /// </summary>
    private static IncrementalValuesProvider<Document> WithIncluded(IncrementalValuesProvider<Document> documents)
    {
        IncrementalValueProvider<IncludedPaths> paths = documents
            .Select((document, _) => document.ToIncludes())
            .Collect()
            .Select((all, _) => new IncludedPaths(all));
        IncrementalValueProvider<IncludedDocs> included = documents.Combine(paths)
            .Select((pair, _) => pair.Right.Want(pair.Left) ? pair.Left : null)
            .Collect()
            .Select((all, _) => new IncludedDocs(all));
        return documents.Combine(included)
            .Select((pair, _) => pair.Right.Into(pair.Left))
            .WithTrackingName(TrackingNames.Included);
    }

    /// <summary>In a project of tests, the answers that the docs show take the client's place: one file for each set.</summary>
    private static void EmitExamples(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<Document> documents,
        Ahead<Document> reading,
        IncrementalValueProvider<LanguageVersion> version)
    {
        IncrementalValuesProvider<ExamplePage> pages = documents
            .Select((document, cancellation) =>
            {
                reading.Complete(cancellation);
                return ExamplePage.Read(document);
            })
            .WithTrackingName(TrackingNames.Examples);
        context.RegisterSourceOutput(pages.Collect().Combine(version), (output, pair) =>
        {
            if (!LinkedSets.CanEmit(pair.Right) && pair.Left.Length > 0)
            {
                output.ReportDiagnostic(LinkedSets.TooOld(pair.Right).ToDiagnostic());
                return;
            }

            foreach (IGrouping<string, ExamplePage> set in pair.Left.GroupBy(page => page.Set.Key, StringComparer.Ordinal))
            {
                (PageModel, EquatableArray<ExampleAnswer>)[] ordered =
                    [.. set.OrderBy(page => page.Model.Path, StringComparer.Ordinal).Select(page => (page.Model, page.Answers))];
                ApiSettings settings = set.First().Set.ToSettings();
                EmittedFile.Of(
                    HintName(settings, settings.ClientName + "Examples"),
                    () => ExamplesEmitter.Emit(settings, ExampleLinker.Link(settings, ordered, output.CancellationToken))).AddTo(output);
            }
        });
    }

    /// <summary>Diagnostics travel apart from the model, so that a shifted line reports again and emits nothing.</summary>
    private static void ReportDiagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<Page> pages,
        IncrementalValueProvider<LinkedSets> apis)
    {
        IncrementalValuesProvider<PageFindings> findings = pages.Combine(apis)
            .Select((pair, _) => pair.Right.FindingsOn(pair.Left))
            .Select((page, _) => page.ToFindings());
        IncrementalValueProvider<IncludedFindings> included = findings.Collect()
            .Select((all, _) => new IncludedFindings(all))
            .WithTrackingName(TrackingNames.IncludedFindings);
        IncrementalValuesProvider<PageFindings> reported = findings.Combine(included)
            .Select((pair, _) => pair.Right.Into(pair.Left))
            .WithTrackingName(TrackingNames.Diagnostics);
        context.RegisterSourceOutput(reported, static (output, page) =>
        {
            foreach (Finding finding in page.Findings)
                output.ReportDiagnostic(ToDiagnostic(page.FullPath, finding));
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

    private static Diagnostic ToDiagnostic(string path, Finding finding)
    {
        SourceSpan span = finding.Span;
        var location = Location.Create(
            path,
            new TextSpan(span.Start, span.Length),
            new LinePositionSpan(new LinePosition(span.StartLine, span.StartColumn), new LinePosition(span.EndLine, span.EndColumn)));
        return Diagnostic.Create(Rules.Get(finding.RuleId), location, [.. finding.Arguments]);
    }
}
