using static DocGen.Generator.Surface.ChangeSeverity;

namespace DocGen.Generator.Surface;

/// <summary>Compares two versions of an enum.</summary>
internal static class EnumDiff
{
    public static void Compare(SurfaceEnum old, SurfaceEnum current, TypePairs types, ChangeList changes)
    {
        (SurfaceElementKind, string?, string?) place = (SurfaceElementKind.Enum, "", "");
        if (old.WireName is { } before && current.WireName is { } after && before != after
            && before.Equals(after, StringComparison.OrdinalIgnoreCase))
            changes.Add(SurfaceRules.TypeRecased, place, $"'{before}' is now '{after}'", (before, after));
        // The name of an enum without a name in the docs follows from the member that has the enum.
        if (old.WireName is not null || types.Old.Identity(old.Class) == types.New.Identity(current.Class))
            changes.AddName(place, old.Class, current.Class);
        if (old.IsFlags != current.IsFlags)
        {
            changes.Add(SurfaceRules.EnumFlagsChanged, place,
                current.IsFlags ? "can have several values at once" : "has one value at a time",
                cause: current.IsFlags ? "flags" : "no flags");
        }

        CompareMembers(old, current, changes);
    }

    private static void CompareMembers(SurfaceEnum old, SurfaceEnum current, ChangeList changes)
    {
        Dictionary<string, SurfaceName> left = new(StringComparer.Ordinal);
        foreach (SurfaceName member in current.Members)
            left[member.WireName] = member;
        var gone = new List<SurfaceName>();
        foreach (SurfaceName member in old.Members)
        {
            if (left.TryGetValue(member.WireName, out SurfaceName? now))
                changes.AddName((SurfaceElementKind.Value, member.WireName, member.WireName), member.Name, now.Name,
                    member: "." + member.WireName);
            else
                gone.Add(member);
            left.Remove(member.WireName);
        }

        foreach (SurfaceName member in gone)
            Remove(member, old, left, changes);
        foreach (SurfaceName member in left.Values.OrderBy(member => member.WireName, StringComparer.Ordinal))
        {
            changes.Add(SurfaceRules.EnumMemberAdded, (SurfaceElementKind.Value, "", member.WireName),
                $"the value '{member.WireName}' is new", (null, member.WireName),
                $"{current.Class}.{member.Name}", member: "." + member.WireName);
        }
    }

    private static void Remove(SurfaceName member, SurfaceEnum old, Dictionary<string, SurfaceName> added,
        ChangeList changes)
    {
        SurfaceName? recased = added.Values
            .Where(other => other.WireName.Equals(member.WireName, StringComparison.OrdinalIgnoreCase))
            .OrderBy(other => other.WireName, StringComparer.Ordinal).FirstOrDefault();
        if (recased is null)
        {
            changes.Add(SurfaceRules.EnumMemberRemoved, (SurfaceElementKind.Value, member.WireName, ""),
                $"the value '{member.WireName}' is gone", (member.WireName, null),
                $"{old.Class}.{member.Name} is gone", member: "." + member.WireName);
            return;
        }

        added.Remove(recased.WireName);
        bool compiles = member.Name == recased.Name;
        changes.Add(SurfaceRules.EnumMemberRecased, (SurfaceElementKind.Value, member.WireName, recased.WireName),
            $"the value '{member.WireName}' is now '{recased.WireName}'",
            (member.WireName, recased.WireName),
            compiles ? "" : $"{old.Class}.{member.Name} is gone; use {recased.Name}", source: compiles ? None : Error,
            member: "." + member.WireName);
    }
}
