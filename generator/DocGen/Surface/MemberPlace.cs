namespace DocGen.Generator.Surface;

/// <summary>The location of a request member on the wire.</summary>
internal enum MemberPlace
{
    /// <summary>An argument of the OData function at the end of the path.</summary>
    Argument,

    Query,

    Header,

    /// <summary>The whole body, as JSON. It has no wire name.</summary>
    Body,

    /// <summary>A member of the JSON object that is the body.</summary>
    Member,

    /// <summary>
    /// Content that is sent unchanged. It has a wire name only if it is a part. Its type is a media type.
    /// </summary>
    Content,

    /// <summary>A part of a multipart body; its type is a media type.</summary>
    Part,

    /// <summary>A field of a form.</summary>
    Field,
}
