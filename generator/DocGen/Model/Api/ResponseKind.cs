namespace DocGen.Generator.Model;

internal enum ResponseKind
{
    /// <summary>A status and headers, no body.</summary>
    Empty,

    /// <summary>One typed value.</summary>
    Value,

    /// <summary>A collection in pages: <c>AsyncPageable&lt;T&gt;</c>; the value's type is the element's.</summary>
    Collection,

    /// <summary>A collection with a delta link at its end; the value's type is the element's.</summary>
    Delta,

    /// <summary>Content that is streamed.</summary>
    Stream,

    /// <summary>202 with a <c>Location</c> to monitor; the value, if there is one, is the result's type.</summary>
    LongRunning,

    /// <summary>A session that takes large content in ranges; the value's type is the session's.</summary>
    UploadSession,
}
