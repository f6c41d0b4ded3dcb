using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>
/// Converts nouns in URLs and type names between singular and plural, by a fixed table and three rules.
/// </summary>
internal static class Inflection
{
    private static readonly (string Singular, string Plural)[] Irregular =
    [
        ("child", "children"), ("person", "people"), ("criterion", "criteria"), ("datum", "data"),
        ("analysis", "analyses"),
        ("index", "indexes"), ("status", "statuses"), ("alias", "aliases"), ("address", "addresses"),
        ("process", "processes"),
        ("business", "businesses"), ("canvas", "canvases"), ("bus", "buses"), ("series", "series"), ("news", "news"),
        ("settings", "settings"), ("photo", "photos"), ("drive", "drives"), ("cache", "caches"),
        ("archive", "archives"),
        ("basis", "bases"), ("database", "databases"), ("license", "licenses"), ("purchase", "purchases"),
        ("case", "cases"),
        ("release", "releases"), ("response", "responses"), ("course", "courses"), ("house", "houses"), ("use", "uses"),
        ("phase", "phases"), ("base", "bases"), ("expense", "expenses"), ("browse", "browses"), ("lens", "lenses"),
        ("movie", "movies"), ("shelf", "shelves"), ("leaf", "leaves"), ("sku", "skus"), ("menu", "menus"),
        ("cookie", "cookies"), ("media", "media"), ("metadata", "metadata"), ("information", "information"),
    ];

    private static readonly Dictionary<string, string> ToPlural = Irregular.ToDictionary(p => p.Singular, p => p.Plural,
        StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string,
        string> ToSingular = Irregular.GroupBy(p => p.Plural, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First().Singular, StringComparer.OrdinalIgnoreCase);

    public static string Plural(string word) => Bend(word, ToPlural, ToSingular) ?? RegularPlural(word);

    public static string Singular(string word) => Bend(word, ToSingular, ToPlural) ?? RegularSingular(word);

    /// <summary>
    /// Inflects the last word of a name by the table and keeps its case: OnlineMeetingChild, OnlineMeetingChildren. A
    /// word that already has the requested number is unchanged. Returns null if the table has neither form.
    /// </summary>
    private static string? Bend(string name, Dictionary<string, string> table, Dictionary<string, string> opposite)
    {
        int start = LastWord(name);
        string last = name.Substring(start);
        if (!table.TryGetValue(last, out string? bent))
            return opposite.ContainsKey(last) ? name : null;
        return name.Substring(0, start)
            + (char.IsUpper(last[0]) ? char.ToUpperInvariant(bent[0]) + bent.Substring(1) : bent);
    }

    /// <summary>Returns the index at which the last word starts: its capital, or the start of the name.</summary>
    private static int LastWord(string name)
    {
        for (int i = name.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(name[i]))
                return i;
        }

        return 0;
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
        if (Ends("series") || Ends("settings") || Ends("news"))
            return word;
        if (word.Length > Thresholds.ShortPlural && Ends("ies"))
            return Cut("ies".Length) + "y";
        if (Ends("sses") || Ends("xes") || Ends("ches") || Ends("shes") || Ends("zes"))
            return Cut(2);
        return word.Length > 2 && Ends("s") && !Ends("ss") && !Ends("us") && !Ends("is") ? Cut(1) : word;
    }
}
