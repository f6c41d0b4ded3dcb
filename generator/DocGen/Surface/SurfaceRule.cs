namespace DocGen.Generator.Surface;

/// <summary>A kind of change that callers see.</summary>
/// <param name="Id">Stable, and never used again for another rule.</param>
/// <param name="Title">What it is about, for a list of rules.</param>
/// <param name="Wire">What it does to callers of the service, whatever they are written in.</param>
/// <param name="Source">What it does to C# that compiles against the client.</param>
internal sealed record SurfaceRule(string Id, string Title, ChangeSeverity Wire, ChangeSeverity Source)
{
    /// <summary>The rule's section in the page on rules.</summary>
    public string HelpLink => SurfaceRules.Page + "#" + Id.ToLowerInvariant();

    /// <summary>Something is there that was not: the same change read backwards takes it away.</summary>
    public bool IsAddition => Id.EndsWith("_ADDED", StringComparison.Ordinal);
}
