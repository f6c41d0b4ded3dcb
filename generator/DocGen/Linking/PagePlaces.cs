using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The place of each page among all, by path without regard to case. Of paths that differ in case alone, the
/// last counts.</summary>
internal sealed class PagePlaces
{
    private readonly Dictionary<string, int> _places;

    public PagePlaces(EquatableArray<string> paths)
    {
        _places = new Dictionary<string, int>(paths.Count, StringComparer.OrdinalIgnoreCase);
        for (int place = 0; place < paths.Count; place++)
            _places[paths[place]] = place;
    }

    /// <summary>The page of a path, or null.</summary>
    public PageModel? Find(string path, PageModel[] pages) =>
        _places.TryGetValue(path, out int place) ? pages[place] : null;
}
