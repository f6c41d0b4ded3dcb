namespace DocGen.Generator.Model;

/// <summary>
/// Whether the URLs of an operation lead to a single instance or a collection of the group's resource.
/// </summary>
internal enum GroupNumber
{
    /// <summary>The URLs show neither.</summary>
    Unsaid,

    /// <summary>A URL leads to a single instance.</summary>
    One,

    /// <summary>A URL contains a collection of the resource, or a key after the resource.</summary>
    Many,
}
