using DocGen.Generator.Model;

namespace DocGen.Generator.Diagnostics;

/// <summary>Finds what a misspelt word was meant to be. The build task of the package compiles this file too.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean 'x'?</c> where a known word is near, else nothing.</summary>
    public static string For(string word, IEnumerable<string> known) => For(word, new WordList(known));

    /// <inheritdoc cref="For(string, IEnumerable{string})"/>
    public static string For(string word, WordList known) =>
        Nearest(word, known) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>The known word that differs in at most a third of the letters, the first in ordinal order of the
    /// nearest.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => Nearest(word, new WordList(known));

    private static string? Nearest(string word, WordList known)
    {
        if (word.Length > Limits.SuggestedWord)
            return null;
        string? nearest = null;
        int nearestDistance = Math.Max(1, word.Length / Thresholds.LettersASlip) + 1;
        int limit = nearestDistance;
        string upper = word.ToUpperInvariant();
        int[,] distances = Borders(word.Length, word.Length + limit);
        int[] letters = Letters(word);
        uint which = WordList.Which(word);
        foreach ((string candidate, uint has) in known.Words)
        {
            if (Math.Abs(candidate.Length - word.Length) >= limit || WordList.Count(has & ~which) > nearestDistance
                || LeastDistance(word.Length, letters, candidate) > nearestDistance)
            {
                continue;
            }

            int distance = Distance(upper, candidate.ToUpperInvariant(), nearestDistance, distances);
            bool isNearer = distance < nearestDistance
                || (distance == nearestDistance && nearest is not null
                    && string.CompareOrdinal(candidate, nearest) < 0);
            if (isNearer)
                (nearest, nearestDistance) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>Whether two words differ, case apart, in no more letters than these.</summary>
    public static bool IsNear(string word, string other, int most) =>
        Math.Max(word.Length, other.Length) <= Limits.SuggestedWord && Math.Abs(word.Length - other.Length) <= most
        && Distance(word.ToUpperInvariant(), other.ToUpperInvariant(), most, Borders(word.Length, other.Length))
            <= most;

    // Letters fold to 32 buckets without their case; two that share one only make the least distance smaller.
    private static int[] Letters(string word)
    {
        int[] letters = new int[32];
        foreach (char c in word)
            letters[WordList.Bucket(c)]++;
        return letters;
    }

    /// <summary>
    /// How many letters one word has that the other lacks, wherever they stand: the distance is no less, and most
    /// candidates need no table.
    /// </summary>
    private static int LeastDistance(int length, int[] letters, string candidate)
    {
        int missing = 0;
        foreach (char c in candidate)
        {
            if (--letters[WordList.Bucket(c)] < 0)
                missing++;
        }

        foreach (char c in candidate)
            letters[WordList.Bucket(c)]++;
        return Math.Max(missing, missing + length - candidate.Length);
    }

    // One table for all candidates: a set of docs has thousands.
    private static int[,] Borders(int rows, int columns)
    {
        int[,] distances = new int[rows + 1, columns + 1];
        for (int i = 0; i <= rows; i++)
            distances[i, 0] = i;
        for (int j = 0; j <= columns; j++)
            distances[0, j] = j;
        return distances;
    }

    /// <summary>
    /// How many letters to insert, delete, replace, or swap with their neighbour. Once a whole row is over
    /// <paramref name="most"/> the rest can only be further away: most candidates end there.
    /// </summary>
    private static int Distance(string a, string b, int most, int[,] distances)
    {
        for (int i = 1; i <= a.Length; i++)
        {
            int least = int.MaxValue;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int shifted = Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1;
                distances[i, j] = Math.Min(replaced, shifted);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                least = Math.Min(least, distances[i, j]);
            }

            // A swap reaches back two rows and saves one.
            if (least > most + 1)
                return int.MaxValue;
        }

        return distances[a.Length, b.Length];
    }
}
