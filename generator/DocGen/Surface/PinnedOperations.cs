using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>
/// All operations of a doc set with their groups and methods. Operations in the surface file keep their names. New
/// operations get free names.
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

    /// <summary>The operations whose name in the file differs from their name in the docs.</summary>
    public IReadOnlyList<PinnedOperation> Renamed { get; }

    /// <summary>The operations of each group of the client, by name.</summary>
    public IReadOnlyList<(string Name, EquatableArray<PinnedOperation> Operations)> Groups { get; }

    /// <summary>The surface of each operation with its names from linking, in the same order.</summary>
    public IReadOnlyList<SurfaceOperation> Linked { get; }

    /// <summary>Returns the file's entry for each operation. An entry with an unusable name is ignored.</summary>
    private SurfaceOperation?[] Paired(IReadOnlyList<SurfaceOperation> now)
    {
        SurfaceOperation[] usable = [.. _pins.Surface.Operations.Where(one => _groups.IsFree(one.Group))
            .GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase).Select(same => same.First())];
        return [.. WirePairs.Of(usable, now).Select(index => index < 0 ? null : usable[index])];
    }

    /// <summary>
    /// Returns the group for new operations: the group in the docs if the file has it, otherwise the group in the file
    /// that has most of its operations.
    /// </summary>
    private static string HomeOf(OperationGroup group, string[] pinned) =>
        pinned.Length == 0 || pinned.Contains(group.Name) ? group.Name
        : pinned.GroupBy(name => name, StringComparer.Ordinal).OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal).First().Key;

    /// <summary>
    /// Returns a new operation's method. If the name is taken, it gets a suffix: the last literal of the operation's
    /// URL that is in neither the method nor the group.
    /// </summary>
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
