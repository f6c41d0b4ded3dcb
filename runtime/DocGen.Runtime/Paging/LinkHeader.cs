namespace DocGen.Infrastructure;

/// <summary>Parses the <c>Link</c> header (RFC 8288, section 3).</summary>
internal static class LinkHeader
{
    /// <summary>
    /// Returns the unresolved target of the first link whose relation is <c>next</c>; null if there is none.
    /// </summary>
    public static string? Next(string? header)
    {
        ReadOnlySpan<char> rest = header;
        while (rest.IndexOf('<') is >= 0 and var start)
        {
            rest = rest[(start + 1)..];
            int end = rest.IndexOf('>');
            if (end < 0)
                return null;
            ReadOnlySpan<char> target = rest[..end];
            rest = rest[(end + 1)..];
            if (IsNext(ref rest))
                return target.Trim().ToString();
        }

        return null;
    }

    /// <summary>
    /// Reads the parameters of one link, up to the comma after them. Only the first <c>rel</c> is used.
    /// </summary>
    private static bool IsNext(ref ReadOnlySpan<char> rest)
    {
        bool? isNext = null;
        while (true)
        {
            rest = rest.TrimStart();
            if (rest.Length == 0 || rest[0] != ';')
                return isNext == true;
            rest = rest[1..];
            int end = rest.IndexOfAny('=', ';', ',');
            ReadOnlySpan<char> name = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? [] : rest[end..];
            if (rest.Length == 0 || rest[0] != '=')
                continue;
            rest = rest[1..].TrimStart();
            string value = Value(ref rest);
            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
                isNext ??= value.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase);
        }
    }

    /// <summary>Reads a token, or a quoted string, in which a backslash escapes the next character.</summary>
    private static string Value(ref ReadOnlySpan<char> rest)
    {
        var value = new StringBuilder();
        if (rest.Length == 0 || rest[0] != '"')
        {
            int end = rest.IndexOfAny(';', ',');
            value.Append((end < 0 ? rest : rest[..end]).Trim());
            rest = end < 0 ? [] : rest[end..];
            return value.ToString();
        }

        int at = 1;
        for (; at < rest.Length && rest[at] != '"'; at++)
        {
            if (rest[at] == '\\' && at + 1 < rest.Length)
                at++;
            value.Append(rest[at]);
        }

        rest = at < rest.Length ? rest[(at + 1)..] : [];
        return value.ToString();
    }
}
