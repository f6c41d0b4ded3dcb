namespace DocGen.Generator.Surface;

/// <summary>One difference between two surfaces that affects callers.</summary>
/// <param name="Wire">The severity for callers of the service.</param>
/// <param name="Source">The severity for C# that compiles against the client.</param>
/// <param name="Identity">The wire names of the changed element: <c>driveItem.size</c>,
/// <c>GET /drive/items/{} query $select</c>.</param>
/// <param name="Subject">The owner of the change, with its name in messages: <c>POST DriveItems.Copy</c>,
/// <c>driveItem</c>.</param>
/// <param name="Text">The change as a text without the subject.</param>
/// <param name="Old">The old value; null for an addition.</param>
/// <param name="New">The new value; null for a removal.</param>
/// <param name="CSharp">The effect on C#; empty for none.</param>
/// <param name="Cause">The edit that caused the change. Changes with the same rule and cause are one finding.</param>
/// <param name="OldElement">The element to search for in the old docs, or null.</param>
/// <param name="NewElement">The element to search for in the new docs, or null.</param>
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
    SurfaceElement? OldElement,
    SurfaceElement? NewElement)
{
    /// <summary>
    /// Whether the changed part was only in examples of the old docs. The severity on the wire is then one step lower.
    /// </summary>
    public bool IsShownOnly { get; init; }

    public ChangeSeverity Severity => Wire > Source ? Wire : Source;

    /// <summary>The callers that the change breaks first: <c>wire</c> or <c>source</c>.</summary>
    public string Category => Wire != ChangeSeverity.None && Wire >= Source ? "wire" : "source";
}
