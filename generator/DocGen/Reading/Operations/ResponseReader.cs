using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>Reads the responses of an operation from the messages on the page and from the prose.</summary>
internal sealed class ResponseReader(PageContent content, PageFacts facts, OperationParts draft)
{
    /// <summary>The response headers that contain the URL for requests of an accepted job's state.</summary>
    public static readonly HashSet<string> MonitorHeaders = new(StringComparer.OrdinalIgnoreCase) { "Location",
        "Operation-Location" };

    private readonly List<ResponseDefinition> _responses = [];
    private readonly Lazy<HashSet<int>> _empty = new(
        () => [.. draft.Responses.Where(r => r.Annotation?.Flag("isEmpty") == true).Select(r => r.Message.Status)]);

    private FindingSink Sink => content.Sink;

    public static EquatableArray<ResponseDefinition> Read(PageContent content, PageFacts facts, OperationParts draft)
    {
        var reader = new ResponseReader(content, facts, draft);
        reader.ReadExamples(draft.Responses);
        reader.ReadProse();
        reader.ReadIgnored();
        reader.CountAnswers();
        if (reader.IsContent)
            reader.AddContent();
        else if (draft.IsOnly)
            reader.AddDescribed();
        IEnumerable<ResponseDefinition> responses = reader._responses.OrderBy(r => r.Status);
        if (draft.Variant == UrlVariant.Collection)
            responses = responses.Select(r => r.Body is null ? r : r with { IsCollection = true, IsWrapped = false });
        return responses.ToEquatableArray();
    }

    /// <summary>
    /// Returns the type of the resource that an upload creates or replaces, or null if the page names none.
    /// </summary>
    public static DocType? ReadUploaded(PageContent content, PageFacts facts, OperationParts draft)
    {
        var reader = new ResponseReader(content, facts, draft);
        return draft.UploadResponses.Where(r => r.Message.Status is 200 or 201)
            .Select(r => reader.StatedType(r, out _)).FirstOrDefault(type => type is not null);
    }

    /// <summary>
    /// Whether the response is content. <c>GET …/$value</c> and <c>GET …/content</c> return bytes, even if the prose
    /// names the resource. A raw value (OData Protocol 4.01, section 11.2.4.1) is not a resource's JSON, even if the
    /// annotation has a type.
    /// </summary>
    private bool IsContent => draft is { Variant: UrlVariant.Content, Method: "GET" };

    private void AddContent()
    {
        int ok = _responses.FindIndex(r => r.Status == 200);
        bool isRaw = draft.Urls.Exists(use => use.Url.Path.Last?.Literal == "$value");
        if (ok >= 0 && _responses[ok] is { ContentType: null } shown && (shown.Body is null || isRaw))
            _responses[ok] = shown with
            {
                Body = null,
                IsCollection = false,
                ContentType = shown.Body is null ? "application/octet-stream" : "application/json"
            };
        else if (ok < 0 && !_responses.Exists(r => r.Status == 302))
            _responses.Add(new ResponseDefinition(Status: 200, null, false, false, false, "application/octet-stream",
                default, IsFromProse: true));
    }

    /// <summary>
    /// Adds a response that no message shows. It comes from JSON in the section on the response, from a table of its
    /// members, or from both.
    /// </summary>
    private void AddDescribed()
    {
        if ((facts.AnswerFence is null && facts.AnswerMembers.Count == 0)
            || _responses.Exists(r => r.Body is not null || r.ContentType is not null || HasEmptyBody(r.Status)))
            return;
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var members = new List<MemberDefinition>(
            facts.AnswerMembers.Select(r => r.Member).Where(m => known.Add(m.Name)));
        if (facts.AnswerFence is { } fence && JsonReader.Read(fence.Content.Text).Value is JsonObject json)
            members.AddRange(JsonShapes.Members(json, isDefinition: false).Where(m => known.Add(m.Name)));
        if (members.Count == 0)
            return;
        DocType type = DocType.Of(new Shape(members.ToEquatableArray()));
        int ok = _responses.FindIndex(r => r.Status is 200 or 201);
        if (ok >= 0)
            _responses[ok] = _responses[ok] with { Body = type };
        else if (_responses.Count == 0)
            _responses.Add(new ResponseDefinition(Status: 200, type, false, false, false, null, default,
                IsFromProse: true));
    }

    /// <summary>
    /// Reads the responses that their author excludes from validation, if the page shows no other response.
    /// </summary>
    private void ReadIgnored()
    {
        if (!draft.Responses.Any() && _responses.TrueForAll(r => r is { Body: null, ContentType: null }))
            ReadExamples(draft.IgnoredResponses
                .Where(r => _responses.Count == 0 || _responses.Exists(known => known.Status == r.Message.Status))
                .ToArray());
    }

    private void ReadExamples(IEnumerable<ExampleResponse> responses)
    {
        foreach (ExampleResponse response in responses)
        {
            // Error responses are skipped, because the runtime throws the same exceptions for all operations.
            if (response.Message.Status is < 200 or >= 400 || response.Annotation?.Flag("expectError") == true)
            {
                ReportNoError(response);
                content.Ledger.Read(response.Annotation);
                continue;
            }

            ResponseDefinition definition = ReadExample(response);
            int same = _responses.FindIndex(r => r.Status == definition.Status);
            if (same < 0)
                _responses.Add(definition);
            else if (_responses[same].Body is null)
                _responses[same] = definition;
            else if (response.Annotation is { } annotation && IsAnother(definition, _responses[same]))
            {
                _responses[same] = _responses[same] with
                {
                    Others = _responses[same].Others.Append(definition.Body!).ToEquatableArray()
                };
                content.Ledger.LeaveOut(annotation, Rules.OtherAnswer, annotation.Comment.Start, annotation.Comment.End,
                    Shown(definition.Status), definition.Body!.Name!);
            }

            content.Ledger.Read(response.Annotation);
        }
    }

    /// <summary>
    /// Reports an error response without the code or the message that a client reads (OData JSON Format 4.01, section
    /// 21.1).
    /// </summary>
    private void ReportNoError(ExampleResponse response)
    {
        if (response.Message is not { Status: >= 400, Body: { Length: > 0 } body } || body[0] != '{')
            return;
        PageText source = response.Content;
        if (content.Json.Read(source, body, response.Message.BodyStart) is not JsonObject json
            || json.Members.Count == 0)
            return;
        bool isError = json["error"] is JsonObject error && (error["code"] ?? error["message"]) is not null;
        if (!isError)
            Sink.Report(Rules.ErrorWithoutCode, source.ToPage(response.Message.BodyStart),
                source.ToPage(response.Message.BodyStart + 1));
    }

    /// <summary>
    /// Whether the second response has another named type, or only one of the responses is a collection. A second
    /// response without a named type does not count as different.
    /// </summary>
    private static bool IsAnother(ResponseDefinition second, ResponseDefinition first) =>
        second.Body is { IsNamed: true } body
        && (second.IsCollection != first.IsCollection || first.Body is not { IsNamed: true } shown
            || !SameName(body.Name!, shown.Name!));

    private static bool SameName(string first, string second) =>
        first.Split('.').Last().Equals(second.Split('.').Last(), StringComparison.OrdinalIgnoreCase);

    private ResponseDefinition ReadExample(ExampleResponse response)
    {
        DocType? stated = StatedType(response, out bool isCollection);
        string? body = response.Message.Body;
        string? mediaType = response.Message.MediaType;
        bool isJson = body is { Length: > 0 } && body[0] is '{' or '['
            && (mediaType is null || BodyReader.IsJson(mediaType));
        // Docs don't show the bytes of a stream, and a redirect has no body.
        if (body is null && stated is { Kind: not TypeKind.Stream } && response.Annotation is { } annotation
            && !annotation.Flag("isEmpty"))
        {
            (int start, int end) = annotation.PlaceOf("@odata.type", "@type");
            Sink.Report(Rules.TypeWithoutBody, start, end, annotation.TypeName!);
        }

        bool isStream = stated is { Kind: TypeKind.Stream }
            || (body is not null && !isJson && mediaType is not (null or "application/json"));
        JsonValue? value = isJson ? ReadJson(response, body!) : null;
        var json = value as JsonObject;
        if (json is not null)
            content.Shown.Add(stated, json);
        isCollection |= value is JsonArray;
        if (isCollection)
            ReportEmpty(response, json);
        bool isEmpty = body is null && (response.Message.Status == 204 || response.Annotation?.Flag("isEmpty") == true);
        DocType? own = OwnType(json);
        DocType? result = body is null ? LongRunningResult(response) : null;
        DocType? type = result ?? (isStream || isEmpty ? null : Refine(response, stated, value, ref isCollection));
        return new ResponseDefinition(
            response.Message.Status,
            type,
            isCollection,
            IsWrapped: !isCollection && LoneValue(json) is not null,
            IsDelta: json?["@odata.deltaLink"] is not null || json?["@delta.token"] is not null,
            isStream ? mediaType ?? "application/octet-stream" : null,
            response.Message.Headers.Select(h => h.Name).Where(n => !HttpHeaderNames.IsTransport(n))
                .Distinct(StringComparer.OrdinalIgnoreCase).ToEquatableArray(),
            IsFromProse: false,
            CollectionProperty: isCollection ? CollectionProperty(response) : null,
            Paging: isCollection ? PagingOf(response, json) : null,
            Said: own is not null && stated is { IsNamed: true, Name: { } name } && !SameName(name, own.Name!)
                ? own
                : null);
    }

    /// <summary>Returns the type in the type annotation of the object, or of a list's first item.</summary>
    private static DocType? OwnType(JsonObject? json)
    {
        JsonObject? shown = (json?["value"] as JsonArray)?.Items.OfType<JsonObject>().FirstOrDefault() ?? json;
        return shown?["@odata.type"]?.AsString is { } name
            && TypeText.Parse(name, out _) is { IsNamed: true, Rank: 0 } type ? type : null;
    }

    /// <summary>
    /// Reports a list without items, because it does not show the type of its items. Does not report it if
    /// <c>isEmpty</c> is set.
    /// </summary>
    private void ReportEmpty(ExampleResponse response, JsonObject? json)
    {
        if (json?[CollectionProperty(response) ?? "value"] is JsonArray { Items.Count: 0 } items
            && response.Annotation is { } annotation && !annotation.Flag("isEmpty"))
        {
            PageText source = response.Content;
            Sink.Report(Rules.EmptyCollection, source.ToPage(response.Message.BodyStart + items.Start),
                source.ToPage(response.Message.BodyStart + items.End));
        }
    }

    private DocType? StatedType(ExampleResponse response, out bool isCollection)
    {
        isCollection = response.Annotation?.Flag("isCollection") ?? false;
        if (response.Annotation is not { TypeName: { } name } annotation || TypeText.Parse(name, out _) is not { } type)
            return null;
        if (type.IsNamed)
        {
            (int start, int end) = annotation.PlaceOf("@odata.type", "@type");
            Sink.Anchor(AnchorKeys.Type(type.Name!), start, end);
        }

        if (type.Rank > 0)
            isCollection = true;
        return type with { Rank = 0 };
    }

    /// <summary>
    /// Returns the result type of the job that an accepted request starts, or null if the annotation has none.
    /// </summary>
    private DocType? LongRunningResult(ExampleResponse response)
    {
        if (response.Message.Status != 202 || response.Annotation is not { } annotation
            || annotation.Text("longRunningResponseType") is not { } name
            || TypeText.Parse(name, out _) is not { } type)
        {
            return null;
        }

        if (type.IsNamed)
        {
            (int start, int end) = annotation.PlaceOf("longRunningResponseType");
            Sink.Anchor(AnchorKeys.Type(type.Name!), start, end);
        }

        return type;
    }

    /// <summary>
    /// Returns the type in the annotation, else the type of the example. For a collection, returns the element's type.
    /// </summary>
    private DocType? Refine(ExampleResponse response, DocType? stated, JsonValue? value, ref bool isCollection)
    {
        var json = value as JsonObject;
        bool isAnnotated = response.Annotation is not null;
        string? property = CollectionProperty(response);
        JsonArray? items = value as JsonArray ?? json?[property ?? "value"] as JsonArray;
        if (stated is not null)
        {
            // OData puts a collection into "value" (JSON Format 4.01, section 13). A resource with a property "value"
            // would show its other members too.
            isCollection |= items is not null && (json is null || property is not null || LoneValue(json) is not null);
            return stated;
        }

        if (value is null)
            return response.Message.Body is { Length: > 0 } ? DocType.Of(TypeKind.Json) : null;
        if (isAnnotated)
            Sink.Report(Rules.ResponseWithoutType, response.Annotation!.Comment.Start, response.Annotation.Comment.End);
        if (items is not null)
        {
            isCollection = true;
            DocType list = JsonShapes.TypeOf(items, isDefinition: false);
            return list with { Rank = list.Rank - 1 };
        }

        return JsonShapes.TypeOf(LoneValue(json) ?? value, isDefinition: false);
    }

    /// <summary>
    /// Returns "value" of an object whose other members are all annotations. OData returns values other than entities
    /// in this form.
    /// </summary>
    private static JsonValue? LoneValue(JsonObject? json) =>
        json?["value"] is { } value
            && json.Members.All(m => m.Name == "value" || m.Name.StartsWith("@", StringComparison.Ordinal))
            ? value
            : null;

    /// <summary>
    /// Returns the member that contains a collection's items, if the annotation names another member than OData's
    /// "value".
    /// </summary>
    private static string? CollectionProperty(ExampleResponse response) =>
        response.Annotation?.Text("collectionProperty")?.Trim() is { Length: > 0 } name and not "value" ? name : null;

    /// <summary>
    /// Returns how the list is paged: by the annotation, else by a member that identifies the next page. Null for
    /// OData's own member, which the client always follows.
    /// </summary>
    private Paging? PagingOf(ExampleResponse response, JsonObject? json)
    {
        if (response.Annotation is { } annotation && PagingAnnotation.Read(annotation) is { } stated)
            return stated;
        string[] options = [.. facts.Options.Where(o => o.Location == OptionLocation.Query).Select(o => o.Member.Name)];
        if (json is null || Envelopes.Next(json, options) is not { } next)
            return null;
        PageText source = response.Content;
        int offset = response.Message.BodyStart;
        if (!next.Paging.IsFollowed)
            Sink.Report(Rules.NextPage, source.ToPage(offset + next.Member.NameStart),
                source.ToPage(offset + next.Member.NameEnd), "'" + next.Paging.Path + "'");
        return next.Paging;
    }

    private JsonValue? ReadJson(ExampleResponse response, string body)
    {
        PageText source = response.Content;
        int offset = response.Message.BodyStart;
        JsonValue? value = content.Json.Read(source, body, offset);
        if (value is JsonObject json)
            ReportFiller(json, source, offset);
        return value as JsonObject ?? (JsonValue?)(value as JsonArray);
    }

    /// <summary>
    /// Reports only the first filler value of each response, because templates contain dozens of them.
    /// </summary>
    private void ReportFiller(JsonObject json, PageText source, int offset)
    {
        foreach (JsonMember member in json.Members)
        {
            if (member.Value.AsString is not { } text || !Filler.IsValue(text)
                || text.IndexOf("datetime", StringComparison.OrdinalIgnoreCase) < 0)
                continue;
            Sink.Report(Rules.FillerValue, source.ToPage(offset + member.Value.Start),
                source.ToPage(offset + member.Value.End), text, member.Name);
            return;
        }
    }

    private void ReadProse()
    {
        foreach (RichText prose in facts.ResponseProse)
        {
            RefineNumber(prose);
            IReadOnlyList<(int Status, int Offset)> statuses = Prose.Statuses(prose.Plain);
            DocLink? link = content.Language.ResourceLink(prose);
            foreach ((int status, _) in statuses)
                AddFromProse(status, link, prose);
            if (statuses.Any(s => s.Status == 202))
                AddMonitor(prose);
        }
    }

    private void AddFromProse(int status, DocLink? link, RichText prose)
    {
        bool hasBody = status is 200 or 201 && !IsContent && link is not null
            && status == Prose.Statuses(prose.Plain)[0].Status;
        DocType? type = hasBody ? content.Language.LinkedType(link!, content.Path) : null;
        if (type is not null)
            Sink.Anchor(AnchorKeys.Type(type.Name!), link!.Start, link.End);
        int same = _responses.FindIndex(r => r.Status == status);
        if (same >= 0)
        {
            NameShape(same, type, prose);
            AddSaid(same, hasBody ? type : null, prose);
            return;
        }

        if (_responses.Count > 0 && _responses.All(r => !r.IsFromProse))
        {
            ExampleResponse shown = draft.Responses.First();
            int start = shown.Fence.Content.ToPage(0);
            Sink.Report(Rules.StatusDiffers, start, start + shown.Fence.Content.Text.Split('\n')[0].Length,
                Shown(status), Shown(_responses[0].Status));
        }

        _responses.Add(new ResponseDefinition(
            status, type, hasBody && Prose.SaysCollection(prose.Plain), IsWrapped: false, IsDelta: false,
            ContentType: null, default, IsFromProse: true));
        if (type is null)
            AddSaid(_responses.Count - 1, null, prose);
    }

    /// <summary>
    /// Records the type that a sentence names for a response, in addition to the type in its annotation. A name without
    /// a link may be the name of a type; linking decides.
    /// </summary>
    private void AddSaid(int index, DocType? type, RichText prose)
    {
        ResponseDefinition response = _responses[index];
        if (IsContent || response is not { Status: 200 or 201, ContentType: null, Said: null })
            return;
        DocType? said = type ?? (prose.Links.Count == 0 && Prose.UnlinkedType(prose.Plain) is { } name
            ? DocType.Named(name)
            : null);
        bool isNews = said is not null
            && !(response.Body is { IsNamed: true, Name: { } stated } && SameName(stated, said.Name!));
        if (isNews)
            _responses[index] = response with
            {
                Said = said,
                IsCollection = response.Body is null ? Prose.SaysCollection(prose.Plain) : response.IsCollection
            };
    }

    /// <summary>
    /// Corrects whether a response is one item or a collection, if the example contradicts the URL and the prose. Two
    /// cases are corrected: a list at a URL that ends in a key and has a sentence about one item, and one item at a URL
    /// that ends in a plural and has a sentence about several.
    /// </summary>
    private void CountAnswers()
    {
        int at = _responses.FindIndex(
            r => r is { Status: 200, IsFromProse: false, Body: { IsNamed: true, Rank: 0 }, ContentType: null });
        RichText? prose = at < 0 || draft.Method != "GET" ? null
            : facts.ResponseProse.Find(
                text => Prose.Statuses(text.Plain).Any(s => s.Status == 200)
                    && content.Language.ResourceLink(text) is not null);
        if (prose is null || draft.Urls.Count == 0 || content.Language.IsTranslated)
            return;
        bool? explicitly = draft.Responses.Where(r => r.Message.Status == 200)
            .Select(r => r.Annotation?.Boolean("isCollection")).FirstOrDefault(b => b is not null);
        bool saysMany = Prose.SaysMany(prose.Plain, content.Language.ResourceLink(prose)!.Text);
        bool atKey = draft.Urls.All(use => use.Url.Path.Last is { IsKey: true });
        // "analytics" is not a plural if the name of the type is itemAnalytics.
        bool atPlural = draft.Urls
            .All(use => use.Url.Path.Last?.Literal is { } last && Inflection.Singular(last) != last
            && !_responses[at].Body!.Name!.EndsWith(last, StringComparison.OrdinalIgnoreCase));
        if (_responses[at].IsCollection && !saysMany && atKey && explicitly != true)
            _responses[at] = _responses[at] with { IsCollection = false, CollectionProperty = null };
        else if (!_responses[at].IsCollection && saysMany && atPlural && explicitly != false)
            _responses[at] = _responses[at] with { IsCollection = true, IsWrapped = false };
    }

    /// <summary>
    /// Reads the header with the URL of an accepted job's monitor, and the page that describes its status: "an
    /// `Operation-Location` header. Poll it to [get the status](job-get.md)".
    /// </summary>
    private void AddMonitor(RichText prose)
    {
        int accepted = _responses.FindIndex(r => r.Status == 202);
        string[] headers = [.. (prose.Doc?.Inlines ?? default).Where(r => r.Kind == DocInlineKind.Code)
            .Select(r => r.Text.Trim())
            .Where(h => MonitorHeaders.Contains(h)
                && !_responses[accepted].Headers.Contains(h, StringComparer.OrdinalIgnoreCase))];
        ResponseDefinition response = _responses[accepted];
        bool isWatched = headers.Length > 0 || response.Headers.Any(MonitorHeaders.Contains);
        string? page = isWatched
            ? prose.Links.Select(l => Prose.LinkedPage(l.Target)).FirstOrDefault(t => t is not null)
            : null;
        _responses[accepted] = response with
        {
            Headers = response.Headers.Concat(headers).ToEquatableArray(),
            MonitorPage = page is null ? null : PagePath.Resolve(content.Path, page),
        };
    }

    /// <summary>
    /// Sets the type of a bare value in the example to the primitive type in the prose: "and an Int32 in the response
    /// body".
    /// </summary>
    private void RefineNumber(RichText prose)
    {
        if (Prose.AnsweredPrimitive(prose.Plain) is not { } kind)
            return;
        int shown = _responses.FindIndex(
            r => r is { IsFromProse: false, IsCollection: false, Body: { IsNamed: false, Rank: 0, Shape: null } });
        if (shown >= 0)
            _responses[shown] = _responses[shown] with { Body = DocType.Of(kind) };
    }

    /// <summary>Sets the type of an example without a type annotation to the type that the prose names.</summary>
    private void NameShape(int index, DocType? type, RichText prose)
    {
        ResponseDefinition shown = _responses[index];
        bool isUnnamed = shown is
        {
            ContentType: null,
            Body: null or { Shape: not null } or { Kind: TypeKind.Json or TypeKind.JsonObject }
        };
        if (type is null || !isUnnamed || shown is { Body: null, IsFromProse: false } && HasEmptyBody(shown.Status))
            return;
        bool isCollection = shown.Body is null ? Prose.SaysCollection(prose.Plain) : shown.IsCollection;
        _responses[index] = shown with { Body = type, IsCollection = isCollection };
    }

    private bool HasEmptyBody(int status) => _empty.Value.Contains(status);

    private static string Shown(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
