namespace DocGen.Generator.Model;

/// <summary>Whether a page shows one or many of the resource that its operation belongs to.</summary>
internal enum GroupNumber
{
    /// <summary>It does not tell.</summary>
    Unsaid,

    /// <summary>A URL leads to the only one.</summary>
    One,

    /// <summary>A URL has a collection of it, or a key behind it.</summary>
    Many,
}
