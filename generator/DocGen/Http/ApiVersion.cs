namespace DocGen.Generator.Http;

/// <summary>Recognizes versions of an API in URLs and titles.</summary>
internal static class ApiVersion
{
    // The stages before a first version. All services use these words, and no resource has such a name.
    private static readonly string[] Stages = ["alpha", "beta"];

    /// <summary>Whether a word is a version, such as <c>v1.0</c>, <c>v2</c>, <c>beta</c> or <c>v1beta1</c>.</summary>
    public static bool Is(string word)
    {
        int start = word.Length > 1 && word[0] is 'v' or 'V' && char.IsDigit(word[1]) ? SkipNumber(word, 1) : 0;
        string? stage = Array.Find(Stages,
            name => string.Compare(word, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0);
        return word.Length > 0 && SkipNumber(word, start + (stage?.Length ?? 0)) == word.Length
            && (start > 0 || stage is not null);
    }

    private static int SkipNumber(string word, int start)
    {
        while (start < word.Length && (char.IsDigit(word[start]) || word[start] == '.'))
            start++;
        return start;
    }
}
