using DocGen.Generator.Model;

namespace DocGen.Generator.Diagnostics;

/// <summary>
/// Finds the known word that is most similar to a misspelt one. The package's build task compiles this file too.
/// </summary>
internal static class Suggestion
{
    /// <summary>Returns <c>; did you mean 'x'?</c> if a known word is similar; otherwise an empty string.</summary>
    public static string For(string word, IEnumerable<string> known) => For(word, new WordList(known));

    /// <inheritdoc cref="For(string, IEnumerable{string})"/>
    public static string For(string word, WordList known) =>
        Nearest(word, known) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>
    /// Returns the most similar known word that differs in at most a third of the letters, or null. If several are
    /// equally similar, returns the first in ordinal order.
    /// </summary>
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

    /// <summary>Whether the edit distance of two words, ignoring case, is at most <paramref name="most"/>.</summary>
    public static bool IsNear(string word, string other, int most) =>
        Math.Max(word.Length, other.Length) <= Limits.SuggestedWord && Math.Abs(word.Length - other.Length) <= most
        && Distance(word.ToUpperInvariant(), other.ToUpperInvariant(), most, Borders(word.Length, other.Length))
            <= most;

    /// <summary>
    /// The known word that a word is by a slip of the pen: it begins with the same letter, differs in one letter, or in
    /// two if it is long, and is not the plural. Null if none is.
    /// </summary>
    public static string? Slip(string word, IEnumerable<string> known) =>
        word.Length <= Thresholds.HeadingLettersASlip ? null
        : known.FirstOrDefault(other => char.ToUpperInvariant(other[0]) == char.ToUpperInvariant(word[0])
            && !word.Equals(other, StringComparison.OrdinalIgnoreCase)
            && !word.Equals(other + "s", StringComparison.OrdinalIgnoreCase)
            && other.Length > Thresholds.HeadingLettersASlip
            && IsNear(word, other, word.Length <= Thresholds.ShortHeader ? 1 : Thresholds.Slips));

    // Counts letters in 32 buckets, ignoring case. Letters in the same bucket can only lower the bound, so it stays
    // valid.
    private static int[] Letters(string word)
    {
        int[] letters = new int[32];
        foreach (char c in word)
            letters[WordList.Bucket(c)]++;
        return letters;
    }

    /// <summary>
    /// Returns a lower bound of the distance: the number of letters that are only in one of the words, in any order.
    /// The bound rejects most candidates without the table of distances.
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

    // All candidates share one table, because a doc set has thousands of them.
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
    /// Returns the number of letters to insert, delete, replace, or swap with their neighbour. Stops when all numbers
    /// in a row exceed <paramref name="most"/>, because later rows have only greater ones.
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

            // A swap reads the row before the previous one, and can lower the distance by one.
            if (least > most + 1)
                return int.MaxValue;
        }

        return distances[a.Length, b.Length];
    }
}
