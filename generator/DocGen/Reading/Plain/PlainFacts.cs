using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>What a page that is not in the dialect says of one operation.</summary>
internal sealed class PlainFacts
{
    /// <summary>The members of the request's tables and lists that say no more of where they go.</summary>
    public List<PlainMember> Parameters { get; } = [];

    public List<PlainMember> PathParameters { get; } = [];

    public List<PlainMember> QueryParameters { get; } = [];

    public List<PlainMember> Headers { get; } = [];

    public List<PlainMember> BodyMembers { get; } = [];

    /// <summary>What tables and lists say of the members of the answer.</summary>
    public List<PlainMember> AnswerMembers { get; } = [];

    public List<MemberDefinition> ResponseHeaders { get; } = [];

    public List<ShownJson> Bodies { get; } = [];

    public List<ShownJson> Answers { get; } = [];

    /// <summary>What errors are answered with.</summary>
    public List<ShownJson> Errors { get; } = [];

    /// <summary>JSON that no word says to be a body or an answer.</summary>
    public List<ShownJson> Unsaid { get; } = [];

    /// <summary>The success statuses that the page tells of.</summary>
    public SortedSet<int> Statuses { get; } = [];

    /// <summary>The media type of an answer that is not JSON, or null.</summary>
    public string? ContentType { get; set; }

    /// <summary>The headers of an accepted job's answer that lead to where it is watched.</summary>
    public SortedSet<string> MonitorHeaders { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type that the page says the body has, or null.</summary>
    public string? BodyType { get; set; }

    /// <summary>Whole requests and commands that show what is sent.</summary>
    public List<PlainRequest> Shown { get; } = [];

    public DocText? Summary { get; set; }

    public DocText? Returns { get; set; }

    /// <summary>
    /// The heading of this page that the text on the answer leads to, or null: its answer is the same.
    /// </summary>
    public string? SameAnswerAs { get; set; }

    /// <summary>A header links to the next page.</summary>
    public (int Start, int End)? NextLink { get; set; }

    public bool IsEmpty
        => Parameters.Count + PathParameters.Count + QueryParameters.Count + Headers.Count + BodyMembers.Count
        + AnswerMembers.Count + Bodies.Count + Answers.Count + Unsaid.Count == 0;
}
