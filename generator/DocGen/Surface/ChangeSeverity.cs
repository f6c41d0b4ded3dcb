namespace DocGen.Generator.Surface;

/// <summary>What a change of the docs does to callers, from nothing to the worst.</summary>
internal enum ChangeSeverity
{
    None,

    /// <summary>Good to know: nothing that worked stops to.</summary>
    Info,

    /// <summary>It may break some callers.</summary>
    Warning,

    /// <summary>It breaks callers who use it.</summary>
    Error,
}
