namespace DocGen.Generator.Model;

internal enum PagingKind
{
    /// <summary>A <c>Link</c> header with <c>rel="next"</c> (RFC 8288).</summary>
    LinkHeader,

    /// <summary>A member of the answer has the next page's URL.</summary>
    NextUrl,

    /// <summary>A member of the answer has what a query option takes.</summary>
    Cursor,

    /// <summary>A query option takes the number of a page, which a member of the answer may have.</summary>
    Number,

    /// <summary>A query option takes how many items are left out.</summary>
    Offset,
}
