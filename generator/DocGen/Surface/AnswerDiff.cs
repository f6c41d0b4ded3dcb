using System.Globalization;
using static DocGen.Generator.Surface.ChangeSeverity;

namespace DocGen.Generator.Surface;

/// <summary>Compares the responses of an operation.</summary>
internal static class AnswerDiff
{
    public static void Compare(OperationPair pair, TypePairs types, ChangeList changes)
    {
        (SurfaceAnswer old, SurfaceAnswer current) = (pair.Old.Answer, pair.New.Answer);
        if (old.Kind != current.Kind)
        {
            (string before, string after) = (Kind(old, types.Old), Kind(current, types.New));
            changes.Add(SurfaceRules.ResponseKindChanged, Place(), $"the response is {after}, not {before}",
                (before, after),
                $"{pair.New.Name}Async returns a different class", $"{old.Kind} to {current.Kind}", member: " answer");
            return;
        }

        CompareTypes(pair, types, changes);
        CompareForm(old, current, changes);
        CompareStatuses(old, current, changes);
        CompareHeaders(pair, changes);
        CompareClass(pair, changes);
    }

    private static (SurfaceElementKind, string?, string?) Place(SurfaceElementKind kind = SurfaceElementKind.Answer,
        string? old = "",
        string? current = "") => (kind, old, current);

    private static string Kind(SurfaceAnswer answer, SurfaceTypes types) => answer.Kind switch
    {
        AnswerKind.Empty => "empty",
        AnswerKind.Value =>
            types.Show(answer.Type!) is "an unnamed object" and var own ? own : "one " + types.Show(answer.Type!),
        AnswerKind.Collection => "a collection of " + types.Show(answer.Type!),
        AnswerKind.Delta => "a delta of " + types.Show(answer.Type!),
        AnswerKind.Content => "content",
        AnswerKind.Job => "a job",
        AnswerKind.Upload => "an upload session",
        _ => throw new Model.UnknownCaseException(answer.Kind),
    };

    private static void CompareTypes(OperationPair pair, TypePairs types, ChangeList changes)
    {
        var comparison = new TypeComparison(types);
        void CompareType(string? old, string? current, string what)
        {
            if (old == current && old is null)
                return;
            TypeDifference difference = old is null || current is null
                ? TypeDifference.Changed
                : comparison.Compare(old, current);
            if (difference == TypeDifference.None)
                return;
            (string before, string after) = (old is null ? "nothing" : types.Old.Show(old),
                current is null ? "nothing" : types.New.Show(current));
            // If the old docs had no type, callers could not rely on one.
            bool isSoft = old is null || difference is TypeDifference.Narrowed or TypeDifference.Widened;
            SurfaceRule rule = difference == TypeDifference.Enum
                ? SurfaceRules.EnumTypeChanged
                : SurfaceRules.ResponseTypeChanged;
            changes.Add(rule, Place(), $"{what} is {after}, not {before}", (before, after),
                $"{pair.New.Name}Async returns a different type",
                difference == TypeDifference.Enum ? TypeComparison.EnumCause(before, after) : $"{before} to {after}",
                wire: difference == TypeDifference.Enum ? null : ChangeList.Softer(isSoft), member: " answer");
        }

        CompareType(pair.Old.Answer.Type, pair.New.Answer.Type, "the response");
        CompareType(pair.Old.Answer.Uploaded, pair.New.Answer.Uploaded, "the result of the upload");
    }

    private static void CompareForm(SurfaceAnswer old, SurfaceAnswer current, ChangeList changes)
    {
        if (old.IsWrapped != current.IsWrapped)
        {
            changes.Add(SurfaceRules.ResponseWrapperChanged, Place(),
                current.IsWrapped
                    ? "the response is inside {\"value\": …}"
                    : "the response is no longer inside {\"value\": …}",
                cause: current.IsWrapped ? "wrapped" : "unwrapped", member: " answer");
        }

        (string before, string after) = (old.Property ?? "value", current.Property ?? "value");
        if (before != after)
            changes.Add(SurfaceRules.CollectionPropertyChanged, Place(),
                $"the items are in '{after}', not in '{before}'", (before, after), member: " answer");
        if (old.Paging != current.Paging)
        {
            changes.Add(SurfaceRules.PagingChanged, Place(),
                $"the next page is requested by {Paging(current)}, not by {Paging(old)}", (old.Paging, current.Paging),
                member: " answer");
        }
    }

    private static string Paging(SurfaceAnswer answer) => answer.Paging ?? "@odata.nextLink";

    private static void CompareStatuses(SurfaceAnswer old, SurfaceAnswer current, ChangeList changes)
    {
        foreach (int status in old.Statuses.Except(current.Statuses))
        {
            string name = status.ToString(CultureInfo.InvariantCulture);
            changes.Add(SurfaceRules.StatusRemoved, Place(SurfaceElementKind.Status, name, ""),
                $"status {name} is gone",
                (name, null), member: " " + name);
        }

        foreach (int status in current.Statuses.Except(old.Statuses))
        {
            string name = status.ToString(CultureInfo.InvariantCulture);
            changes.Add(SurfaceRules.StatusAdded, Place(SurfaceElementKind.Status, "", name), $"status {name} is new",
                (null, name),
                wire: status == 202 ? Warning : Info, member: " " + name);
        }
    }

    private static void CompareHeaders(OperationPair pair, ChangeList changes)
    {
        Dictionary<string, string> left = new(StringComparer.OrdinalIgnoreCase);
        foreach (SurfaceName header in pair.New.Answer.Headers)
            left[header.WireName] = header.Name;
        foreach (SurfaceName header in pair.Old.Answer.Headers)
        {
            (SurfaceElementKind, string?,
                string?) place = Place(SurfaceElementKind.AnswerHeader, header.WireName, header.WireName);
            string member = " answer header " + header.WireName;
            if (left.TryGetValue(header.WireName, out string? name))
                changes.AddName(place, header.Name, name, member: member);
            else
                changes.Add(SurfaceRules.ResponseHeaderRemoved, (SurfaceElementKind.AnswerHeader, header.WireName, ""),
                    $"the header '{header.WireName}' is gone", (header.WireName, null),
                    $"{pair.Old.ResponseClass}.{header.Name} is gone", member: member);
            left.Remove(header.WireName);
        }

        foreach (KeyValuePair<string, string> header in left.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            changes.Add(SurfaceRules.ResponseHeaderAdded, (SurfaceElementKind.AnswerHeader, "", header.Key),
                $"the header '{header.Key}' is new", (null, header.Key),
                $"{pair.New.ResponseClass}.{header.Value}", member: " answer header " + header.Key);
        }
    }

    /// <summary>
    /// Compares response classes, which are emitted or come from the runtime. The name of an emitted class follows from
    /// the name of the method.
    /// </summary>
    private static void CompareClass(OperationPair pair, ChangeList changes)
    {
        (string? old, string? current) = (pair.Old.ResponseClass, pair.New.ResponseClass);
        if ((old is null) != (current is null))
        {
            changes.Add(SurfaceRules.ResponseClassChanged, Place(),
                current is null ? $"{old} is gone" : $"{current} is new", (old, current),
                $"{pair.New.Name}Async returns a different class", current is null ? "class gone" : "class new",
                member: " answer");
        }
        else if (old is not null && current is not null && pair.Old.Name == pair.New.Name
            && pair.Old.RequestClass == pair.New.RequestClass)
        {
            changes.AddName(Place(), old, current, member: " answer");
        }
    }
}
