namespace DocGen.Generator.Linking;

/// <summary>Singular and plural of the nouns in URLs and type names, by one fixed table and three rules.</summary>
internal static class Inflection
{
    private static readonly (string Singular, string Plural)[] Irregular =
    [
        ("child", "children"), ("person", "people"), ("criterion", "criteria"), ("datum", "data"), ("analysis", "analyses"),
        ("index", "indexes"), ("status", "statuses"), ("alias", "aliases"), ("address", "addresses"), ("process", "processes"),
        ("business", "businesses"), ("canvas", "canvases"), ("bus", "buses"), ("series", "series"), ("news", "news"),
        ("settings", "settings"), ("photo", "photos"), ("drive", "drives"), ("cache", "caches"), ("archive", "archives"),
        ("basis", "bases"), ("database", "databases"), ("license", "licenses"), ("purchase", "purchases"), ("case", "cases"),
        ("release", "releases"), ("response", "responses"), ("course", "courses"), ("house", "houses"), ("use", "uses"),
        ("phase", "phases"), ("base", "bases"), ("expense", "expenses"), ("browse", "browses"), ("lens", "lenses"),
        ("movie", "movies"), ("cookie", "cookies"), ("media", "media"), ("metadata", "metadata"), ("information", "information"),
    ];

    public static string Plural(string word) => Bend(word, p => p.Singular, p => p.Plural, RegularPlural);

    public static string Singular(string word) => Bend(word, p => p.Plural, p => p.Singular, RegularSingular);

    /// <summary>Bends the last word of a name and keeps its case: driveItem, driveItems; OnlineMeeting, OnlineMeetings.</summary>
    private static string Bend(
        string name, Func<(string Singular, string Plural), string> from, Func<(string Singular, string Plural), string> to, Func<string, string> regular)
    {
        foreach ((string, string) pair in Irregular)
        {
            if (EndsInWord(name, to(pair)) && to(pair) != from(pair) && !EndsInWord(name, from(pair)))
                return name;
            if (!EndsInWord(name, from(pair)))
                continue;
            int start = name.Length - from(pair).Length;
            string ending = to(pair);
            return name.Substring(0, start) + (char.IsUpper(name[start]) ? char.ToUpperInvariant(ending[0]) + ending.Substring(1) : ending);
        }

        return regular(name);
    }

    /// <summary>The whole name, or its end where a new word begins with a capital.</summary>
    private static bool EndsInWord(string name, string word)
    {
        if (!name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;
        int start = name.Length - word.Length;
        return start == 0 || char.IsUpper(name[start]);
    }

    private static string RegularPlural(string word)
    {
        if (word.Length < 2)
            return word + "s";
        char last = char.ToLowerInvariant(word[word.Length - 1]);
        char before = char.ToLowerInvariant(word[word.Length - 2]);
        if (last == 'y' && "aeiou".IndexOf(before) < 0)
            return word.Substring(0, word.Length - 1) + "ies";
        if (last is 'x' or 'z' || (last == 'h' && before is 'c' or 's') || (last == 's' && before == 's'))
            return word + "es";
        return last == 's' ? word : word + "s";
    }

    private static string RegularSingular(string word)
    {
        bool Ends(string ending) => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
        string Cut(int count) => word.Substring(0, word.Length - count);
        if (word.Length > 4 && Ends("ies"))
            return Cut(3) + "y";
        if (Ends("sses") || Ends("xes") || Ends("ches") || Ends("shes") || Ends("zes"))
            return Cut(2);
        return word.Length > 2 && Ends("s") && !Ends("ss") && !Ends("us") && !Ends("is") ? Cut(1) : word;
    }
}
