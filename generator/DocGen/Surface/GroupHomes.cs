using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>
/// The emitted file of each group of operations: that of the group of its name in the docs, else that of the group that most of its
/// operations come from, else one of its own.
/// </summary>
internal sealed class GroupHomes
{
    private readonly Dictionary<string, (string Beside, string HintName)> _files = new(StringComparer.Ordinal);

    public GroupHomes(IReadOnlyList<ApiFile> files, PinnedOperations operations)
    {
        Dictionary<string, string> linked = files.Where(file => file.Operations is not null)
            .ToDictionary(file => file.Operations!.Name, file => file.HintName, StringComparer.Ordinal);
        var free = new HashSet<string>(linked.Keys, StringComparer.Ordinal);
        var names = new HashSet<string>(files.Select(file => file.HintName), StringComparer.OrdinalIgnoreCase);
        IGrouping<string, PinnedOperation>[] groups = [.. operations.All.GroupBy(one => one.Group, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)];
        foreach (IGrouping<string, PinnedOperation> group in groups.Where(group => free.Remove(group.Key)))
            _files.Add(group.Key, (linked[group.Key], linked[group.Key]));
        foreach (IGrouping<string, PinnedOperation> group in groups.Where(group => !linked.ContainsKey(group.Key)))
        {
            string[] sources = [.. group.GroupBy(one => one.From.Name, StringComparer.Ordinal).OrderByDescending(same => same.Count())
                .ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key)];
            string beside = linked[sources[0]];
            _files.Add(group.Key, (beside, Array.Find(sources, free.Remove) is { } source ? linked[source] : OwnFile(group.Key, beside, names)));
        }
    }

    /// <summary>A file's hint name, and that of a file whose page owns it.</summary>
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
