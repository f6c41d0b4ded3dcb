namespace DocGen.Generator.Model;

/// <summary>How the next page of a collection is requested.</summary>
/// <param name="Path">The response member with the data for the next page, as a path with dots; null for a header and
/// for page numbers.</param>
/// <param name="Parameter">The query option for a cursor, a page number or an offset; null for a link.</param>
/// <param name="First">The number of the first page, for page numbers.</param>
internal sealed record Paging(PagingKind Kind, string? Path, string? Parameter, int First = 1)
{
    /// <summary>
    /// Whether the client can request the next pages. It can't if the next page needs a query option that is not
    /// documented.
    /// </summary>
    public bool IsFollowed => Kind is PagingKind.LinkHeader or PagingKind.NextUrl || Parameter is not null;
}
