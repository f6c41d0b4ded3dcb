namespace DocGen.Generator.Reading;

/// <summary>The kind of a table's rows.</summary>
internal enum TableKind
{
    Unknown,

    /// <summary>
    /// Rows with names, types and descriptions under an unknown heading: a resource's properties or a request's
    /// parameters.
    /// </summary>
    Members,
    Properties,
    Relationships,
    Parameters,
    PathParameters,
    QueryParameters,
    FunctionParameters,
    Headers,
    ResponseHeaders,

    /// <summary>The members of a response body.</summary>
    ResponseMembers,

    /// <summary>The parts of a multipart body.</summary>
    Parts,
    EnumValues,
    Permissions,
    Methods,
    Errors,
}
