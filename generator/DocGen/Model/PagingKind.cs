namespace DocGen.Generator.Model;

internal enum PagingKind
{
    /// <summary>A <c>Link</c> header with <c>rel="next"</c> (RFC 8288).</summary>
    LinkHeader,

    /// <summary>A member of the answer has the next page's URL.</summary>
    NextUrl,

    /// <summary>A member of the answer has what a query option takes.</summary>
    Cursor,

    /// <summary>A member of the answer has the number of the next page, which a query option takes.</summary>
    Number,
}
