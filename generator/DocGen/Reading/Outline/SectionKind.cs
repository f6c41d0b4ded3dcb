using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>The kind of content that a heading announces.</summary>
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
