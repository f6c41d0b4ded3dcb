using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using DocGen.Infrastructure;
using Microsoft.CodeAnalysis;

namespace DocGen.Corpus;

/// <summary>The costs of generating the example responses of a doc set for a test project.</summary>
/// <param name="Answers">The number of responses that the docs show.</param>
/// <param name="Requests">The number of requests with a response.</param>
/// <param name="Characters">The number of emitted characters.</param>
/// <param name="Cold">The time of the first run of the generator.</param>
/// <param name="CodeEdit">The time of a run after an edit of C#.</param>
/// <param name="ProseEdit">The time of a run after an edit of a page that does not change its responses.</param>
/// <param name="AnswerEdit">The time of a run after a header was added to a response.</param>
/// <param name="Handler">The time to create the first handler, including JIT compilation.</param>
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
