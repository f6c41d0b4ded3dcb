using DocGen.Generator.Model;
using static DocGen.Generator.Surface.ChangeSeverity;

namespace DocGen.Generator.Surface;

/// <summary>
/// Compares two surfaces of one API and reports the effects on callers. Each change is reported once, without its
/// consequences.
/// </summary>
internal sealed class SurfaceDiff
{
    private readonly ApiSurface _old;
    private readonly ApiSurface _new;
    private readonly TypePairs _types;
    private readonly OperationPairs _operations;
    private readonly bool _isWhole;
    private readonly List<SurfaceChange> _changes = [];

    private SurfaceDiff(ApiSurface old, ApiSurface current)
    {
        (_old, _new) = (old, current);
        _isWhole = !old.IsFromFile && !current.IsFromFile;
        _types = new TypePairs(old, current);
        _operations = new OperationPairs(old, current, _types);
        _types.FindInline(_operations.All);
    }

    /// <returns>The changes, most severe first, then by rule, identity and text.</returns>
    public static IReadOnlyList<SurfaceChange> Of(ApiSurface old, ApiSurface current)
    {
        if (old.Equals(current))
            return [];
        var diff = new SurfaceDiff(old, current);
        diff.CompareRoots();
        diff.CompareOperations();
        diff.CompareTypes();
        diff.CompareEnums();
        return [.. diff._changes.OrderByDescending(change => change.Severity)
            .ThenBy(change => change.Rule.Id, StringComparer.Ordinal)
            .ThenBy(change => change.Identity, StringComparer.Ordinal)
            .ThenBy(change => change.Text, StringComparer.Ordinal)];
    }

    private void CompareRoots()
    {
        if (!_isWhole || _old.ServiceRoot is not { } old || old == _new.ServiceRoot)
            return;
        string text = _new.ServiceRoot is { } root ? $"'{old}' is now '{root}'" : $"no page names '{old}' any more";
        new ChangeList(_changes, "service root", "the service root", "", "").Add(
            SurfaceRules.ServiceRootChanged, (SurfaceElementKind.ServiceRoot, old, _new.ServiceRoot ?? ""), text,
            (old, _new.ServiceRoot),
            _new.ServiceRoot is null ? "The client's options must set it" : "The client calls the new one",
            source: _new.ServiceRoot is null ? Error : None);
    }

    private void CompareOperations()
    {
        Dictionary<string, SurfaceOperation> named = _new.Operations
            .GroupBy(operation => operation.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var known = new HashSet<string>(_old.Operations.Select(operation => operation.Name), StringComparer.Ordinal);
        foreach (OperationPair pair in _operations.All)
        {
            if (pair.Old.Equals(pair.New) && !MayDiffer(pair.Old))
                continue;
            var changes = new ChangeList(_changes, pair.Identity, pair.New.HttpMethod + " " + pair.New.Name,
                pair.Old.Name, pair.New.Name);
            OperationDiff.Compare(pair, old => named.ContainsKey(old.Name), _isWhole, changes);
            RequestDiff.Compare(pair, _types, changes);
            AnswerDiff.Compare(pair, _types, changes);
        }

        var groups = new HashSet<string>(_new.Operations.Select(operation => operation.Group), StringComparer.Ordinal);
        foreach (SurfaceOperation operation in _operations.Removed)
            Remove(operation, groups, named);
        var oldGroups = new HashSet<string>(_old.Operations.Select(operation => operation.Group),
            StringComparer.Ordinal);
        foreach (SurfaceOperation operation in _operations.Added)
        {
            ListOf(operation, isOld: false)
                .Add(SurfaceRules.OperationAdded, (SurfaceElementKind.Operation, null, ""),
                $"'{UrlOf(operation)}' is new",
                (null, UrlOf(operation)),
                operation.Name + "Async", oldGroups.Contains(operation.Group) ? operation.Group : "whole groups");
        }
    }

    /// <summary>
    /// Whether equal operations may still differ, because the same class name now means a different type.
    /// </summary>
    private bool MayDiffer(SurfaceOperation operation) =>
        operation.Members.Any(member => !_types.IsSame(member.Type, member.Type))
            || operation.Answer.Type is { } type && !_types.IsSame(type, type);

    private void Remove(SurfaceOperation operation, HashSet<string> groups, Dictionary<string, SurfaceOperation> named)
    {
        ChangeList changes = ListOf(operation, isOld: true);
        bool isGroup = !groups.Contains(operation.Group);
        changes.Add(SurfaceRules.OperationRemoved, (SurfaceElementKind.Operation, "", null),
            $"'{UrlOf(operation)}' is gone",
            (UrlOf(operation), null),
            $"{operation.Name}Async is gone", isGroup ? "whole groups" : operation.Group);
        if (named.TryGetValue(operation.Name, out SurfaceOperation? other))
        {
            new ChangeList(_changes, changes.Identity, operation.HttpMethod + " " + operation.Name, operation.Name,
                other.Name).Add(
                SurfaceRules.OperationRebound, (SurfaceElementKind.Operation, "", ""),
                $"'{operation.Name}' is now {other.HttpMethod} '{UrlOf(other)}'", (UrlOf(operation), UrlOf(other)),
                $"{operation.Name}Async compiles but sends a different request");
        }
    }

    private ChangeList ListOf(SurfaceOperation operation, bool isOld) => new(
        _changes, SurfaceTypes.Identity(operation.HttpMethod,
            operation.Urls.Select(url => UrlText.Shape(url.Template))), operation.HttpMethod + " " + operation.Name,
        isOld ? operation.Name : null, isOld ? null : operation.Name);

    private static string UrlOf(SurfaceOperation operation) =>
        operation.Urls.IsEmpty ? "" : UrlText.Shown(operation.Urls[0].Template);

    private void CompareTypes()
    {
        foreach (SurfaceType type in _old.Types.Where(type => type.WireName is not null))
        {
            if (_types.NewOf(type.Class) is { } name && _types.New.Type(name) is { } current)
                TypeDiff.Compare(type, current, _types, _isWhole, ListOf(type.Class, name));
            else if (!type.IsPlaceholder)
                RemoveType(type.Class, SurfaceElementKind.Type);
        }

        foreach ((string old, string current) in _types.Inline)
        {
            if (_types.Old.Type(old) is { } type && _types.New.Type(current) is { } now)
                TypeDiff.Compare(type, now, _types, _isWhole, ListOf(old, current));
        }

        // An unnamed type is reported with the member that has it, and a placeholder with the members of its type.
        foreach (SurfaceType type in _new.Types
            .Where(type => type.WireName is not null && !type.IsPlaceholder && _types.IsNew(type.Class)))
            AddType(type.Class, SurfaceElementKind.Type);
    }

    private void CompareEnums()
    {
        foreach (SurfaceEnum type in _old.Enums.Where(type => type.WireName is not null))
        {
            if (_types.NewOf(type.Class) is { } name && _types.New.Enum(name) is { } current)
                EnumDiff.Compare(type, current, _types, ListOf(type.Class, name));
            else
                RemoveType(type.Class, SurfaceElementKind.Enum);
        }

        foreach ((string old, string current) in _types.Inline)
        {
            if (_types.Old.Enum(old) is { } type && _types.New.Enum(current) is { } now)
                EnumDiff.Compare(type, now, _types, ListOf(old, current));
        }

        foreach (SurfaceEnum type in _new.Enums.Where(type => type.WireName is not null && _types.IsNew(type.Class)))
            AddType(type.Class, SurfaceElementKind.Enum);
    }

    /// <summary>
    /// Returns the list for a pair of types. The longer name, which has the namespace, identifies the pair in both
    /// directions.
    /// </summary>
    private ChangeList ListOf(string old, string current) =>
        new(_changes, Longer(_types.Old.Identity(old), _types.New.Identity(current)),
            SurfaceTypes.LastPart(_types.New.Identity(current)), old, current);

    private static string Longer(string one, string other) => one.Length >= other.Length ? one : other;

    /// <summary>
    /// Reports a removed type. For a removed enum, the wire format does not change, because its values are strings.
    /// </summary>
    private void RemoveType(string name, SurfaceElementKind kind) =>
        new ChangeList(_changes, _types.Old.Identity(name), SurfaceTypes.LastPart(_types.Old.Identity(name)), name,
            null).Add(
            SurfaceRules.TypeRemoved, (kind, "", null), "is gone", (_types.Old.Identity(name), null), $"{name} is gone",
            wire: kind == SurfaceElementKind.Enum ? None : null);

    private void AddType(string name, SurfaceElementKind kind) =>
        new ChangeList(_changes, _types.New.Identity(name), SurfaceTypes.LastPart(_types.New.Identity(name)), null,
            name).Add(
            SurfaceRules.TypeAdded, (kind, null, ""), "is new", (null, _types.New.Identity(name)), name);
}
