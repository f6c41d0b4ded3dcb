namespace DocGen.Generator.Surface;

/// <summary>The effect of a docs change on callers, in ascending order.</summary>
internal enum ChangeSeverity
{
    None,

    /// <summary>For information: no caller breaks.</summary>
    Info,

    /// <summary>The change may break some callers.</summary>
    Warning,

    /// <summary>The change breaks callers who use the changed part.</summary>
    Error,
}
