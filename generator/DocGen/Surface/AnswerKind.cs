namespace DocGen.Generator.Surface;

/// <summary>The kinds of response that an operation can have.</summary>
internal enum AnswerKind
{
    /// <summary>A status and headers.</summary>
    Empty,

    /// <summary>One value.</summary>
    Value,

    /// <summary>A paged collection.</summary>
    Collection,

    /// <summary>A paged collection with a delta link at its end.</summary>
    Delta,

    /// <summary>Streamed content.</summary>
    Content,

    /// <summary>A long-running operation.</summary>
    Job,

    /// <summary>A session that uploads large content in ranges.</summary>
    Upload,
}
