namespace DocGen.Generator.Linking;

/// <summary>What the linking of operations asks about types. Its answer depends on nothing else.</summary>
internal enum QuestionKind
{
    /// <summary>What <c>Subject</c> names; <c>Detail</c> is the page it links to.</summary>
    Name,

    /// <summary>Whether the class <c>Subject</c>, or a base of it, has the member <c>Detail</c>.</summary>
    HasMember,

    /// <summary>That member, as a page defines it.</summary>
    Member,

    /// <summary>Whether the class <c>Subject</c> inherits from the class <c>Detail</c>.</summary>
    IsAncestor,

    /// <summary>The nearest class that all of <c>Subject</c>'s, with spaces between them, are.</summary>
    CommonBase,

    /// <summary>The resource that an unnamed object is: the member <c>Subject</c>, with the members that <c>Detail</c> lists a line each.</summary>
    Object,

    /// <summary>Whether <c>Subject</c>, which links to the page <c>Detail</c>, is no type.</summary>
    Word,

    /// <summary>The resource that the page <c>Subject</c> gets.</summary>
    Job,

    /// <summary>What the tables of methods say that the page <c>Subject</c> returns.</summary>
    Method,

    /// <summary>The documented enum of the values, for a member called <c>Subject</c>.</summary>
    Enum,
}
