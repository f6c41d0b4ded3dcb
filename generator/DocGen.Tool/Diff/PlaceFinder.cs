using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Generator.Surface;
using DocGen.Tool.Docs;

namespace DocGen.Tool.Diff;

/// <summary>
/// Finds the line that makes a change: of the lines that name the thing, one that the edit touched. Where none of them was touched, the edited
/// line closest to one of them; what an edit elsewhere changes is looked for in all edited pages.
/// </summary>
internal sealed class PlaceFinder
{
    /// <summary>A touched line goes before each line that was not.</summary>
    private const int Touched = 1_000;

    private readonly DocSnapshot _old;
    private readonly DocSnapshot _new;
    private readonly Dictionary<string, LineDiff> _diffs = new(StringComparer.Ordinal);
    private readonly Lazy<string[]> _edited;

    public PlaceFinder(DocSnapshot old, DocSnapshot current)
    {
        (_old, _new) = (old, current);
        _edited = new Lazy<string[]>(() => [.. old.Pages.Keys.Union(current.Pages.Keys, StringComparer.Ordinal).Where(IsEdited).Order(StringComparer.Ordinal)]);
    }

    public DiffFinding Place(SurfaceChange change)
    {
        Found? now = change.NewThing is { } thing ? Best(change, thing, isOld: false) : null;
        Found? before = change.OldThing is { } was ? Best(change, was, isOld: true) : null;
        // What is gone stands on a line that is gone; what is new or other, on a line that is new.
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

    private bool IsEdited(string page) => !_old.Pages.TryGetValue(page, out DocPage? old) || !_new.Pages.TryGetValue(page, out DocPage? current)
        || (!ReferenceEquals(old, current) && old.Text != current.Text);

    private LineDiff DiffOf(string page)
    {
        if (!_diffs.TryGetValue(page, out LineDiff? diff))
            _diffs.Add(page, diff = new LineDiff(_old.Lines(page), _new.Lines(page)));
        return diff;
    }

    /// <summary>The pages that tell of a thing, and the files that they include.</summary>
    private static IEnumerable<string> PagesOf(DocSnapshot docs, SurfaceThing thing)
    {
        string[] pages = docs.PagesOf(thing.Owner);
        return pages.Concat(pages.SelectMany(page => docs.Models.TryGetValue(page, out PageModel? model)
            ? model.Includes.SelectMany(include => IncludeLink.Paths(page, include).Where(docs.Pages.ContainsKey).Take(1)) : [])).Distinct(StringComparer.Ordinal);
    }

    private Found? Best(SurfaceChange change, SurfaceThing thing, bool isOld)
    {
        DocSnapshot docs = isOld ? _old : _new;
        IEnumerable<string> pages = thing.Kind == ThingKind.ServiceRoot ? _edited.Value.Where(docs.Pages.ContainsKey) : PagesOf(docs, thing);
        Found? best = null;
        foreach (string page in pages)
        {
            Found found = Best(change, thing, page, isOld);
            if (best is null || found.Weight > best.Weight)
                best = found;
        }

        return best;
    }

    private Found Best(SurfaceChange change, SurfaceThing thing, string page, bool isOld)
    {
        string[] lines = (isOld ? _old : _new).Lines(page);
        Func<int, bool> isTouched = IsEdited(page) ? isOld ? DiffOf(page).IsGone : DiffOf(page).IsNew : _ => false;
        IReadOnlyList<ThingLine> named = ThingLines.Of(lines, change, thing);
        ThingLine best = named.OrderByDescending(line => line.Weight + (isTouched(line.Line) ? Touched : 0)).ThenBy(line => line.Line).FirstOrDefault();
        if (isTouched(best.Line) && best.Weight > 0)
            return new Found(page, best.Line, best.Column, best.Weight + Touched, true);
        int[] touched = IsEdited(page) ? [.. (isOld ? DiffOf(page).Gone : DiffOf(page).New).Where(line => lines[line].Trim().Length > 0)] : [];
        if (touched.Length == 0)
            return new Found(page, best.Line, best.Column, best.Weight, false);
        int nearest = touched.MinBy(line => Math.Abs(line - best.Line));
        return new Found(page, nearest, lines[nearest].Length - lines[nearest].TrimStart().Length, (Touched / 2) + best.Weight, true);
    }

    /// <summary>The thing's own pages were not edited: the touched line of any page that names it makes the change.</summary>
    private DiffFinding? Elsewhere(SurfaceChange change)
    {
        Found? best = null;
        bool isBestOld = false;
        foreach (string page in _edited.Value)
        {
            foreach ((SurfaceThing? thing, bool isOld) in ((SurfaceThing?, bool)[])[(change.NewThing, false), (change.OldThing, true)])
            {
                if (thing is { } named && (isOld ? _old : _new).Pages.ContainsKey(page) && TouchedLine(change, named, page, isOld) is { } found
                    && (best is null || found.Weight > best.Weight))
                    (best, isBestOld) = (found, isOld);
            }
        }

        return best is null ? null : isBestOld ? Gone(change, best) : new DiffFinding(change, Shown(best, isOld: false), null, true);
    }

    private Found? TouchedLine(SurfaceChange change, SurfaceThing thing, string page, bool isOld)
    {
        LineDiff diff = DiffOf(page);
        string[] lines = (isOld ? _old : _new).Lines(page);
        ThingLine best = ThingLines.Of(lines, change, thing).Where(line => isOld ? diff.IsGone(line.Line) : diff.IsNew(line.Line))
            .OrderByDescending(line => line.Weight).ThenBy(line => line.Line).FirstOrDefault();
        return best.Weight > 0 ? new Found(page, best.Line, best.Column, best.Weight, true) : null;
    }

    /// <summary>What is gone is at its old line, and is told of at the nearest heading that is left.</summary>
    private DiffFinding Gone(SurfaceChange change, Found before)
    {
        DiffPlace was = Shown(before, isOld: true);
        return _new.Pages.ContainsKey(before.Page)
            ? new DiffFinding(change, new DiffPlace(_new.Prefix + before.Page, HeadingLeft(before) + 1, 1, IsOld: false), was, before.IsTouched)
            : new DiffFinding(change, was, null, before.IsTouched);
    }

    private int HeadingLeft(Found before)
    {
        string[] old = _old.Lines(before.Page);
        string[] current = _new.Lines(before.Page);
        for (int i = Math.Min(before.Line, old.Length - 1); i >= 0; i--)
        {
            if (old[i].StartsWith('#') && Array.IndexOf(current, old[i]) is >= 0 and var heading)
                return heading;
        }

        return Math.Max(0, Array.FindIndex(current, line => line.StartsWith('#')));
    }

    private DiffPlace Shown(Found found, bool isOld) => new((isOld ? _old : _new).Prefix + found.Page, found.Line + 1, found.Column + 1, isOld);

    private sealed record Found(string Page, int Line, int Column, int Weight, bool IsTouched);
}
