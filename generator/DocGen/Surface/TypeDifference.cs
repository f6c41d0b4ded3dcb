namespace DocGen.Generator.Surface;

/// <summary>How the type of a member changed.</summary>
internal enum TypeDifference
{
    None,

    /// <summary>
    /// The new type allows only some of the old values: a derived type, or any type if the old docs allowed any value.
    /// </summary>
    Narrowed,

    /// <summary>A string became an enum, an enum a string, or one enum another.</summary>
    Enum,

    /// <summary>The new number type can contain all values of the old one.</summary>
    Widened,

    /// <summary>A single value became a collection, or the reverse.</summary>
    Collection,

    /// <summary>Any other change.</summary>
    Changed,
}
