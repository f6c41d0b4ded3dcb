namespace DocGen.Generator.Http;

/// <summary>The versions of an API that URLs and titles name.</summary>
internal static class ApiVersion
{
    // What comes before a first version: the terms of every service, and no resource's name.
    private static readonly string[] Stages = ["alpha", "beta"];

    /// <summary><c>v1.0</c>, <c>v2</c>, <c>beta</c>, <c>v1beta1</c>.</summary>
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
