namespace DocGen.Generator.Diagnostics;

/// <summary>The "did you mean" of a message.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean 'x'?</c> where a known word is near, else nothing.</summary>
    public static string For(string word, IEnumerable<string> known)
    {
        string? best = null;
        int bestDistance = Math.Max(1, word.Length / 3) + 1;
        foreach (string candidate in known.OrderBy(k => k, StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - word.Length) >= bestDistance || candidate.Length > 100)
                continue;
            int distance = Distance(word, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best is null ? "" : $"; did you mean '{best}'?";
    }

    /// <summary>Edit distance (insert, delete, replace), without case.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 100)
            return int.MaxValue;
        int[] row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                int next = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[b.Length];
    }
}
