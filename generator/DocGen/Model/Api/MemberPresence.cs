namespace DocGen.Generator.Model;

/// <summary>
/// Guarantees about a member in the JSON of a resource. The annotation of the resource lists the members without a
/// guarantee.
/// </summary>
[Flags]
internal enum MemberPresence
{
    /// <summary>No guarantee.</summary>
    None = 0,

    /// <summary>
    /// Every complete example has the member. The annotation key <c>optionalProperties</c> lists the exceptions.
    /// </summary>
    Always = 1,

    /// <summary>The member is not null. The annotation key <c>nullableProperties</c> lists the exceptions.</summary>
    NotNull = 2,
}
