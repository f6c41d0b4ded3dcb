namespace DocGen.Generator.Linking;

/// <summary>The fact that a <see cref="SymbolKey"/> requests.</summary>
internal enum SymbolKind
{
    /// <summary>The type with the name <c>Subject</c>. <c>Detail</c> is the page that the name links to.</summary>
    Type,

    /// <summary>Whether the class <c>Subject</c> or one of its bases has the member <c>Detail</c>.</summary>
    HasMember,

    /// <summary>The member <c>Detail</c> of the class <c>Subject</c>, as a page defines it.</summary>
    Member,

    /// <summary>Whether the class <c>Subject</c> inherits from the class <c>Detail</c>.</summary>
    IsAncestor,

    /// <summary>Whether the class <c>Subject</c> has a qualified name.</summary>
    IsQualified,

    /// <summary>
    /// Whether the class <c>Subject</c> has a qualified name, and a base with more members than a key.
    /// </summary>
    HasBase,

    /// <summary>The nearest common base, or equal class, of all space-separated classes in <c>Subject</c>.</summary>
    CommonBase,

    /// <summary>
    /// The resource that matches an unnamed object: the value of the member <c>Subject</c>, with the members in
    /// <c>Detail</c>, one on each line.
    /// </summary>
    UnnamedObject,

    /// <summary>
    /// The resource that has all members in <c>Detail</c>, for an object that only examples show as the member
    /// <c>Subject</c>.
    /// </summary>
    ShownObject,

    /// <summary>Whether <c>Subject</c>, which links to the page <c>Detail</c>, names no type.</summary>
    Word,

    /// <summary>The resource that a GET on the page <c>Subject</c> returns.</summary>
    Job,

    /// <summary>The return type that the method tables state for the page <c>Subject</c>.</summary>
    Method,

    /// <summary>
    /// The type that GET operations return at the URL with the outline <c>Subject</c>; true for a collection.
    /// </summary>
    Addressed,

    /// <summary>The documented enum that has all the values, for a member with the name <c>Subject</c>.</summary>
    Enum,

    /// <summary>How pages spell the type <c>Subject</c>, which is in lower case.</summary>
    Spelling,

    /// <summary>
    /// The topmost base of the resource <c>Subject</c> that has more members than a key, or the resource itself.
    /// </summary>
    Family,

    /// <summary>Whether another class has the name <c>Subject</c>.</summary>
    ClassName,

    /// <summary>
    /// The first free class name: <c>Subject</c>, then <c>Subject</c> with <c>Detail</c> appended, then with a number.
    /// </summary>
    FreeClassName,

    /// <summary>The namespace that class names omit.</summary>
    MainNamespace,

    /// <summary>The placeholder for types whose names end in <c>Subject</c> and that no page defines.</summary>
    Placeholder,
}
