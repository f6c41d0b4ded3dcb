using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Finds requests whose method and URL are apart in a sentence of plain docs: "Send a <c>GET</c> request to
/// <c>/locks/{id}</c>". The words between them may mean anything, so no operation is made of them.
/// </summary>
internal static class SaidRequests
{
    /// <summary>Returns the requests that no request of the page repeats, and anchors them.</summary>
    public static IEnumerable<LooseCall> In(PageContent content, string page)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        ILookup<string, PlainRequest> requests = (content.Outline.Requests ?? [])
            .ToLookup(request => request.Method + " " + request.End);
        foreach (Paragraph paragraph in content.Outline.Paragraphs.Where(paragraph => !paragraph.IsIncluded))
        {
            foreach ((string method, DocumentedUrl url, int start, int end) in
                Of(page, paragraph.Start, Math.Min(paragraph.End, page.Length)))
            {
                bool isShown = requests[method + " " + Routes.End(url)].Take(Limits.AlikeTemplates)
                    .Any(request => request.Shape.EndsWith(url.Shape, StringComparison.Ordinal));
                if (isShown || !known.Add(method + " " + url.Shape))
                    continue;
                content.Sink.Anchor(AnchorKeys.Call(method, url.Path), start, end);
                yield return new LooseCall(StringPool.Get(method), url.Path, IsSaid: true);
            }
        }
    }

    private static IEnumerable<(string Method, DocumentedUrl Url, int Start, int End)> Of(string page, int start,
        int end)
    {
        string? method = null;
        int methodStart = 0;
        int behind = start;
        for (int open = Next(page, start, end); open >= 0;)
        {
            int close = Next(page, open + 1, end);
            if (close < 0)
                yield break;
            string code = page.Substring(open + 1, close - open - 1);
            if (method is not null && Joins(page.Substring(behind, open - behind))
                && !IsDenied(page, methodStart, start, end) && !code.Any(char.IsWhiteSpace)
                && PlainUrlReader.Read(code) is { Segments.IsEmpty: false } url)
                yield return (method, url, methodStart, close);
            method = HttpMessageReader.Methods.Contains(code) ? code : null;
            (methodStart, behind) = (open + 1, close + 1);
            open = Next(page, close + 1, end);
        }
    }

    /// <summary>Whether words join a method to its URL: "request to", "call on".</summary>
    private static bool Joins(string words)
    {
        string[] said = words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < Thresholds.RequestLabel && said.Length > 1 && words.IndexOf('.') < 0
            && said[0].ToLowerInvariant() is "request" or "requests" or "call"
            && said[said.Length - 1].ToLowerInvariant() is "to" or "at" or "on" or "against";
    }

    /// <summary>Whether the sentence says that there is no such request.</summary>
    private static bool IsDenied(string page, int at, int start, int end)
    {
        (start, end) = (Math.Max(start, at - Thresholds.Announcement), Math.Min(end, at + Thresholds.Announcement));
        int before = at > start ? page.LastIndexOf(". ", at, at - start, StringComparison.Ordinal) : -1;
        int after = page.IndexOf(". ", at, end - at, StringComparison.Ordinal);
        int from = before < 0 ? start : before;
        string sentence = page.Substring(from, (after < 0 ? end : after) - from);
        return sentence.IndexOf(" not ", StringComparison.OrdinalIgnoreCase) >= 0
            || sentence.IndexOf("n't ", StringComparison.OrdinalIgnoreCase) >= 0
            || sentence.IndexOf(" no longer ", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static int Next(string page, int start, int end) =>
        start < end ? page.IndexOf('`', start, end - start) : -1;
}
