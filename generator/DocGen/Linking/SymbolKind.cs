namespace DocGen.Generator.Linking;

/// <summary>What a <see cref="SymbolKey"/> asks for.</summary>
internal enum SymbolKind
{
    /// <summary>The type that the name <c>Subject</c> stands for; <c>Detail</c> is the page that the name links
    /// to.</summary>
    Type,

    /// <summary>Whether the class <c>Subject</c>, or a base of it, has the member <c>Detail</c>.</summary>
    HasMember,

    /// <summary>That member, as a page defines it.</summary>
    Member,

    /// <summary>Whether the class <c>Subject</c> inherits from the class <c>Detail</c>.</summary>
    IsAncestor,

    /// <summary>Whether the class <c>Subject</c> has a qualified name.</summary>
    IsQualified,

    /// <summary>Whether the class <c>Subject</c> has a qualified name, and a base with more than a key.</summary>
    HasBase,

    /// <summary>The nearest class that all the classes in <c>Subject</c>, with spaces between them, inherit from or
    /// are.</summary>
    CommonBase,

    /// <summary>The resource that an unnamed object is: the member <c>Subject</c>, with the members that <c>Detail</c>
    /// lists a line each.</summary>
    UnnamedObject,

    /// <summary>The resource that has all members which <c>Detail</c> lists, of an object that only examples show for
    /// the member <c>Subject</c>.</summary>
    ShownObject,

    /// <summary>Whether <c>Subject</c>, which links to the page <c>Detail</c>, is no type.</summary>
    Word,

    /// <summary>The resource that the page <c>Subject</c> gets.</summary>
    Job,

    /// <summary>What the tables of methods say that the page <c>Subject</c> returns.</summary>
    Method,

    /// <summary>What pages get at the URL whose outline is <c>Subject</c>; true for a collection of it.</summary>
    Addressed,

    /// <summary>The documented enum that has the values, for a member called <c>Subject</c>.</summary>
    Enum,

    /// <summary>How pages spell the type <c>Subject</c>, which stands in lower case.</summary>
    Spelling,

    /// <summary>The topmost base of the resource <c>Subject</c> that has more to say than a key, or the resource
    /// itself.</summary>
    Family,

    /// <summary>Whether another class has the name <c>Subject</c>.</summary>
    ClassName,

    /// <summary>The first name that no other class has: <c>Subject</c>, or <c>Subject</c> with <c>Detail</c> behind it,
    /// then with a number.</summary>
    FreeClassName,

    /// <summary>The namespace whose types need not say it.</summary>
    MainNamespace,

    /// <summary>The placeholder for types whose names end in <c>Subject</c>, which no page defines.</summary>
    Placeholder,
}
