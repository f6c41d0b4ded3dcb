using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>
/// Expands URI templates, and prevents values from changing the structure of the path (RFC 3986, RFC 6570).
/// </summary>
internal static class PathTemplate
{
    public static string Expand(string template, string[] values)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(values);
        var path = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        int next = 0;
        int position = 0;
        while (template.IndexOf('{', position) is >= 0 and var open)
        {
            int close = template.IndexOf('}', open);
            if (close < 0)
                throw new ArgumentException($"The template '{template}' has a placeholder without a closing brace.",
                    nameof(template));
            path.AppendFormatted(template.AsSpan(position, open - position));

            ReadOnlySpan<char> name = template.AsSpan(open + 1, close - open - 1);
            if (next == values.Length)
                throw new ArgumentException($"The template '{template}' has no value for '{name}'.", nameof(values));
            bool isLiteral = open > 0 && template[open - 1] == '\'' && close + 1 < template.Length
                && template[close + 1] == '\'';
            bool followsSlash = open > 0 && template[open - 1] == '/';
            AppendValue(ref path, name, values[next++], isLiteral, followsSlash);
            position = close + 1;
        }
        if (next != values.Length)
            throw new ArgumentException($"The template '{template}' takes {next} values, not {values.Length}.",
                nameof(values));
        path.AppendFormatted(template.AsSpan(position));
        return Checked(path.ToStringAndClear(), template);
    }

    // Values that are valid alone can form a dot segment together: in "{a}{b}", two values "." form "..".
    private static string Checked(string path, string template)
    {
        string? step = path.Contains('.', StringComparison.Ordinal)
            ? Array.Find(path.Split('/'), static segment => segment is "." or "..")
            : null;
        return step is null
            ? path
            : throw new ArgumentException($"The values for '{template}' make the path segment '{step}'.", nameof(path));
    }

    private static void AppendValue(
        ref DefaultInterpolatedStringHandler path, ReadOnlySpan<char> placeholder, string? value, bool isLiteral,
        bool followsSlash)
    {
        bool keepsSlashes = placeholder is ['+', ..];
        ReadOnlySpan<char> name = keepsSlashes ? placeholder[1..] : placeholder;
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException($"The value of '{name}' is missing.", name.ToString());
        if (HasControl(value))
            throw new ArgumentException($"The value of '{name}' contains a control character.", name.ToString());

        if (isLiteral)
            path.AppendLiteral(Uri.EscapeDataString(value.Replace("'", "''", StringComparison.Ordinal)));
        else if (keepsSlashes)
            AppendSegments(ref path, name, value, followsSlash);
        else
            path.AppendLiteral(Segment(name, value));
    }

    // Unicode category Cc, like char.IsControl.
    private static bool HasControl(ReadOnlySpan<char> value) =>
        value.ContainsAnyInRange('\0', '\x1F') || value.ContainsAnyInRange('\x7F', '\x9F');

    private static void AppendSegments(
        ref DefaultInterpolatedStringHandler path, ReadOnlySpan<char> name, string value, bool followsSlash)
    {
        // The leading slash is in the template ("root:/{+path}") or in the value ("root:{+path}").
        bool hasSlash = value[0] == '/';
        string[] segments = (hasSlash ? value[1..] : value).Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            if (i > 0 || (hasSlash && !followsSlash))
                path.AppendLiteral("/");
            path.AppendLiteral(Segment(name, segments[i]));
        }
    }

    private static string Segment(ReadOnlySpan<char> name, string value) => value switch
    {
        "" => throw new ArgumentException($"The value of '{name}' has an empty path segment.", name.ToString()),
        "." or ".." =>
            throw new ArgumentException($"The value of '{name}' has the path segment '{value}'.", name.ToString()),
        _ => Uri.EscapeDataString(value),
    };
}
