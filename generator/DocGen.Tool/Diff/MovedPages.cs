using DocGen.Generator.Surface;
using DocGen.Tool.Docs;

namespace DocGen.Tool.Diff;

/// <summary>Finds moved pages. A page moved if a new page documents the class or operation of a removed page.</summary>
internal static class MovedPages
{
    public static IEnumerable<SurfaceChange> Of(DocSnapshot old, DocSnapshot current) =>
        All(old, current).OrderBy(moved => moved.Identity, StringComparer.Ordinal);

    private static IEnumerable<SurfaceChange> All(DocSnapshot old, DocSnapshot current) =>
        from owner in old.Owners
        where owner.Value.Length == 1 && !current.Pages.ContainsKey(owner.Value[0])
            && current.PagesOf(owner.Key) is { Length: 1 } now && !old.Pages.ContainsKey(now[0])
        let places = (Old: owner.Value[0], New: current.PagesOf(owner.Key)[0])
        group owner.Key by places into moved
        select new SurfaceChange(
            SurfaceRules.PageMoved, ChangeSeverity.Info, ChangeSeverity.None, moved.Key.Old, moved.Key.New,
            $"was '{moved.Key.Old}'", moved.Key.Old, moved.Key.New, "",
            "moved", null, new SurfaceElement(SurfaceElementKind.Operation, moved.Min(StringComparer.Ordinal)!));
}
