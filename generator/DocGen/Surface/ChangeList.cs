using static DocGen.Generator.Surface.ChangeSeverity;

namespace DocGen.Generator.Surface;

/// <summary>Collects the changes of one thing.</summary>
/// <param name="all">Takes them.</param>
/// <param name="identity">What the thing is on the wire.</param>
/// <param name="subject">What people call it.</param>
/// <param name="old">Its C# name in the old surface, or null for what is new.</param>
/// <param name="current">Its C# name in the new surface, or null for what is gone.</param>
internal sealed class ChangeList(List<SurfaceChange> all, string identity, string subject, string? old, string? current)
{
    public string Identity => identity;

    /// <param name="rule">What happened.</param>
    /// <param name="place">The kind of thing, and its names on the wire on both sides; a name that is null is on the
    /// other side alone.</param>
    /// <param name="text">What happened, without the subject.</param>
    /// <param name="values">What was and what is.</param>
    /// <param name="csharp">What that means in C#.</param>
    /// <param name="cause">The edit; without it, the text.</param>
    /// <param name="wire">What it does on the wire where that is not what the rule says.</param>
    /// <param name="source">What it does to C# where that is not what the rule says.</param>
    /// <param name="member">The name on the wire below the thing, where the change is of that.</param>
    public void Add(
        SurfaceRule rule, (ThingKind Kind, string? Old, string? New) place, string text,
        (string? Old, string? New) values = default, string csharp = "",
        string? cause = null, ChangeSeverity? wire = null, ChangeSeverity? source = null, string? member = null) =>
        all.Add(new SurfaceChange(
            rule, wire ?? rule.Wire, source ?? rule.Source, member is null ? identity : identity + member, subject,
            text, values.Old, values.New, csharp,
            cause ?? text,
            old is null || place.Old is null ? null : new SurfaceThing(place.Kind, old, place.Old),
            current is null || place.New is null ? null : new SurfaceThing(place.Kind, current, place.New)));

    /// <summary>A C# name that is another while the wire is the same.</summary>
    public void AddName((ThingKind Kind, string? Old, string? New) place, string old, string current,
        string? cause = null, string? member = null)
    {
        if (old != current)
            Add(SurfaceRules.NameChanged, place, $"'{old}' is now called '{current}'", (old, current),
                $"{old} is gone; write {current}", cause ?? $"{old} to {current}", member: member);
    }

    public void AddDeprecation(ThingKind kind, string name, string? before, string? after, string? member = null)
    {
        if (before is null && after is not null)
            Add(SurfaceRules.Deprecated, (kind, name, name), What(name) + "is deprecated", (null, after),
                "The compiler warns of each use", What(name) + "deprecated", member: member);
        else if (before is not null && after is null)
            Add(SurfaceRules.Undeprecated, (kind, name, name), What(name) + "is deprecated no more", (before, null),
                cause: What(name) + "undeprecated", member: member);
    }

    private static string What(string name) => name.Length == 0 ? "" : $"'{name}' ";

    /// <summary>What a rule's severity becomes where the old docs were no promise.</summary>
    public static ChangeSeverity? Softer(bool isSoft) => isSoft ? Warning : null;
}
