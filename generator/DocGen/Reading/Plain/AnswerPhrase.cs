using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// The noun that a sentence on a response names, with the words around it: "Returns <c>200 OK</c> and the updated
/// ticket".
/// </summary>
internal sealed class AnswerPhrase
{
    private static readonly string[] Determiners = ["a", "an", "the", "its", "all", "this", "that", "your", "every"];

    private static readonly string[] Negations = ["not", "never", "without", "cannot", "doesn't", "don't", "won't"];

    /// <summary>Words between the verb and the noun that name no value.</summary>
    private static readonly string[] Fillers =
        ["is", "be", "will", "with", "and", "in", "as", "http", "status", "code", "ok", "created", "accepted", "json",
            "response", "body", "payload", "containing", "contains", "successful", "full", "current", "complete",
            "representation"];

    /// <summary>Words that begin something other than a value.</summary>
    private static readonly string[] Others =
        ["empty", "blank", "no", "nothing", "error", "errors", "success", "header", "headers", "redirect", "if", "when",
            "on", "for", "once", "unless", "otherwise", "to", "after", "upon", "instead", "only", "same", "following",
            "immediately", "location"];

    /// <summary>Words that may follow the noun without changing its meaning.</summary>
    private static readonly string[] Followers =
        [".", ";", ":", "(", ")", "as", "in", "with", "that", "which", "if", "when", "on", "after", "once", "json",
            "object", "resource", "record", "representation", "itself", "back", "again", "unless", "including",
            "without", "otherwise"];

    private static readonly string[] Generic = ["resource", "object", "record", "entity"];

    private readonly List<string> _words;

    private AnswerPhrase(List<string> words) => _words = words;

    /// <summary>
    /// Returns the noun at the end of the first words: "ticket" of "updated ticket with"; null where other words follow
    /// it that may change the meaning.
    /// </summary>
    public string? Head => Ends(1) ? Naming.Identifiers.Pascal(_words[0])
        : Ends(2) ? Naming.Identifiers.Pascal(_words[1]) : null;

    /// <summary>Returns the phrases in a text on the response.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isOnAnswer">Whether a heading or label announces the response, so that no verb is needed.</param>
    public static IEnumerable<AnswerPhrase> In(string text, bool isOnAnswer)
    {
        List<string> words = Words(text);
        int sentence = 0;
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i] == ".")
                sentence = i + 1;
            AnswerPhrase? phrase = IsPassive(words, sentence, i) ? new(words.GetRange(sentence + 1, i - sentence - 2))
                : IsLead(words, sentence, i) ? Behind(words, i + 1)
                : isOnAnswer && i == sentence && Behind(words, i) is { Head: not null } alone
                    && alone._words.Count <= Thresholds.AnsweredWords ? alone : null;
            if (phrase is not null)
                yield return phrase;
        }
    }

    /// <summary>Returns the resource that the phrase names, or null.</summary>
    /// <param name="known">The resources that the page shows.</param>
    /// <param name="own">The resource of the request, which "the updated object" means.</param>
    public string? ResourceIn(IReadOnlyCollection<string> known, string own)
    {
        for (int start = 0; start < Thresholds.AnsweredWords - 1; start++)
        {
            for (int end = start + 1; end <= Thresholds.AnsweredWords; end++)
            {
                if (!Ends(end))
                    continue;
                string noun = string.Concat(
                    _words.Skip(start).Take(end - start).Select(word => Naming.Identifiers.Pascal(word)));
                bool isOwn = own.EndsWith(noun, StringComparison.OrdinalIgnoreCase)
                    || (end - start == 1 && Generic.Contains(_words[start].ToLowerInvariant()));
                string? name = known.FirstOrDefault(k => k.Equals(noun, StringComparison.OrdinalIgnoreCase))
                    ?? (isOwn && known.Contains(own) ? own : null);
                if (name is not null)
                    return name;
            }
        }

        return null;
    }

    /// <summary>Whether the noun may end before the word at this place.</summary>
    private bool Ends(int at)
    {
        if (at >= _words.Count)
            return at == _words.Count;
        bool IsAny(int index, string[] of) => index < _words.Count && of.Contains(_words[index].ToLowerInvariant());
        string next = _words[at].ToLowerInvariant();
        // "The ticket and its owner" are two values; "the ticket or an error" is one.
        int then = next == "," && IsAny(at + 1, ["and", "or"]) ? at + 2 : at + 1;
        return Followers.Contains(next) || (next is "," or "and" or "or"
            && (!IsAny(then, Determiners) || IsAny(then + 1, ["error"])));
    }

    private static bool IsPassive(List<string> words, int sentence, int at) =>
        at > sentence + 2 && words[at].Equals("returned", StringComparison.OrdinalIgnoreCase) && words[at - 1] == "is"
            && Determiners.Contains(words[sentence].ToLowerInvariant())
            && at - sentence - 2 < Thresholds.AnsweredWords;

    private static bool IsLead(List<string> words, int sentence, int at)
    {
        string next = at + 1 < words.Count ? words[at + 1].ToLowerInvariant() : "";
        string before = at > sentence ? words[at - 1].ToLowerInvariant() : "";
        bool isFirst = at == sentence || (at == sentence + 1 && before is "the" or "successful");
        switch (words[at].ToLowerInvariant())
        {
            case "return" or "returns" or "returning":
                // The subject may be another request: "`GET /tickets/1` returns the ticket".
                return !Determiners.Contains(before) && !words.GetRange(sentence, at - sentence)
                    .Exists(w => w is "GET" or "DELETE" or "HEAD" || Negations.Contains(w.ToLowerInvariant()));
            case "respond" or "responds" or "answers" or "replies":
                return next == "with";
            case "response" or "answer" or "result":
                return isFirst && (next is ":" or "is" or "contains" || IsStatus(next));
            default:
                return false;
        }
    }

    /// <summary>Returns the phrase after the verb, the statuses and the article; null where the text names no value.
    /// </summary>
    private static AnswerPhrase? Behind(List<string> words, int at)
    {
        bool isDetermined = false;
        for (; at < words.Count && words[at] != "."; at++)
        {
            string word = words[at].ToLowerInvariant();
            if (IsStatus(word) && (word[0] != '2' || word is "204" or "205"))
                return null;
            if (Determiners.Contains(word))
                isDetermined = true;
            else if (word == "of" && words[at - 1] != "representation")
                break;
            else if (word != "of" && char.IsLetter(word[0]) && !Fillers.Contains(word))
                break;
        }

        if (!isDetermined || at == words.Count || words[at] == "." || Others.Contains(words[at].ToLowerInvariant()))
            return null;
        int end = words.IndexOf(".", at);
        return new AnswerPhrase(words.GetRange(at, (end < 0 ? words.Count : end) - at));
    }

    [Standard("RFC 9110, section 15")]
    private static bool IsStatus(string word) => word.Length == 3 && word.All(char.IsDigit);

    /// <summary>Returns the words, with each mark that ends or divides a sentence as a word of its own.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (string part in text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            int start = 0;
            for (; start < part.Length && IsMark(part[start]); start++)
                words.Add(part[start].ToString());
            int end = part.Length;
            while (end > start && IsMark(part[end - 1]))
                end--;
            if (part.Substring(start, end - start).Trim('"', '\'', '`', '*') is { Length: > 0 } word)
                words.Add(word);
            for (; end < part.Length; end++)
                words.Add(part[end] is '!' or '?' ? "." : part[end].ToString());
        }

        return words;
    }

    private static bool IsMark(char c) => c is ',' or '.' or ';' or ':' or '(' or ')' or '!' or '?';
}
