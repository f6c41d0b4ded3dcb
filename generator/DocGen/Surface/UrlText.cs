using System.Text;

namespace DocGen.Generator.Surface;

/// <summary>Compares URL templates as text.</summary>
internal static class UrlText
{
    /// <summary>
    /// Returns a template in lower case, without its query and without placeholder names: <c>/drive/items/{}/copy</c>.
    /// </summary>
    public static string Shape(string template)
    {
        var shape = new StringBuilder(template.Length);
        for (int i = 0; i < template.Length && template[i] != '?'; i++)
        {
            int close = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (close < 0)
            {
                shape.Append(char.ToLowerInvariant(template[i]));
                continue;
            }

            shape.Append("{}");
            i = close;
        }

        return shape.ToString();
    }

    /// <summary>
    /// Returns a template for messages, without the plus sign of placeholders that may contain slashes.
    /// </summary>
    public static string Shown(string template) => template.Replace("{+", "{");

    /// <summary>Returns for each placeholder, in order, whether it may contain slashes.</summary>
    public static string Slashes(string template)
    {
        var signs = new StringBuilder();
        for (int i = template.IndexOf('{'); i >= 0; i = template.IndexOf('{', i + 1))
            signs.Append(i + 1 < template.Length && template[i + 1] == '+' ? '+' : '-');
        return signs.ToString();
    }

    /// <summary>Returns the share of segments that two templates have in common at the start and at the end.</summary>
    public static double Likeness(string one, string other)
    {
        (string[] first, string[] second) = (Shape(one).Split('/'), Shape(other).Split('/'));
        (int head, int tail) = Common(first, second);
        return (head + tail - 1) / (double)Math.Max(1, Math.Max(first.Length, second.Length) - 1);
    }

    /// <summary>
    /// Returns the segments that differ. If only one template has such segments, also returns the next segment. The
    /// same edit to many URLs gives the same text.
    /// </summary>
    public static (string Old, string New) Difference(string old, string current)
    {
        (string[] first, string[] second) = (Shown(old).Split('/'), Shown(current).Split('/'));
        (int head, int tail) = Common(Shape(old).Split('/'), Shape(current).Split('/'));
        if (first.Length == 1 || second.Length == 1)
            return (Shown(old), Shown(current));
        if (tail > 0 && (head + tail == first.Length || head + tail == second.Length))
            tail--;
        return (Middle(first, head, tail), Middle(second, head, tail));
    }

    private static string Middle(string[] segments, int head, int tail)
    {
        string middle = string.Join("/", segments.Skip(head).Take(segments.Length - head - tail));
        return (head > 1 ? "../" : "/") + middle + (tail > 0 ? "/.." : "");
    }

    private static (int Head, int Tail) Common(string[] one, string[] other)
    {
        int shorter = Math.Min(one.Length, other.Length);
        int head = 0;
        while (head < shorter && one[head] == other[head])
            head++;
        int tail = 0;
        while (tail < shorter - head && one[one.Length - 1 - tail] == other[other.Length - 1 - tail])
            tail++;
        return (head, tail);
    }
}
