namespace DocGen.Generator.Model;

/// <summary>How the pages of a collection follow one another.</summary>
/// <param name="Path">The member of the answer that leads to the next page, with dots for those that it is in; null for
/// a header, and where pages are counted.</param>
/// <param name="Parameter">The query option that takes a cursor, a page's number or an offset; null for a link.</param>
/// <param name="First">The number of the first page, where pages are counted.</param>
internal sealed record Paging(PagingKind Kind, string? Path, string? Parameter, int First = 1)
{
    /// <summary>The client knows where the next page is. It does not where no query option takes what the answer
    /// shows.</summary>
    public bool IsFollowed => Kind is PagingKind.LinkHeader or PagingKind.NextUrl || Parameter is not null;
}
