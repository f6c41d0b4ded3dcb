using DocGen.Generator.Model;
using static DocGen.Generator.Surface.ChangeSeverity;

namespace DocGen.Generator.Surface;

/// <summary>Compares the parts of a request other than its URL.</summary>
internal sealed class RequestDiff
{
    private readonly SurfaceOperation _old;
    private readonly SurfaceOperation _new;
    private readonly TypePairs _types;
    private readonly ChangeList _changes;
    private readonly TypeComparison _comparison;

    private RequestDiff(OperationPair pair, TypePairs types, ChangeList changes)
    {
        (_old, _new, _types, _changes) = (pair.Old, pair.New, types, changes);
        _comparison = new TypeComparison(types);
    }

    public static void Compare(OperationPair pair, TypePairs types, ChangeList changes)
    {
        var diff = new RequestDiff(pair, types, changes);
        diff.CompareEach(member => !IsBody(member.Place));
        diff.CompareBody();
    }

    private static bool IsBody(MemberPlace place) =>
        place is MemberPlace.Body or MemberPlace.Member or MemberPlace.Content or MemberPlace.Part or MemberPlace.Field;

    /// <summary>Returns a member's location and name. The names of headers and query options ignore case.</summary>
    private static (MemberPlace, string) KeyOf(SurfaceMember member) =>
        (member.Place, IsBody(member.Place) ? member.WireName : member.WireName.ToLowerInvariant());

    private static (SurfaceElementKind, string?, string?) PlaceOf(SurfaceMember? old, SurfaceMember? current) =>
        (KindOf(old ?? current!), old is null ? "" : old.WireName, current is null ? "" : current.WireName);

    private static SurfaceElementKind KindOf(SurfaceMember member) =>
        member.WireName.Length == 0 ? SurfaceElementKind.Body : SurfaceElementKind.Sent;

    private static string What(SurfaceMember member) =>
        member.WireName.Length == 0
            ? member.Place == MemberPlace.Body ? "the body" : "the content"
            : $"'{member.WireName}'";

    private static string Suffix(SurfaceMember member) => " " + SurfaceTypes.SentName(member);

    private void CompareBody()
    {
        SurfaceMember[] old = [.. _old.Members.Where(member => IsBody(member.Place))];
        SurfaceMember[] current = [.. _new.Members.Where(member => IsBody(member.Place))];
        if (old.Length == 0 && current.Length == 0)
            return;
        if (current.Length == 0)
        {
            _changes.Add(SurfaceRules.RequestBodyRemoved, (SurfaceElementKind.Body, "", ""), "no body is sent",
                csharp: $"{_old.RequestClass} has no body members", member: " body");
        }
        else if (old.Length == 0)
        {
            bool isRequired = Array.Exists(current, member => member.IsRequired);
            _changes.Add(isRequired ? SurfaceRules.RequiredMemberAdded : SurfaceRules.RequestBodyAdded,
                (SurfaceElementKind.Body, "", ""),
                isRequired ? "a body must be sent" : "a body can be sent",
                csharp: $"{_new.RequestClass} has body members", cause: "body", member: " body");
        }
        else if (_old.Encoding != _new.Encoding)
        {
            (string before, string after) = (_old.Encoding ?? "JSON", _new.Encoding ?? "JSON");
            _changes.Add(SurfaceRules.RequestMediaTypeChanged, (SurfaceElementKind.Body, "", ""),
                $"the body is {after}, not {before}", (before, after),
                $"The members of {_new.RequestClass} are different", source: Error, member: " body");
        }
        else if (!CompareShape(old, current))
        {
            CompareEach(member => IsBody(member.Place));
        }
    }

    /// <summary>
    /// Compares the form of the body. Returns whether members became a typed body, or the reverse. The members are not
    /// compared in that case.
    /// </summary>
    private bool CompareShape(SurfaceMember[] old, SurfaceMember[] current)
    {
        SurfaceMember? before = Array.Find(old, member => member.Place == MemberPlace.Body);
        SurfaceMember? after = Array.Find(current, member => member.Place == MemberPlace.Body);
        bool isFlattened = before is not null && after is null
            && Array.Exists(current, member => member.Place == MemberPlace.Member);
        bool isWrapped = before is null && after is not null
            && Array.Exists(old, member => member.Place == MemberPlace.Member);
        if (!isFlattened && !isWrapped)
            return false;
        SurfaceMember whole = (before ?? after)!;
        string type = (isFlattened ? _types.Old : _types.New).Show(whole.Type);
        if (whole.Type == "Reference")
        {
            _changes.Add(SurfaceRules.RequestBodyTypeChanged, (SurfaceElementKind.Body, "", ""),
                isFlattened ? "the body is an object, not a reference" : "the body is a reference, not an object",
                (isFlattened ? "reference" : "object", isFlattened ? "object" : "reference"),
                $"The members of {_new.RequestClass} are different", member: " body");
            return true;
        }

        string members = string.Join(", ",
            (isFlattened ? current : old).Where(member => member.Place == MemberPlace.Member)
                .Select(member => member.Name).Take(Limits.NamedChanges));
        _changes.Add(SurfaceRules.RequestShapeChanged, (SurfaceElementKind.Body, "", ""),
            isFlattened
                ? $"the body ({type}) is now members of the request"
                : $"members of the request are now a body ({type})",
            csharp: isFlattened
                ? $"{_old.RequestClass}.{whole.Name} is gone; use {members}"
                : $"{members} of {_old.RequestClass} are gone; use {whole.Name}",
            cause: isFlattened ? "flattened" : "one body", member: " body");
        if (isWrapped && _types.New.Type(SurfaceTypes.Parse(whole.Type).Name) is { IsOpen: false } target)
        {
            foreach (SurfaceMember lost in old.Where(
                member => member.Place == MemberPlace.Member && _types.New.Property(target, member.WireName) is null))
                Remove(lost);
        }

        return true;
    }

    private void CompareEach(Func<SurfaceMember, bool> isOfThese)
    {
        var left = new Dictionary<(MemberPlace, string), SurfaceMember>();
        foreach (SurfaceMember member in _new.Members.Where(isOfThese))
            left[KeyOf(member)] = member;
        var gone = new List<SurfaceMember>();
        foreach (SurfaceMember member in _old.Members.Where(isOfThese))
        {
            if (left.TryGetValue(KeyOf(member), out SurfaceMember? now))
            {
                Compare(member, now);
                left.Remove(KeyOf(member));
            }
            else
            {
                gone.Add(member);
            }
        }

        List<SurfaceMember> added = [
            .. left.Values.OrderBy(member => member.Place).ThenBy(member => member.WireName, StringComparer.Ordinal)];
        gone.RemoveAll(member => IsRenamedPart(member, added));
        gone.ForEach(Remove);
        added.ForEach(Add);
    }

    /// <summary>Reports a part as renamed and returns true, if exactly one added part has the same kind.</summary>
    private bool IsRenamedPart(SurfaceMember old, List<SurfaceMember> added)
    {
        if (old.Place is not (MemberPlace.Part or MemberPlace.Body or MemberPlace.Content)
            || added.FindAll(member => member.Place == old.Place) is not { Count: 1 } same)
            return false;
        _changes.Add(SurfaceRules.PartRenamed, PlaceOf(old, same[0]),
            $"the part '{old.WireName}' is now '{same[0].WireName}'", (old.WireName, same[0].WireName),
            member: Suffix(old));
        added.Remove(same[0]);
        Compare(old with { WireName = same[0].WireName }, same[0]);
        return true;
    }

    private void Remove(SurfaceMember member)
    {
        string csharp = $"{_old.RequestClass}.{member.Name} is gone";
        if (!IsBody(member.Place))
            _changes.Add(SurfaceRules.OptionRemoved, PlaceOf(member, null), $"{Kind(member)} {What(member)} is gone",
                (member.WireName, null), csharp, member: Suffix(member));
        else if (member.WireName.Length == 0)
            _changes.Add(SurfaceRules.RequestMediaTypeChanged, PlaceOf(member, null),
                $"{What(member)} is no longer sent", (member.Type, null), csharp, source: Error,
                member: Suffix(member));
        else
            _changes.Add(SurfaceRules.RequestMemberRemoved, PlaceOf(member, null),
                $"{What(member)} is gone from the body", (member.WireName, null), csharp, member: Suffix(member));
    }

    private void Add(SurfaceMember member)
    {
        string csharp = $"{_new.RequestClass}.{member.Name}";
        bool isOption = !IsBody(member.Place);
        if (member.IsRequired)
            _changes.Add(SurfaceRules.RequiredMemberAdded, PlaceOf(null, member),
                $"{Kind(member)} {What(member)} must be sent", (null, member.WireName), csharp + " is required",
                member: Suffix(member));
        else
            _changes.Add(isOption ? SurfaceRules.OptionAdded : SurfaceRules.RequestMemberAdded, PlaceOf(null, member),
                $"{Kind(member)} {What(member)} is new", (null, member.WireName), csharp, member: Suffix(member));
    }

    private static string Kind(SurfaceMember member) => member.Place switch
    {
        MemberPlace.Query => "query option",
        MemberPlace.Header => "header",
        MemberPlace.Argument => "argument",
        MemberPlace.Field => "field",
        MemberPlace.Part => "part",
        MemberPlace.Member => "member",
        _ => "",
    };

    private void Compare(SurfaceMember old, SurfaceMember current)
    {
        CompareType(old, current);
        if (old.IsRequired != current.IsRequired)
        {
            _changes.Add(current.IsRequired ? SurfaceRules.MemberBecameRequired : SurfaceRules.MemberBecameOptional,
                PlaceOf(old, current),
                $"{What(current)} {(current.IsRequired ? "must be sent" : "can be left out")}",
                csharp: current.IsRequired ? $"{_new.RequestClass}.{current.Name} must be set" : "",
                member: Suffix(old));
        }

        if (old.Name != current.Name)
            _changes.AddName(PlaceOf(old, current), old.Name, current.Name, member: Suffix(old));
    }

    private void CompareType(SurfaceMember old, SurfaceMember current)
    {
        if (old.Place is MemberPlace.Content or MemberPlace.Part)
        {
            if (old.Type != current.Type)
                _changes.Add(SurfaceRules.RequestMediaTypeChanged, PlaceOf(old, current),
                    $"{What(current)} is {current.Type}, not {old.Type}", (old.Type, current.Type),
                    member: Suffix(old));
            return;
        }

        TypeDifference difference = _comparison.Compare(old.Type, current.Type);
        if (difference == TypeDifference.None)
            return;
        (string before, string after) = (_types.Old.Show(old.Type), _types.New.Show(current.Type));
        bool isSoft = difference is TypeDifference.Narrowed or TypeDifference.Widened;
        SurfaceRule rule = difference == TypeDifference.Enum ? SurfaceRules.EnumTypeChanged
            : old.Place == MemberPlace.Body
            ? SurfaceRules.RequestBodyTypeChanged
            : SurfaceRules.RequestMemberTypeChanged;
        _changes.Add(rule, PlaceOf(old, current), $"{What(current)} is {after}, not {before}", (before, after),
            $"{_new.RequestClass}.{current.Name} has a different type",
            difference == TypeDifference.Enum
                ? TypeComparison.EnumCause(before, after)
                : $"{old.WireName} {before} to {after}",
            wire: difference == TypeDifference.Enum ? null : ChangeList.Softer(isSoft), member: Suffix(old));
    }
}
