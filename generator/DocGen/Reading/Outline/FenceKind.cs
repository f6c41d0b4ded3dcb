using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>The kind of a fence, according to its annotation or, without one, to its first characters.</summary>
internal enum FenceKind
{
    Other,

    /// <summary>Annotated as a request.</summary>
    Request,

    /// <summary>Annotated as a response.</summary>
    Response,

    /// <summary>Annotated as an example, which belongs to no operation.</summary>
    Example,

    /// <summary>Begins with a method and a URL: a request, or a list of templates.</summary>
    RequestLines,

    /// <summary>Begins with a protocol and a status: a response.</summary>
    StatusLine,

    /// <summary>Begins with a brace.</summary>
    Json,

    /// <summary>The annotation has an unknown <c>blockType</c>.</summary>
    Unknown,
}
