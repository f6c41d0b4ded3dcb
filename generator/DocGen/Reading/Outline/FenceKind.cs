namespace DocGen.Generator.Reading;

/// <summary>What a fence shows, by its annotation, or by how it begins where no annotation says it.</summary>
internal enum FenceKind
{
    Other,

    /// <summary>It is annotated as a request.</summary>
    Request,

    /// <summary>It is annotated as a response.</summary>
    Response,

    /// <summary>It is annotated as an example, which belongs to no operation.</summary>
    Example,

    /// <summary>It begins with a method and a URL: a request, or a list of templates.</summary>
    RequestLines,

    /// <summary>It begins with a protocol and a status: a response.</summary>
    StatusLine,

    /// <summary>It begins with a brace.</summary>
    Json,

    /// <summary>Its annotation names a kind of block that there is none of.</summary>
    Unknown,
}
