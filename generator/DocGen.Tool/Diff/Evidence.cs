using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Generator.Surface;
using DocGen.Tool.Docs;

namespace DocGen.Tool.Diff;

/// <summary>
/// Lowers the wire severity of changes to members that were only in examples of the old docs: a body member that is in
/// no table, sentence or resource, or a header of one response. An example promises less than a description, so the
/// severity is one level lower. The source severity stays, because C# had the member. On plain pages, an example counts
/// as a description.
/// </summary>
/// <param name="old">The old docs.</param>
internal sealed class Evidence(DocSnapshot old)
{
    private readonly Dictionary<string, HashSet<int>> _examples = new(StringComparer.Ordinal);

    public SurfaceChange Weigh(SurfaceChange change) =>
        change.Wire < ChangeSeverity.Warning || !IsShownOnly(change) ? change
        : change with { Wire = change.Wire - 1, IsShownOnly = true };

    private bool IsShownOnly(SurfaceChange change)
    {
        if (change.OldElement is not { Name.Length: > 0 } element
            || element.Kind is not (SurfaceElementKind.Url
                or SurfaceElementKind.Sent or SurfaceElementKind.Status
                or SurfaceElementKind.AnswerHeader or SurfaceElementKind.Property or SurfaceElementKind.Value))
        {
            return false;
        }

        bool isShown = false;
        foreach (string page in PlaceFinder.PagesOf(old, element))
        {
            if (old.Models.TryGetValue(page, out PageModel? model) && model.IsPlain)
                return false;
            foreach (ElementLine line in ElementLines.Of(old.Lines(page), change, element))
            {
                if (!ExamplesOf(page).Contains(line.Line))
                    return false;
                isShown = true;
            }
        }

        return isShown;
    }

    /// <summary>Returns the lines of a page's example messages.</summary>
    private HashSet<int> ExamplesOf(string page)
    {
        if (_examples.TryGetValue(page, out HashSet<int>? lines))
            return lines;
        _examples.Add(page, lines = []);
        string text = old.Pages[page].Text.TrimStart('\uFEFF');
        var map = new LineMap(text);
        PageContent content;
        try
        {
            content = PageContent.Read(page, text, new FindingSink(map, page));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A page that can't be read has no examples. The problem was reported when the page was read.
            return lines;
        }

        foreach (Fence fence in content.Outline.Fences.Where(IsExample))
        {
            SourceSpan span = map.Span(fence.Start, fence.End);
            lines.UnionWith(Enumerable.Range(span.StartLine, span.EndLine - span.StartLine + 1));
        }

        return lines;
    }

    private static bool IsExample(Fence fence) => !fence.DefinesResource
        && (fence.Kind is FenceKind.Request or FenceKind.Response or FenceKind.Example or FenceKind.StatusLine
            || fence.Section.IsExample);
}
