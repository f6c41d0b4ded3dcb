using DocGen.Generator.Surface;

namespace DocGen.Corpus.Surface;

/// <summary>
/// Finds the C# names and shapes that differ between two surfaces for operations, types and members that both have on
/// the wire.
/// </summary>
internal sealed class SurfaceNames
{
    private readonly List<string> _changed = [];
    private readonly Dictionary<string, SurfaceType> _before;
    private readonly Dictionary<string, SurfaceType> _after;

    private SurfaceNames(ApiSurface before, ApiSurface after)
    {
        _before = before.Types.ToDictionary(type => type.Class, StringComparer.Ordinal);
        _after = after.Types.ToDictionary(type => type.Class, StringComparer.Ordinal);
        int[] pairs = WirePairs.Of(before.Operations, after.Operations);
        for (int i = 0; i < pairs.Length; i++)
        {
            if (pairs[i] >= 0)
                Compare(before.Operations[pairs[i]], after.Operations[i]);
        }

        ILookup<string, SurfaceType> types = after.Types.Where(type => type.WireName is not null)
            .ToLookup(type => type.WireName!, StringComparer.OrdinalIgnoreCase);
        foreach (SurfaceType type in before.Types
            .Where(type => type.WireName is not null && types.Contains(type.WireName)))
            Compare(type, types[type.WireName!].First());
        ILookup<string, SurfaceEnum> enums = after.Enums.Where(type => type.WireName is not null)
            .ToLookup(type => type.WireName!, StringComparer.OrdinalIgnoreCase);
        foreach (SurfaceEnum type in before.Enums
            .Where(type => type.WireName is not null && enums.Contains(type.WireName)))
        {
            SurfaceEnum now = enums[type.WireName!].First();
            Name(type.Class, type.Class, now.Class);
            foreach (SurfaceName member in type.Members)
                Name($"{type.Class} {member.WireName}", member.Name,
                    now.Members.FirstOrDefault(one => one.WireName == member.WireName)?.Name);
        }
    }

    /// <summary>Returns one line for each change: the changed item, the old name and the new name.</summary>
    public static IReadOnlyList<string> Changed(ApiSurface before, ApiSurface after) =>
        new SurfaceNames(before, after)._changed;

    private void Compare(SurfaceOperation before, SurfaceOperation after)
    {
        string name = $"{before.HttpMethod} {before.Name}";
        Name(name, before.Name, after.Name);
        Name(name + " request", before.RequestClass, after.RequestClass);
        if (before.Answer.Kind == after.Answer.Kind)
            Name(name + " response", before.ResponseClass ?? "", after.ResponseClass ?? "");
        foreach (SurfaceUrl url in before.Urls)
        {
            SurfaceUrl? now = after.Urls
                .FirstOrDefault(one => WirePairs.UrlKey(one.Template) == WirePairs.UrlKey(url.Template));
            Name($"{name} {url.Template}", Shown(url), now is null ? null : Shown(now));
        }

        foreach (SurfaceMember member in before.Members)
        {
            SurfaceMember? now = after.Members
                .FirstOrDefault(one => one.Place == member.Place && one.WireName == member.WireName);
            Name($"{name} {member.Place} {member.WireName}", member.Name, now?.Name);
            Shape($"{name} {member.Place} {member.WireName}", member.Type, now?.Type);
        }

        Shape(name + " answer", before.Answer.Type, after.Answer.Type);
        bool hadBody = before.Members.Any(member => member.Place == MemberPlace.Body);
        bool hasBody = after.Members.Any(member => member.Place == MemberPlace.Body);
        bool hadMembers = before.Members.Any(member => member.Place == MemberPlace.Member);
        bool isGone = before.Members.FirstOrDefault(member => member.Place == MemberPlace.Body) is { } body
            && _before.TryGetValue(Pins.ClassIn(body.Type), out SurfaceType? sent)
            && (!_after.TryGetValue(sent.Class, out SurfaceType? left) || (left.IsPlaceholder && !sent.IsPlaceholder));
        if (hadBody != hasBody && !isGone && (hadMembers || hadBody)
            && after.Members.Any(member => member.Place is MemberPlace.Body or MemberPlace.Member))
            _changed.Add(name + ": the body changed its shape");
    }

    private void Compare(SurfaceType before, SurfaceType after)
    {
        Name(before.Class, before.Class, after.Class);
        foreach (SurfaceProperty property in before.Properties)
        {
            SurfaceProperty? now = after.Properties.FirstOrDefault(one => one.WireName == property.WireName);
            Name($"{before.Class} {property.WireName}", property.Name, now?.Name);
            Shape($"{before.Class} {property.WireName}", property.Type, now?.Type);
        }
    }

    /// <summary>Compares the class names of an unnamed type that a member has.</summary>
    private void Shape(string what, string? before, string? after)
    {
        if (before is null || after is null)
            return;
        (string was, string now) = (Pins.ClassIn(before), Pins.ClassIn(after));
        if (_before.TryGetValue(was, out SurfaceType? shape) && shape.WireName is null
            && _after.TryGetValue(now, out SurfaceType? other) && other.WireName is null)
            Name(what + " shape", was, now);
    }

    private void Name(string what, string before, string? after)
    {
        if (after is not null && before != after)
            _changed.Add($"{what}: {before} -> {after}");
    }

    private static string Shown(SurfaceUrl url) => $"{url.Factory ?? "new"}({string.Join(", ", url.Parameters)})";
}
