using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>
/// The class names of all emitted types. A type in the surface file keeps its class. A new class gets a name that
/// neither the file nor another class has. An unnamed object is identified by the member that has it.
/// </summary>
internal sealed class PinnedClasses : IEquatable<PinnedClasses>
{
    private readonly Pins _pins;
    private readonly SortedDictionary<string, string> _renamed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SurfaceType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SurfaceEnum> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedClass> _shapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.OrdinalIgnoreCase);
    private readonly NameScope _reserved;
    private readonly NameScope _scope;
    private readonly Queue<(string Class, string Pinned)> _shown = new();

    private PinnedClasses(EquatableArray<LinkedClasses> files, PinnedOperations operations, Pins pins,
        ApiSettings settings)
    {
        _pins = pins;
        string[] reserved = [.. ReservedNames.Types, settings.ClientName, settings.ClientName + "Options",
            settings.JsonResolverName];
        _reserved = new NameScope(reserved);
        _scope = new NameScope(reserved);
        LinkedClass[] types = [.. files.SelectMany(file => file.Types)];
        LinkedClass[] enums = [.. files.SelectMany(file => file.Enums)];
        foreach (LinkedClass shape in types.Where(type => type.ODataName is null))
            _shapes.Add(shape.Name, shape);
        _values.UnionWith(enums.Where(type => type.ODataName is null).Select(type => type.Name));

        PairDocumented(types, enums);
        for (int i = 0; i < operations.All.Count; i++)
            PairShown(operations.All[i].Pin, operations.Linked[i]);
        PairShapes();
        PairUnseen(types, enums);
        foreach (string name in pins.Classes)
            _scope.TryClaim(name);
        NameNew(types.Select(type => type.Name).Concat(enums.Select(type => type.Name))
            .OrderBy(name => name, StringComparer.Ordinal));
        foreach (IGrouping<string, PinnedOperation> group in operations.All
            .GroupBy(one => one.Group, StringComparer.Ordinal))
            _groups.Add(group.Key, GroupClass(group.Key, group));
        foreach (PinnedOperation operation in operations.All)
            NameClasses(operation);
    }

    /// <param name="files">The classes of each emitted file.</param>
    /// <param name="operations">All operations.</param>
    /// <param name="pins">The surface file.</param>
    /// <param name="settings">The settings of the doc set.</param>
    public static PinnedClasses Of(EquatableArray<LinkedClasses> files, PinnedOperations operations, Pins pins,
        ApiSettings settings) =>
        new(files, operations, pins, settings);

    /// <summary>Returns the emitted name of a class from linking.</summary>
    public string this[string name] => _renamed.TryGetValue(name, out string? renamed) ? renamed : name;

    /// <summary>Whether any class has a different name than its name from linking.</summary>
    public bool HasRenamed => _renamed.Count > 0;

    /// <summary>Returns the class of an operation group.</summary>
    public string OfGroup(string group) => _groups[group];

    public TypeRef this[TypeRef type] =>
        type.Name is { } name && _renamed.TryGetValue(name, out string? renamed) ? type with { Name = renamed } : type;

    /// <summary>Returns the file's entry for a class from linking, or null.</summary>
    public SurfaceType? PinOfType(string name) => _types.TryGetValue(name, out SurfaceType? type) ? type : null;

    /// <inheritdoc cref="PinOfType"/>
    public SurfaceEnum? PinOfEnum(string name) => _enums.TryGetValue(name, out SurfaceEnum? type) ? type : null;

    /// <summary>Whether both have the same name and the same entry of the file for each class.</summary>
    public bool Equals(PinnedClasses? other) =>
        ReferenceEquals(this, other) || (other is not null && _renamed.SequenceEqual(other._renamed)
        && _groups.Count == other._groups.Count
        && _groups.All(group => other._groups.TryGetValue(group.Key, out string? name) && name == group.Value)
        && _types.Count == other._types.Count
        && _types.All(type => ReferenceEquals(other.PinOfType(type.Key), type.Value))
        && _enums.Count == other._enums.Count
        && _enums.All(type => ReferenceEquals(other.PinOfEnum(type.Key), type.Value)));

    public override bool Equals(object? obj) => Equals(obj as PinnedClasses);

    public override int GetHashCode() => _renamed.Count;

    private void PairDocumented(LinkedClass[] types, LinkedClass[] enums)
    {
        foreach (LinkedClass type in types.Where(type => type.ODataName is not null))
        {
            if (_pins.TypeOf(type.ODataName!) is { } pin)
                Pair(type, pin);
            else if (_pins.EnumOf(type.ODataName!) is { } pinnedEnum)
                Keep(type.Name, pinnedEnum.Class);
        }

        foreach (LinkedClass type in enums.Where(type => type.ODataName is not null))
        {
            if (_pins.EnumOf(type.ODataName!) is { } pin)
                Pair(type.Name, pin);
            else if (_pins.TypeOf(type.ODataName!) is { } pinnedType)
                Keep(type.Name, pinnedType.Class);
        }
    }

    private void PairShown(SurfaceOperation? pin, SurfaceOperation now)
    {
        if (pin is null)
            return;
        foreach (SurfaceMember member in now.Members)
        {
            if (pin.Members.FirstOrDefault(
                one => one.Place == member.Place && one.WireName == member.WireName) is { } same)
                Show(member.Type, same.Type);
        }

        Show(now.Answer.Type, pin.Answer.Type);
        Show(now.Answer.Uploaded, pin.Answer.Uploaded);
    }

    /// <summary>Queues two types of the same member. If both are unnamed objects, they are the same type.</summary>
    private void Show(string? now, string? pinned)
    {
        if (now is null || pinned is null)
            return;
        string name = Pins.ClassIn(now);
        if (_shapes.ContainsKey(name) || _values.Contains(name))
            _shown.Enqueue((name, Pins.ClassIn(pinned)));
    }

    private void PairShapes()
    {
        while (_shown.Count > 0)
        {
            (string name, string pinned) = _shown.Dequeue();
            if (_names.ContainsKey(name))
                continue;
            if (_shapes.TryGetValue(name, out LinkedClass? shape) && _pins.Class(pinned) is { WireName: null } type)
                Pair(shape, type);
            else if (_values.Contains(name) && _pins.Struct(pinned) is { WireName: null } values)
                Pair(name, values);
        }
    }

    /// <summary>
    /// Pairs the remaining types by class name: an unnamed object that a different member now has, or a type whose
    /// namespace changed.
    /// </summary>
    private void PairUnseen(LinkedClass[] types, LinkedClass[] enums)
    {
        foreach (LinkedClass type in types.Where(type => !_names.ContainsKey(type.Name)))
        {
            if (_pins.Class(type.Name) is { } pin && IsSameName(type.ODataName, pin.WireName))
                Pair(type, pin);
        }

        foreach (LinkedClass type in enums.Where(type => !_names.ContainsKey(type.Name)))
        {
            if (_pins.Struct(type.Name) is { } pin && IsSameName(type.ODataName, pin.WireName))
                Pair(type.Name, pin);
        }

        PairShapes();
    }

    private static bool IsSameName(string? name, string? pinned) => (name is null) == (pinned is null)
        && (name is null || name.Substring(name.LastIndexOf('.') + 1)
            .Equals(pinned!.Substring(pinned.LastIndexOf('.') + 1), StringComparison.OrdinalIgnoreCase));

    private void Pair(LinkedClass type, SurfaceType pin)
    {
        if (!Keep(type.Name, pin.Class))
            return;
        _types.Add(type.Name, pin);
        foreach (SurfaceName shown in type.Shows)
        {
            if (pin.Properties.FirstOrDefault(one => one.WireName == shown.WireName) is { } same)
                Show(shown.Name, same.Type);
        }
    }

    private void Pair(string name, SurfaceEnum pin)
    {
        if (Keep(name, pin.Class))
            _enums.Add(name, pin);
    }

    /// <summary>
    /// Gives a class its name from the file. If the name is invalid or taken, the class is treated as new.
    /// </summary>
    private bool Keep(string name, string pinned)
    {
        if (_names.ContainsKey(name) || !_reserved.IsFree(pinned) || !_kept.Add(pinned))
            return false;
        Name(name, pinned);
        return true;
    }

    private void Name(string name, string final)
    {
        _names.Add(name, final);
        if (name != final)
            _renamed.Add(name, final);
    }

    private void NameNew(IEnumerable<string> names)
    {
        foreach (string name in names.Where(name => !_names.ContainsKey(name)))
            Name(name, _scope.Claim(name, "Resource"));
    }

    /// <summary>Names the request and response classes of an operation.</summary>
    private void NameClasses(PinnedOperation operation)
    {
        (Operation linked, SurfaceOperation? pin) = (operation.Operation, operation.Pin);
        bool isMoved = operation.Group != operation.From.Name || operation.Method != linked.MethodName;
        string Wanted(string name, string moved) => isMoved ? moved : name;
        NameClass(linked.RequestClass, pin?.RequestClass,
            Wanted(linked.RequestClass, SurfaceDefaults.RequestClass(operation.Group, operation.Method)));
        if (linked.ResponseClass is { } response)
            NameClass(response, pin?.ResponseClass,
                Wanted(response, SurfaceDefaults.ResponseClass(operation.Group, operation.Method, AnswerKind.Value)!));
    }

    private void NameClass(string name, string? pinned, string wanted)
    {
        if (pinned is null || !Keep(name, pinned))
            Name(name, _scope.Claim(wanted, "Operation"));
    }

    private string GroupClass(string group, IEnumerable<PinnedOperation> operations)
    {
        if (_pins.Surface.Operations.FirstOrDefault(one => one.Group == group) is { } pin
            && (pin.GroupClass ?? SurfaceDefaults.GroupClass(group)) is var pinned && _reserved.IsFree(pinned)
            && _kept.Add(pinned))
        {
            return pinned;
        }

        OperationGroup from = operations.First().From;
        return _scope.Claim(from.Name == group ? from.ClassName : SurfaceDefaults.GroupClass(group), "Operation");
    }
}
