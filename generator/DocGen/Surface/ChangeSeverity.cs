namespace DocGen.Generator.Surface;

/// <summary>The effect of a docs change on callers, from none to the worst.</summary>
internal enum ChangeSeverity
{
    None,

    /// <summary>For information: everything that worked still works.</summary>
    Info,

    /// <summary>It may break some callers.</summary>
    Warning,

    /// <summary>It breaks callers who use it.</summary>
    Error,
}
