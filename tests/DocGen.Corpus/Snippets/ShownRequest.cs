using System.Text.RegularExpressions;
using DocGen.Generator.Model;

namespace DocGen.Corpus;

/// <summary>
/// A request that a page shows: a request line, headers, and the rest of the fence as the body. The scan shares no code
/// with the generator, except that the generator reads requests in the form of commands.
/// </summary>
internal sealed partial record ShownRequest(string Method, string Target, IReadOnlyList<ShownHeader> Headers,
    string? Body, IReadOnlyList<ShownField> Form)
{
    public string? MediaType =>
        Headers.FirstOrDefault(h =>
        h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) is { Name: not null } header
        ? header.Value.Split(';')[0].Trim().ToLowerInvariant() : null;

    public static ShownRequest Of(string page, RequestExample example)
    {
        string[] lines = page.ReplaceLineEndings("\n").Split('\n');
        int at = example.Span.StartLine;
        if (RequestLine().Match(Unquoted(lines[at])) is not { Success: true } line)
            return new ShownRequest(example.HttpMethod, example.Target, [.. example.Headers], example.Body,
                [.. example.Form]);
        string target = line.Groups[2].Value.Trim();
        int end =
            Array.FindIndex(lines, at + 1, text =>
            Unquoted(text).TrimStart().StartsWith("```", StringComparison.Ordinal));
        string[] rest = [.. lines[(at + 1)..(end < 0 ? lines.Length : end)].Select(Unquoted)];
        int next = 0;
        while (next < rest.Length && rest[next].Length > 0 && rest[next][0] is ' ' or '?' or '&'
            && !Header().IsMatch(rest[next]) && rest[next].Trim().Length > 0)
            target += rest[next++].Trim();
        var headers = new List<ShownHeader>();
        while (next < rest.Length)
        {
            bool isBlank = rest[next].Trim().Length == 0;
            Match header = Header().Match(rest[next]);
            if (header.Success)
                headers.Add(new ShownHeader(header.Groups[1].Value, header.Groups[2].Value.Trim()));
            else if (!isBlank || headers.Count > 0)
                break;
            next++;
        }

        string body = string.Join('\n', rest[next..]).Trim();
        return new ShownRequest(line.Groups[1].Value, target, headers, body.Length == 0 ? null : body, []);
    }

    private static string Unquoted(string line) => Quote().Replace(line, "").TrimEnd();

    [GeneratedRegex("^\\s*([A-Z]+)\\s+(\\S.*?)(?:\\s+HTTP/[\\d.]+)?\\s*$")]
    private static partial Regex RequestLine();

    [GeneratedRegex("^\\s{0,3}([A-Za-z][\\w-]*):(.*)$")]
    private static partial Regex Header();

    [GeneratedRegex("^\\s*>\\s?")]
    private static partial Regex Quote();
}
