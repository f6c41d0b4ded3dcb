using static DocGen.Generator.Surface.ChangeSeverity;

namespace DocGen.Generator.Surface;

/// <summary>Collects the changes of one element of a surface.</summary>
/// <param name="all">The list that receives the changes.</param>
/// <param name="identity">The element's identity on the wire.</param>
/// <param name="subject">The element's name in messages.</param>
/// <param name="old">The element's C# name in the old surface, or null if it is new.</param>
/// <param name="current">The element's C# name in the new surface, or null if it was removed.</param>
internal sealed class ChangeList(List<SurfaceChange> all, string identity, string subject, string? old, string? current)
{
    public string Identity => identity;

    /// <param name="rule">The rule that the change belongs to.</param>
    /// <param name="place">The kind of the changed element, and its wire names on both sides. A null name means that
    /// only the other surface has the element.</param>
    /// <param name="text">The change as a text without the subject.</param>
    /// <param name="values">The old and the new value.</param>
    /// <param name="csharp">The effect on C#.</param>
    /// <param name="cause">The edit that caused the change. By default, this is the text.</param>
    /// <param name="wire">The severity on the wire, if it is not the rule's.</param>
    /// <param name="source">The severity in C#, if it is not the rule's.</param>
    /// <param name="member">The wire name of the element's part that changed, if the change is about a part.</param>
    public void Add(
        SurfaceRule rule, (SurfaceElementKind Kind, string? Old, string? New) place, string text,
        (string? Old, string? New) values = default, string csharp = "",
        string? cause = null, ChangeSeverity? wire = null, ChangeSeverity? source = null, string? member = null) =>
        all.Add(new SurfaceChange(
            rule, wire ?? rule.Wire, source ?? rule.Source, member is null ? identity : identity + member, subject,
            text, values.Old, values.New, csharp,
            cause ?? text,
            old is null || place.Old is null ? null : new SurfaceElement(place.Kind, old, place.Old),
            current is null || place.New is null ? null : new SurfaceElement(place.Kind, current, place.New)));

    /// <summary>Adds a change of a C# name. The wire name is the same in both surfaces.</summary>
    public void AddName((SurfaceElementKind Kind, string? Old, string? New) place, string old, string current,
        string? cause = null, string? member = null)
    {
        if (old != current)
            Add(SurfaceRules.NameChanged, place, $"'{old}' is now called '{current}'", (old, current),
                $"{old} is gone; use {current}", cause ?? $"{old} to {current}", member: member);
    }

    public void AddDeprecation(SurfaceElementKind kind, string name, string? before, string? after,
        string? member = null)
    {
        if (before is null && after is not null)
            Add(SurfaceRules.Deprecated, (kind, name, name), What(name) + "is deprecated", (null, after),
                "The compiler warns of each use", What(name) + "deprecated", member: member);
        else if (before is not null && after is null)
            Add(SurfaceRules.Undeprecated, (kind, name, name), What(name) + "is no longer deprecated", (before, null),
                cause: What(name) + "undeprecated", member: member);
    }

    private static string What(string name) => name.Length == 0 ? "" : $"'{name}' ";

    /// <summary>Returns the lower severity for a change of a part that the old docs did not promise.</summary>
    public static ChangeSeverity? Softer(bool isSoft) => isSoft ? Warning : null;
}
