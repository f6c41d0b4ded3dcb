using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>The match of an example's URL with a URL of an operation, with the value of each placeholder.</summary>
/// <param name="Values">The decoded values, in the order of the template's parameters.</param>
/// <param name="Arguments">The arguments of the function at the end of the URL. They are members of the
/// request.</param>
/// <param name="Skipped">The number of segments before the template. They belong to the service root.</param>
/// <param name="Literals">The number of literal segments that both have in common.</param>
internal sealed record UrlMatch(
    UrlTemplate Url, IReadOnlyList<string> Values, IReadOnlyList<UrlArgument> Arguments, int Skipped, int Literals)
{
    /// <summary>
    /// Returns the match with the most literal segments. If several have the most, returns the one that skips the
    /// fewest segments. Null if there is no match.
    /// </summary>
    /// <param name="takesArguments">Whether the request of the operation has members for function arguments.</param>
    public static UrlMatch? Of(ExampleUrl example, UrlTemplate url, bool takesArguments)
    {
        UrlMatch? best = null;
        int least = url.Path.Segments.Count;
        int most = Math.Min(example.MaxSkipped, example.Segments.Count - least);
        // Only a placeholder for a path matches several segments. Without one, the number of skipped segments is fixed.
        bool isVariable = url.Path.Segments.Any(segment => segment.IsPath);
        for (int skipped = isVariable ? 0 : Math.Max(0, example.Segments.Count - least); skipped <= most; skipped++)
        {
            if (Of(example, url, takesArguments, skipped) is { } match && match.Literals > (best?.Literals ?? -1))
                best = match;
        }

        return best;
    }

    private static UrlMatch? Of(ExampleUrl example, UrlTemplate url, bool takesArguments, int skipped)
    {
        EquatableArray<UrlSegment> segments = url.Path.Segments;
        var values = new List<string>(url.Parameters.Count);
        UrlArgument[] arguments = [];
        int at = skipped;
        int literals = 0;
        for (int i = 0; i < segments.Count; i++)
        {
            int length = segments[i].IsPath ? example.Segments.Count - at - (segments.Count - i - 1) : 1;
            if (length < 1)
                return null;
            string text = string.Join("/", example.Segments.Skip(at).Take(length).Select(Decoded));
            bool isLast = i + 1 == segments.Count;
            if (isLast && takesArguments && Called(text) is { } call && IsWord(segments[i], call.Function))
                arguments = call.Arguments;
            else if (!TryMatch(segments[i], text, values))
                return null;
            literals += segments[i].Literal is null ? 0 : 1;
            at += length;
        }

        return at == example.Segments.Count ? new UrlMatch(url, values, arguments, skipped, literals) : null;
    }

    /// <summary>
    /// Returns a decoded segment. Docs may write placeholders in angle brackets, which a URL must escape.
    /// </summary>
    private static string Decoded(string segment) => Uri.UnescapeDataString(segment);

    /// <summary>
    /// Whether a segment equals a literal. In a function call without arguments, the parentheses may be missing.
    /// </summary>
    private static bool IsWord(UrlSegment segment, string text) =>
        segment.Literal is { } literal && Bare(literal).Equals(Bare(text), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text)
    {
        text = text.IndexOf(' ') < 0 ? text : text.Replace(" ", "");
        return text.EndsWith("()", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;
    }

    private static (string Function, UrlArgument[] Arguments)? Called(string text)
    {
        int open = text.IndexOf('(');
        return open > 0 && text[text.Length - 1] == ')' ? (text.Substring(0, open), [.. UrlArguments.Read(text)])
            : null;
    }

    private static bool TryMatch(UrlSegment segment, string text, List<string> values)
    {
        if (segment.Literal is not null)
            return IsWord(segment, text);
        EquatableArray<UrlPiece> pieces = segment.Pieces;
        int position = 0;
        for (int i = 0; i < pieces.Count; i++)
        {
            if (!pieces[i].IsPlaceholder)
            {
                if (position + pieces[i].Text.Length > text.Length || !IsAt(text, position, pieces[i].Text))
                    return false;
                position += pieces[i].Text.Length;
                continue;
            }

            int end = i + 1 == pieces.Count ? text.Length
                : EndOf(text, position + 1, pieces[i + 1], isLast: i + 2 == pieces.Count);
            if (end <= position)
                return false;
            string value = text.Substring(position, end - position);
            bool isQuoted = i > 0 && pieces[i - 1].Text.EndsWith("'", StringComparison.Ordinal) && i + 1 < pieces.Count
                && pieces[i + 1].Text[0] == '\'';
            values.Add(isQuoted ? value.Replace("''", "'") : value);
            position = end;
        }

        return position == text.Length;
    }

    /// <summary>
    /// Returns the start of the literal after a value; -1 if the text does not contain it. The last literal of a
    /// segment must be at the end of the text.
    /// </summary>
    private static int EndOf(string text, int start, UrlPiece literal, bool isLast)
    {
        if (literal.IsPlaceholder || start > text.Length)
            return start > text.Length ? -1 : start;
        if (!isLast)
            return text.IndexOf(literal.Text, start, StringComparison.OrdinalIgnoreCase);
        int end = text.Length - literal.Text.Length;
        return end >= start && IsAt(text, end, literal.Text) ? end : -1;
    }

    private static bool IsAt(string text, int position, string word) =>
        string.Compare(text, position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
