using DocGen.Generator.Model;
using static DocGen.Generator.Surface.ChangeSeverity;

namespace DocGen.Generator.Surface;

/// <summary>Compares two versions of a type.</summary>
internal sealed class TypeDiff
{
    private readonly SurfaceType _old;
    private readonly SurfaceType _new;
    private readonly TypePairs _types;
    private readonly ChangeList _changes;
    private readonly bool _isWhole;

    private TypeDiff(SurfaceType old, SurfaceType current, TypePairs types, bool isWhole, ChangeList changes) =>
        (_old, _new, _types, _isWhole, _changes) = (old, current, types, isWhole, changes);

    /// <param name="isWhole">Whether both surfaces come from docs, which have more data than a surface file.</param>
    public static void Compare(SurfaceType old, SurfaceType current, TypePairs types, bool isWhole, ChangeList changes)
    {
        var diff = new TypeDiff(old, current, types, isWhole, changes);
        diff.CompareNames();
        if (current.IsPlaceholder && !old.IsPlaceholder)
        {
            changes.Add(SurfaceRules.TypeBecamePlaceholder, (SurfaceElementKind.Type, "", ""),
                "is no longer defined by any page", csharp: $"{current.Class} has no properties");
            return;
        }

        if (old.IsPlaceholder && !current.IsPlaceholder)
        {
            changes.Add(SurfaceRules.TypeAdded, (SurfaceElementKind.Type, "", ""), "is now defined",
                csharp: $"{current.Class} has properties", cause: changes.Identity);
            return;
        }

        diff.CompareForm();
        diff.CompareBases();
        diff.CompareProperties();
    }

    private void CompareNames()
    {
        (SurfaceElementKind, string?, string?) place = (SurfaceElementKind.Type, "", "");
        if (_old.WireName is { } old && _new.WireName is { } current && old != current
            && old.Equals(current, StringComparison.OrdinalIgnoreCase))
            _changes.Add(SurfaceRules.TypeRecased, place, $"'{old}' is now '{current}'", (old, current));
        // The class name of an unnamed object follows from the name of its member.
        if (_old.WireName is not null || IsNamedAlone())
            _changes.AddName(place, _old.Class, _new.Class);
        if (_isWhole)
            _changes.AddDeprecation(SurfaceElementKind.Type, "", _old.Deprecation, _new.Deprecation);
    }

    private bool IsNamedAlone() => _types.Old.Identity(_old.Class) == _types.New.Identity(_new.Class);

    private void CompareForm()
    {
        (SurfaceElementKind, string?, string?) place = (SurfaceElementKind.Type, "", "");
        if (_old.IsOpen && !_new.IsOpen)
            _changes.Add(SurfaceRules.TypeBecameClosed, place, "is no longer open",
                csharp: $"Callers cannot add members to {_new.Class}");
        if (!_old.IsAbstract && _new.IsAbstract)
            _changes.Add(SurfaceRules.TypeBecameAbstract, place, "is now abstract",
                csharp: $"new {_new.Class}() does not compile");
    }

    /// <summary>
    /// Compares base types. If the type still inherits from the old base type, all assignments still compile. A removed
    /// base type is reported as a removed type.
    /// </summary>
    private void CompareBases()
    {
        if (_old.Base is not { } old)
        {
            if (_new.Base is not null && !_old.IsPlaceholder)
                Base(Info, None);
            return;
        }

        string? current = _types.NewOf(old);
        if (current is null || current == _new.Base)
            return;
        bool isAssignable = _types.New.Ancestors(_new).Any(type => type.Class == current);
        string[] lost = isAssignable
            ? []
            : [.. _types.Old.Ancestors(_old).SelectMany(type => type.Properties).Select(property => property.WireName)
            .Where(name => _types.New.Property(_new, name) is null).Distinct(StringComparer.Ordinal)];
        Base(isAssignable ? Info : Error, lost.Length > 0 ? Error : None, lost);
    }

    private void Base(ChangeSeverity source, ChangeSeverity wire, params string[] lost)
    {
        (string before, string after) = (_old.Base is null ? "nothing" : _types.Old.Show(_old.Base),
            _new.Base is null ? "nothing" : _types.New.Show(_new.Base));
        string named = string.Join(", ", lost.Take(Limits.NamedChanges).Select(name => $"'{name}'"))
            + (lost.Length > Limits.NamedChanges ? " …" : "");
        string members = lost.Length == 0 ? "" : $", so {named} are gone";
        _changes.Add(SurfaceRules.BaseChanged, (SurfaceElementKind.Type, "", ""),
            $"inherits from {after}, not from {before}{members}", (before, after),
            source == Error ? $"{_new.Class} is not a {_old.Base}" : $"{_new.Class} is a {_new.Base}",
            $"{before} to {after}{members}", wire, source);
    }

    private void CompareProperties()
    {
        Dictionary<string, SurfaceProperty> left = new(StringComparer.Ordinal);
        foreach (SurfaceProperty property in _new.Properties)
            left[property.WireName] = property;
        var gone = new List<SurfaceProperty>();
        foreach (SurfaceProperty property in _old.Properties)
        {
            // If a property moved to a base type, the type still has it.
            if ((left.TryGetValue(property.WireName, out SurfaceProperty? now)
                ? now
                : _types.New.Property(_new, property.WireName)) is not { } same)
            {
                gone.Add(property);
                continue;
            }

            Compare(property, same);
            left.Remove(property.WireName);
        }

        foreach (SurfaceProperty property in gone)
            Remove(property, left);
        foreach (SurfaceProperty property in left.Values
            .Where(property => _types.Old.Property(_old, property.WireName) is null)
            .OrderBy(property => property.WireName, StringComparer.Ordinal))
        {
            _changes.Add(SurfaceRules.PropertyAdded, (SurfaceElementKind.Property, "", property.WireName),
                $"'{property.WireName}' is new", (null, property.WireName),
                $"{_new.Class}.{property.Name}", member: "." + property.WireName);
        }
    }

    private void Remove(SurfaceProperty property, Dictionary<string, SurfaceProperty> added)
    {
        string member = "." + property.WireName;
        SurfaceProperty? recased = added.Values
            .Where(other => other.WireName.Equals(property.WireName, StringComparison.OrdinalIgnoreCase))
            .OrderBy(other => other.WireName, StringComparer.Ordinal).FirstOrDefault();
        if (recased is null)
        {
            _changes.Add(SurfaceRules.PropertyRemoved, (SurfaceElementKind.Property, property.WireName, ""),
                $"'{property.WireName}' is gone", (property.WireName, null),
                $"{_old.Class}.{property.Name} is gone", IsOfGoneType(property) ? "of a type that is gone" : null,
                member: member);
            return;
        }

        added.Remove(recased.WireName);
        bool compiles = property.Name == recased.Name;
        _changes.Add(SurfaceRules.PropertyRecased, (SurfaceElementKind.Property, property.WireName, recased.WireName),
            $"'{property.WireName}' is now '{recased.WireName}'",
            (property.WireName, recased.WireName),
            compiles ? "" : $"{_old.Class}.{property.Name} is gone; use {recased.Name}",
            source: compiles ? None : Error, member: member);
        Compare(property with { Name = recased.Name }, recased);
    }

    private bool IsOfGoneType(SurfaceProperty property) =>
        SurfaceTypes.Parse(property.Type).Name is var name
            && _types.Old.Type(name) is { WireName: not null, IsPlaceholder: false } && _types.NewOf(name) is null;

    private void Compare(SurfaceProperty old, SurfaceProperty current)
    {
        (SurfaceElementKind, string?, string?) place = (SurfaceElementKind.Property, old.WireName, current.WireName);
        string member = "." + old.WireName;
        _changes.AddName(place, old.Name, current.Name, member: member);
        if (_isWhole)
            _changes.AddDeprecation(SurfaceElementKind.Property, old.WireName, old.Deprecation, current.Deprecation,
                member);
        TypeDifference difference = new TypeComparison(_types).Compare(old.Type, current.Type);
        if (difference == TypeDifference.None)
            return;
        SurfaceRule rule = difference switch
        {
            TypeDifference.Enum => SurfaceRules.EnumTypeChanged,
            TypeDifference.Widened => SurfaceRules.PropertyTypeWidened,
            TypeDifference.Collection => SurfaceRules.PropertyCollectionChanged,
            _ => SurfaceRules.PropertyTypeChanged,
        };
        (string before, string after) = (_types.Old.Show(old.Type), _types.New.Show(current.Type));
        _changes.Add(rule, place, $"'{old.WireName}' is {after}, not {before}", (before, after),
            $"{_new.Class}.{current.Name} has a different type",
            difference == TypeDifference.Enum
                ? TypeComparison.EnumCause(before, after)
                : $"{old.WireName} {before} to {after}", wire: ChangeList.Softer(difference == TypeDifference.Narrowed),
            member: member);
    }
}
