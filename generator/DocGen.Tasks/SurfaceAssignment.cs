using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>
/// Assigns the surface files of a project to its doc sets. A file serves only one set, because accepting a set drops
/// all other names from the file. If several sets could have a file, it belongs to the set for which the project names
/// it. Otherwise it belongs to the set with the nearest docs. If several are equally near, it belongs to the first one,
/// and the others report this.
/// </summary>
internal sealed class SurfaceAssignment
{
    private readonly Dictionary<string, (SetSurface Set, int Distance)> _owners = new(StringComparer.Ordinal);
    private readonly SetSurface[] _sets;
    private readonly string _projectFile;

    private SurfaceAssignment(SetSurface[] sets, string projectFile)
    {
        _sets = sets;
        _projectFile = projectFile;
    }

    /// <param name="sets">The docs of each set.</param>
    /// <param name="named">The file that the project names for a set, by the set's name.</param>
    /// <param name="projectFile">The full path of the project.</param>
    public static SetSurface[] Of(
        IEnumerable<IGrouping<string, string>> sets, Func<string, ITaskItem?> named, string projectFile)
    {
        SetSurface[] all = [.. sets.Select(set => new SetSurface(set.Key, [.. set], named(set.Key), projectFile))];
        var assignment = new SurfaceAssignment(all, projectFile);
        assignment.TakeNamed();
        assignment.TakeFound();
        assignment.TakePlaces();
        assignment.FindOutgrown();
        return all;
    }

    private void TakeNamed()
    {
        foreach (SetSurface set in _sets.Where(set => set.Named is not null))
        {
            string file = set.Named!.GetMetadata("FullPath");
            if (_owners.TryGetValue(file, out (SetSurface Set, int) owner))
                set.Contested = (file, owner.Set);
            else
                Take(set, file, -1);
        }
    }

    /// <summary>
    /// Assigns files to sets, the nearest first, so that each file belongs to the set with the nearest docs.
    /// </summary>
    private void TakeFound()
    {
        var open = _sets.Where(set => set.Named is null)
            .Select(set => (Set: set, Places: SurfaceFile.PlacesOf(set.Pages, _projectFile))).ToList();
        for (int distance = 0; open.Count > 0; distance++)
        {
            open.RemoveAll(one =>
                one.Places.Count <= distance
                || (Array.Find(one.Places[distance], File.Exists) is { } file && Settle(one.Set, file, distance)));
        }
    }

    /// <summary>
    /// Assigns a file to a set, unless another set has it. The search ends in both cases, because files above are not
    /// nearer to the docs.
    /// </summary>
    /// <returns>Always true, because the search for this set ends.</returns>
    private bool Settle(SetSurface set, string file, int distance)
    {
        if (!_owners.TryGetValue(file, out (SetSurface Set, int Distance) owner))
            Take(set, file, distance);
        else if (owner.Distance == distance)
            set.Contested = (file, owner.Set);
        return true;
    }

    private void Take(SetSurface set, string file, int distance)
    {
        set.File = file;
        _owners.Add(file, (set, distance));
    }

    private void TakePlaces()
    {
        foreach (SetSurface set in _sets.Where(set => set.File is null && set.Contested is null))
        {
            if (SurfaceFile.PlaceFor(set.Pages, _projectFile) is not { } place)
                continue;
            if (_owners.TryGetValue(place, out (SetSurface Set, int) owner))
                set.Contested = (place, owner.Set);
            else
            {
                set.Place = place;
                _owners.Add(place, (set, 0));
            }
        }
    }

    private void FindOutgrown()
    {
        foreach (SetSurface set in _sets.Where(set => set.File is null))
        {
            set.OutgrownFile = SurfaceFile.OfPages(set.Pages)
                .FirstOrDefault(file => !_owners.ContainsKey(file) && File.Exists(file));
        }
    }
}
