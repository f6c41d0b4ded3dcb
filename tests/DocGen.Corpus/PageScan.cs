using System.Text.RegularExpressions;

namespace DocGen.Corpus;

/// <summary>
/// The result of a much simpler scan of a page. It shares no code with the generator, so that it also counts the URLs
/// and blocks that the generator misses.
/// </summary>
/// <param name="IsApiPage">
/// Whether the page shows a request, or is an API page by its front matter and defines no resource.
/// </param>
/// <param name="Templates">The distinct URLs under HTTP request headings, as verb, space, path.</param>
/// <param name="DefiningBlocks">The number of annotations of blocks that define something.</param>
/// <param name="OtherBlocks">The number of annotations of examples, samples and ignored blocks.</param>
internal sealed partial record PageScan(bool IsApiPage, IReadOnlyCollection<string> Templates, int DefiningBlocks,
    int OtherBlocks)
{
    public static PageScan Of(string text)
    {
        bool saysApiPage = false;
        bool hasRequest = false;
        bool hasResource = false;
        int defining = 0, others = 0;
        bool inFence = false, inComment = false;
        string heading = "";
        var comment = new System.Text.StringBuilder();
        var templates = new SortedSet<string>(StringComparer.Ordinal);
        // An unclosed comment ends at the end of the page.
        foreach (string line in (text.Replace("\r", "", StringComparison.Ordinal) + "\n-->").Split('\n'))
        {
            if (inComment || (!inFence && line.Contains("<!--", StringComparison.Ordinal)))
            {
                comment.Append(line).Append('\n');
                inComment = comment.ToString().LastIndexOf("-->", StringComparison.Ordinal)
                    < comment.ToString().LastIndexOf("<!--", StringComparison.Ordinal);
                if (inComment)
                    continue;
                foreach (Match type in BlockType().Matches(comment.ToString()))
                {
                    hasRequest |= type.Groups[1].Value == "request";
                    hasResource |= type.Groups[1].Value == "resource";
                    if (type.Groups[1].Value is "example" or "ignored" or "samples" or "testParams" or "permissions")
                        others++;
                    else
                        defining++;
                }

                comment.Clear();
            }
            else if (Fence().IsMatch(line))
            {
                inFence = !inFence;
            }
            else if (!inFence && Heading().Match(line) is { Success: true } title)
            {
                heading = title.Groups[1].Value.ToLowerInvariant();
            }
            else if (inFence && heading.Contains("http request", StringComparison.Ordinal)
                && Request().Match(line) is { Success: true } request)
            {
                templates.Add(request.Groups[1].Value + " " + Normal(request.Groups[2].Value));
            }

            saysApiPage |= !inFence && ApiPage().IsMatch(line);
        }

        return new PageScan((saysApiPage && !hasResource) || hasRequest || templates.Count > 0, templates, defining,
            others);
    }

    /// <summary>
    /// Returns a path for comparison: in lower case, without service root and query, and with <c>{}</c> for
    /// placeholders and sample values.
    /// </summary>
    public static string Normal(string url)
    {
        url = Root().Replace(Version().Replace(url.Trim(), ""), "").Replace('<', '{').Replace('>', '}');
        url = Placeholder().Replace(url, "{}");
        url = url.Split('?')[0].Replace(" ", "", StringComparison.Ordinal).Replace("/:", ":/", StringComparison.Ordinal)
            .ToLowerInvariant();
        url = FunctionValue().Replace(url, "={}");
        string[] segments = url.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return "/" + string.Join('/',
            segments.Select(s => IsSample(s.TrimEnd(':')) ? (s[^1] == ':' ? "{}:" : "{}") : s));
    }

    /// <summary>
    /// Removes the arguments of a function at the end of a path, because the model may have them as options of the
    /// call.
    /// </summary>
    public static string WithoutArguments(string template) => Arguments().Replace(template, "");

    private static bool IsSample(string segment) =>
        Guid.TryParse(segment, out _) || segment.All(char.IsAsciiDigit)
            || segment.EndsWith("==", StringComparison.Ordinal) || segment.Contains('@', StringComparison.Ordinal)
            || Host().IsMatch(segment);

    [GeneratedRegex("\"?blockType\"?\\s*:\\s*\"(\\w*)\"")]
    private static partial Regex BlockType();

    [GeneratedRegex("^\\s*>?\\s*```")]
    private static partial Regex Fence();

    [GeneratedRegex("^#+\\s*(.*)")]
    private static partial Regex Heading();

    [GeneratedRegex("^\\s*(GET|POST|PUT|PATCH|DELETE|HEAD)\\s+(\\S.*)")]
    private static partial Regex Request();

    [GeneratedRegex("^doc_type:\\s*\"?'?apiPageType")]
    private static partial Regex ApiPage();

    [GeneratedRegex("\\s+HTTP/[\\d.]+$")]
    private static partial Regex Version();

    [GeneratedRegex("^(?:https?://[^/]+)?/?(?:(?:v\\d+(?:\\.\\d+)*|beta)(?=/))?", RegexOptions.IgnoreCase)]
    private static partial Regex Root();

    [GeneratedRegex("\\{[^}]*\\}+")]
    private static partial Regex Placeholder();

    [GeneratedRegex("(?<=[(,][^=(),]*)=(?:'[^']*'|[^,()]*)")]
    private static partial Regex FunctionValue();

    [GeneratedRegex("\\([^()]*\\)$")]
    private static partial Regex Arguments();

    [GeneratedRegex("^[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|net|org|io|edu|gov)$")]
    private static partial Regex Host();
}
