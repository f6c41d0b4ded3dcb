namespace DocGen.Generator.Reading;

/// <summary>The form in which plain docs show a request.</summary>
internal enum RequestForm
{
    /// <summary>A line, a heading, or code at the beginning of a text. The section is about this request.</summary>
    Line,

    /// <summary>Code within a sentence.</summary>
    Mention,

    /// <summary>A row of a table of requests.</summary>
    Row,

    /// <summary>A <c>curl</c> command: an example.</summary>
    Curl,
}
