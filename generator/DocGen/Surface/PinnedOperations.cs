using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>
/// All operations of a doc set with their groups and methods: those that the surface file has keep theirs, and new ones
/// take what is left.
/// </summary>
internal sealed class PinnedOperations
{
    private readonly Pins _pins;
    private readonly Dictionary<string, NameScope> _methods = new(StringComparer.OrdinalIgnoreCase);
    private readonly NameScope _groups;

    private PinnedOperations(EquatableArray<OperationGroup> groups, Pins pins, string clientName)
    {
        _pins = pins;
        _groups = new NameScope(ReservedNames.ClientMembers, clientName);
        (int Group, Operation Operation)[] now =
            [.. Enumerable.Range(0, groups.Count)
                .SelectMany(group => groups[group].Operations, (group, operation) => (group, operation))];
        Linked = [.. now.Select(one => SurfaceReader.OperationOf(groups[one.Group], one.Operation))];
        SurfaceOperation?[] pinned = Paired(Linked);
        foreach (SurfaceOperation operation in pins.Surface.Operations)
            MethodsOf(operation.Group).TryClaim(operation.Method);
        ILookup<int, string> known = Enumerable.Range(0, now.Length).Where(i => pinned[i] is not null)
            .ToLookup(i => now[i].Group, i => pinned[i]!.Group);
        string[] homes = [.. groups.Select((group, i) => HomeOf(group, [.. known[i]]))];
        All = now.Select((one, i) => pinned[i] is { } pin
            ? new PinnedOperation(groups[one.Group], one.Operation, pin, pin.Group, pin.Method)
            : new PinnedOperation(groups[one.Group], one.Operation, null, homes[one.Group],
                MethodOf(homes[one.Group], one.Operation))).ToEquatableArray();
        Renamed = [.. All.Where(one => one.Pin is not null
            && (one.Group != one.From.Name || one.Method != one.Operation.MethodName))];
        Groups = [.. All.GroupBy(one => one.Group, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.ToEquatableArray()))];
    }

    public static PinnedOperations Of((EquatableArray<OperationGroup> Groups, Pins Pins, string ClientName) input) =>
        new(input.Groups, input.Pins, input.ClientName);

    public EquatableArray<PinnedOperation> All { get; }

    /// <summary>Those that the file gives another name than the docs do.</summary>
    public IReadOnlyList<PinnedOperation> Renamed { get; }

    /// <summary>The operations of each group of the client, by name.</summary>
    public IReadOnlyList<(string Name, EquatableArray<PinnedOperation> Operations)> Groups { get; }

    /// <summary>The surface of each as linking named it, in the same order.</summary>
    public IReadOnlyList<SurfaceOperation> Linked { get; }

    /// <summary>The operation of the file for each; one whose names cannot be used is as if the file did not have
    /// it.</summary>
    private SurfaceOperation?[] Paired(IReadOnlyList<SurfaceOperation> now)
    {
        SurfaceOperation[] usable = [.. _pins.Surface.Operations.Where(one => _groups.IsFree(one.Group))
            .GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase).Select(same => same.First())];
        return [.. WirePairs.Of(usable, now).Select(index => index < 0 ? null : usable[index])];
    }

    /// <summary>
    /// Where new operations of a group go: to its own name where the file has it, else with most of the group's known
    /// operations, which keep theirs.
    /// </summary>
    private static string HomeOf(OperationGroup group, string[] pinned) =>
        pinned.Length == 0 || pinned.Contains(group.Name) ? group.Name
        : pinned.GroupBy(name => name, StringComparer.Ordinal).OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal).First().Key;

    /// <summary>A new operation's method: its own, or one with the last literal of its URL that neither method nor
    /// group say.</summary>
    private string MethodOf(string group, Operation operation)
    {
        NameScope methods = MethodsOf(group);
        IEnumerable<string> longer = operation.Urls
            .SelectMany(url => url.Path.Segments.Reverse().Select(segment => segment.Name))
            .OfType<string>().Where(name => name[0] != '$').Select(name => Identifiers.Pascal(name, ""))
            .Where(word => word.Length > 0
                && (operation.MethodName + group).IndexOf(Inflection.Singular(word), StringComparison.OrdinalIgnoreCase)
                    < 0)
            .Select(word => operation.MethodName + word);
        string free = new[] { operation.MethodName }.Concat(longer).FirstOrDefault(methods.IsFree)
            ?? operation.MethodName;
        return methods.Claim(free, "Other");
    }

    private NameScope MethodsOf(string group)
    {
        if (!_methods.TryGetValue(group, out NameScope? methods))
            _methods.Add(group, methods = new NameScope([]));
        return methods;
    }
}
