namespace DocGen.Generator.Model;

/// <summary>The query options that a request inherits from a base class of the runtime.</summary>
internal enum CommonOptions
{
    None,

    /// <summary><see cref="SystemQueryOptions.OfOne"/>.</summary>
    OfOne,

    /// <summary><see cref="SystemQueryOptions.OfMany"/>.</summary>
    OfMany,
}
