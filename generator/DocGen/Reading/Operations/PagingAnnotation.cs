using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads from the annotation of a response how its collection is paged. <c>nextPage</c> is the member that contains the
/// next page's URL or the value of <c>cursorParameter</c>. <c>pageParameter</c> and <c>offsetParameter</c> are query
/// parameters that count pages or items.
/// </summary>
internal static class PagingAnnotation
{
    /// <summary>Returns null if the annotation has none of these keys.</summary>
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
