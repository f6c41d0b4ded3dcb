namespace DocGen.Generator.Reading;

/// <summary>Reads the nouns of resources from sentences about sample keys: "the person with an ID of `1`".</summary>
internal static class SampleNouns
{
    private static readonly string[] Phrases = [" with an id of ", " with id ", " with the id ", " with an id ",
        " whose id is "];

    /// <summary>Returns the noun of each sample key. If a key has two nouns, the first is used.</summary>
    public static IReadOnlyDictionary<string, string> In(Section section)
    {
        var nouns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Paragraph paragraph in section.Blocks.OfType<Paragraph>())
        {
            string text = paragraph.Text.Plain;
            foreach (string phrase in Phrases)
            {
                for (int at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at
                    > 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
                    Add(text, at, at + phrase.Length, nouns);
            }
        }

        return nouns;
    }

    private static void Add(string text, int nounEnd, int start, Dictionary<string, string> nouns)
    {
        int noun = nounEnd;
        while (noun > 0 && (char.IsLetter(text[noun - 1]) || text[noun - 1] == '-'))
            noun--;
        int end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        string sample = text.Substring(start, end - start);
        if (nounEnd > noun && sample.Length > 0 && !nouns.ContainsKey(sample))
            nouns.Add(sample, text.Substring(noun, nounEnd - noun));
    }
}
