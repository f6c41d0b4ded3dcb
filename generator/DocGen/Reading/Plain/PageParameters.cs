using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Recognizes query options that count pages or items: <c>page</c>, <c>offset</c>. One more hint is necessary: an
/// option for the page size, totals in the response, or the option's description.
/// </summary>
internal static class PageParameters
{
    private static readonly string[] Numbers = ["page", "pagenumber", "pageindex", "pageno", "pagenum"];

    private static readonly string[] Offsets = ["offset", "skip", "startindex", "startat", "start"];

    private static readonly string[] Sizes =
        ["perpage", "limit", "pagesize", "size", "count", "maxresults", "pagelimit", "itemsperpage", "resultsperpage",
            "rows", "top", "take"];

    private static readonly string[] Totals =
        ["total", "totalcount", "totalpages", "totalitems", "totalresults", "totalelements", "pagecount", "pages",
            "currentpage", "lastpage", "hasmore", "hasnext",
            "perpage", "pagesize"];

    private static readonly string[] Signs =
        ["totalpages", "pagecount", "pages", "currentpage", "lastpage", "hasmore", "hasnext", "perpage", "pagesize",
            "offset"];

    private static readonly string[] Around = ["meta", "metadata", "paging", "pagination", "page", "pageinfo"];

    /// <summary>Phrases in the description of an option that counts from zero.</summary>
    private static readonly string[] FromZero =
        ["zero-based", "zero based", "0-based", "0 based", "starts at 0", "starting at 0", "start at 0",
            "starts from 0", "starting from 0", "default 0", "default: 0",
            "default is 0", "defaults to 0", "default=0", "default = 0"];

    /// <summary>
    /// Returns the paging, or the option that seems to count but lacks a second hint. Both are null if no option
    /// counts.
    /// </summary>
    public static (Paging? Paging, PlainMember? Unclear) Of(JsonValue answer, IReadOnlyList<PlainMember> options)
    {
        PlainMember? page = options.FirstOrDefault(option => Numbers.Contains(Plain(option.Name)));
        PlainMember? offset = page is null
            ? options.FirstOrDefault(option => Offsets.Contains(Plain(option.Name)))
            : null;
        if ((page ?? offset) is not { } counting)
            return (null, null);
        string words = (counting.Member.Summary?.ToPlainText() ?? "").ToLowerInvariant();
        bool isSized = options.Any(option => Sizes.Contains(Plain(option.Name)));
        bool isSaid = page is null ? Says(words, "skip") || Says(words, "offset") : Says(words, "page");
        if (!isSized && !isSaid && !(answer is JsonObject shown && HasTotals(shown)))
            return (null, counting);
        return (page is null ? new Paging(PagingKind.Offset, null, counting.Name)
            : new Paging(PagingKind.Number, null, counting.Name,
                First: Array.Exists(FromZero, phrase => Says(words, phrase)) ? 0 : 1), null);
    }

    /// <summary>
    /// Returns the member that says that the list has pages: its number, their number or size, or whether more follow.
    /// A total alone may be the length of a whole list.
    /// </summary>
    public static JsonMember? SignOfPages(JsonValue answer) => answer is not JsonObject shown ? null
        : shown.Members.FirstOrDefault(IsSignOfPages)
            ?? shown.Members.Where(member => Around.Contains(Plain(member.Name))).Select(member => member.Value)
                .OfType<JsonObject>().SelectMany(inner => inner.Members).FirstOrDefault(IsSignOfPages);

    private static bool IsSignOfPages(JsonMember member) => member.Value is JsonNumber or JsonLiteral
        && Plain(member.Name) is var name && (Signs.Contains(name) || Numbers.Contains(name));

    private static bool HasTotals(JsonObject answer) => answer.Members.Any(member =>
        (member.Value is JsonNumber or JsonLiteral && Totals.Contains(Plain(member.Name)))
        || (member.Value is JsonObject inner && Around.Contains(Plain(member.Name))
            && inner.Members.Any(m => Totals.Contains(Plain(m.Name)))));

    private static bool Says(string words, string phrase) => words.IndexOf(phrase, StringComparison.Ordinal) >= 0;

    private static string Plain(string name) =>
        name.Replace("_", "").Replace("-", "").TrimEnd('[', ']').ToLowerInvariant();
}
