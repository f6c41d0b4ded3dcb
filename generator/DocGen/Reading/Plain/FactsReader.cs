using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads the content of plain docs about one operation, block by block. Headings and announcing lines tell whether the
/// next table, list or code belongs to the request or the response. Without them, the HTTP method decides.
/// </summary>
internal sealed class FactsReader
{
    private const string VersionMark = "HTTP/";
    private const string StatusMark = "Status:";

    private static readonly string[] BodyPhrases =
        ["body is ", "request body", "in the body", "as the body", "send the whole ", "send the full ",
            "send the complete ", "send the entire ", "sends the whole ", "sends the full "];

    private static readonly string[] NoBodyPhrases = ["empty", "no body", "no request body", "without a"];

    private readonly PageContent _content;
    private readonly PlainOperation _operation;
    private readonly PlainFacts _facts = new();

    /// <summary>The role of the current heading.</summary>
    private PlainRole _heading;

    /// <summary>The role of the last announcing line below that heading.</summary>
    private PlainRole _label;
    private bool _isRequired;

    /// <summary>The members whose nested lists contain the current list item.</summary>
    private readonly List<(int Lists, PlainMember Member)> _above = [];

    /// <summary>The rows for which no heading, line, column or cell tells the location.</summary>
    private readonly List<PlainMember> _unassigned = [];

    /// <summary>The status of the last response, if no body followed yet.</summary>
    private int _status;

    private FactsReader(PageContent content, PlainOperation operation)
    {
        _content = content;
        _operation = operation;
    }

    private PlainRole Role => _label != PlainRole.None ? _label : _heading;

    private bool IsRead => _operation.Method is "GET" or "DELETE" or "HEAD" or "OPTIONS";

    public static PlainFacts Read(PageContent content, PlainOperation operation)
    {
        var reader = new FactsReader(content, operation);
        reader.ReadBlocks();
        reader.ReadExamples();
        reader.Decide();
        return reader._facts;
    }

    private void ReadBlocks()
    {
        Section? section = null;
        List<OutlineBlock> blocks = _operation.Blocks;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Section != section)
                Enter(section = blocks[i].Section);
            OutlineBlock? next = i + 1 < blocks.Count && blocks[i + 1].Section == section ? blocks[i + 1] : null;
            switch (blocks[i])
            {
                case Paragraph { InList: true } item:
                    ReadItem(item, next);
                    break;
                case Paragraph paragraph:
                    ReadParagraph(paragraph, next);
                    break;
                case Table table:
                    ReadTable(table);
                    break;
                case Fence fence:
                    ReadCode(fence);
                    break;
            }
        }
    }

    /// <summary>Enters a section. If a heading is about the response, the headings below it are too.</summary>
    private void Enter(Section section)
    {
        _heading = PlainRole.None;
        _label = PlainRole.None;
        _isRequired = false;
        _above.Clear();
        for (Section? at = section; at is not null && at != _operation.Scope.Root; at = at.Parent)
        {
            PlainRole role = PlainRoles.OfHeading(at.Title);
            bool isAbout = role is PlainRole.Response or PlainRole.Errors or PlainRole.ResponseHeaders;
            if (_heading == PlainRole.None || (isAbout
                && _heading is PlainRole.Parameters or PlainRole.Body or PlainRole.Example or PlainRole.Other))
                _heading = role == PlainRole.None ? _heading : role;
            if (at.Level <= _operation.Scope.Root.Level)
                break;
        }

        _isRequired = Says(section.Title, "required");
        if (_heading is PlainRole.Response or PlainRole.Example)
            AddStatuses(section.Title);
    }

    private void ReadParagraph(Paragraph paragraph, OutlineBlock? next)
    {
        _above.Clear();
        string text = paragraph.Text.Plain;
        bool isRequest = HoldsRequest(paragraph);
        if (!isRequest && text.Length > 0)
            ReadLabel(paragraph, next);
        ReadProse(paragraph.Text, paragraph.Section);
        if (!IsRead && Role is not (PlainRole.Response or PlainRole.Errors) && !IsOfOther(paragraph.Section))
            ReadBody(text);
        if (!isRequest && _facts.Summary is null && _heading == PlainRole.None && _label == PlainRole.None
            && text.Length > 0 && text[text.Length - 1] != ':' && !Filler.IsNote(text))
            _facts.Summary = paragraph.Text.Shown;
    }

    /// <summary>
    /// Reads a line as a label. The label may name parameters: "Required parameters: `title` of the note". Its role
    /// applies until the next heading or label.
    /// </summary>
    private void ReadLabel(Paragraph paragraph, OutlineBlock? next)
    {
        string text = paragraph.Text.Plain;
        int colon = text.IndexOf(':');
        PlainRole said = colon is > 0 and < Thresholds.Label && colon + 1 < text.Length
            && paragraph.Text.Doc!.Inlines.Count > 1
            ? PlainRoles.OfLabel(text.Substring(0, colon + 1), isNext: false) : PlainRole.None;
        if (IsOfRequest(said))
        {
            foreach (PlainMember member in MemberList.ReadSentence(paragraph.Text,
                Says(text.Substring(0, colon), "required")))
                Add(member, said);
        }

        PlainRole role = said != PlainRole.None ? said : PlainRoles.OfLabel(text, isNext: next is Fence);
        // A line between code and a list describes the list, so the labels before the code don't.
        if (role == PlainRole.None && next is Paragraph { InList: true } && text.EndsWith(":", StringComparison.Ordinal)
            && _heading is PlainRole.None or PlainRole.Example)
            role = PlainRole.Other;
        if (role == PlainRole.None)
            return;
        bool isAnswers = _heading is PlainRole.Response
            && role is PlainRole.Parameters or PlainRole.Body or PlainRole.Example;
        _label = isAnswers ? PlainRole.Response : role == PlainRole.Example
            && _label is PlainRole.Response or PlainRole.Body ? _label : role;
        _isRequired = Says(text, "required") && !Says(text, "optional");
    }

    private static bool IsOfRequest(PlainRole role) =>
        role is PlainRole.Parameters
            or PlainRole.PathParameters or PlainRole.QueryParameters or PlainRole.Body or PlainRole.Headers;

    private bool HoldsRequest(Paragraph paragraph) =>
        _operation.Scope.Requests.Exists(r => r.Fence is null && r.Start >= paragraph.Start && r.Start < paragraph.End);

    /// <summary>
    /// Reads sentences about the response: its status, and a link to another request with the same response.
    /// </summary>
    private void ReadProse(RichText text, Section section)
    {
        string plain = text.Plain;
        bool isOnAnswer = Says(plain, "return") || Says(plain, "respon") || Says(plain, "answer is")
            || Says(plain, "answers with") || Role == PlainRole.Response;
        if (!isOnAnswer)
            return;
        AddStatuses(plain);
        AddMonitors(plain);
        if (Role != PlainRole.Errors && !IsReturn() && !IsOfOther(section))
            _facts.Said.AddRange(AnswerPhrase.In(plain, Role == PlainRole.Response));
        if (_facts.Returns is null && Says(plain, "return") && !HoldsOnlyCode(text))
            _facts.Returns = text.Shown;
        bool isSame = Says(plain, "payload") || Says(plain, "example of the") || Says(plain, "same ")
            || Says(plain, "see the ") || Says(plain, "representation");
        DocLink? link = isSame ? text.Links.FirstOrDefault(l => l.Target.StartsWith("#", StringComparison.Ordinal))
            : null;
        _facts.SameAnswerAs ??= link?.Target;
    }

    /// <summary>
    /// Adds the response headers that contain the URL of an accepted job's status (RFC 9110, section 15.3.3).
    /// </summary>
    private void AddMonitors(string text)
    {
        if (_facts.Statuses.Contains(202))
            _facts.MonitorHeaders.UnionWith(
                ResponseReader.MonitorHeaders.Where(header => Says(text, header) && Says(text, "header")));
    }

    /// <summary>Reads a sentence on the request body: that there is one, and its content type.</summary>
    private void ReadBody(string text)
    {
        const string Header = "Content-Type:";
        if (Says(text, "respon") || Says(text, "return"))
            return;
        bool isSaid = Array.Exists(BodyPhrases, phrase => Says(text, phrase))
            && !Array.Exists(NoBodyPhrases, phrase => Says(text, phrase));
        _facts.SaysBody |= isSaid;
        int at = text.IndexOf(Header, StringComparison.OrdinalIgnoreCase);
        if (!isSaid || at < 0)
            return;
        string type = text.Substring(at + Header.Length).TrimStart().Split(' ', ',', ';', ')', '`', '\n')[0]
            .TrimEnd('.');
        if (HttpToken.IsMediaType(type) && !BodyReader.IsJson(type))
            _facts.BodyType ??= type;
    }

    /// <summary>Whether "returns the boat" is what the operation does, and not its response.</summary>
    private bool IsReturn() => _operation.Heading.StartsWith("Return ", StringComparison.OrdinalIgnoreCase)
        || _operation.First.Url.Path.LastName is "return" or "returns";

    /// <summary>Whether a section in the scope has requests, and all of them are of other operations.</summary>
    private bool IsOfOther(Section section) =>
        _operation.Scope.Requests.Exists(r => r.Section == section)
        && !_operation.Routes.Concat(_operation.Examples).Any(r => r.Section == section);

    private static bool HoldsOnlyCode(RichText text) => text.Doc is { Inlines: { Count: 1 } runs } && runs[0].Kind ==
        DocInlineKind.Code;

    private void AddStatuses(string text)
    {
        foreach ((int status, _) in Prose.Statuses(text))
        {
            if (status < 300)
                _facts.Statuses.Add(status);
        }
    }

    private void ReadItem(Paragraph item, OutlineBlock? next)
    {
        string text = item.Text.Plain;
        if (HoldsRequest(item))
        {
            _label = PlainRole.None;
            int words = text.IndexOf(' ', Math.Min(text.Length, _operation.First.Url.Path.Text.Length));
            _facts.Summary ??= words > 0 && IsFirst(item) ? Behind(item.Text) : null;
            ReadProse(item.Text, item.Section);
            return;
        }

        // API Blueprint uses list items as headings.
        PlainRole role = text.Length < Thresholds.Label && next is Fence or Paragraph { InList: true }
            && !HoldsCode(item.Text)
            ? PlainRoles.OfHeading(text) : PlainRole.None;
        if (role != PlainRole.None && item.Lists == 1)
        {
            _label = role;
            _isRequired = false;
            if (role == PlainRole.Response)
                _status = Prose.Statuses(text) is { Count: > 0 } statuses ? statuses[0].Status : 0;
            return;
        }

        if (Role is PlainRole.Errors or PlainRole.Other or PlainRole.ResponseHeaders
            || (Role == PlainRole.None && _operation.Blocks.Count == 0))
        {
            ReadProse(item.Text, item.Section);
            return;
        }

        bool isAnnounced = IsOfRequest(Role) || Role == PlainRole.Response;
        PlainMember[] members = [.. MemberList.Read(item.Text, isAnnounced, _isRequired)];
        _above.RemoveAll(above => above.Lists >= item.Lists);
        PlainMember? parent = _above.Count == 0 ? null : _above[_above.Count - 1].Member;
        foreach (PlainMember member in members)
            Add(parent is null ? member : member.Below(parent), Role);
        if (members.Length == 1)
            _above.Add((item.Lists, parent is null ? members[0] : members[0].Below(parent)));
        if (members.Length == 0)
            ReadProse(item.Text, item.Section);
    }

    private static bool HoldsCode(RichText text) => (text.Doc?.Inlines ?? default)
        .Any(run => run.Kind == DocInlineKind.Code);

    private bool IsFirst(Paragraph item) => _operation.First.Start >= item.Start && _operation.First.Start < item.End;

    /// <summary>Returns the text after the request in its line.</summary>
    private static DocText? Behind(RichText text)
    {
        EquatableArray<DocInline> runs = text.Shown?.Inlines ?? default;
        DocInline[] words = [.. runs.SkipWhile(run => run.Kind == DocInlineKind.Code)];
        if (words.Length == 0 || words.Length == runs.Count)
            return null;
        string first = words[0].Text.TrimStart(' ', '-', ':', '\u2013', '\u2014', '\u2192');
        words[0] = words[0] with
        {
            Text = first.Length == 0 ? first
            : char.ToUpperInvariant(first[0]) + first.Substring(1)
        };
        return first.Length > 2 ? new DocText(words.ToEquatableArray()) : null;
    }

    private void ReadTable(Table table)
    {
        if (Role is not (PlainRole.Errors or PlainRole.Other))
            TableSlips.Report(_content.Sink, table);
        if (!MemberRows.AreIn(table) || Role is PlainRole.Errors or PlainRole.Other && !IsParameterTable(table))
            return;
        PlainRole stated = MemberRows.RoleOf(table);
        bool isAssigned = Role != PlainRole.None || stated != PlainRole.None || IsParameterTable(table);
        foreach ((PlainMember member, PlainRole place) in MemberRows.Read(table, _isRequired))
        {
            if (!isAssigned && place == PlainRole.None)
                _unassigned.Add(member);
            Add(member, place != PlainRole.None ? place
                : stated != PlainRole.None && Role != PlainRole.ResponseHeaders ? stated : Role);
        }
    }

    private static bool IsParameterTable(Table table) => table.Header[0].Plain.StartsWith("param",
        StringComparison.OrdinalIgnoreCase);

    private void Add(PlainMember member, PlainRole role)
    {
        List<PlainMember>? target = role switch
        {
            PlainRole.PathParameters => _facts.PathParameters,
            PlainRole.QueryParameters => _facts.QueryParameters,
            PlainRole.Headers => _facts.Headers,
            PlainRole.Body => _facts.BodyMembers,
            PlainRole.Response => _facts.AnswerMembers,
            PlainRole.ResponseHeaders => null,
            _ => _facts.Parameters,
        };
        if (target is null)
            _facts.ResponseHeaders.Add(member.Member);
        else
            target.Add(member);
    }

    private void ReadCode(Fence fence)
    {
        if (_operation.Scope.RequestFences.Contains(fence))
        {
            _label = _label is PlainRole.Request ? PlainRole.None : _label;
            return;
        }

        string text = fence.Content.Text;
        int start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (ReadStatus(fence, start))
            return;
        if (start < text.Length && text[start] is '{' or '[')
            AddJson(fence, text.Substring(start), start);
        else if (Role == PlainRole.Response && _facts.ContentType is null
            && fence.Language is "xml" or "html" or "csv" or "text" or "txt")
            _facts.ContentType = fence.Language is "xml" ? "application/xml" : fence.Language is "html" or "csv"
                ? "text/" + fence.Language : "text/plain";
    }

    /// <summary>
    /// Reads a status line, such as <c>HTTP/1.1 200 OK</c> or <c>Status: 200 OK</c>, with headers and possibly a body.
    /// </summary>
    private bool ReadStatus(Fence fence, int start)
    {
        string text = fence.Content.Text;
        HttpMessage? message = null;
        if (string.CompareOrdinal(text, start, VersionMark, 0, VersionMark.Length) == 0)
            message = HttpMessageReader.Read(text, out _);
        else if (string.Compare(text, start, StatusMark, 0, StatusMark.Length, StringComparison.OrdinalIgnoreCase) == 0)
            message = HttpMessageReader.Read(VersionMark + text.Substring(start + StatusMark.Length - 1), out _);
        if (message is not { Status: > 0 })
            return false;
        _status = message.Status;
        if (message.Status is >= 200 and < 300)
            _facts.Statuses.Add(message.Status);
        _label = message.Status < 400 ? PlainRole.Response : PlainRole.Errors;
        if (message.MediaType is { } type && !BodyReader.IsJson(type) && message.Status < 300)
            _facts.ContentType = type;
        if (message.Status == 202)
            _facts.MonitorHeaders.UnionWith(
                message.Headers.Select(h => h.Name).Where(ResponseReader.MonitorHeaders.Contains));
        HttpHeader? link = message.Headers.Find(h => h.Name.Equals("Link", StringComparison.OrdinalIgnoreCase)
            && Says(h.Value, "rel=\"next\""));
        if (link is not null)
            _facts.NextLink = (fence.Start, fence.End);
        if (message.Body is { Length: > 0 } body && body[0] is '{' or '[')
            AddJson(fence, body, text.IndexOf(body, StringComparison.Ordinal));
        return true;
    }

    private void AddJson(Fence fence, string text, int offset)
    {
        PlainRole role = Role;
        if (role == PlainRole.Errors || (role == PlainRole.Other && _heading is PlainRole.None))
            role = role == PlainRole.Other ? PlainRole.None : PlainRole.Errors;
        if (offset < 0)
            return;
        if (_content.Json.Read(fence.Content, text, offset) is not { } value || IsNothing(value, text))
        {
            _content.Sink.Report(Rules.UnreadExample, fence.Start, fence.End, "nothing in it can be read");
            return;
        }

        var shown = new ShownJson(fence, value, offset, role is PlainRole.Response or PlainRole.Errors ? _status : 0);
        _status = 0;
        (role switch
        {
            PlainRole.Errors => _facts.Errors,
            PlainRole.Response => _facts.Answers,
            PlainRole.Body or PlainRole.Request when !IsRead => _facts.Bodies,
            _ => _facts.Unsaid,
        }).Add(shown);
    }

    /// <summary>
    /// Whether the text is filler such as <c>{ ... }</c>: it has no array and no object with members, but is longer
    /// than an empty object.
    /// </summary>
    private static bool IsNothing(JsonValue value, string text) =>
        value is not (JsonArray or JsonObject { Members.Count: > 0 }) && text.Count(c => !char.IsWhiteSpace(c)) > 2;

    /// <summary>Reads the request bodies of complete requests and commands.</summary>
    private void ReadExamples()
    {
        foreach (PlainRequest example in _operation.Examples)
        {
            _facts.Shown.Add(example);
            if (example.Message is { Body: { Length: > 0 } body } message && example.Fence is { } fence)
            {
                _facts.BodyType ??= message.MediaType;
                if (body[0] is '{' or '[' && _content.Json.Read(fence.Content, body, message.BodyStart) is { } value)
                    _facts.Bodies.Add(new ShownJson(fence, value, message.BodyStart));
            }
            else if (example is { Curl.Data: { } data, Fence: { } command })
            {
                ReadData(data.Trim(), example, command);
            }
        }
    }

    /// <summary>
    /// Reads the data of a command. If it is a list, the list is the body. The members of an object are added later,
    /// after the members that the page describes.
    /// </summary>
    private void ReadData(string data, PlainRequest example, Fence command)
    {
        if (data.Length < 2 || data[0] is not ('{' or '['))
            return;
        JsonValue? value = JsonReader.Read(data).Value;
        if (value is not (JsonObject or JsonArray))
            _content.Sink.Report(Rules.UnreadExample, example.Use.Start, example.Use.End,
                "the data of the command is not JSON");
        else if (value is JsonArray && _facts.Bodies.Count == 0)
            _facts.Bodies.Add(new ShownJson(command, value, 0));
    }

    /// <summary>
    /// Decides whether unlabelled JSON is a body or a response. For GET and DELETE it is a response. For other methods,
    /// the first of two blocks is the body; a single block is the response if the service sets some of its members.
    /// </summary>
    private void Decide()
    {
        foreach (ShownJson shown in _facts.Unsaid)
        {
            bool isAnswer = (IsRead && !IsBodyOfDelete()) || (_facts.Bodies.Count > 0 && _facts.Answers.Count == 0
                && _facts.Unsaid[0] != shown)
                || (_facts.Bodies.Count > 0 && _facts.Unsaid.Count > 1 && _facts.Unsaid[_facts.Unsaid.Count - 1] ==
                    shown && _facts.Answers.Count == 0)
                || (_facts.Answers.Count == 0 && (_facts.Unsaid.Count == 1 || _facts.Bodies.Count > 0)
                    && IsMadeByService(shown.Value));
            (isAnswer ? _facts.Answers : _facts.Bodies).Add(shown);
        }

        MovePathParameters();
        MoveAnswerMembers();
        // The final response has more information than a 202.
        ShownJson[] answers = [.. _facts.Answers.OrderBy(answer => answer.Status == 202)];
        _facts.Answers.Clear();
        _facts.Answers.AddRange(answers);
        bool isShown = _facts.Answers.Count + _facts.AnswerMembers.Count > 0;
        if (_operation.Method == "GET" && !isShown && _facts.ContentType is null && IsOfContent())
            _facts.ContentType = "application/octet-stream";
    }

    /// <summary>
    /// Moves "URL parameters" that match no placeholder to the query. They stay if there are at least as many unmatched
    /// placeholders, because the path may use different names.
    /// </summary>
    private void MovePathParameters()
    {
        HashSet<string> places = new(_operation.Routes.SelectMany(r => r.Url.Path.Placeholders).Select(p => p.Text),
            StringComparer.OrdinalIgnoreCase);
        PlainMember[] placed = [.. _facts.PathParameters.Where(m => places.Contains(m.Name.Trim('{', '}', ':')))];
        PlainMember[] others = [.. _facts.PathParameters.Except(placed)];
        if (others.Length <= _operation.First.Url.Path.Placeholders.Count() - placed.Length)
            return;
        _facts.PathParameters.RemoveAll(others.Contains);
        _facts.QueryParameters.AddRange(others);
    }

    /// <summary>
    /// Moves unlabelled rows from the parameters to the response, for methods that send no body. Each row must be a
    /// member of one object of the response, and the rows must be at least three in four of its members, because
    /// query options that filter describe fewer of them.
    /// </summary>
    private void MoveAnswerMembers()
    {
        if (!IsRead || _facts.AnswerMembers.Count > 0 || _facts.Answers.Count == 0)
            return;
        var described = new HashSet<string>(
            _unassigned.Select(m => m.Name.Split('[', '.')[0]), StringComparer.OrdinalIgnoreCase);
        bool isOnAnswer = described.Count > 1 && Objects(_facts.Answers[0].Value).Any(one =>
            Thresholds.LikeMembers.IsReached(described.Count, one.Members.Count)
            && described.IsSubsetOf(one.Members.Select(m => m.Name)));
        if (!isOnAnswer)
            return;
        var places = new HashSet<string>(
            _operation.First.Url.Path.Placeholders.Select(p => p.Text), StringComparer.OrdinalIgnoreCase);
        _facts.AnswerMembers.AddRange(_unassigned);
        _facts.Parameters.RemoveAll(m => _unassigned.Contains(m) && !places.Contains(m.Name));
    }

    /// <summary>Returns the object or the first item of a response, and the objects in its members.</summary>
    private static IEnumerable<JsonObject> Objects(JsonValue answer)
    {
        static JsonObject? One(JsonValue value) =>
            value as JsonObject ?? (value as JsonArray)?.Items.OfType<JsonObject>().FirstOrDefault();
        return One(answer) is not { } top ? []
            : [top, .. top.Members.Select(member => One(member.Value)).OfType<JsonObject>()];
    }

    /// <summary>
    /// Whether the response is content, such as a file: the heading begins with "Download", or the heading, summary or
    /// description of the response says raw, binary or bytes.
    /// </summary>
    private bool IsOfContent()
    {
        string[] texts = [_operation.Heading, _facts.Summary?.ToPlainText() ?? "", _facts.Returns?.ToPlainText() ?? ""];
        return texts.SelectMany(text => text.Split(' ', ',', '.', '-')).Any(IsContentWord)
            || texts[0].StartsWith("Download ", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsContentWord(string word) => word.ToLowerInvariant() is "raw" or "binary" or "bytes";

    /// <summary>
    /// Whether the JSON of a DELETE is its request body: the response is empty or is elsewhere on the page.
    /// </summary>
    private bool IsBodyOfDelete() =>
        _operation.Method == "DELETE" && (_facts.Answers.Count > 0
            || (_facts.Statuses.Contains(204) && !_facts.Statuses.Contains(200)));

    /// <summary>
    /// Whether JSON is a response. If parameters are described, few of them appear in a response. If none are
    /// described, a response contains a key, an address or a creation time, which no request sends.
    /// </summary>
    private bool IsMadeByService(JsonValue value)
    {
        JsonObject? shown = value as JsonObject ?? (value as JsonArray)?.Items.OfType<JsonObject>().FirstOrDefault();
        // The body may be wrapped in a single object: {"lamp": {…}}.
        if (shown is { Members.Count: 1 } && shown.Members[0].Value is JsonObject { Members.Count: > 0 } inner)
            shown = inner;
        if (shown is null)
            return false;
        var known = new HashSet<string>(_facts.Parameters.Concat(_facts.BodyMembers)
            .Select(m => m.Name.Split('[', '.')[0]), StringComparer.OrdinalIgnoreCase);
        bool isDescribed = known.Count + _facts.PathParameters.Count > 0;
        known.ExceptWith(_operation.First.Url.Path.Placeholders.Select(p => p.Text));
        return isDescribed
            ? !Thresholds.DescribedMembers.IsReached(
                shown.Members.Count(m => known.Contains(m.Name)), shown.Members.Count)
            : shown.Members.Any(member
                => member.Name is "id" or "_id"
                    or "created_at" or "createdAt"
                    or "created" or "updated_at" or "updatedAt" or "url" or "href" or "uuid" or "guid");
    }

    private static bool Says(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
