using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>Finds the operations of a doc set by the URLs of examples.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<string, List<Entry>> _byPage = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Method, string Word), List<Entry>> _byWord = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public OperationTable(IEnumerable<OperationGroup> groups)
    {
        foreach (OperationGroup group in groups.OrderBy(group => group.Name, StringComparer.Ordinal))
        {
            foreach (Operation operation in group.Operations)
                Add(group, operation);
        }
    }

    /// <summary>
    /// Returns the operation and URL that match an example. Operations on the example's page come first, then those on
    /// other pages.
    /// </summary>
    public Found? Find(string page, string method, ExampleUrl url)
    {
        Found? own = _byPage.TryGetValue(page, out List<Entry>? entries) ? Best(entries, method, url) : null;
        return own ?? (_byWord.TryGetValue((method, LastWord(url)), out entries) ? Best(entries, method, url) : null);
    }

    private static Found? Best(List<Entry> entries, string method, ExampleUrl url)
    {
        Found? best = null;
        foreach (Entry entry in entries)
        {
            if (entry.Operation.HttpMethod == method
                && UrlMatch.Of(url, entry.Url, entry.TakesArguments) is { } match
                && (best is null || match.Literals > best.Match.Literals))
            {
                best = new Found(entry.Group, entry.Operation, match);
            }
        }

        return best;
    }

    private void Add(OperationGroup group, Operation operation)
    {
        bool takesArguments = operation.Options.Any(option => option.Location == OptionLocation.Function);
        foreach (UrlTemplate url in operation.Urls)
        {
            var entry = new Entry(group, operation, url, takesArguments);
            foreach (string page in operation.Docs.Origins.Select(origin => origin.Page).Distinct())
                ListOf(_byPage, page).Add(entry);
            string word = Word(url.Path.Segments.Select(s => s.Literal).LastOrDefault(literal => literal is not null));
            _words.Add(word);
            ListOf(_byWord, (operation.HttpMethod, word)).Add(entry);
        }
    }

    private static List<Entry> ListOf<TKey>(Dictionary<TKey, List<Entry>> index, TKey key)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out List<Entry>? entries))
            index.Add(key, entries = []);
        return entries;
    }

    private string LastWord(ExampleUrl url)
    {
        for (int i = url.Segments.Count - 1; i >= 0; i--)
        {
            string word = Word(url.Segments[i]);
            if (_words.Contains(word))
                return word;
        }

        return "";
    }

    private static string Word(string? literal)
    {
        string word = literal ?? "";
        int open = word.IndexOf('(');
        return (open < 0 ? word : word.Substring(0, open)).ToLowerInvariant();
    }

    /// <summary>An operation, and the match of an example's URL with a URL of the operation.</summary>
    public sealed record Found(OperationGroup Group, Operation Operation, UrlMatch Match);

    private sealed record Entry(OperationGroup Group, Operation Operation, UrlTemplate Url, bool TakesArguments);
}
