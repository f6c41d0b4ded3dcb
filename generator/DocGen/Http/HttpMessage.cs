namespace DocGen.Generator.Http;

/// <summary>An HTTP request or response in a fenced code block. Offsets refer to the text of the block.</summary>
internal sealed class HttpMessage
{
    /// <summary>The method of a request, in capitals; null for a response.</summary>
    public string? Method { get; init; }

    /// <summary>The target of a request as written, without the HTTP version.</summary>
    public string Target { get; set; } = "";

    public int TargetStart { get; init; }

    /// <summary>The status of a response; 0 for a request.</summary>
    public int Status { get; init; }

    public List<HttpHeader> Headers { get; } = [];

    /// <summary>The text of the body, or null if there is none.</summary>
    public string? Body { get; set; }

    /// <summary>The offset of the body.</summary>
    public int BodyStart { get; set; }

    /// <summary>The offset of a blank line between the first line and the headers, or -1.</summary>
    public int BlankLineBeforeHeaders { get; set; } = -1;

    /// <summary>The offset of a body that has no blank line before it, or -1.</summary>
    public int UnannouncedBody { get; set; } = -1;

    public string? Header(string name)
    {
        foreach (HttpHeader header in Headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }

        return null;
    }

    /// <summary>The media type of the body without its parameters, in lower case, or null.</summary>
    public string? MediaType => Header("Content-Type") is { Length: > 0 } type
        ? type.Split(';')[0].Trim().ToLowerInvariant()
        : null;
}
