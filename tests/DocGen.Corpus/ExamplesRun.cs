using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using DocGen.Infrastructure;
using Microsoft.CodeAnalysis;

namespace DocGen.Corpus;

/// <summary>What it takes to have the answers of a doc set in a project of tests.</summary>
/// <param name="Answers">How many answers the docs show.</param>
/// <param name="Requests">How many of the requests have one.</param>
/// <param name="Characters">The length of what is emitted.</param>
/// <param name="Cold">The first run of the generator.</param>
/// <param name="CodeEdit">A run after somebody typed C#.</param>
/// <param name="ProseEdit">A run after a page was saved whose answers are what they were.</param>
/// <param name="AnswerEdit">A run after an answer was saved with another header.</param>
/// <param name="Handler">Making the first handler, when nothing of it is compiled yet.</param>
internal sealed record ExamplesRun(
    int Pages, int Answers, int Requests, long Characters, TimeSpan Cold, TimeSpan CodeEdit, TimeSpan ProseEdit,
    TimeSpan AnswerEdit, TimeSpan Handler,
    ImmutableArray<Diagnostic> Problems)
{
    public static ExamplesRun Of(IReadOnlyList<string> docs)
    {
        ImmutableArray<PageFile> pages = GeneratorRun.ReadPages(docs);
        string projectDir = Path.GetDirectoryName(Path.GetFullPath(docs[0]))!;
        GeneratorRun run = GeneratorRun.Create(pages, projectDir, isTracked: false, examplesOnly: true);
        TimeSpan cold = run.Run();
        long characters = run.Result.GeneratedSources.Sum(source => (long)source.SourceText.Length);
        (ImmutableArray<Diagnostic> problems, byte[] image) = run.Compile();
        run.EditCode();
        TimeSpan codeEdit = run.Run();
        run.Edit(0, pages[0].Text + "\n\nThis paragraph is new.\n");
        TimeSpan proseEdit = run.Run();
        const string Status = "HTTP/1.1 200 OK";
        int answer = Enumerable.Range(0, pages.Length)
            .FirstOrDefault(i => pages[i].Text.Contains(Status, StringComparison.Ordinal));
        run.Edit(answer, run.Pages[answer].Text.Replace(Status, Status + "\nX-New: 1", StringComparison.Ordinal));
        TimeSpan answerEdit = run.Run();
        (Example[] examples, TimeSpan handler) = problems.IsEmpty ? Load(image) : ([], default);
        return new ExamplesRun(
            pages.Length, examples.Length, examples.Select(e => e.Request).Distinct().Count(), characters, cold,
            codeEdit, proseEdit, answerEdit, handler, problems);
    }

    private static (Example[] Examples, TimeSpan Time) Load(byte[] image)
    {
        MethodInfo create = Assembly.Load(image).GetType("Corpus.ApiClientExamples")!.GetMethod("CreateHandler")!;
        long start = Stopwatch.GetTimestamp();
        object handler = create.Invoke(null, null)!;
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        FieldInfo examples = typeof(ExampleHandler).GetField("_examples",
            BindingFlags.NonPublic | BindingFlags.Instance)!;
        return ((Example[])examples.GetValue(handler)!, time);
    }
}
