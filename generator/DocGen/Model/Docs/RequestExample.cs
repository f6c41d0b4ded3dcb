namespace DocGen.Generator.Model;

/// <summary>A complete request in an example.</summary>
/// <param name="Name">The name in the request's annotation, or null.</param>
/// <param name="HttpMethod">The HTTP method, in capitals.</param>
/// <param name="Target">The URL as written.</param>
/// <param name="Body">The text of the body. A form from a command is written as its fields. Null if there is no
/// body.</param>
/// <param name="Form">The fields of a multipart form that a command sends.</param>
/// <param name="Span">The position of the URL.</param>
/// <param name="Answer">The first success response on the page, or null.</param>
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
