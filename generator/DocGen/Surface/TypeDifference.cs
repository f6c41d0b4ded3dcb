namespace DocGen.Generator.Surface;

/// <summary>How the type of a member changed.</summary>
internal enum TypeDifference
{
    None,

    /// <summary>A type that the old type allows: a derived type, or any type if the old docs left it open.</summary>
    Narrowed,

    /// <summary>A string became an enum, an enum a string, or one enum another.</summary>
    Enum,

    /// <summary>A number that holds all values of the old one.</summary>
    Widened,

    /// <summary>One value became many, or the reverse.</summary>
    Collection,

    /// <summary>Anything else.</summary>
    Changed,
}
