namespace DocGen.Infrastructure;

/// <summary>Expands URI templates so that a value cannot leave its place (RFC 3986, RFC 6570).</summary>
internal static class PathTemplate
{
    public static string Expand(string template, string[] values)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(values);
        var path = new StringBuilder(template.Length + 32);
        int next = 0;
        int position = 0;
        while (template.IndexOf('{', position) is >= 0 and var open)
        {
            int close = template.IndexOf('}', open);
            if (close < 0)
                throw new ArgumentException($"The template '{template}' has a placeholder without an end.", nameof(template));
            path.Append(template, position, open - position);

            string name = template[(open + 1)..close];
            if (next == values.Length)
                throw new ArgumentException($"The template '{template}' has no value for '{name}'.", nameof(values));
            bool isLiteral = open > 0 && template[open - 1] == '\'' && close + 1 < template.Length && template[close + 1] == '\'';
            AppendValue(path, name, values[next++], isLiteral);
            position = close + 1;
        }
        if (next != values.Length)
            throw new ArgumentException($"The template '{template}' takes {next} values, not {values.Length}.", nameof(values));
        path.Append(template, position, template.Length - position);
        return Checked(path.ToString(), template);
    }

    // Values that are harmless each can meet in one segment: "{a}{b}" with two dots.
    private static string Checked(string path, string template)
    {
        string? step = path.Contains('.', StringComparison.Ordinal)
            ? Array.Find(path.Split('/'), static segment => segment is "." or "..")
            : null;
        return step is null
            ? path
            : throw new ArgumentException($"The values for '{template}' make the path segment '{step}'.", nameof(path));
    }

    private static void AppendValue(StringBuilder path, string placeholder, string? value, bool isLiteral)
    {
        bool keepsSlashes = placeholder.StartsWith('+');
        string name = keepsSlashes ? placeholder[1..] : placeholder;
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException($"The value of '{name}' is missing.", name);
        if (value.Any(char.IsControl))
            throw new ArgumentException($"The value of '{name}' holds a control character.", name);

        if (isLiteral)
            path.Append(Uri.EscapeDataString(value.Replace("'", "''", StringComparison.Ordinal)));
        else if (keepsSlashes)
            AppendSegments(path, name, value);
        else
            path.Append(Segment(name, value));
    }

    private static void AppendSegments(StringBuilder path, string name, string value)
    {
        // The template may have the leading slash already ("root:/{+path}") or leave it to the value ("root:{+path}").
        if (value[0] == '/')
        {
            if (path.Length == 0 || path[^1] != '/')
                path.Append('/');
            value = value[1..];
        }

        path.AppendJoin('/', value.Split('/').Select(segment => Segment(name, segment)));
    }

    private static string Segment(string name, string value) => value switch
    {
        "" => throw new ArgumentException($"The value of '{name}' has an empty path segment.", name),
        "." or ".." => throw new ArgumentException($"The value of '{name}' has the path segment '{value}'.", name),
        _ => Uri.EscapeDataString(value),
    };
}
