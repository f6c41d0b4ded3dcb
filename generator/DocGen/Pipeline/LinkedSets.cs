using System.Globalization;
using System.Collections.Immutable;
using DocGen.Generator.Checks;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Emission;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Snippets;
using DocGen.Generator.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>The doc sets of a project. Each set is linked separately.</summary>
internal sealed class LinkedSets
{
    private readonly Dictionary<string, LinkedApi> _apis = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageOfSet> _repeated = new(StringComparer.Ordinal);
    private readonly bool _canEmit;
    private readonly Dictionary<string, SetCache> _caches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExampleCheck> _examples = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Api, string Page), EquatableArray<LinkFinding>> _findings = [];
    private readonly Dictionary<(string Api, string Page), EquatableArray<Finding>> _byOthers = [];
    private readonly Dictionary<string, SnippetLinker> _snippets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SurfaceText> _surfaces = new(StringComparer.Ordinal);
    private readonly List<(SurfaceText Surface, SurfaceFinding Finding)> _surfaceFindings = [];
    private readonly Dictionary<string, IncludedPages> _included = new(StringComparer.Ordinal);

    /// <summary>The clients of all sets that have operations.</summary>
    public EquatableArray<ApiClientModel> Clients { get; private set; }

    /// <summary>The types of each client.</summary>
    public EquatableArray<ClientTypes> Types =>
        !_canEmit ? default : _apis.OrderBy(api => api.Key, StringComparer.Ordinal)
        .Select(api => api.Value.Types).OfType<ClientTypes>().ToEquatableArray();

    /// <summary>The problems of the project and its configuration.</summary>
    public EquatableArray<ConfigurationFinding> Configuration { get; private set; }

    /// <summary>The full paths of all docs, sorted by set and then by path.</summary>
    public EquatableArray<string> FullPaths { get; private set; }

    /// <summary>Findings about entries of surface files that are not on any page.</summary>
    public EquatableArray<(SurfaceText Surface, SurfaceFinding Finding)> SurfaceFindings =>
        _surfaceFindings.ToEquatableArray();

    private LinkedSets(LanguageVersion version) => _canEmit = CanEmit(version);

    public static bool CanEmit(LanguageVersion version) => version >= LanguageVersion.CSharp12;

    public static ConfigurationFinding TooOld(LanguageVersion version) =>
        new(Rules.LanguageVersion.Id, EquatableArray.Of(version.ToDisplayString()));

    /// <param name="version">The project's version of C#. If the version is too old, only findings are
    /// returned.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LinkedSets Link(
        ImmutableArray<PageOfSet> pages, ImmutableArray<SurfaceText> surfaces, LanguageVersion version,
        PipelineCache cache, CancellationToken cancellation)
    {
        var sets = new LinkedSets(version);
        var configuration = new List<ConfigurationFinding>();
        foreach (SurfaceText surface in surfaces.OrderBy(one => one.FullPath, StringComparer.Ordinal))
            sets._surfaces[surface.Set] = surface;
        var clients = new List<ApiClientModel>();
        var fullPaths = new List<string>(pages.Length);
        foreach (IGrouping<string, PageOfSet> group in pages.GroupBy(p => p.Set.Key, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            PageOfSet[] ordered = [.. group];
            Ordinal.Sort(ordered, p => p.Model.Path, p => p.FullPath);
            ordered = sets.LeaveOutRepeats(ordered);
            fullPaths.AddRange(ordered.Select(p => p.FullPath));
            configuration.AddRange(sets.LeaveOutDoubles(ordered));
            ordered = [.. ordered.Where(p => !sets._left.Contains(p.FullPath))];
            DocSet set = ordered[0].Set;
            configuration.AddRange(Check(set, ordered));
            SetCache known = cache.Of(set);
            sets._caches.Add(group.Key, known);
            LinkedApi api = sets.Link(set, ordered, known, configuration, cancellation);
            sets.Add(group.Key, api);
            sets._examples.Add(group.Key, new ExampleCheck([.. api.Files], known.Examples));
            known.KeepOnly(ordered);
            if (api.Client is { } client)
                clients.Add(client with { Size = new ApiSize(ordered.Length, api.OperationCount) });
        }

        if (pages.Length > 0 && !sets._canEmit)
            configuration.Add(TooOld(version));
        cache.KeepOnly(
            pages.Select(page => page.FullPath), new HashSet<string>(sets._apis.Keys, StringComparer.Ordinal),
            sets._apis.Values.SelectMany(api => api.Files).Select(file => file.HintName));
        sets.Clients = sets._canEmit ? clients.ToEquatableArray() : default;
        sets.Configuration = configuration.ToEquatableArray();
        sets.FullPaths = fullPaths.ToEquatableArray();
        return sets;
    }

    /// <summary>Returns the emitted files of a page. If two rows repeat a page, only one row has the files.</summary>
    public EquatableArray<ApiFile> FilesOf(PageOfSet page) =>
        !_canEmit || _left.Contains(page.FullPath) || IsRepeat(page)
            ? default
            : _apis[page.Set.Key].FilesOf(page.Model.Path);

    /// <summary>Returns the findings on a page, from all stages.</summary>
    public PageFindings FindingsOn(Page page, LinkCheck paths)
    {
        if (_left.Contains(page.FullPath))
            return Merge(page, new MoreFindings(paths.FindingsOn(page.Set.Key, page.FullPath), default, default,
                default));
        (string, string) key = (page.Set.Key, page.Parsed.Model.Path);
        _findings.TryGetValue(key, out EquatableArray<LinkFinding> linked);
        _byOthers.TryGetValue(key, out EquatableArray<Finding> byOthers);
        Page whole = Whole(page);
        return Merge(whole, new MoreFindings(
            paths.FindingsOn(page.Set.Key, page.FullPath), linked,
            Misfits(whole).Concat(Unsendable(page)).ToEquatableArray(), byOthers));
    }

    private PageFindings Merge(Page page, MoreFindings more) =>
        _caches[page.Set.Key].Findings.Get(page.FullPath, new PageFindingsInput(page, more));

    /// <summary>Returns the page with its included files.</summary>
    internal Page Whole(Page page) =>
        _included.TryGetValue(page.Set.Key, out IncludedPages? included)
            && included.Of(page.Parsed.Model.Path) is { } whole ? page with { Parsed = whole } : page;

    /// <summary>
    /// Checks the examples of a page. An exception in the check becomes a finding, so the output is not lost.
    /// </summary>
    private EquatableArray<Finding> Misfits(Page page)
    {
        try
        {
            return _examples[page.Set.Key].FindingsOn(page.Parsed);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return EquatableArray.Of(
                new Finding(Rules.InternalError.Id, default,
                    EquatableArray.Of(FindingSink.Shown(e.GetType().Name + ": " + e.Message))));
        }
    }

    /// <summary>Returns a finding for each request that no method can send, at the line of the request.</summary>
    private IEnumerable<Finding> Unsendable(Page page) =>
        !_snippets.TryGetValue(page.Set.Key, out SnippetLinker? snippets) ? []
        : snippets.ProblemsOn(page.Parsed.Model.Path).Where(problem => problem.Request < page.Requests.Count)
            .Select(problem => new Finding(Rules.ExampleWithoutCall.Id, page.Requests[problem.Request].Span,
                EquatableArray.Of(FindingSink.Shown(problem.Text))));

    private void Add(string name, LinkedApi api)
    {
        _apis.Add(name, api);
        _included.TryGetValue(name, out IncludedPages? included);
        Finding? InFile(LinkFinding finding) =>
            included?.Of(finding.Page)?.PlaceOf(finding.AnchorKey) is { Included: not null } place
                ? new Finding(finding.RuleId, place, finding.Arguments)
                : null;
        foreach (IGrouping<string, LinkFinding> page in api.Findings
            .GroupBy(finding => finding.Page, StringComparer.Ordinal))
            _findings.Add((name, page.Key), page.Where(finding => InFile(finding) is null).ToEquatableArray());
        if (included is null)
            return;
        IEnumerable<Finding> inFiles = included.Findings.Concat(api.Findings.Select(InFile).OfType<Finding>());
        foreach (IGrouping<string, Finding> file in inFiles.GroupBy(finding => finding.Span.Included!,
            StringComparer.Ordinal))
            _byOthers.Add((name, file.Key),
                file.Select(finding => finding with { Span = finding.Span with { Included = null } }).Distinct()
                    .ToEquatableArray());
    }

    /// <summary>
    /// Removes repeated docs. If docs were reordered or added, and then a doc is edited, Roslyn 4.8 repeats the row of
    /// another doc. Both rows are equal, so they are distinguished by reference.
    /// </summary>
    private PageOfSet[] LeaveOutRepeats(PageOfSet[] ordered)
    {
        var pages = new List<PageOfSet>(ordered.Length);
        foreach (PageOfSet page in ordered)
        {
            if (pages.Count > 0 && pages[pages.Count - 1].FullPath == page.FullPath)
                _repeated[page.FullPath] = pages[pages.Count - 1];
            else
                pages.Add(page);
        }

        return _repeated.Count == 0 ? ordered : [.. pages];
    }

    private bool IsRepeat(PageOfSet page) =>
        _repeated.TryGetValue(page.FullPath, out PageOfSet? first) && !ReferenceEquals(first, page);

    /// <summary>
    /// Excludes and reports docs that have the same relative path below different folders. The first of them is kept.
    /// </summary>
    private List<ConfigurationFinding> LeaveOutDoubles(PageOfSet[] ordered)
    {
        var findings = new List<ConfigurationFinding>();
        for (int i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Model.Path != ordered[i - 1].Model.Path)
                continue;
            _left.Add(ordered[i].FullPath);
            findings.Add(new ConfigurationFinding(Rules.DoublePath.Id,
                EquatableArray.Of(FindingSink.Shown(ordered[i].Model.Path))));
        }

        return findings;
    }

    /// <summary>Links a set. An exception becomes a finding, so only the output of this set is lost.</summary>
    private LinkedApi Link(
        DocSet set, PageOfSet[] pages, SetCache cache, List<ConfigurationFinding> configuration,
        CancellationToken cancellation)
    {
        try
        {
            var included = new IncludedPages(pages.Select(p => p.Model), cache, cancellation);
            _included.Add(set.Key, included);
            LinkedApi all = Linker.Link(set.ToSettings(), set.ServiceRoot.Length == 0 ? null : set.ServiceRoot,
                pages.Select(p => included.Of(p.Model.Path)?.Model ?? p.Model), cache.Linking, cancellation);
            if (_surfaces.TryGetValue(set.Key, out SurfaceText? surface))
                all = Pinned(all, surface, cache.Surface);
            if (all.Client is null && !all.Files.Any() && pages.Length > 0)
            {
                string count = pages.Length.ToString(CultureInfo.InvariantCulture);
                configuration.Add(new ConfigurationFinding(Rules.NoRequest.Id, EquatableArray.Of(count)));
            }

            LinkedApi selected = all.Selected(Selection.Of(set.Include, set.Exclude), cache.Linking);
            if (all.Client is not null && selected.Client is null)
                configuration.Add(new ConfigurationFinding(Rules.NothingSelected.Id,
                    EquatableArray.Of(FindingSink.Shown(set.Include), FindingSink.Shown(set.Exclude))));
            return set.XmlExamples ? WithExamples(set, pages, selected) : selected;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            configuration.Add(new ConfigurationFinding(Rules.InternalError.Id,
                EquatableArray.Of(FindingSink.Shown(e.GetType().Name + ": " + e.Message))));
            return new LinkedApi(null, new Dictionary<string, EquatableArray<ApiFile>>(), default);
        }
    }

    /// <summary>Returns the API with the names of its surface file, and with findings for the differences.</summary>
    private LinkedApi Pinned(LinkedApi api, SurfaceText surface, SurfaceCache cache)
    {
        if (surface.File.NewerVersion is not null)
            return api;
        Pins pins = cache.Pins.Get("", surface.File.Surface);
        LinkedApi pinned = PinnedApi.Of(api, pins, cache);
        var check = SurfaceCheck.Of(pinned, pins, cache);
        _surfaceFindings.AddRange(check.OnFile.Select(finding => (surface, finding)));
        return pinned.With(check.OnPages);
    }

    private LinkedApi WithExamples(DocSet set, PageOfSet[] pages, LinkedApi api)
    {
        SnippetLinker snippets = SnippetLinker.Link(api, pages.Select(page => (page.Model.Path, page.Requests)));
        _snippets.Add(set.Key, snippets);
        return snippets.Api;
    }

    private static IEnumerable<ConfigurationFinding> Check(DocSet set, PageOfSet[] pages)
    {
        foreach (string part in set.Namespace.Split('.').Where(p => !Identifiers.IsIdentifier(p)).Take(1))
            yield return new ConfigurationFinding(Rules.InvalidName.Id,
                EquatableArray.Of(FindingSink.Shown(set.Namespace), "namespace"));
        if (set.ServiceRoot.Length > 0 && !ServiceRoots.IsServiceRoot(set.ServiceRoot))
            yield return new ConfigurationFinding(Rules.InvalidServiceRoot.Id,
                EquatableArray.Of(FindingSink.Shown(set.ServiceRoot)));
        if (!CSharpText.IsTypeName(set.ClientName))
            yield return new ConfigurationFinding(Rules.InvalidName.Id,
                EquatableArray.Of(FindingSink.Shown(set.ClientName), "class name"));
        foreach ((string what, Func<DocSet, string> value) in (IEnumerable<(string, Func<DocSet, string>)>)
            [("the namespace", s => s.Namespace), ("the client's name", s => s.ClientName),
                ("the service root", s => s.ServiceRoot)])
        {
            string first = value(set);
            string? other = pages.Select(p => value(p.Set)).FirstOrDefault(v => v != first);
            if (other is not null)
                yield return new ConfigurationFinding(Rules.ConflictingSettings.Id,
                    EquatableArray.Of(set.Api, what, first, other));
        }
    }
}
