using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Collects OData query options from the sentences of a page: the supported options, the unsupported ones, and whether
/// the page supports all of them without a list.
/// </summary>
internal sealed class QueryProse
{
    private static readonly string[] Denials =
    [
        "not support", "not currently support", "not yet support", "n't support", "n't currently support",
        "no support for", "unsupported",
        "not supported", "not available", "not currently available", "n't available", "can't be used", "cannot be used",
        "but not",
    ];

    /// <summary>Words after a denial that limit it to some cases. In all other cases the option is supported.</summary>
    private static readonly string[] Conditions = [" on ", " in ", " for ", " when ", " with ", " using ", " if ",
        " by ", " other than ", " unless "];

    private static readonly char[] SentenceEnds = ['.', ';', '。', '；'];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _denied = new(StringComparer.Ordinal);
    private bool _isGeneral;
    private bool _isGeneralWithExamples;
    private bool _hasList;

    /// <summary>
    /// The options that sentences name as supported, in page order, with the name that requests send.
    /// </summary>
    public List<string> Named { get; } = [];

    /// <summary>
    /// The supported query options in general. If the page supports all options but also names some, then only the
    /// named options are supported, unless a sentence marks them as examples.
    /// </summary>
    public QuerySupport Support => new(
        _isGeneralWithExamples || (_isGeneral && !_hasList),
        _denied.Where(IsDenied).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>Reads the sentences of a paragraph in a section on query parameters.</summary>
    /// <param name="isItem">Whether the paragraph is a list item.</param>
    public void Add(RichText text, bool isItem)
    {
        bool isFirst = true;
        foreach (string sentence in Sentences(text.Plain))
        {
            AddSentence(sentence, Names(sentence, text), isItem && isFirst);
            isFirst = false;
        }
    }

    /// <summary>Adds an option that a table lists.</summary>
    public void AddRow(string name)
    {
        if (SystemQueryOptions.WireName(name) is not { } option)
            return;
        _seen.Add(option);
        _hasList |= !SystemQueryOptions.IsToken(option);
    }

    /// <summary>
    /// Returns the system query option at the start of a name in a table, as requests send it; else the name itself.
    /// </summary>
    public static string NameOf(string text) =>
        OptionAt(text, 0, out int end) is { } option && (end == text.Length || text[end] == ' ') ? option : text;

    private bool IsDenied(string name) => _denied.Contains(name) && !_seen.Contains(name);

    private void AddSentence(string sentence, List<string> names, bool opensItem)
    {
        bool speaksOfAll = Has(sentence, "odata") && Has(sentence, "quer") && Has(sentence, "support");
        if (IsDenial(sentence, out bool isPartial) && !isPartial)
        {
            _denied.UnionWith(names);
            return;
        }

        foreach (string name in names)
        {
            if (_seen.Add(name))
                Named.Add(name);
        }

        bool hasNames = names.Exists(name => !SystemQueryOptions.IsToken(name));
        bool areExamples = speaksOfAll && !Has(sentence, "some of") && Has(sentence, "including");
        _isGeneralWithExamples |= areExamples && hasNames;
        _isGeneral |= speaksOfAll && !hasNames;
        _hasList |= hasNames && !areExamples && !isPartial
            && (Has(sentence, "support") || (opensItem && OptionAt(sentence.TrimStart(), 0, out _) is not null));
    }

    /// <summary>
    /// Whether a sentence denies the support of an option. The denial is partial if a condition follows it, or if its
    /// subject is only some properties.
    /// </summary>
    private static bool IsDenial(string sentence, out bool isPartial)
    {
        isPartial = false;
        foreach (string denial in Denials)
        {
            int at = sentence.IndexOf(denial, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            string rest = sentence.Substring(at + denial.Length).Replace(" for example", "");
            isPartial = Array.Exists(Conditions, word => Has(rest, word)) || Has(sentence.Substring(0, at), "propert")
                || Has(sentence.Substring(0, at), "other than");
            return true;
        }

        return false;
    }

    /// <summary>
    /// Returns the options in a sentence: words with a dollar sign, or code in a sentence with the words "OData query".
    /// </summary>
    private static List<string> Names(string sentence, RichText text)
    {
        var names = new List<string>();
        for (int at = sentence.IndexOf('$'); at >= 0; at = sentence.IndexOf('$', at + 1))
        {
            if (OptionAt(sentence, at, out _) is { } name && !names.Contains(name))
                names.Add(name);
        }

        if (names.Count == 0 && Has(sentence, "odata query"))
        {
            foreach (DocInline run in text.Doc?.Inlines ?? default)
            {
                if (run.Kind == DocInlineKind.Code && SystemQueryOptions.WireName("$" + run.Text.Trim()) is { } name
                    && Has(sentence, run.Text) && !names.Contains(name))
                    names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Reads the system query option at a dollar sign; null if no option begins there.</summary>
    private static string? OptionAt(string text, int at, out int end)
    {
        end = at + 1;
        if (at >= text.Length || text[at] != '$')
            return null;
        while (end < text.Length && char.IsLetter(text[end]) && text[end] <= '\x7f')
            end++;
        return SystemQueryOptions.WireName(text.Substring(at, end - at));
    }

    private static IEnumerable<string> Sentences(string text)
    {
        int start = 0;
        for (int at = text.IndexOfAny(SentenceEnds); at >= 0; at = text.IndexOfAny(SentenceEnds, at + 1))
        {
            bool isEnd = text[at] > '\x7f' || at + 1 == text.Length || text[at + 1] == ' ';
            if (!isEnd)
                continue;
            yield return text.Substring(start, at + 1 - start);
            start = at + 1;
        }

        if (start < text.Length)
            yield return text.Substring(start);
    }

    private static bool Has(string text, string words) => text.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;
}
