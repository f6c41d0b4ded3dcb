using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Generator.Surface;

namespace DocGen.Tool.Docs;

/// <summary>
/// Reads and links docs without a compilation, with the results of the generator for a project without settings. Reuses
/// the results of the last call for pages with the same text, and for linking steps with the same input.
/// </summary>
internal sealed class DocReader
{
    private static readonly ApiSettings Settings = new("", "Docs", "ApiClient");

    private readonly SetCache _cache = new();
    private Dictionary<string, (DocPage Page, PageModel Model)> _last = new(StringComparer.Ordinal);

    public DocSnapshot Read(DocSource source, CancellationToken cancellation = default)
    {
        (DocPage Page, PageModel Model)[] read = [
            .. source.Pages.AsParallel().AsOrdered().WithCancellation(cancellation).Select(page => (page, Read(page)))];
        _last = read.ToDictionary(page => page.Page.Path, StringComparer.Ordinal);
        PageModel[] models = [.. read.Select(page => page.Model)];
        var included = new IncludedPages(models, _cache, cancellation);
        PageModel[] whole = [.. models.Select(model => included.Of(model.Path)?.Model ?? model)];
        LinkedApi api = Linker.Link(Settings, null, whole, _cache.Linking, cancellation);
        ApiSurface? accepted = source.Surface is { } text ? Parse(text, source.Prefix) : null;
        if (accepted is not null)
            api = PinnedApi.Of(api, _cache.Surface.Pins.Get("", accepted), _cache.Surface);
        return new DocSnapshot(source, accepted, whole.ToDictionary(model => model.Path, StringComparer.Ordinal), api);
    }

    private static ApiSurface Parse(string text, string docs)
    {
        SurfaceFile file = SurfaceParser.Parse(text);
        return file.NewerVersion is null ? file.Surface
            : throw new UnreadableDocsException(
                $"The surface file of '{docs}' has a newer format ({file.NewerVersion}) than this version of docgen " +
                $"reads.");
    }

    private PageModel Read(DocPage page) =>
        _last.TryGetValue(page.Path, out (DocPage Page, PageModel Model) last)
            && (ReferenceEquals(last.Page, page) || last.Page.Text == page.Text)
            ? last.Model : PageReader.Read(page.Path, page.Text).Model;
}
