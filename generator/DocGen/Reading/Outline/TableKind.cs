namespace DocGen.Generator.Reading;

/// <summary>What the rows of a table are about.</summary>
internal enum TableKind
{
    Unknown,

    /// <summary>Names, types and words, under a heading that says nothing: a resource's properties or a request's
    /// parameters.</summary>
    Members,
    Properties,
    Relationships,
    Parameters,
    PathParameters,
    QueryParameters,
    FunctionParameters,
    Headers,
    ResponseHeaders,

    /// <summary>The members of what is answered.</summary>
    ResponseMembers,

    /// <summary>The parts of a multipart body.</summary>
    Parts,
    EnumValues,
    Permissions,
    Methods,
    Errors,
}
