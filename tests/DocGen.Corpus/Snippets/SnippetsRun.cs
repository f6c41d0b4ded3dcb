using System.Collections.Immutable;
using System.Text;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Generator.Snippets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Corpus;

/// <summary>
/// Writes every request of a doc set as C#, compiles all in one assembly, sends them to a handler and compares them
/// with the page.
/// </summary>
internal sealed class SnippetsRun
{
    // Snippets open files by name. This File class, which they resolve first, opens them in a folder of the run.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Text.Json.Nodes;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using DocGen;
        global using Corpus;

        namespace Proof
        {
            internal static class File
            {
                public static string Folder = "";

                public static FileStream OpenRead(string name) =>
                    System.IO.File.OpenRead(System.IO.Path.Combine(Folder, name));

                public static FileStream Create(string name) =>
                    System.IO.File.Create(System.IO.Path.Combine(Folder, name));
            }
        }
        """;

    public required IReadOnlyList<SnippetProof> Proofs { get; init; }

    /// <summary>Requests to other hosts, such as notifications from the service to its callers.</summary>
    public required IReadOnlyList<SnippetProof> Foreign { get; init; }

    /// <summary>
    /// The emitted characters and the time of a run, without and with the requests in the comments of methods.
    /// </summary>
    public required (long Plain, long Commented, TimeSpan PlainTime, TimeSpan CommentedTime) Comments { get; init; }

    /// <summary>The errors and warnings of the compiler in the emitted client.</summary>
    public required ImmutableArray<Diagnostic> Problems { get; init; }

    public static SnippetsRun Of(IReadOnlyList<string> docs, string? against)
    {
        ImmutableArray<PageFile> pages = GeneratorRun.ReadPages(docs);
        GeneratorRun run =
            GeneratorRun.Create(pages, Path.GetDirectoryName(Path.GetFullPath(docs[0]))!, isTracked: true);
        run.Run();
        ApiFile[] files = [.. run.Outputs<EquatableArray<ApiFile>>(TrackingNames.Files).SelectMany(owned => owned)];
        SnippetProof[] all = [.. Write(run, pages, files)];
        SnippetProof[] proofs = [.. all.Where(proof => proof.Snippet != Snippet.Foreign)];
        (ImmutableArray<Diagnostic> problems, byte[] image) = Compile(run, proofs);
        if (image.Length > 0)
            SnippetSender.Send(image, proofs);
        if (against is not null)
            OfficialSnippets.Attach(proofs, against);
        return new SnippetsRun
        {
            Comments = Measure(pages, docs),
            Proofs = proofs,
            Foreign = [.. all.Except(proofs)],
            Problems = problems
        };
    }

    /// <summary>
    /// Writes each snippet as a page that other pages can include. A request without a name gets the name of its page
    /// and a number.
    /// </summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (SnippetProof proof in Proofs.Where(proof => proof.IsExpressed))
        {
            string stem = OfficialSnippets.NameOf(proof.Example.Name ?? Path.GetFileNameWithoutExtension(proof.Path));
            string name = stem;
            for (int i = 2; !names.Add(name); i++)
                name = $"{stem}-{i}";
            File.WriteAllText(Path.Combine(folder, name + "-csharp-snippets.md"),
                $"```csharp\n{proof.Snippet.Code}```\n");
        }
    }

    private static (long, long, TimeSpan, TimeSpan) Measure(ImmutableArray<PageFile> pages, IReadOnlyList<string> docs)
    {
        (long Characters, TimeSpan Time) Run(bool xmlExamples)
        {
            GeneratorRun run =
                GeneratorRun.Create(pages, Path.GetDirectoryName(Path.GetFullPath(docs[0]))!, isTracked: false,
                xmlExamples: xmlExamples);
            TimeSpan time = run.Run();
            return (run.Result.GeneratedSources.Sum(source => (long)source.SourceText.Length), time);
        }

        (long characters, TimeSpan time) = Run(xmlExamples: false);
        (long commented, TimeSpan commentedTime) = Run(xmlExamples: true);
        return (characters, commented, time, commentedTime);
    }

    private static IEnumerable<SnippetProof> Write(GeneratorRun run, ImmutableArray<PageFile> pages, ApiFile[] files)
    {
        string? root = run.Outputs<EquatableArray<ApiClientModel>>(TrackingNames.Clients).SelectMany(clients => clients)
            .FirstOrDefault()?.ServiceRoot;
        SnippetWriter writer = SnippetWriter.Of(files, root);
        Dictionary<string,
            string> paths = run.Outputs<Page>(TrackingNames.Pages)
            .ToDictionary(page => page.FullPath, page => page.Parsed.Model.Path);
        int number = 0;
        foreach (PageFile page in pages)
        {
            foreach (RequestExample example in RequestExampleReader.Read(paths[page.Path], page.Text))
                yield return new SnippetProof(page.Path, example, ShownRequest.Of(page.Text, example),
                    writer.Write(paths[page.Path], example), number++);
        }
    }

    /// <summary>
    /// Compiles the snippets. A snippet that does not compile gets the compiler's messages and is not in the assembly.
    /// </summary>
    private static (ImmutableArray<Diagnostic> Problems, byte[] Image) Compile(GeneratorRun run, SnippetProof[] proofs)
    {
        Dictionary<string, SnippetProof> byClass = proofs.ToDictionary(proof => proof.ClassName);
        ImmutableArray<Diagnostic> problems = [];
        // Binding errors hide flow analysis errors, so each round can show more.
        for (int round = 0; round < 4; round++)
        {
            (problems, byte[] image) =
                run.Compile(
                [Tree(Usings, "Usings"),
                .. proofs.Where(proof => proof.IsCompiled).Select(proof => Tree(TextOf(proof), proof.ClassName))]);
            Diagnostic[] ofSnippets =
                [.. problems.Where(problem => byClass.ContainsKey(problem.Location.SourceTree?.FilePath ?? ""))];
            if (ofSnippets.Length == 0)
                return (problems, image);
            foreach (Diagnostic problem in ofSnippets)
                byClass[problem.Location.SourceTree!.FilePath].Errors.Add(
                    problem.Id + ": " + problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        }

        return (problems, []);
    }

    private static SyntaxTree Tree(string text, string name) =>
        CSharpSyntaxTree.ParseText(text, GeneratorRun.ParseOptions, name, Encoding.UTF8);

    // Pages may show requests of deprecated operations.
    private static string TextOf(SnippetProof proof) => $$"""
        #pragma warning disable CS0612, CS0618
        namespace Proof;

        internal static class {{proof.ClassName}}
        {
            public static async Task Run(ApiClient client)
            {
        {{proof.Snippet.Code}}
            }
        }
        """;
}
