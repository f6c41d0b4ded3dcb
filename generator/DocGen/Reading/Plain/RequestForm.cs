namespace DocGen.Generator.Reading;

/// <summary>How a page that is not in the dialect shows a request.</summary>
internal enum RequestForm
{
    /// <summary>A line, a heading, or code at the beginning of a text: what the section is about.</summary>
    Line,

    /// <summary>Code within a sentence.</summary>
    Mention,

    /// <summary>A row of a table of requests.</summary>
    Row,

    /// <summary>A <c>curl</c> command: an example.</summary>
    Curl,
}
