using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// The index of each page, by path, ignoring case. If paths differ only in case, the last page is used.
/// </summary>
internal sealed class PagePlaces
{
    private readonly Dictionary<string, int> _places;

    public PagePlaces(EquatableArray<string> paths)
    {
        _places = new Dictionary<string, int>(paths.Count, StringComparer.OrdinalIgnoreCase);
        for (int place = 0; place < paths.Count; place++)
            _places[paths[place]] = place;
    }

    /// <summary>Returns the page with the path, or null.</summary>
    public PageModel? Find(string path, PageModel[] pages) =>
        _places.TryGetValue(path, out int place) ? pages[place] : null;
}
