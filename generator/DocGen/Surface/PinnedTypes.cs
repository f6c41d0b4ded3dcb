using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>Gives types, enums and their members the names of the surface file.</summary>
internal sealed class PinnedTypes(PinnedClasses classes)
{
    public StructuredType Of(StructuredType type)
    {
        string name = classes[type.Name];
        SurfaceType? pin = classes.PinOfType(type.Name);
        Property[] properties = [.. type.Properties.Select(property => property.With(classes))];
        string[] names = pin is null ? [.. properties.Select(property => property.Name)]
            : NamesOf([.. properties.Select(property => (property.JsonName, property.Name))],
                pin.Properties.Select(one => new SurfaceName(one.WireName, one.Name)),
                ReservedNames.ResourceMembers, name, "Value");
        return type with
        {
            Name = name,
            Base = type.Base is { } parent ? classes[parent] : null,
            Properties = properties.Select(
                (property, i) => property.Name == names[i] ? property : property with { Name = names[i] })
                .OrderBy(property => property.Name, StringComparer.Ordinal).ToEquatableArray(),
            Derived = type.Derived.Select(derived => derived with { Name = classes[derived.Name] }).ToEquatableArray(),
        };
    }

    public EnumType Of(EnumType type)
    {
        string name = classes[type.Name];
        if (classes.PinOfEnum(type.Name) is not { } pin)
            return name == type.Name ? type : type with { Name = name };
        string[] names = NamesOf(
            [.. type.Members.Select(member => (member.Value, member.Name))], pin.Members, ReservedNames.EnumMembers,
            name, "Value");
        return type with
        {
            Name = name,
            Members = type.Members.Select(
                (member, i) => member.Name == names[i] ? member : member with { Name = names[i] }).ToEquatableArray(),
        };
    }

    /// <summary>
    /// Returns the C# names of members. Pinned names come first, and each is used once. A new member keeps its name. If
    /// the file has that name for another member, even for a removed one, the new member gets a suffix.
    /// </summary>
    /// <param name="reserved">Names that emitted code uses; a pinned name among them is ignored.</param>
    public static string[] NamesOf(
        IReadOnlyList<(string Wire, string Name)> members, IEnumerable<SurfaceName> pins,
        IReadOnlyCollection<string> reserved, string className, string suffix)
    {
        var scope = new NameScope(reserved, className);
        var pinned = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (SurfaceName pin in pins)
        {
            if (scope.TryClaim(pin.Name) && !pinned.ContainsKey(pin.WireName))
                pinned.Add(pin.WireName, pin.Name);
        }

        return [.. members.Select(
            member => pinned.TryGetValue(member.Wire, out string? name) ? name : scope.Claim(member.Name, suffix))];
    }
}
