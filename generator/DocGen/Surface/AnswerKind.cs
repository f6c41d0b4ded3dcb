namespace DocGen.Generator.Surface;

/// <summary>The kinds of answer that an operation has.</summary>
internal enum AnswerKind
{
    /// <summary>A status and headers.</summary>
    Empty,

    /// <summary>One value.</summary>
    Value,

    /// <summary>A collection in pages.</summary>
    Collection,

    /// <summary>A collection in pages with a delta link at its end.</summary>
    Delta,

    /// <summary>Content that is streamed.</summary>
    Content,

    /// <summary>A long-running operation.</summary>
    Job,

    /// <summary>A session that takes large content in ranges.</summary>
    Upload,
}
