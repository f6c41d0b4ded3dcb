namespace DocGen.Generator.Model;

/// <summary>How a collection continues from one page to the next.</summary>
/// <param name="Path">The response member that leads to the next page, as a path with dots; null for a header and for
/// page numbers.</param>
/// <param name="Parameter">The query option that takes a cursor, a page number or an offset; null for a link.</param>
/// <param name="First">The number of the first page, for page numbers.</param>
internal sealed record Paging(PagingKind Kind, string? Path, string? Parameter, int First = 1)
{
    /// <summary>
    /// Whether the client can follow the pages. It can't if no query option takes the value in the response.
    /// </summary>
    public bool IsFollowed => Kind is PagingKind.LinkHeader or PagingKind.NextUrl || Parameter is not null;
}
