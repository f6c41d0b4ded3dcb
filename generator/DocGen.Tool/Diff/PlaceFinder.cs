using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Generator.Surface;
using DocGen.Tool.Docs;

namespace DocGen.Tool.Diff;

/// <summary>
/// Finds the line that causes a change. It prefers an edited line that contains the changed class, operation or member,
/// then the edited line that is closest to such a line, then an edited line of any page that contains the element.
/// </summary>
internal sealed class PlaceFinder
{
    /// <summary>
    /// The extra weight of an edited line. It is greater than the weight of any line without an edit.
    /// </summary>
    private const int Touched = 1_000;

    private readonly DocSnapshot _old;
    private readonly DocSnapshot _new;
    private readonly Dictionary<string, LineDiff> _diffs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> _headings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _isEdited = new(StringComparer.Ordinal);
    private readonly Lazy<string[]> _edited;

    public PlaceFinder(DocSnapshot old, DocSnapshot current)
    {
        (_old, _new) = (old, current);
        _edited = new Lazy<string[]>(
            () => [.. old.Pages.Keys.Union(current.Pages.Keys, StringComparer.Ordinal).Where(IsEdited)
                .Order(StringComparer.Ordinal)]);
    }

    public DiffFinding Place(SurfaceChange change)
    {
        Found? now = change.NewElement is { } element ? Best(change, element, isOld: false) : null;
        Found? before = change.OldElement is { } was ? Best(change, was, isOld: true) : null;
        // A removal is on a removed line; an addition or a change is on a new line.
        bool isGone = change.Old is not null && change.New is null;
        if (!isGone && now is { IsTouched: true })
            return new DiffFinding(change, Shown(now, isOld: false), null, true);
        if (before is { IsTouched: true })
            return Gone(change, before);
        if (now is { IsTouched: true })
            return new DiffFinding(change, Shown(now, isOld: false), null, true);
        if (Elsewhere(change) is { } caused)
            return caused;
        return now is not null && now.Weight > 0 ? new DiffFinding(change, Shown(now, isOld: false), null, false)
            : before is not null ? Gone(change, before) : new DiffFinding(change, null, null, false);
    }

    private bool IsEdited(string page)
    {
        if (!_isEdited.TryGetValue(page, out bool isEdited))
        {
            isEdited = !_old.Pages.TryGetValue(page, out DocPage? old)
                || !_new.Pages.TryGetValue(page, out DocPage? current)
                || (!ReferenceEquals(old, current) && old.Text != current.Text);
            _isEdited.Add(page, isEdited);
        }

        return isEdited;
    }

    private LineDiff DiffOf(string page)
    {
        if (!_diffs.TryGetValue(page, out LineDiff? diff))
            _diffs.Add(page, diff = new LineDiff(_old.Lines(page).Lines, _new.Lines(page).Lines));
        return diff;
    }

    /// <summary>
    /// Returns the pages that document a class or an operation, and the files that these pages include.
    /// </summary>
    public static IEnumerable<string> PagesOf(DocSnapshot docs, SurfaceElement element)
    {
        string[] pages = docs.PagesOf(element.Owner);
        return pages.Concat(pages.SelectMany(page => docs.Models.TryGetValue(page, out PageModel? model)
            ? model.Includes.SelectMany(
                include => IncludeLink.Paths(page, include).Where(docs.Pages.ContainsKey).Take(1)) : []))
            .Distinct(StringComparer.Ordinal);
    }

    private Found? Best(SurfaceChange change, SurfaceElement element, bool isOld)
    {
        DocSnapshot docs = isOld ? _old : _new;
        IEnumerable<string> pages = element.Kind == SurfaceElementKind.ServiceRoot
            ? _edited.Value.Where(docs.Pages.ContainsKey)
            : PagesOf(docs, element);
        Found? best = null;
        foreach (string page in pages)
        {
            Found found = Best(change, element, page, isOld);
            if (best is null || found.Weight > best.Weight)
                best = found;
        }

        return best;
    }

    private Found Best(SurfaceChange change, SurfaceElement element, string page, bool isOld)
    {
        PageLines lines = (isOld ? _old : _new).Lines(page);
        LineDiff? diff = IsEdited(page) ? DiffOf(page) : null;
        bool IsTouched(int line) => diff is not null && (isOld ? diff.IsGone(line) : diff.IsNew(line));
        ElementLine best = ElementLines.Of(lines, change, element)
            .OrderByDescending(line => line.Weight + (IsTouched(line.Line) ? Touched : 0)).ThenBy(line => line.Line)
            .FirstOrDefault();
        if (IsTouched(best.Line) && best.Weight > 0)
            return new Found(page, best.Line, best.Column, best.Weight + Touched, true);
        if (diff?.Nearest(best.Line, isOld) is not { } nearest)
            return new Found(page, best.Line, best.Column, best.Weight, false);
        string text = lines.Lines[nearest];
        return new Found(page, nearest, text.Length - text.TrimStart().Length, (Touched / 2) + best.Weight, true);
    }

    /// <summary>
    /// Finds an edited line of any page that contains the changed class or operation. Called if no page that
    /// documents this element was edited.
    /// </summary>
    private DiffFinding? Elsewhere(SurfaceChange change)
    {
        Found? best = null;
        bool isBestOld = false;
        foreach (string page in _edited.Value)
        {
            foreach ((SurfaceElement? element,
                bool isOld) in ((SurfaceElement?, bool)[])[(change.NewElement, false), (change.OldElement, true)])
            {
                if (element is { } named && (isOld ? _old : _new).Pages.ContainsKey(page)
                    && TouchedLine(change, named, page, isOld) is { } found
                    && (best is null || found.Weight > best.Weight))
                    (best, isBestOld) = (found, isOld);
            }
        }

        return best is null
            ? null
            : isBestOld ? Gone(change, best)
            : new DiffFinding(change, Shown(best, isOld: false), null, true);
    }

    private Found? TouchedLine(SurfaceChange change, SurfaceElement element, string page, bool isOld)
    {
        LineDiff diff = DiffOf(page);
        ElementLine best = ElementLines.Of((isOld ? _old : _new).Lines(page), change, element)
            .Where(line => isOld ? diff.IsGone(line.Line) : diff.IsNew(line.Line))
            .OrderByDescending(line => line.Weight).ThenBy(line => line.Line).FirstOrDefault();
        return best.Weight > 0 ? new Found(page, best.Line, best.Column, best.Weight, true) : null;
    }

    /// <summary>Reports a removal at the nearest remaining heading, with the old line.</summary>
    private DiffFinding Gone(SurfaceChange change, Found before)
    {
        DiffPlace was = Shown(before, isOld: true);
        return _new.Pages.ContainsKey(before.Page)
            ? new DiffFinding(change,
                new DiffPlace(_new.Prefix + before.Page, HeadingLeft(before) + 1, 1, IsOld: false), was,
                before.IsTouched)
            : new DiffFinding(change, was, null, before.IsTouched);
    }

    private int HeadingLeft(Found before)
    {
        PageLines old = _old.Lines(before.Page);
        PageLines current = _new.Lines(before.Page);
        if (!_headings.TryGetValue(before.Page, out Dictionary<string, int>? left))
        {
            left = current.Headings.GroupBy(line => current.Lines[line], StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
            _headings.Add(before.Page, left);
        }

        foreach (int line in old.Headings.Reverse().SkipWhile(line => line > before.Line))
        {
            if (left.TryGetValue(old.Lines[line], out int heading))
                return heading;
        }

        return current.Headings.Count > 0 ? current.Headings[0] : 0;
    }

    private DiffPlace Shown(Found found, bool isOld) =>
        new((isOld ? _old : _new).Prefix + found.Page, found.Line + 1, found.Column + 1, isOld);

    private sealed record Found(string Page, int Line, int Column, int Weight, bool IsTouched);
}
