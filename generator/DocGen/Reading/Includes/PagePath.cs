using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Resolves paths of pages, with forward slashes.</summary>
internal static class PagePath
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>
    /// Returns the path of a relative link on <paramref name="page"/>, or null if the path leaves the root.
    /// </summary>
    public static string? Resolve(string page, string target)
    {
        var path = new StringBuilder(page, 0, Math.Max(0, page.LastIndexOf('/')), page.Length + target.Length);
        for (int start = 0, end; start <= target.Length; start = end + 1)
        {
            end = target.IndexOfAny(Separators, start);
            if (end < 0)
                end = target.Length;
            int length = end - start;
            if (length == 2 && target[start] == '.' && target[start + 1] == '.')
            {
                if (path.Length == 0)
                    return null;
                path.Length = LastSlash(path);
            }
            else if (length > 1 || (length == 1 && target[start] != '.'))
            {
                path.Append(path.Length == 0 ? "" : "/").Append(target, start, length);
            }
        }

        return StringPool.Get(path.ToString());
    }

    private static int LastSlash(StringBuilder path)
    {
        int slash = path.Length - 1;
        while (slash > 0 && path[slash] != '/')
            slash--;
        return slash;
    }
}
