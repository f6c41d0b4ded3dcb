using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>Recognizes objects that wrap the actual response and add counts and links to further pages.</summary>
internal static class Envelopes
{
    private static readonly HashSet<string> Around = new(StringComparer.OrdinalIgnoreCase)
    {
        "data", "items", "results", "records", "entries", "rows", "list", "objects", "values", "value", "content",
        "hits", "elements",
        "collection", "resources", "result",
    };

    /// <summary>Members of an envelope that describe the page and not the items.</summary>
    private static readonly HashSet<string> Meta = new(StringComparer.OrdinalIgnoreCase)
    {
        "meta", "metadata", "links", "_links", "paging", "pagination", "page", "pages", "per_page", "perPage",
        "page_size", "pageSize", "limit", "offset", "total",
        "total_count", "totalCount", "count", "next", "previous", "prev", "first", "last", "next_page", "nextPage",
        "next_page_url", "nextPageUrl", "next_url",
        "nextUrl", "previous_page", "prev_page", "next_cursor", "nextCursor", "cursor", "has_more", "hasMore",
        "total_pages", "totalPages", "success", "status",
        "ok", "message", "code", "error", "errors", "object", "url", "href", "self", "kind", "etag", "next_page_token",
        "nextPageToken", "size", "from", "to",
        "current_page", "currentPage", "response_metadata", "includes", "included", "warnings", "type", "nextLink",
        "next_link", "skip", "start",
    };

    /// <summary>
    /// Returns the list of a response, if it is the only one and all other members describe the page.
    /// </summary>
    public static JsonMember? ListIn(JsonObject answer, string resource, IReadOnlyList<string> tail)
    {
        JsonMember[] lists = [.. answer.Members.Where(m => m.Value is JsonArray)];
        if (lists.Length != 1 || answer.Members.Count == 0)
            return null;
        JsonMember list = lists[0];
        bool isNamed = Around.Contains(list.Name) || IsOf(list.Name, resource)
            || (tail.Count > 0 && IsOf(list.Name, tail[tail.Count - 1]));
        bool isRest = answer.Members.All(m => m == list || (Meta.Contains(m.Name) && !Meta.Contains(list.Name)));
        bool holdsObjects = ((JsonArray)list.Value).Items.All(item => item is JsonObject);
        return (isNamed && isRest) || (isRest && answer.Members.Count > 1 && holdsObjects)
            || (isNamed && answer.Members.Count == 1) ? list : null;
    }

    /// <summary>
    /// Returns the object in a response that is the resource, if it is the only object: <c>{"ticket": {…}}</c>.
    /// </summary>
    public static JsonMember? OneIn(JsonObject answer, string resource)
    {
        JsonMember[] objects = [.. answer.Members
            .Where(m => m.Value is JsonObject && !(Meta.Contains(m.Name) && answer.Members.Count > 1))];
        bool isOne = objects.Length == 1 && (IsOf(objects[0].Name, resource) || Around.Contains(objects[0].Name))
            && answer.Members.All(m => m == objects[0] || Meta.Contains(m.Name));
        return isOne ? objects[0] : null;
    }

    private static bool IsOf(string member, string resource) =>
        Compact(Inflection.Singular(Identifiers.Pascal(member))) is var one
            && Compact(Inflection.Singular(Identifiers.Pascal(resource))) is var other
        && (one == other || (other.EndsWith(one, StringComparison.Ordinal) && one.Length > 2));

    private static string Compact(string name) => name.ToLowerInvariant();

    /// <summary>
    /// Finds the next page by the member names that services commonly use; null if the response has none of them.
    /// </summary>
    public static (Paging Paging, JsonMember Member)? Next(JsonObject answer, IReadOnlyList<string> options)
    {
        foreach (JsonMember member in answer.Members)
        {
            if (Of(member, "", options) is { } next)
                return next;
            if (member.Value is not JsonObject inner || !(
                member.Name is "links" or "_links"
                    or "paging" or "pagination" or "meta" or "metadata" or "response_metadata" or "cursors"))
                continue;
            foreach (JsonMember nested in inner.Members)
            {
                if (Of(nested, member.Name + ".", options) is { } found)
                    return found;
            }
        }

        return null;
    }

    private static (Paging, JsonMember)? Of(JsonMember member, string path, IReadOnlyList<string> options)
    {
        string name = Compact(member.Name).Replace("_", "").Replace("-", "");
        JsonMember shown = member;
        if (name == "next" && member.Value is JsonObject link && link.Members
            .FirstOrDefault(m => m.Name is "href" or "url") is { } href)
            (shown, path) = (href, path + member.Name + ".");
        string? text = shown.Value.AsString;
        bool isUrl = text is not null && (text.IndexOf("://", StringComparison.Ordinal) > 0
            || text.StartsWith("/", StringComparison.Ordinal));
        bool isNull = shown.Value is JsonLiteral { IsNull: true };
        if (name is "next" or "nextpage" or "nextpageurl" or "nexturl" or "nextlink" && isUrl)
            return (new Paging(PagingKind.NextUrl, path + shown.Name, null), shown);
        string? number = options.FirstOrDefault(o
            => Compact(o) is "page" or "offset" or "skip" or "page_number" or "start");
        string? option = options.FirstOrDefault(o
            => Compact(o).Replace("_",
            "") is "cursor" or "pagetoken" or "startingafter" or "after" or "nextcursor" or "continuation" or "marker");
        if (name is "nextcursor" or "nextpagetoken" or "nexttoken" or "endcursor" or "after"
            || (name is "cursor" or "next" && text is not null && !isUrl)
            || (isNull && (name is "cursor" || (name is "next" or "nextpage" && option is not null))))
            return (new Paging(PagingKind.Cursor, path + shown.Name, option), shown);
        // The example is of the last page. Without an option for a number or cursor, only a URL leads further.
        if (isNull && (name is "nextpageurl" or "nexturl" or "nextlink" || shown != member
            || (name is "next" or "nextpage" && number is null)))
            return (new Paging(PagingKind.NextUrl, path + shown.Name, null), shown);
        return name is "nextpage" && shown.Value is JsonNumber
            ? (new Paging(PagingKind.Number, path + shown.Name, number), shown) : null;
    }
}
