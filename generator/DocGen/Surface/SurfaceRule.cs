namespace DocGen.Generator.Surface;

/// <summary>A kind of change that affects callers.</summary>
/// <param name="Id">The id. It is stable and never reused for another rule.</param>
/// <param name="Title">The title in a list of rules.</param>
/// <param name="Wire">The severity for callers of the service in any language.</param>
/// <param name="Source">The severity for C# that compiles against the client.</param>
internal sealed record SurfaceRule(string Id, string Title, ChangeSeverity Wire, ChangeSeverity Source)
{
    /// <summary>The rule's section in the page on rules.</summary>
    public string HelpLink => SurfaceRules.Page + "#" + Id.ToLowerInvariant();

    /// <summary>Whether the rule is about an addition. The reversed change is a removal.</summary>
    public bool IsAddition => Id.EndsWith("_ADDED", StringComparison.Ordinal);
}
