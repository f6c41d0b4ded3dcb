namespace DocGen.Generator.Surface;

/// <summary>The kind of element that a change is about. It decides where on a page to search for it.</summary>
internal enum SurfaceElementKind
{
    /// <summary>The service root of the whole doc set.</summary>
    ServiceRoot,

    Operation,

    Url,

    /// <summary>What a request sends besides its URL: a query option, a header, a member of the body.</summary>
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
