using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using DocGen.Generator.Model;
using DocGen.Generator.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Corpus.Surface;

/// <summary>
/// Tests a surface file: changes the docs in ways that would rename or reshape C#, and compares the C# of everything
/// that remains on the wire.
/// </summary>
internal sealed partial class SurfaceRun
{
    private readonly ImmutableArray<PageFile> _pages;
    private readonly string _projectDir;
    private readonly IReadOnlyList<ApiFile> _files;
    private readonly ApiSurface _surface;
    private readonly int _count;

    private SurfaceRun(IReadOnlyList<string> docs, int count)
    {
        _pages = GeneratorRun.ReadPages(docs);
        _projectDir = Path.GetDirectoryName(Path.GetFullPath(docs[0]))!;
        _count = count;
        GeneratorRun run = Generate(_pages, null);
        _files = CorpusRun.FilesOf(run);
        _surface = SurfaceReader.Of(_files, null);
        Text = SurfaceWriter.Write(_surface);
        SurfaceFile read = SurfaceParser.Parse(Text);
        IsRoundTrip = read.Faults.IsEmpty && SurfaceWriter.Write(read.Surface) == Text;
        TimeSpan[] parsing = [.. Enumerable.Range(0, 45).Select(_ => Time(() => SurfaceParser.Parse(Text)))];
        (FirstParsing, Parsing) = (parsing[0], parsing.TakeLast(15).Order().ElementAt(7));
        OwnChanges = _files.Order(
            Comparer<ApiFile>.Create((one, other) => string.CompareOrdinal(one.HintName, other.HintName)))
            .Zip(CorpusRun.FilesOf(Generate(_pages, Text)).OrderBy(file => file.HintName, StringComparer.Ordinal))
            .Count(pair => !pair.First.Equals(pair.Second));
    }

    /// <summary>The surface file of the docs.</summary>
    public string Text { get; }

    /// <summary>Whether the text is parsed without faults and written again without changes.</summary>
    public bool IsRoundTrip { get; }

    /// <summary>The median time of parsing after warm-up, as in a compiler server.</summary>
    public TimeSpan Parsing { get; }

    /// <summary>The time of the second parse in this process, before the JIT optimizes the parser.</summary>
    public TimeSpan FirstParsing { get; }

    /// <summary>
    /// The number of emitted files that change if the docs get their own surface file. There must be none.
    /// </summary>
    public int OwnChanges { get; }

    public SurfaceCosts? Costs { get; private set; }

    public List<SurfaceTrial> Trials { get; } = [];

    /// <param name="count">The number of pages that each trial changes.</param>
    /// <param name="seed">The seed that selects the pages.</param>
    public static SurfaceRun Of(IReadOnlyList<string> docs, int count, int seed)
    {
        var run = new SurfaceRun(docs, count);
        run.Costs = Corpus.Costs.MeasureSurface(run._pages, run._projectDir, run.Text);
#pragma warning disable CA5394 // The selection must be reproducible.
        int[] order = [.. Enumerable.Range(0, run._pages.Length)];
        new Random(seed).Shuffle(order);
#pragma warning restore CA5394
        run.Try("pages renamed", run.Renamed(order));
        run.Try("a URL added", run.Edited(order, WithUrl));
        run.Try("a URL removed", run.Edited(order, WithoutUrl));
        run.Try("pages removed", [.. run._pages.Where((_, i) => !order.Take(count).Contains(i))]);
        return run;
    }

    private void Try(string name, ImmutableArray<PageFile> pages)
    {
        ApiSurface free = SurfaceReader.Of(CorpusRun.FilesOf(Generate(pages, null)), null);
        GeneratorRun run = Generate(pages, Text);
        ApiSurface pinned = SurfaceReader.Of(CorpusRun.FilesOf(run), null);
        string user = UserCode.Of(_files, pinned);
        (ImmutableArray<Diagnostic> problems,
            _) = run.Compile([CSharpSyntaxTree.ParseText(user, GeneratorRun.ParseOptions, "User.cs")]);
        string[] lines = user.Split('\n');
        var reported = new HashSet<string>(
            SurfaceDiff.Of(_surface, pinned).Where(change => change.Severity >= ChangeSeverity.Warning)
                .Select(change => change.OldElement?.Owner).OfType<string>(),
            StringComparer.Ordinal);
        string[] unreported =
        [
            .. problems.Where(problem => LineOf(problem, lines) is not { } line || !reported.Contains(OwnerOf(line)))
                .Select(problem => problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
                    + ": " + (LineOf(problem, lines) ?? problem.Location.ToString())),
        ];
        Trials.Add(new SurfaceTrial(
            name, SurfaceNames.Changed(_surface, free).Count, SurfaceNames.Changed(_surface, pinned),
            problems.Length - unreported.Length, unreported));
    }

    private static string OwnerOf(string line) =>
        line[(line.LastIndexOf(UserCode.OwnerMark, StringComparison.Ordinal) + UserCode.OwnerMark.Length)..];

    private static string? LineOf(Diagnostic problem, string[] user) =>
        problem.Location.SourceTree?.FilePath == "User.cs"
        ? user[problem.Location.GetLineSpan().StartLinePosition.Line] : null;

    private GeneratorRun Generate(ImmutableArray<PageFile> pages, string? surface)
    {
        GeneratorRun run = GeneratorRun.Create(pages, _projectDir, isTracked: true, surface: surface);
        run.Run();
        return run;
    }

    /// <summary>Renames pages to meaningless names and updates the links to them.</summary>
    private ImmutableArray<PageFile> Renamed(int[] order)
    {
        Dictionary<string, string> names = order.Take(_count).Select((page, i) => (page, i))
            .GroupBy(one => Path.GetFileName(_pages[one.page].Path), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => $"renamed{same.First().i}-page{same.First().i}.md",
                StringComparer.Ordinal);
        string New(string path) =>
            names.TryGetValue(Path.GetFileName(path), out string? name)
                ? Path.Combine(Path.GetDirectoryName(path)!, name)
                : path;
        return [.. _pages.Select(page => new PageFile(
            New(page.Path), LinkToPage()
                .Replace(page.Text, link => names.TryGetValue(link.Value, out string? name) ? name : link.Value)))];
    }

    /// <summary>
    /// Applies an edit to pages in the given order, until it has changed as many pages as a trial changes.
    /// </summary>
    private ImmutableArray<PageFile> Edited(int[] order, Func<string, string> edit)
    {
        Dictionary<int, PageFile> edited = order.Select(page => (page, Text: edit(_pages[page].Text)))
            .Where(one => one.Text != _pages[one.page].Text).Take(_count)
            .ToDictionary(one => one.page, one => new PageFile(_pages[one.page].Path, one.Text));
        return [.. _pages.Select((page, i) => edited.TryGetValue(i, out PageFile? changed) ? changed : page)];
    }

    private static string WithUrl(string text) =>
        UrlLine().Replace(text, line =>
            $"{line.Value}\n{line.Groups[1].Value} /added/{{added-id}}{line.Groups[2].Value}", 1);

    private static string WithoutUrl(string text) => TwoUrlLines().Replace(text, lines => lines.Groups[1].Value, 1);

    private static TimeSpan Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    [GeneratedRegex(@"[A-Za-z0-9_-]+\.md")]
    private static partial Regex LinkToPage();

    /// <summary>Matches a URL under the heading that lists the URLs of an operation.</summary>
    [GeneratedRegex(@"(?<=## HTTP request[^#]*?\n)(GET|POST|PATCH|PUT|DELETE) (/[^\s?]*)")]
    private static partial Regex UrlLine();

    [GeneratedRegex(@"(?<=## HTTP request[^#]*?\n)((GET|POST|PATCH|PUT|DELETE) /\S*)\r?\n\2 /\S*")]
    private static partial Regex TwoUrlLines();
}
