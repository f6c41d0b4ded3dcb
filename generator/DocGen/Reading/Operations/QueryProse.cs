using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// What the sentences of a page say of OData's query options: which it names, which it denies, and whether it says that
/// they are supported without a list of which.
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

    /// <summary>Words behind a denial by which it holds for a part of the cases: in the others, the option is
    /// supported.</summary>
    private static readonly string[] Conditions = [" on ", " in ", " for ", " when ", " with ", " using ", " if ",
        " by ", " other than ", " unless "];

    private static readonly char[] SentenceEnds = ['.', ';', '。', '；'];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _denied = new(StringComparer.Ordinal);
    private bool _isGeneral;
    private bool _isGeneralWithExamples;
    private bool _hasList;

    /// <summary>The options that it names and does not deny, in the order of the page, as they are sent.</summary>
    public List<string> Named { get; } = [];

    /// <summary>A sentence that names options beside the statement that all are supported makes a list, unless it says
    /// that they are examples.</summary>
    public QuerySupport Support => new(
        _isGeneralWithExamples || (_isGeneral && !_hasList),
        _denied.Where(IsDenied).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>Reads the sentences of a paragraph of a section on query parameters.</summary>
    /// <param name="isItem">The paragraph is an item of a list.</param>
    public void Add(RichText text, bool isItem)
    {
        bool isFirst = true;
        foreach (string sentence in Sentences(text.Plain))
        {
            AddSentence(sentence, Names(sentence, text), isItem && isFirst);
            isFirst = false;
        }
    }

    /// <summary>An option that a table lists.</summary>
    public void AddRow(string name)
    {
        if (SystemQueryOptions.WireName(name) is not { } option)
            return;
        _seen.Add(option);
        _hasList |= !SystemQueryOptions.IsToken(option);
    }

    /// <summary>The system query option that a name in a table begins with, as it is sent; else the name
    /// itself.</summary>
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
    /// Whether a sentence says that something is not supported. It does so in part where it goes on with a condition,
    /// or where its subject is some properties.
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

    /// <summary>The options of a sentence: with a dollar sign, or as code beside the words "OData query
    /// parameters".</summary>
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

    /// <summary>The system query option at a dollar sign, or null.</summary>
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
