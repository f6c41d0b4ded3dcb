using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>Parses a multipart body from a page.</summary>
internal static class MultipartReader
{
    /// <summary>
    /// Parses the parts. Sets <paramref name="problem"/> if the body has no parts, or if the closing delimiter is
    /// missing.
    /// </summary>
    public static IReadOnlyList<MultipartPart> Read(string body, string? contentType, out string? problem)
    {
        problem = null;
        string? boundary = Parameter(contentType, "boundary") ?? FirstBoundary(body);
        if (boundary is null)
        {
            problem = "its Content-Type has no boundary, and no line begins with '--'";
            return [];
        }

        var parts = new List<MultipartPart>();
        string delimiter = "--" + boundary;
        int position = LineThatStarts(body, delimiter, 0);
        while (position >= 0 && !IsClosing(body, position, delimiter))
        {
            int start = body.IndexOf('\n', position);
            if (start < 0)
                break;
            int next = LineThatStarts(body, delimiter, start);
            parts.Add(ReadPart(body, start + 1, next < 0 ? body.Length : next, parts.Count));
            if (next < 0)
                problem = $"the closing '{delimiter}--' is missing";
            position = next;
        }

        if (parts.Count == 0)
            problem = $"no line begins with its boundary '{delimiter}'";
        return parts;
    }

    /// <summary>
    /// Returns the value of a parameter in a header such as <c>multipart/related; boundary="A100x"</c>, or null.
    /// </summary>
    public static string? Parameter(string? header, string name)
    {
        foreach (string piece in (header ?? "").Split(';').Skip(1))
        {
            int equals = piece.IndexOf('=');
            if (equals > 0 && piece.Substring(0, equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return piece.Substring(equals + 1).Trim().Trim('"');
        }

        return null;
    }

    private static MultipartPart ReadPart(string body, int start, int end, int index)
    {
        string? name = null;
        string? mediaType = null;
        int position = start;
        while (position < end)
        {
            int lineEnd = body.IndexOf('\n', position, end - position);
            if (lineEnd < 0)
                lineEnd = end;
            string line = body.Substring(position, lineEnd - position).Trim();
            int colon = line.IndexOf(':');
            if (line.Length == 0 || colon <= 0)
            {
                position = line.Length == 0 ? Math.Min(lineEnd + 1, end) : position;
                break;
            }

            string value = line.Substring(colon + 1).Trim();
            switch (line.Substring(0, colon).Trim().ToLowerInvariant())
            {
                case "content-id":
                    name = value.Trim('<', '>', ' ');
                    break;
                case "content-disposition":
                    name ??= Parameter(value, "name");
                    break;
                case "content-type":
                    mediaType = value.Split(';')[0].Trim().ToLowerInvariant();
                    break;
            }

            position = lineEnd + 1;
        }

        position = Math.Min(position, end);
        string content = body.Substring(position, end - position);
        int leading = content.Length - content.TrimStart().Length;
        return new MultipartPart(name ?? $"part{index + 1}", mediaType, content.Trim(), position + leading);
    }

    private static string? FirstBoundary(string body)
    {
        string line = body.Split('\n')[0].Trim();
        return line.Length > 2 && line.StartsWith("--", StringComparison.Ordinal) ? line.Substring(2) : null;
    }

    private static int LineThatStarts(string text, string prefix, int from)
    {
        for (int i = from; i >= 0 && i < text.Length; i++)
        {
            i = text.IndexOf(prefix, i, StringComparison.Ordinal);
            if (i <= 0 || text[i - 1] == '\n')
                return i;
        }

        return -1;
    }

    private static bool IsClosing(string text, int position, string delimiter) =>
        string.CompareOrdinal(text, position + delimiter.Length, "--", 0, 2) == 0;
}
