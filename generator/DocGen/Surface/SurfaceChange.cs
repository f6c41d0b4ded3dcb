namespace DocGen.Generator.Surface;

/// <summary>One difference between two surfaces that callers see.</summary>
/// <param name="Wire">What it does to callers of the service.</param>
/// <param name="Source">What it does to C# that compiles against the client.</param>
/// <param name="Identity">What changed, by its names on the wire: <c>driveItem.size</c>, <c>GET /drive/items/{} query
/// $select</c>.</param>
/// <param name="Subject">What people call the owner of the change: <c>POST DriveItems.Copy</c>,
/// <c>driveItem</c>.</param>
/// <param name="Text">What happened to it, without the subject.</param>
/// <param name="Old">What it was, or null for what is new.</param>
/// <param name="New">What it is, or null for what is gone.</param>
/// <param name="CSharp">What that means in C#; empty for nothing.</param>
/// <param name="Cause">The edit that makes it: changes of one rule with one cause are one finding.</param>
/// <param name="OldThing">Where to look for it in the old docs, or null.</param>
/// <param name="NewThing">Where to look for it in the new docs, or null.</param>
internal sealed record SurfaceChange(
    SurfaceRule Rule,
    ChangeSeverity Wire,
    ChangeSeverity Source,
    string Identity,
    string Subject,
    string Text,
    string? Old,
    string? New,
    string CSharp,
    string Cause,
    SurfaceThing? OldThing,
    SurfaceThing? NewThing)
{
    /// <summary>The old docs showed it in examples alone, and stated it nowhere: it counts one step less on the
    /// wire.</summary>
    public bool IsShownOnly { get; init; }

    public ChangeSeverity Severity => Wire > Source ? Wire : Source;

    /// <summary>Whom it breaks first: <c>wire</c> or <c>source</c>.</summary>
    public string Category => Wire != ChangeSeverity.None && Wire >= Source ? "wire" : "source";
}
