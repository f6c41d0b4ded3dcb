namespace DocGen.Generator.Surface;

/// <summary>What a change is about: where on a page that stands follows from it.</summary>
internal enum ThingKind
{
    /// <summary>The docs as a whole.</summary>
    ServiceRoot,

    Operation,

    Url,

    /// <summary>What a request sends beside its URL: a query option, a header, a member of the body.</summary>
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
