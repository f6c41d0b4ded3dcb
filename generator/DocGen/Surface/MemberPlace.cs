namespace DocGen.Generator.Surface;

/// <summary>Where a member of a request, or a header of an answer, is on the wire.</summary>
internal enum MemberPlace
{
    /// <summary>An argument of the OData function at the end of the path.</summary>
    Argument,

    Query,

    Header,

    /// <summary>The whole body, as JSON. It has no name on the wire.</summary>
    Body,

    /// <summary>A member of the JSON object that is the body.</summary>
    Member,

    /// <summary>Content that is sent as it is. It has no name on the wire unless it is a part; its type is a media
    /// type.</summary>
    Content,

    /// <summary>A part of a multipart body; its type is a media type.</summary>
    Part,

    /// <summary>A field of a form.</summary>
    Field,
}
