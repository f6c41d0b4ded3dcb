using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>Parses the options of <c>curl</c> commands that affect the request.</summary>
internal static class CurlReader
{
    private const string Command = "curl";

    /// <summary>Options whose values are skipped, because they do not matter for the request.</summary>
    private static readonly HashSet<string> WithValue = new(StringComparer.Ordinal)
    {
        "-A", "--user-agent", "-u", "--user", "-b", "--cookie", "-c", "--cookie-jar", "-o", "--output", "-e",
        "--referer",
        "-m", "--max-time", "-w", "--write-out", "--connect-timeout", "--cacert", "--cert", "-E", "--key", "-x",
        "--proxy",
        "--retry", "-D", "--dump-header", "--oauth2-bearer", "-r", "--range",
    };

    /// <summary>Whether a <c>curl</c> command starts at the offset, after an optional prompt.</summary>
    public static bool IsAt(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '\t' or '$' or '>' or '%')
            start++;
        return string.CompareOrdinal(text, start, Command, 0, Command.Length) == 0
            && (start + Command.Length == text.Length || char.IsWhiteSpace(text[start + Command.Length]));
    }

    /// <summary>Parses the command. Returns null if it has no URL.</summary>
    public static CurlCommand? Read(string text)
    {
        string? method = null, url = null, contentType = null;
        var data = new StringBuilder();
        var form = new List<(string, string, bool)>();
        var headers = new List<(string, string)>();
        bool sendsData = false, sendsFile = false, isGet = false;
        List<string> words = Words(text);
        for (int i = 1; i < words.Count; i++)
        {
            (string option, string? value) = Option(words, ref i);
            switch (option)
            {
                case "-X" or "--request":
                    method = value?.ToUpperInvariant();
                    break;
                case "-H" or "--header" when value is not null:
                    if (value.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))
                        contentType = value.Substring("Content-Type:".Length).Split(';')[0].Trim().ToLowerInvariant();
                    else if (value.IndexOf(':') is > 0 and var colon)
                        headers.Add((value.Substring(0, colon).Trim(), value.Substring(colon + 1).Trim()));
                    break;
                case "-d" or "--data" or "--data-raw"
                    or "--data-ascii" or "--data-binary" or "--data-urlencode" or "--json":
                    sendsData = true;
                    contentType ??= option == "--json" ? "application/json" : null;
                    sendsFile |= value is { Length: > 0 } && value[0] == '@';
                    data.Append(data.Length > 0 ? "&" : "").Append(value);
                    break;
                case "-F" or "--form" when value is not null && value.IndexOf('=') is > 0 and var equals:
                    bool isFile = equals + 1 < value.Length && value[equals + 1] is '@' or '<';
                    form.Add((value.Substring(0, equals), value.Substring(equals + (isFile ? 2 : 1)), isFile));
                    break;
                case "-T" or "--upload-file":
                    sendsFile = sendsData = true;
                    method ??= "PUT";
                    break;
                case "-G" or "--get":
                    isGet = true;
                    break;
                case "-I" or "--head":
                    method ??= "HEAD";
                    break;
                case "--url":
                    url ??= value;
                    break;
                case "":
                    url ??= IsUrl(value!) ? value : null;
                    break;
            }
        }

        if (url is null)
            return null;
        method ??= isGet || !(sendsData || form.Count > 0) ? "GET" : "POST";
        return new CurlCommand(method, url, sendsData && !isGet && !sendsFile ? data.ToString() : null, form, sendsFile,
            contentType)
        {
            Headers = headers,
            Query = sendsData && isGet ? data.ToString() : null,
        };
    }

    private static (string Option, string? Value) Option(List<string> words, ref int i)
    {
        string word = words[i];
        if (word.Length < 2 || word[0] != '-')
            return ("", word);
        if (word[1] != '-' && word.Length > 2 && word[1] is 'X' or 'H' or 'd' or 'F')
            return (word.Substring(0, 2), word.Substring(2).TrimStart('='));
        int equals = word.StartsWith("--", StringComparison.Ordinal) ? word.IndexOf('=') : -1;
        if (equals > 0)
            return (word.Substring(0, equals), word.Substring(equals + 1));
        bool takesValue = WithValue.Contains(word)
            || word is "-X" or "--request" or "-H" or "--header" or "-F" or "--form" or "-T"
            or "--upload-file" or "--url" or "-d" || word.StartsWith("--data", StringComparison.Ordinal) || word ==
                "--json";
        // In combined flags such as -sX, the last flag takes a value.
        if (!takesValue && word[1] != '-' && word[word.Length - 1] is 'X' or 'd' or 'H' or 'F')
            (takesValue, word) = (true, "-" + word[word.Length - 1]);
        return (word, takesValue && i + 1 < words.Count ? words[++i] : null);
    }

    private static bool IsUrl(string word) =>
        (word.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && scheme <= "https".Length)
            || (word.Length > 1 && word[0] is '/' or '{' or '$' && word.IndexOf('/') >= 0)
        || (word.IndexOf('.') > 0 && word.IndexOf('/') > word.IndexOf('.'));

    /// <summary>Splits text into words like a shell, with quotes, escapes and continued lines.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool isOpen = false;
        char quote = '\0';
        for (int i = 0; i < text.Length && words.Count < Limits.CommandWords; i++)
        {
            char c = text[i];
            if (quote != '\0' && c == quote)
            {
                quote = '\0';
            }
            else if (c == '\\' && quote != '\'' && i + 1 < text.Length)
            {
                i++;
                if (text[i] is not ('\n' or '\r'))
                    word.Append(quote == '"' && text[i] is not ('"' or '\\' or '$') ? "\\" : "").Append(text[i]);
            }
            else if (quote != '\0')
            {
                word.Append(c);
            }
            else if (c is '"' or '\'')
            {
                (quote, isOpen) = (c, true);
            }
            else if (c is '|' or ';' && word.Length == 0)
            {
                break;
            }
            else if (!char.IsWhiteSpace(c))
            {
                word.Append(c);
                isOpen = true;
            }
            else if (isOpen)
            {
                words.Add(word.ToString());
                word.Clear();
                isOpen = false;
            }
        }

        if (isOpen)
            words.Add(word.ToString());
        // Remove a prompt.
        int command = words.IndexOf("curl");
        return command > 0 ? words.GetRange(command, words.Count - command) : words;
    }
}
