using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using DocGen.Generator.Model;
using DocGen.Generator.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Corpus.Surface;

/// <summary>
/// What a surface file holds: the docs are changed in ways that rename and reshape C# without one, and what the wire
/// still has is compared.
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

    /// <summary>The text is read without a fault, and written again the same.</summary>
    public bool IsRoundTrip { get; }

    /// <summary>The median of several times, as a compiler server sees it that has read one before.</summary>
    public TimeSpan Parsing { get; }

    /// <summary>The second time in this process, before the parser is compiled for speed.</summary>
    public TimeSpan FirstParsing { get; }

    /// <summary>Files that differ where the docs' own surface is given: there must be none.</summary>
    public int OwnChanges { get; }

    public SurfaceCosts? Costs { get; private set; }

    public List<SurfaceTrial> Trials { get; } = [];

    /// <param name="count">How many pages or operations each change touches.</param>
    /// <param name="seed">Draws them.</param>
    public static SurfaceRun Of(IReadOnlyList<string> docs, int count, int seed)
    {
        var run = new SurfaceRun(docs, count);
        run.Costs = Corpus.Costs.MeasureSurface(run._pages, run._projectDir, run.Text);
#pragma warning disable CA5394 // The draw must be the same every time.
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
                .Select(change => change.OldThing?.Owner).OfType<string>(),
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

    /// <summary>Pages under names that say nothing, and links to them as a rename in an editor changes them.</summary>
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

    /// <summary>The first pages in the order that an edit changes, edited.</summary>
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

    /// <summary>A URL under the heading that has all of an operation.</summary>
    [GeneratedRegex(@"(?<=## HTTP request[^#]*?\n)(GET|POST|PATCH|PUT|DELETE) (/[^\s?]*)")]
    private static partial Regex UrlLine();

    [GeneratedRegex(@"(?<=## HTTP request[^#]*?\n)((GET|POST|PATCH|PUT|DELETE) /\S*)\r?\n\2 /\S*")]
    private static partial Regex TwoUrlLines();
}
