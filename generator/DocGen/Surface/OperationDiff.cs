using DocGen.Generator.Model;
using static DocGen.Generator.Surface.ChangeSeverity;

namespace DocGen.Generator.Surface;

/// <summary>Compares two versions of an operation: names, URLs and permissions.</summary>
internal sealed class OperationDiff
{
    private readonly SurfaceOperation _old;
    private readonly SurfaceOperation _new;
    private readonly bool _isReplaced;
    private readonly ChangeList _changes;

    private OperationDiff(OperationPair pair, ChangeList changes)
    {
        (_old, _new, _isReplaced) = pair;
        _changes = changes;
    }

    /// <param name="pair">The two versions.</param>
    /// <param name="taken">Whether another operation of the new surface has the old C# name.</param>
    /// <param name="isWhole">Whether both surfaces come from docs, which have more data than a surface file.</param>
    /// <param name="changes">Receives the differences.</param>
    public static void Compare(OperationPair pair, Func<SurfaceOperation, bool> taken, bool isWhole, ChangeList changes)
    {
        var diff = new OperationDiff(pair, changes);
        diff.CompareNames(taken);
        diff.CompareUrls();
        if (isWhole)
        {
            diff.ComparePermissions();
            changes.AddDeprecation(SurfaceElementKind.Operation, "", pair.Old.Deprecation, pair.New.Deprecation);
        }
    }

    private bool IsRenamed => _old.Name != _new.Name;

    private void CompareNames(Func<SurfaceOperation, bool> taken)
    {
        (SurfaceElementKind, string?, string?) place = (SurfaceElementKind.Operation, "", "");
        if (_old.HttpMethod != _new.HttpMethod)
        {
            string verbs = $"{_old.HttpMethod} is now {_new.HttpMethod}";
            _changes.Add(SurfaceRules.OperationVerbChanged, place, verbs, (_old.HttpMethod, _new.HttpMethod),
                $"{_new.Name}Async sends {_new.HttpMethod}", verbs);
        }

        if (!IsRenamed)
        {
            _changes.AddName(place, _old.RequestClass, _new.RequestClass);
            _changes.AddName(place, GroupClass(_old), GroupClass(_new));
            return;
        }

        if (taken(_old))
        {
            _changes.Add(SurfaceRules.OperationRebound, place,
                $"'{_old.Name}' is now a different request; this one is called '{_new.Name}'", (_old.Name, _new.Name),
                $"{_old.Name}Async compiles but sends a different request; use {_new.Name}Async",
                $"names of {_old.Group}");
            return;
        }

        // If a page or a resource is renamed, all operations of its group get the new group name.
        _changes.AddName(place, _old.Name, _new.Name,
            _old.Group == _new.Group ? $"{_old.Method} to {_new.Method}" : $"out of {_old.Group}");
    }

    private static string GroupClass(SurfaceOperation operation) =>
        operation.GroupClass ?? SurfaceDefaults.GroupClass(operation.Group);

    private void CompareUrls()
    {
        if (_old.Urls == _new.Urls)
            return;
        List<SurfaceUrl> gone = [.. _old.Urls];
        List<SurfaceUrl> added = [.. _new.Urls];
        List<(SurfaceUrl Old, SurfaceUrl New)> kept = [];
        gone.RemoveAll(url =>
        {
            int same = added.FindIndex(other => UrlText.Shape(other.Template) == UrlText.Shape(url.Template));
            if (same < 0)
                return false;
            kept.Add((url, added[same]));
            added.RemoveAt(same);
            return true;
        });
        // If only one URL remains, it gets the constructor. The findings for the removed URLs include this change.
        string left = string.Concat(
            kept.Where(pair => gone.Count > 0 && MovesToConstructor(pair))
                .Select(pair => $"; use {Call(_new, pair.New)} instead of {Call(_old, pair.Old)}"));
        foreach ((SurfaceUrl old, SurfaceUrl current) in kept)
            CompareUrl(old, current, isConstructorTold: left.Length > 0);
        while (Closest(gone, added) is { } pair)
        {
            Replace(pair.Old, pair.New, left);
            gone.Remove(pair.Old);
            added.Remove(pair.New);
        }

        foreach (SurfaceUrl url in gone)
        {
            _changes.Add(SurfaceRules.UrlRemoved, (SurfaceElementKind.Url, url.Template, ""),
                $"'{UrlText.Shown(url.Template)}' is gone", (UrlText.Shown(url.Template), null),
                $"{Call(_old, url)} is gone{left}", Beside(url, _new.Urls), member: " " + UrlText.Shape(url.Template));
        }

        foreach (SurfaceUrl url in added)
        {
            _changes.Add(SurfaceRules.UrlAdded, (SurfaceElementKind.Url, "", url.Template),
                $"'{UrlText.Shown(url.Template)}' is new", (null, UrlText.Shown(url.Template)),
                Call(_new, url), Beside(url, _old.Urls), member: " " + UrlText.Shape(url.Template));
        }
    }

    private bool MovesToConstructor((SurfaceUrl Old, SurfaceUrl New) pair) =>
        !IsRenamed && pair.Old.Factory is not null && pair.New.Factory is null;

    private void CompareUrl(SurfaceUrl old, SurfaceUrl current, bool isConstructorTold)
    {
        (SurfaceElementKind, string?, string?) place = (SurfaceElementKind.Url, old.Template, current.Template);
        string member = " " + UrlText.Shape(old.Template);
        if (UrlText.Slashes(old.Template) != UrlText.Slashes(current.Template))
        {
            _changes.Add(SurfaceRules.UrlSlashesChanged, place,
                $"the placeholders of '{UrlText.Shown(current.Template)}' treat slashes differently",
                (old.Template, current.Template),
                "A slash in an argument is escaped, or no longer is", "slashes", member: member);
        }

        if (isConstructorTold && MovesToConstructor((old, current)))
            return;
        if (!IsRenamed && (old.Factory is null) != (current.Factory is null))
        {
            _changes.Add(SurfaceRules.ConstructorChanged, place, $"'{Call(_old, old)}' became '{Call(_new, current)}'",
                (Call(_old, old), Call(_new, current)),
                $"{Call(_old, old)} is gone; use {Call(_new, current)}",
                old.Factory is null ? "constructor to factory" : "factory to constructor", member: member);
        }
        else if (old.Factory != current.Factory && old.Factory is not null && current.Factory is not null)
        {
            _changes.AddName(place, old.Factory, current.Factory, member: member);
        }
        else if (old.Parameters != current.Parameters)
        {
            (string before, string after) = (string.Join(", ", old.Parameters), string.Join(", ", current.Parameters));
            IEnumerable<string> renamed = old.Parameters.Zip(current.Parameters, (one, other) => (one, other))
                .Where(pair => pair.one != pair.other).Select(pair => $"{pair.one} to {pair.other}");
            _changes.Add(SurfaceRules.PathParameterRenamed, place, $"the path parameters ({before}) are now ({after})",
                (before, after),
                "Calls that name these arguments do not compile", string.Join(", ", renamed), member: member);
        }
    }

    private (SurfaceUrl Old, SurfaceUrl New)? Closest(List<SurfaceUrl> gone, List<SurfaceUrl> added)
    {
        (SurfaceUrl Old, SurfaceUrl New)? closest = null;
        double likeness = _isReplaced ? 0 : Thresholds.UrlLikeness;
        foreach (SurfaceUrl url in gone)
        {
            foreach (SurfaceUrl other in added)
            {
                // The last segment says what an operation does. A URL with another last segment is a different URL.
                bool isOne = _isReplaced || End(url) == End(other);
                if (isOne && UrlText.Likeness(url.Template, other.Template) is var found && found >= likeness
                    && (closest is not { } best || found > likeness || IsBefore((url, other), best)))
                {
                    (closest, likeness) = ((url, other), found);
                }
            }
        }

        return closest;
    }

    /// <summary>
    /// Orders pairs in the same way in both directions, so that a reversed change pairs the same URLs.
    /// </summary>
    private static bool IsBefore((SurfaceUrl One, SurfaceUrl Other) pair, (SurfaceUrl One, SurfaceUrl Other) best)
    {
        static string Key((SurfaceUrl One, SurfaceUrl Other) urls) =>
            string.Join(" ", new[] { UrlText.Shape(urls.One.Template), UrlText.Shape(urls.Other.Template) }.OrderBy(
                shape => shape, StringComparer.Ordinal));
        return string.CompareOrdinal(Key(pair), Key(best)) < 0;
    }

    private static string End(SurfaceUrl url) =>
        UrlText.Shape(url.Template) is var shape ? shape.Substring(shape.LastIndexOf('/') + 1) : "";

    private void Replace(SurfaceUrl old, SurfaceUrl current, string left)
    {
        (string before, string after) = UrlText.Difference(old.Template, current.Template);
        bool compiles = !IsRenamed && old.Factory == current.Factory && old.Parameters == current.Parameters;
        _changes.Add(SurfaceRules.UrlReplaced, (SurfaceElementKind.Url, old.Template, current.Template),
            $"'{UrlText.Shown(old.Template)}' is now '{UrlText.Shown(current.Template)}'",
            (UrlText.Shown(old.Template), UrlText.Shown(current.Template)),
            compiles
                ? "Calls still compile and go to the new URL"
                : $"{Call(_old, old)} is gone; use {Call(_new, current)}{left}",
            $"'{before}' is now '{after}'", source: compiles ? None : Error, member: " " + UrlText.Shape(old.Template));
    }

    /// <summary>
    /// Returns the difference between a URL and the most similar other URL. One edit to many operations gives the same
    /// text for all of them.
    /// </summary>
    private static string Beside(SurfaceUrl url, IEnumerable<SurfaceUrl> others)
    {
        SurfaceUrl? closest = others.OrderByDescending(other => UrlText.Likeness(url.Template, other.Template))
            .ThenBy(other => other.Template, StringComparer.Ordinal).FirstOrDefault();
        return closest is null
            ? url.Template
            : UrlText.Difference(url.Template, closest.Template) is var (own, other) ? $"'{own}' beside '{other}'"
            : "";
    }

    private static string Call(SurfaceOperation operation, SurfaceUrl url)
    {
        string arguments = "(" + string.Join(", ", url.Parameters) + ")";
        return url.Factory is { } factory
            ? $"{operation.Name}Async(at => at.{factory}{arguments})"
            : $"new {operation.RequestClass}{arguments}";
    }

    /// <summary>
    /// Compares permissions. The first permission in a row is the least privileged. If it changes, callers that have
    /// only this permission may be refused, or may need less.
    /// </summary>
    private void ComparePermissions()
    {
        foreach (Model.Permission row in _old.Permissions)
        {
            if (_new.Permissions.FirstOrDefault(other => other.Kind == row.Kind) is not { } now
                || now.Scopes == row.Scopes || row.Scopes.IsEmpty || now.Scopes.IsEmpty)
                continue;
            (string before, string after) = (row.Scopes[0], now.Scopes[0]);
            (SurfaceElementKind, string?, string?) place = (SurfaceElementKind.Permission, row.Kind, row.Kind);
            string text = $"'{before}' ({row.Kind}) is now '{after}'";
            if (!now.Scopes.Contains(before))
                _changes.Add(SurfaceRules.PermissionRaised, place, text, (before, after), cause: $"{before} to {after}",
                    member: " " + row.Kind);
            else if (before != after && !row.Scopes.Contains(after))
                _changes.Add(SurfaceRules.PermissionLowered, place, text, (before, after),
                    cause: $"{before} to {after}", member: " " + row.Kind);
        }
    }
}
