using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>What plain docs state about one operation.</summary>
internal sealed class PlainFacts
{
    /// <summary>The members in the request's tables and lists whose location is not stated.</summary>
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

    /// <summary>JSON that no word marks as a request or response body.</summary>
    public List<ShownJson> Unsaid { get; } = [];

    /// <summary>The success statuses that the page states.</summary>
    public SortedSet<int> Statuses { get; } = [];

    /// <summary>The media type of a response that is not JSON, or null.</summary>
    public string? ContentType { get; set; }

    /// <summary>The headers of a response with status 202 whose URL reports the job's progress.</summary>
    public SortedSet<string> MonitorHeaders { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type that the page states for the request body, or null.</summary>
    public string? BodyType { get; set; }

    /// <summary>Whether sentences say that the request has a body.</summary>
    public bool SaysBody { get; set; }

    /// <summary>The full requests and commands that show what is sent.</summary>
    public List<PlainRequest> Shown { get; } = [];

    public DocText? Summary { get; set; }

    public DocText? Returns { get; set; }

    /// <summary>The values that sentences say are returned.</summary>
    public List<AnswerPhrase> Said { get; } = [];

    /// <summary>The link to the heading on this page whose response is the same, or null.</summary>
    public string? SameAnswerAs { get; set; }

    /// <summary>The position of the code with a <c>Link</c> header that leads to the next page, or null.</summary>
    public (int Start, int End)? NextLink { get; set; }

    /// <summary>Whether the stated statuses permit a response with a value.</summary>
    public bool MayAnswer => Statuses.Count == 0 || Statuses.Contains(200) || Statuses.Contains(201)
        || (Statuses.Contains(202) && MonitorHeaders.Count == 0);

    public bool IsEmpty
        => Parameters.Count + PathParameters.Count + QueryParameters.Count + Headers.Count + BodyMembers.Count
        + AnswerMembers.Count + Bodies.Count + Answers.Count + Unsaid.Count == 0;
}
