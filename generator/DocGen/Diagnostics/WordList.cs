namespace DocGen.Generator.Diagnostics;

/// <summary>
/// Known words, each with a bit mask of its letters. The mask rejects words with too few common letters without a
/// comparison.
/// </summary>
internal sealed class WordList(IEnumerable<string> words)
{
    public (string Word, uint Letters)[] Words { get; } = [.. words.Select(word => (word, Which(word)))];

    public static int Bucket(char c) => (c <= '\x7f' ? c : char.ToUpperInvariant(c)) & 31;

    /// <summary>A bit for each letter bucket that occurs in a word.</summary>
    public static uint Which(string word)
    {
        uint letters = 0;
        foreach (char c in word)
            letters |= 1u << Bucket(c);
        return letters;
    }

    public static int Count(uint bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
            count++;
        return count;
    }
}
