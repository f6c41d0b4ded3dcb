namespace DocGen.Generator.Linking;

/// <summary>The fact that a <see cref="SymbolKey"/> requests.</summary>
internal enum SymbolKind
{
    /// <summary>The type with the name <c>Subject</c>. <c>Detail</c> is the page that the name links to.</summary>
    Type,

    /// <summary>Whether the class <c>Subject</c> or one of its bases has the member <c>Detail</c>.</summary>
    HasMember,

    /// <summary>The documented member <c>Detail</c> of the class <c>Subject</c>.</summary>
    Member,

    /// <summary>Whether the class <c>Subject</c> inherits from the class <c>Detail</c>.</summary>
    IsAncestor,

    /// <summary>Whether the class <c>Subject</c> has a qualified name.</summary>
    IsQualified,

    /// <summary>
    /// Whether the class <c>Subject</c> has a qualified name, and a base with more members than a key.
    /// </summary>
    HasBase,

    /// <summary>
    /// The nearest common base of all classes in <c>Subject</c>, which are separated by spaces; if all are equal, the
    /// class itself.
    /// </summary>
    CommonBase,

    /// <summary>
    /// The resource that matches an unnamed object. The object is the value of the member <c>Subject</c> and has the
    /// members in <c>Detail</c>, one on each line.
    /// </summary>
    UnnamedObject,

    /// <summary>
    /// The resource that has all members in <c>Detail</c>. It is the type of an object that is only in examples, as the
    /// value of the member <c>Subject</c>.
    /// </summary>
    ShownObject,

    /// <summary>
    /// Whether <c>Subject</c>, which links to the page <c>Detail</c>, is a word and not the name of a type.
    /// </summary>
    Word,

    /// <summary>The resource that a GET on the page <c>Subject</c> returns.</summary>
    Job,

    /// <summary>The return type in the method tables for the page <c>Subject</c>.</summary>
    Method,

    /// <summary>
    /// The type that GET operations return at the URL with the outline <c>Subject</c>; true for a collection.
    /// </summary>
    Addressed,

    /// <summary>The documented enum that has all the values, for a member with the name <c>Subject</c>.</summary>
    Enum,

    /// <summary>The documented spelling of the type <c>Subject</c>, which is in lower case.</summary>
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

    /// <summary>The placeholder class for an undefined type whose name has the last part <c>Subject</c>.</summary>
    Placeholder,
}
