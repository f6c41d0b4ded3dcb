using System.Text;

namespace DocGen.Generator.Surface;

/// <summary>
/// Pairs the operations of two surfaces that have the same verb and at least one common URL. The names of placeholders
/// and C# methods don't matter. If several operations have a common URL, the pair with the same name is preferred, then
/// the pair with the same types, then the pair with the most common URLs.
/// </summary>
internal static class WirePairs
{
    /// <returns>For each operation of <paramref name="now"/>, its index in <paramref name="before"/>, or -1.</returns>
    public static int[] Of(IReadOnlyList<SurfaceOperation> before, IReadOnlyList<SurfaceOperation> now)
    {
        var byUrl = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < before.Count; i++)
        {
            foreach (string key in KeysOf(before[i]))
            {
                if (!byUrl.TryGetValue(key, out List<int>? sharing))
                    byUrl.Add(key, sharing = []);
                sharing.Add(i);
            }
        }

        var pairs = new List<Pair>();
        for (int i = 0; i < now.Count; i++)
        {
            IEnumerable<int> sharing = KeysOf(now[i])
                .SelectMany(key => byUrl.TryGetValue(key, out List<int>? found) ? found : []);
            foreach (IGrouping<int, int> same in sharing.GroupBy(index => index))
                pairs.Add(new Pair(same.Key, i, before[same.Key].Name == now[i].Name,
                    Types(before[same.Key]) == Types(now[i]), same.Count()));
        }

        int[] found = [.. Enumerable.Repeat(-1, now.Count)];
        var taken = new HashSet<int>();
        foreach (Pair pair in pairs.OrderByDescending(p => p.IsNamedAlike).ThenByDescending(p => p.IsTypedAlike)
            .ThenByDescending(p => p.Urls)
            .ThenBy(p => before[p.Before].Name, StringComparer.Ordinal)
            .ThenBy(p => now[p.Now].Name, StringComparer.Ordinal))
        {
            if (found[pair.Now] < 0 && taken.Add(pair.Before))
                found[pair.Now] = pair.Before;
        }

        return found;
    }

    /// <summary>Returns a URL template in lower case, without placeholder names.</summary>
    public static string UrlKey(string template)
    {
        var key = new StringBuilder(template.Length);
        bool isPlaceholder = false;
        foreach (char c in template)
        {
            if (!isPlaceholder)
                key.Append(char.ToLowerInvariant(c));
            isPlaceholder = c == '{' || (isPlaceholder && c != '}');
            if (c == '}')
                key.Append(c);
        }

        return key.ToString();
    }

    private static IEnumerable<string> KeysOf(SurfaceOperation operation) =>
        operation.Urls.Select(url => operation.HttpMethod + " " + UrlKey(url.Template))
            .Distinct(StringComparer.Ordinal);

    private static string Types(SurfaceOperation operation) =>
        operation.Members.FirstOrDefault(member => member.Place == MemberPlace.Body)?.Type + " "
            + SurfaceFormat.TextOf(operation.Answer);

    private readonly record struct Pair(int Before, int Now, bool IsNamedAlike, bool IsTypedAlike, int Urls);
}
