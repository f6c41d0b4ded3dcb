using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>
/// The words of one page with their capitals, from its URLs, types and title. File names and some URLs are in lower
/// case, and the capitals of these words show how to split them.
/// </summary>
internal sealed class PageWords
{
    /// <summary>Short words between the nouns of titles.</summary>
    private static readonly string[] Small = ["by", "of", "to", "in", "as", "for"];

    /// <summary>Suffixes of type names.</summary>
    private static readonly string[] Structures = ["root", "collection", "container", "settings"];

    private readonly string[] _inUrls;
    private readonly string[] _inText;
    private Dictionary<string, string>? _words;

    /// <param name="inUrls">The names in the operation's URLs.</param>
    /// <param name="inText">The names of types as spelled on the page, followed by the words of the title.</param>
    public PageWords(IEnumerable<string> inUrls, IEnumerable<string> inText)
    {
        _inUrls = [.. inUrls.Select(word => Identifiers.Pascal(word, ""))];
        _inText = [.. inText.Select(word => Identifiers.Pascal(word, ""))];
    }

    /// <summary>Returns the name in Pascal case, with the page's capitals.</summary>
    /// <param name="name">The name in lower case, with only letters and digits.</param>
    public string Spell(string name) => Identifiers.Pascal(InUrls(name) ?? InText(name) ?? name);

    /// <summary>
    /// Returns the name as spelled in a URL, in singular or plural; null if no spelling has capitals after the first
    /// letter.
    /// </summary>
    public string? InUrls(string name) => Best(name, _inUrls);

    /// <summary>
    /// Returns the name as spelled in types, links and the title, or composed of their words; null if no spelling has
    /// capitals after the first letter.
    /// </summary>
    public string? InText(string name) => Best(name, _inText) ?? (IsWord(name) ? null : Joined(name, 2));

    /// <summary>Returns a lower-case word of a URL with the capitals that the word has elsewhere on the page.</summary>
    public string Respell(string literal) =>
        Identifiers.Plain(literal) is var name
            && (Best(name, _inUrls) ?? Best(name, _inText) ?? Joined(name, Thresholds.UrlWord)) is { } spelled
            ? spelled
            : literal;

    /// <summary>Counts the words that start with a capital after another character: 2 in <c>driveItemId</c>.</summary>
    public static int Breaks(string word)
    {
        int breaks = 0;
        for (int i = 1; i < word.Length; i++)
            breaks += char.IsUpper(word[i]) && !char.IsUpper(word[i - 1]) ? 1 : 0;
        return breaks;
    }

    /// <summary>
    /// Returns the word that matches the name and has the most capitals. If several words have the same number, the
    /// first is returned.
    /// </summary>
    private static string? Best(string name, string[] words)
    {
        string? best = null;
        foreach (string word in words)
        {
            if (Breaks(word) > (best is null ? 0 : Breaks(best)) && Bent(word, name) is { } bent)
                best = bent;
        }

        return best;
    }

    /// <summary>Returns the singular or plural of the word that equals the name, or null.</summary>
    private static string? Bent(string word, string name)
    {
        if (Math.Abs(word.Length - name.Length) > Thresholds.BentLetters)
            return null;
        foreach (string bent in (string[])[word, Inflection.Singular(word), Inflection.Plural(word)])
        {
            if (Identifiers.Plain(bent) == name)
                return bent;
        }

        return null;
    }

    private bool IsWord(string name) =>
        _inUrls.Concat(_inText).Any(
            word => Identifiers.Plain(word) == name || Identifiers.Plain(Inflection.Singular(word)) == name);

    /// <summary>Returns the name, composed of as few words of the page as possible, or null.</summary>
    private string? Joined(string name, int minWord)
    {
        if (name.Length > Limits.CutName)
            return null;
        _words ??= Words();
        var best = new string?[name.Length + 1];
        var counts = new int[name.Length + 1];
        best[0] = "";
        for (int end = minWord; end <= name.Length; end++)
        {
            for (int start = 0; start <= end - minWord; start++)
            {
                if (end - start == name.Length || best[start] is not { } before
                    || (best[end] is not null && counts[end] <= counts[start] + 1)
                    || !_words.TryGetValue(name.Substring(start, end - start), out string? word))
                    continue;
                (best[end], counts[end]) = (before + Identifiers.Pascal(word), counts[start] + 1);
            }
        }

        return best[name.Length];
    }

    /// <summary>Returns the parts of all words, in singular and plural, by their lower-case forms.</summary>
    private Dictionary<string, string> Words()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(string word)
        {
            string lower = word.ToLowerInvariant();
            if (!words.ContainsKey(lower))
                words.Add(lower, word);
        }

        foreach (string part in _inUrls.Concat(_inText).Concat(Structures).SelectMany(Identifiers.Words))
        {
            if (part.Length < Thresholds.FileWord && !Small.Contains(part, StringComparer.OrdinalIgnoreCase))
                continue;
            Add(part);
            Add(Inflection.Singular(part));
            Add(Inflection.Plural(part));
        }

        return words;
    }
}
