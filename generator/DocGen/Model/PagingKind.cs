namespace DocGen.Generator.Model;

internal enum PagingKind
{
    /// <summary>A <c>Link</c> header with <c>rel="next"</c> (RFC 8288).</summary>
    LinkHeader,

    /// <summary>A response member contains the URL of the next page.</summary>
    NextUrl,

    /// <summary>A response member contains the value for a query option.</summary>
    Cursor,

    /// <summary>A query option takes a page number, which a response member may contain.</summary>
    Number,

    /// <summary>A query option takes the number of items to skip.</summary>
    Offset,
}
