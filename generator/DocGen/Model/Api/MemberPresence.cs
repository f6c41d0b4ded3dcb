namespace DocGen.Generator.Model;

/// <summary>What the author of a resource promises of a member of its JSON, by naming the ones that it does not hold
/// for.</summary>
[Flags]
internal enum MemberPresence
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is in each that is shown in full: <c>optionalProperties</c> names others.</summary>
    Always = 1,

    /// <summary>It has a value: <c>nullableProperties</c> names others.</summary>
    NotNull = 2,
}
