using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>
/// Chooses the emitted file of each operation group: the file of the group with the same name in the docs. If there is
/// none, the file of the group that most of its operations come from, or else a new file.
/// </summary>
internal sealed class GroupHomes
{
    private readonly Dictionary<string, (string Beside, string HintName)> _files = new(StringComparer.Ordinal);

    /// <param name="files">The hint name of each file.</param>
    /// <param name="groupOf">The name of the group in each file; empty if it has none.</param>
    /// <param name="operations">All operations.</param>
    public GroupHomes(EquatableArray<string> files, EquatableArray<string> groupOf, PinnedOperations operations)
    {
        Dictionary<string, string> linked = Enumerable.Range(0, files.Count).Where(i => groupOf[i].Length > 0)
            .ToDictionary(i => groupOf[i], i => files[i], StringComparer.Ordinal);
        var free = new HashSet<string>(linked.Keys, StringComparer.Ordinal);
        var names = new HashSet<string>(files, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, _) in operations.Groups.Where(group => free.Remove(group.Name)))
            _files.Add(name, (linked[name], linked[name]));
        foreach ((string name, EquatableArray<PinnedOperation> members) in operations.Groups
            .Where(group => !linked.ContainsKey(group.Name)))
        {
            string[] sources = [.. members.GroupBy(one => one.From.Name, StringComparer.Ordinal)
                .OrderByDescending(same => same.Count())
                .ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key)];
            string beside = linked[sources[0]];
            _files.Add(name, (beside,
                Array.Find(sources, free.Remove) is { } source ? linked[source] : OwnFile(name, beside, names)));
        }
    }

    /// <summary>
    /// Returns two hint names for a group: the file of the group in the docs that most of its operations come from, and
    /// the file that the group is emitted into.
    /// </summary>
    public (string Beside, string HintName) FileOf(string group) => _files[group];

    private static string OwnFile(string group, string beside, HashSet<string> names)
    {
        string folder = beside.Substring(0, beside.LastIndexOf('/') + 1);
        string name = Inflection.Singular(group);
        while (!names.Add(folder + name + ".g.cs"))
            name += "Operations";
        return folder + name + ".g.cs";
    }
}
