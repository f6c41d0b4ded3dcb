using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Finds the service roots that a page states in sentences: "The base URL is <c>https://api.example.com/v2</c>", "All
/// requests go to <c>https://api.example.com</c>".
/// </summary>
internal static class StatedRoot
{
    private static readonly string[] Nouns = ["base url", "base uri", "root url", "api root", "service root",
        "base address"];

    /// <summary>Phrases that the address follows at once.</summary>
    private static readonly string[] Verbs = ["requests go to", "requests are sent to", "requests are made to",
        "all requests to", "calls go to", "api is available at", "api is served at", "api is served from",
        "api is hosted at", "api lives at", "are relative to"];

    /// <summary>Words of a sentence or a host that show a system for tests.</summary>
    private static readonly HashSet<string> Tests = new(StringComparer.OrdinalIgnoreCase)
    {
        "staging", "stage", "sandbox", "test", "tests", "testing", "dev", "development", "develop", "local",
        "localhost", "qa", "uat",
    };

    /// <summary>Returns the first stated address that may be a root, without a trailing slash, or null.</summary>
    public static string? In(string text) =>
        All(text).Where(stated => !stated.Root.IsTemplate).Select(stated => stated.Root.Address).FirstOrDefault();

    /// <summary>Returns all stated addresses in the order of the text, without a trailing slash.</summary>
    public static IReadOnlyList<(StatedAddress Root, int Start)> All(string text)
    {
        var found = new SortedDictionary<int, StatedAddress>();
        if (text.IndexOf("http", StringComparison.Ordinal) < 0)
            return [];
        foreach (string phrase in Nouns)
            Find(text, phrase, IsStatement, found);
        foreach (string phrase in Verbs)
            Find(text, phrase, between => !between.Any(char.IsLetterOrDigit), found);
        return [.. found.Select(one => (one.Value, one.Key))];
    }

    /// <summary>Whether a word of the host is that of a system for tests.</summary>
    public static bool IsTestHost(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        && (uri.IsLoopback || uri.Host.Split('.', '-').Any(Tests.Contains));

    private static void Find(string text, string phrase, Func<string, bool> isStatement,
        SortedDictionary<int, StatedAddress> found)
    {
        for (int at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(phrase, at + phrase.Length, StringComparison.OrdinalIgnoreCase))
        {
            int length = Math.Min(Thresholds.RootDistance, text.Length - at);
            int http = text.IndexOf("http", at, length, StringComparison.Ordinal);
            if (http >= 0 && !found.ContainsKey(http)
                && isStatement(text.Substring(at + phrase.Length, http - at - phrase.Length))
                && AddressAt(text, http) is { } address)
                found.Add(http, address with { IsTest = IsTestHost(address.Address) || IsOfTests(text, at) });
        }
    }

    /// <summary>Whether the sentence is about a system for tests: "For testing, the base URL is …".</summary>
    private static bool IsOfTests(string text, int phrase)
    {
        int start = phrase;
        while (start > 0 && phrase - start < Thresholds.RootDistance && text[start - 1] is not ('.' or '\n'))
            start--;
        return text.Substring(start, phrase - start).Split(' ', '*', '_', ',', '|', ':').Any(Tests.Contains);
    }

    /// <summary>
    /// Whether the text between phrase and address connects them: it belongs to one sentence with "is", or has a colon,
    /// an equals sign or a cell border.
    /// </summary>
    private static bool IsStatement(string between) =>
        between.IndexOf(". ", StringComparison.Ordinal) < 0
        && (between.IndexOf(" is", StringComparison.OrdinalIgnoreCase) >= 0
            || between.IndexOfAny([':', '=', '|']) >= 0);

    /// <returns>Null if the address can't be a root, because it is that of a single request.</returns>
    private static StatedAddress? AddressAt(string text, int start)
    {
        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end])
            && text[end] is not ('`' or '"' or '\'' or ')' or ']' or '>' or '|' or '*'))
            end++;
        string address = text.Substring(start, end - start).TrimEnd('.', ',', ';', ':', '/');
        if (address.IndexOf("://", StringComparison.Ordinal) > 0 && address.IndexOfAny(['{', '<', '$']) > 0)
            return new StatedAddress(address, IsTemplate: true);
        bool isRoot = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
            && address.IndexOfAny(['?', '#']) < 0 && uri!.UserInfo.Length == 0
            && !address.Split('/').Skip(3).Any(IsSample);
        return isRoot ? new StatedAddress(address) : null;
    }

    /// <summary>Whether a segment is a number or a file. The address then belongs to a single request.</summary>
    private static bool IsSample(string segment) =>
        segment.All(char.IsDigit) || segment.EndsWith(".json", StringComparison.Ordinal)
            || segment.EndsWith(".xml", StringComparison.Ordinal);
}
