namespace DocGen.Generator.Model;

/// <summary>A request that a page shows in full, as the page has it.</summary>
/// <param name="Name">What its annotation calls it, or null.</param>
/// <param name="HttpMethod">In capitals.</param>
/// <param name="Target">The URL as it is written.</param>
/// <param name="Body">The body's text; a form that a command sends is written as its fields; null where there is
/// none.</param>
/// <param name="Form">The fields of a form that a command sends part by part.</param>
/// <param name="Span">The place of the URL.</param>
/// <param name="Answer">The first success that the page answers it with, or null.</param>
internal sealed record RequestExample(
    string? Name,
    string HttpMethod,
    string Target,
    EquatableArray<ShownHeader> Headers,
    string? Body,
    EquatableArray<ShownField> Form,
    SourceSpan Span,
    ShownAnswer? Answer = null)
{
    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name)
    {
        foreach (ShownHeader header in Headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }

        return null;
    }
}
