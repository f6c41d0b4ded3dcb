using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads how a collection is paged from the annotation of its response: <c>nextPage</c> names the member with the next
/// page's URL or with the value of <c>cursorParameter</c>; <c>pageParameter</c> and <c>offsetParameter</c> name query
/// parameters that count.
/// </summary>
internal static class PagingAnnotation
{
    /// <summary>Returns null where the annotation has none of these keys.</summary>
    public static Paging? Read(Annotation annotation)
    {
        string? Named(string key) => annotation.Text(key)?.Trim() is { Length: > 0 } text ? StringPool.Get(text) : null;
        string? member = Named("nextPage");
        if (member is not null)
            return Named("cursorParameter") is { } cursor
                ? new Paging(PagingKind.Cursor, member, cursor)
                : new Paging(PagingKind.NextUrl, member, null);
        return Named("pageParameter") is { } page ? new Paging(PagingKind.Number, null, page)
            : Named("offsetParameter") is { } offset ? new Paging(PagingKind.Offset, null, offset) : null;
    }
}
