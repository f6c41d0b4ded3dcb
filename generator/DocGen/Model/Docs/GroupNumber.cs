namespace DocGen.Generator.Model;

/// <summary>Whether a page shows one or many of the resource that its operation belongs to.</summary>
internal enum GroupNumber
{
    /// <summary>The page does not show it.</summary>
    Unsaid,

    /// <summary>A URL leads to a single instance.</summary>
    One,

    /// <summary>A URL contains a collection of it, or a key after it.</summary>
    Many,
}
