using DocGen.Generator.Diagnostics;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// Compares docs with their surface file. Skips each file that is equal, so that the cost of an edit depends on its
/// size.
/// </summary>
internal sealed class SurfaceCheck
{
    private readonly Dictionary<string, SurfacePlace> _places = new(StringComparer.Ordinal);
    private readonly List<LinkFinding> _onPages = [];
    private readonly List<SurfaceFinding> _onFile = [];

    private SurfaceCheck()
    {
    }

    /// <summary>Findings at the pages that changed.</summary>
    public IReadOnlyList<LinkFinding> OnPages => _onPages;

    /// <summary>Findings about elements that no page has any more. They are reported at the surface file.</summary>
    public IReadOnlyList<SurfaceFinding> OnFile => _onFile;

    /// <param name="api">The linked API, with pinned names.</param>
    public static SurfaceCheck Of(LinkedApi api, Pins pins, SurfaceCache cache)
    {
        var check = new SurfaceCheck();
        ApiFile[] files = [.. api.Files.OrderBy(file => file.HintName, StringComparer.Ordinal)];
        SurfaceDelta[] deltas = [.. files.Select(file => cache.Deltas.Get(file.HintName, (file, pins)))];
        cache.KeepDeltas(files.Select(file => file.HintName));
        ApiSurface gone = cache.Gone.Get("", (deltas.Select(delta => delta.Names).ToEquatableArray(), pins));
        deltas = [.. deltas.Where(delta => delta.Operations.Count + delta.Types.Count + delta.Enums.Count > 0)];
        if (deltas.Length == 0 && gone.Operations.Count + gone.Types.Count + gone.Enums.Count == 0)
            return check;
        IEnumerable<SurfaceOperation> operations = deltas.SelectMany(delta => delta.Operations)
            .Select(one => pins.Operation(one.Name)).OfType<SurfaceOperation>();
        // A type may replace an enum of the same class name.
        string[] classes = [.. deltas.SelectMany(delta =>
            delta.Types.Select(type => type.Class).Concat(delta.Enums.Select(type => type.Class)))];
        var old = new ApiSurface(
            null,
            gone.Operations.Concat(operations).OrderBy(one => one.Name, StringComparer.Ordinal).ToEquatableArray(),
            WithBases(gone.Types.Concat(classes.Select(pins.Class).OfType<SurfaceType>()), pins.Class),
            gone.Enums.Concat(classes.Select(pins.Struct).OfType<SurfaceEnum>())
                .OrderBy(type => type.Class, StringComparer.Ordinal).ToEquatableArray(),
            IsFromFile: true);
        foreach (SurfacePlace place in deltas.SelectMany(delta => delta.Places))
            check._places[place.Name] = place;
        var types = new Lazy<Dictionary<string, StructuredType>>(
            () => files.SelectMany(file => file.Types).ToDictionary(type => type.Name, StringComparer.Ordinal));
        var now = new ApiSurface(
            null,
            deltas.SelectMany(delta => delta.Operations).OrderBy(one => one.Name, StringComparer.Ordinal)
                .ToEquatableArray(),
            WithBases(deltas.SelectMany(delta => delta.Types),
                name => types.Value.TryGetValue(name, out StructuredType? type) ? SurfaceReader.TypeOf(type) : null),
            deltas.SelectMany(delta => delta.Enums).OrderBy(type => type.Class, StringComparer.Ordinal)
                .ToEquatableArray());
        check.Report(SurfaceDiff.Of(old, now));
        return check;
    }

    /// <summary>
    /// Returns the elements of the surface file that no emitted file has. The input contains the names in each emitted
    /// file.
    /// </summary>
    public static ApiSurface Gone((EquatableArray<EquatableArray<string>> Names, Pins Pins) input)
    {
        var names = new HashSet<string>(input.Names.SelectMany(file => file), StringComparer.Ordinal);
        ApiSurface all = input.Pins.Surface;
        return new ApiSurface(
            null,
            all.Operations.Where(one => !names.Contains(one.Name)).ToEquatableArray(),
            all.Types.Where(type => !names.Contains(type.Class)).ToEquatableArray(),
            all.Enums.Where(type => !names.Contains(type.Class)).ToEquatableArray(),
            IsFromFile: true);
    }

    /// <summary>
    /// Returns types with all their base types, because a type has the members of its base types too.
    /// </summary>
    private static EquatableArray<SurfaceType> WithBases(IEnumerable<SurfaceType> types, Func<string, SurfaceType?> all)
    {
        var found = new SortedDictionary<string, SurfaceType>(StringComparer.Ordinal);
        foreach (SurfaceType type in types)
        {
            for (SurfaceType? next = type; next is not null
                && !found.ContainsKey(next.Class); next = next.Base is { } parent ? all(parent) : null)
                found.Add(next.Class, next);
        }

        return found.Values.ToEquatableArray();
    }

    private void Report(IReadOnlyList<SurfaceChange> changes)
    {
        foreach (ChangeGroup group in ChangeGroup.Of(
            changes.Where(change => change.Severity >= ChangeSeverity.Warning)))
        {
            SurfaceChange first = group.Changes.FirstOrDefault(change => PlaceOf(change) is not null)
                ?? group.Changes[0];
            var rule = group.Wire >= ChangeSeverity.Warning ? Rules.WireBreak : Rules.SourceBreak;
            string inCSharp = first.CSharp.Length == 0 ? "" : $" ({first.CSharp})";
            if (PlaceOf(first) is { } place)
                _onPages.Add(LinkFindings.Of(rule, place.Page, place.Anchor, group.Rule.Id, group.Text, inCSharp));
            else
                _onFile.Add(new SurfaceFinding(rule.Id, first.OldElement?.Owner ?? "",
                    EquatableArray.Of(group.Rule.Id, group.Text, inCSharp)));
        }

        foreach (IGrouping<(string Page, string Anchor), SurfaceChange> page in changes
            .Where(change => change.Severity < ChangeSeverity.Warning && change.Old is null
                && PlaceOf(change) is not null).GroupBy(change => (PlaceOf(change)!.Page, PlaceOf(change)!.Anchor)))
        {
            string[] added = [.. page.Select(change => change.Subject + ": " + change.Text)];
            string more = added.Length > Limits.NamedAdditions
                ? $" and {added.Length - Limits.NamedAdditions} more" : "";
            _onPages.Add(LinkFindings.Of(Rules.SurfaceGrew, page.Key.Page, page.Key.Anchor,
                string.Join("; ", added.Take(Limits.NamedAdditions)) + more));
        }
    }

    private SurfacePlace? PlaceOf(SurfaceChange change) =>
        change.NewElement is { } element && _places.TryGetValue(element.Owner, out SurfacePlace? place) ? place : null;
}
