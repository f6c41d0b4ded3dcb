namespace DocGen.Generator.Model;

internal enum PagingKind
{
    /// <summary>A <c>Link</c> header with <c>rel="next"</c> (RFC 8288).</summary>
    LinkHeader,

    /// <summary>A response member contains the URL of the next page.</summary>
    NextUrl,

    /// <summary>A response member contains the value for a query option.</summary>
    Cursor,

    /// <summary>A query option contains a page number. A response member may contain the next number.</summary>
    Number,

    /// <summary>A query option contains the number of items to skip.</summary>
    Offset,
}
