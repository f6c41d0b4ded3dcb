using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Generator.Surface;
using DocGen.Tool.Docs;

namespace DocGen.Tool.Diff;

/// <summary>
/// Tells what the old docs stated from what only their examples showed: a member of a body that no table, no sentence
/// and no resource names, a header that one answer has. That was a weaker promise, so that it counts one step less on
/// the wire; C# had it all the same. Plain pages state by their examples.
/// </summary>
/// <param name="old">The docs before.</param>
internal sealed class Evidence(DocSnapshot old)
{
    private readonly Dictionary<string, HashSet<int>> _examples = new(StringComparer.Ordinal);

    public SurfaceChange Weigh(SurfaceChange change) =>
        change.Wire < ChangeSeverity.Warning || !IsShownOnly(change) ? change
        : change with { Wire = change.Wire - 1, IsShownOnly = true };

    private bool IsShownOnly(SurfaceChange change)
    {
        if (change.OldThing is not { Name.Length: > 0 } thing
            || thing.Kind is not (ThingKind.Url
                or ThingKind.Sent or ThingKind.Status
                or ThingKind.AnswerHeader or ThingKind.Property or ThingKind.Value))
        {
            return false;
        }

        bool isShown = false;
        foreach (string page in PlaceFinder.PagesOf(old, thing))
        {
            if (old.Models.TryGetValue(page, out PageModel? model) && model.IsPlain)
                return false;
            foreach (ThingLine line in ThingLines.Of(old.Lines(page), change, thing))
            {
                if (!ExamplesOf(page).Contains(line.Line))
                    return false;
                isShown = true;
            }
        }

        return isShown;
    }

    /// <summary>The lines of a page's example messages.</summary>
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
            // What cannot be read shows nothing; its reader has reported that.
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
