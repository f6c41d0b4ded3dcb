namespace DocGen.Generator.Reading;

/// <summary>What a heading, or a line that announces something, says of what follows.</summary>
internal enum PlainRole
{
    /// <summary>Nothing: a heading is a subject of its own.</summary>
    None,

    /// <summary>The request, or its URL.</summary>
    Request,
    PathParameters,
    QueryParameters,
    Headers,

    /// <summary>The request's parameters; its method says where they go.</summary>
    Parameters,
    Body,
    Response,
    ResponseHeaders,
    Errors,
    Example,

    /// <summary>
    /// Something else than what a request sends or is answered with, such as the values of one member.
    /// </summary>
    Other,
}
