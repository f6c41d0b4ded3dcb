using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>The content of plain docs about one operation.</summary>
internal sealed class PlainFacts
{
    /// <summary>The members in the request's tables and lists that do not say where the request sends them.</summary>
    public List<PlainMember> Parameters { get; } = [];

    public List<PlainMember> PathParameters { get; } = [];

    public List<PlainMember> QueryParameters { get; } = [];

    public List<PlainMember> Headers { get; } = [];

    public List<PlainMember> BodyMembers { get; } = [];

    /// <summary>The members of the response that tables and lists describe.</summary>
    public List<PlainMember> AnswerMembers { get; } = [];

    public List<MemberDefinition> ResponseHeaders { get; } = [];

    public List<ShownJson> Bodies { get; } = [];

    public List<ShownJson> Answers { get; } = [];

    /// <summary>The bodies of error responses.</summary>
    public List<ShownJson> Errors { get; } = [];

    /// <summary>Unlabelled JSON: no word marks it as a request or response body.</summary>
    public List<ShownJson> Unsaid { get; } = [];

    /// <summary>The success statuses on the page.</summary>
    public SortedSet<int> Statuses { get; } = [];

    /// <summary>The media type of a response that is not JSON, or null.</summary>
    public string? ContentType { get; set; }

    /// <summary>The headers of a 202 response that contain the URL of the job's status.</summary>
    public SortedSet<string> MonitorHeaders { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type of the request body on the page, or null.</summary>
    public string? BodyType { get; set; }

    /// <summary>Whether sentences say that the request has a body.</summary>
    public bool SaysBody { get; set; }

    /// <summary>The complete requests and curl commands on the page.</summary>
    public List<PlainRequest> Shown { get; } = [];

    public DocText? Summary { get; set; }

    public DocText? Returns { get; set; }

    /// <summary>The returned values, as sentences describe them.</summary>
    public List<AnswerPhrase> Said { get; } = [];

    /// <summary>The link to the heading on this page whose response the operation also returns, or null.</summary>
    public string? SameAnswerAs { get; set; }

    /// <summary>
    /// The position of code with a <c>Link</c> header that contains the URL of the next page, or null.
    /// </summary>
    public (int Start, int End)? NextLink { get; set; }

    /// <summary>Whether the stated statuses permit a response with a value.</summary>
    public bool MayAnswer => Statuses.Count == 0 || Statuses.Contains(200) || Statuses.Contains(201)
        || (Statuses.Contains(202) && MonitorHeaders.Count == 0);

    public bool IsEmpty
        => Parameters.Count + PathParameters.Count + QueryParameters.Count + Headers.Count + BodyMembers.Count
        + AnswerMembers.Count + Bodies.Count + Answers.Count + Unsaid.Count == 0;
}
