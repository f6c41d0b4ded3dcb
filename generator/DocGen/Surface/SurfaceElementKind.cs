namespace DocGen.Generator.Surface;

/// <summary>The kind of element that a change is about. It decides which lines of a page are searched.</summary>
internal enum SurfaceElementKind
{
    /// <summary>The service root of the whole doc set.</summary>
    ServiceRoot,

    Operation,

    Url,

    /// <summary>A part of a request other than its URL: a query option, a header, a member of the body.</summary>
    Sent,

    Body,

    Permission,

    Answer,

    Status,

    AnswerHeader,

    Type,

    Property,

    Enum,

    Value,
}
