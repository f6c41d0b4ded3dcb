using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>The changes of one rule that one edit causes, on any number of pages.</summary>
internal sealed class ChangeGroup(IReadOnlyList<SurfaceChange> changes)
{
    public IReadOnlyList<SurfaceChange> Changes { get; } = changes;

    public SurfaceRule Rule => Changes[0].Rule;

    public ChangeSeverity Wire => Changes[0].Wire;

    public ChangeSeverity Source => Changes[0].Source;

    public ChangeSeverity Severity => Changes[0].Severity;

    public string Category => Changes[0].Category;

    /// <summary>The text of the changes, with their subjects.</summary>
    public string Text
    {
        get
        {
            SurfaceChange first = Changes[0];
            string[] texts = [.. Changes.Select(change => change.Text).Distinct(StringComparer.Ordinal)];
            if (Changes.Count == 1 || Changes.All(change => change.Subject == first.Subject))
                return first.Subject + ": " + Few(texts);
            string[] causes = [.. Changes.Select(change => change.Cause).Distinct(StringComparer.Ordinal)];
            string[] owners = [.. Changes.Select(change => change.Subject).Distinct(StringComparer.Ordinal)];
            string subjects = (owners.Length <= Limits.NamedChanges
                ? string.Join(", ", owners)
                : string.Join(", ", owners.Take(Limits.NamedChanges))
                    + $" and {owners.Length - Limits.NamedChanges} more") + ": ";
            return texts.Length == 1
                ? subjects + texts[0]
                : causes.Length == 1 && causes[0].StartsWith("'", StringComparison.Ordinal) ? causes[0]
                : subjects + Few(texts);
        }
    }

    /// <summary>
    /// Groups changes by rule and cause. All changes of one owner by one rule are in one group. The group also contains
    /// the changes of other owners that have the same causes, or only some of them, because an edit to many pages may
    /// change less on some pages.
    /// </summary>
    public static IReadOnlyList<ChangeGroup> Of(IEnumerable<SurfaceChange> changes)
    {
        var owners = from change in changes
                     group change by (change.Rule.Id, change.Wire, change.Source, change.Subject) into same
                     let causes = new HashSet<string>(same.Select(change => change.Cause), StringComparer.Ordinal)
                     orderby causes.Count descending
                     select (Key: (same.Key.Id, same.Key.Wire, same.Key.Source), Causes: causes, Changes: same);
        var groups = new List<ChangeGroup>();
        foreach (var rule in owners.GroupBy(owner => owner.Key))
        {
            var edits = new List<(HashSet<string> Causes, List<SurfaceChange> Changes)>();
            var known = new Dictionary<string, List<SurfaceChange>>(StringComparer.Ordinal);
            foreach ((_, HashSet<string> causes, IEnumerable<SurfaceChange> all) in rule)
            {
                string key = string.Join("\n", causes.OrderBy(cause => cause, StringComparer.Ordinal));
                if (!known.TryGetValue(key, out List<SurfaceChange>? edit))
                {
                    edit = edits.Take(Limits.ComparedEdits)
                        .FirstOrDefault(larger => causes.IsSubsetOf(larger.Causes)).Changes;
                    if (edit is null)
                        edits.Add((causes, edit = []));
                    known.Add(key, edit);
                }

                edit.AddRange(all);
            }

            groups.AddRange(edits.Select(edit => new ChangeGroup(edit.Changes)));
        }

        return [.. groups.OrderByDescending(group => group.Severity)
            .ThenByDescending(group => group.Category, StringComparer.Ordinal)
            .ThenBy(group => group.Rule.Id, StringComparer.Ordinal)
            .ThenBy(group => group.Changes[0].Identity, StringComparer.Ordinal)];
    }

    private static string Few(string[] texts) =>
        texts.Length <= Limits.NamedChanges
            ? string.Join("; ", texts)
            : string.Join("; ", texts.Take(Limits.NamedChanges)) + $"; and {texts.Length - Limits.NamedChanges} more";
}
