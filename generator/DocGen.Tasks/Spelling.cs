namespace DocGen.Tasks;

/// <summary>Finds what a misspelt word was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The candidate that differs from <paramref name="word"/> in at most a third of its letters, or null.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(match => match.distance <= Math.Max(1, match.candidate.Length / 3))
        .OrderBy(match => match.distance)
        .Select(match => match.candidate)
        .FirstOrDefault();

    /// <summary>How many letters to insert, delete, replace, or swap with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        int[,] distance = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
            distance[i, 0] = i;
        for (int j = 0; j <= right.Length; j++)
            distance[0, j] = j;

        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = distance[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                int shifted = Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1;
                distance[i, j] = Math.Min(replaced, shifted);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
            }
        }

        return distance[left.Length, right.Length];
    }
}
