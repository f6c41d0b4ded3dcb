namespace DocGen.Generator.Reading;

/// <summary>What a heading says its section holds.</summary>
internal enum SectionKind
{
    Other,
    Permissions,
    HttpRequest,
    PathParameters,
    QueryParameters,
    FunctionParameters,
    Parameters,
    RequestHeaders,
    RequestBody,
    Request,
    Response,
    ResponseHeaders,
    Errors,
    Example,
    Properties,
    Relationships,
    JsonRepresentation,
    Methods,
    EnumValues,
}
