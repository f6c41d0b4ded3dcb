namespace DocGen.Generator.Reading;

/// <summary>The role that a heading or an announcing line gives to the content after it.</summary>
internal enum PlainRole
{
    /// <summary>No role: the heading names a subject.</summary>
    None,

    /// <summary>The request, or its URL.</summary>
    Request,
    PathParameters,
    QueryParameters,
    Headers,

    /// <summary>The request's parameters; the HTTP method decides their location.</summary>
    Parameters,
    Body,
    Response,
    ResponseHeaders,
    Errors,
    Example,

    /// <summary>Content that is part of neither request nor response, such as the values of one member.</summary>
    Other,
}
