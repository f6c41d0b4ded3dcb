using DocGen.Generator.Checks;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Generator.Surface;

namespace DocGen.Generator.Pipeline;

/// <summary>Results for one doc set, for reuse by the next run.</summary>
internal sealed class SetCache
{
    private readonly NameSet.Cache _names = new();

    public LinkCache Linking { get; } = new();

    public SurfaceCache Surface { get; } = new();

    public ExampleCache Examples { get; } = new();

    /// <summary>Files that pages include, by path.</summary>
    public Cached<PageModel, IncludedFile> IncludedFiles { get; } = new(ToFile);

    /// <summary>Pages that were read with their included files, by path.</summary>
    public Cached<IncludingPage, ParsedPage> WithIncludes { get; } = new(page => page.Read());

    /// <summary>The findings on each page from all stages, by full path.</summary>
    public Cached<PageFindingsInput, PageFindings> Findings { get; } = new(PageFindings.Merge);

    /// <summary>Drops the results of removed pages.</summary>
    public void KeepOnly(IReadOnlyCollection<PageOfSet> pages)
    {
        NameSet paths = _names.Of("page", pages.Select(page => page.Model.Path));
        Examples.Findings.KeepOnly(paths);
        IncludedFiles.KeepOnly(paths);
        WithIncludes.KeepOnly(paths);
        Findings.KeepOnly(_names.Of("doc", pages.Select(page => page.FullPath)));
    }

    internal static IncludedFile ToFile(PageModel part) => new(part.Path, part.Text!, part.Includes);
}
