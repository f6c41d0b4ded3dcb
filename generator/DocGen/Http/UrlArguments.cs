using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>Parses the arguments of the OData function at the end of a URL or segment.</summary>
internal static class UrlArguments
{
    /// <summary>Returns the <c>name=value</c> pairs between the last parentheses.</summary>
    public static IEnumerable<UrlArgument> Read(string url)
    {
        int close = url.LastIndexOf(')');
        int open = close < 0 ? -1 : url.LastIndexOf('(', close);
        if (open < 0 || close < url.Length - 1 && url[close + 1] is not ('?' or ' '))
            yield break;
        foreach (string pair in url.Substring(open + 1, close - open - 1).Split(','))
        {
            int equals = pair.IndexOf('=');
            string name = equals < 0 ? "" : pair.Substring(0, equals).Trim();
            if (name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c == '_'))
                yield return new UrlArgument(StringPool.Get(name), pair.Substring(equals + 1).Trim());
        }
    }
}
