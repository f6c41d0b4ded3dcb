using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads a page's operations from its URL templates, examples, tables and prose. Each verb makes one operation. A verb
/// makes separate operations for a resource, its collection, its content, its reference and its count.
/// </summary>
internal sealed class OperationReader
{
    private readonly PageContent _content;
    private readonly List<UrlUse> _templates = [];
    private readonly HashSet<string> _plainTemplates = new(StringComparer.Ordinal);
    private readonly List<ExampleRequest> _requests = [];
    private readonly Dictionary<string, ExampleRequest> _requestsByName = new(StringComparer.Ordinal);
    private readonly List<OperationParts> _drafts = [];
    private readonly Dictionary<(string, UrlVariant, string), OperationParts> _draftsByKey = [];
    private readonly List<ExampleResponse> _loose = [];
    private readonly List<(HttpMessage Message, PageText Fence)> _messages = [];
    private readonly List<ExampleResponse> _ignored = [];
    private readonly List<HttpMessage> _ignoredForms = [];

    private readonly List<UrlUse> _ignoredCasts = [];

    /// <summary>Requests that belong to no operation of the page.</summary>
    private readonly List<UrlUse> _looseCalls = [];

    /// <summary>The fence after the current one, or null.</summary>
    private Fence? _next;

    /// <summary>Whether the page's file name shows that the page is about a list.</summary>
    private readonly bool _isList;

    /// <summary>Whether the page explains a concept, so that its requests are examples.</summary>
    private readonly bool _isConcept;
    private readonly SortedSet<string> _roots = new(StringComparer.Ordinal);

    private OperationReader(PageContent content)
    {
        _content = content;
        _isConcept = content.Outline.FrontMatter is { IsConcept: true }
            || content.Path.Split('/').Contains("concepts", StringComparer.OrdinalIgnoreCase);
        _isList = System.IO.Path.GetFileNameWithoutExtension(content.Path).Split('-', '_')
            .Contains("list", StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="Drafts">The operations with the parts that they were built from.</param>
    /// <param name="Examples">The JSON examples of the operations.</param>
    /// <param name="Requests">
    /// Every request that the page shows as a complete message, even if it describes no operation.
    /// </param>
    /// <param name="LooseCalls">The requests that no operation of the page sends.</param>
    public sealed record Result(
        IReadOnlyList<(OperationParts Draft, OperationDefinition Operation)> Drafts,
        EquatableArray<string> ServiceRoots,
        EquatableArray<Example> Examples,
        IReadOnlyList<ExampleRequest> Requests,
        EquatableArray<LooseCall> LooseCalls = default)
    {
        public EquatableArray<OperationDefinition> Operations =>
            Drafts.Select(pair => pair.Operation).ToEquatableArray();
    }

    private FindingSink Sink => _content.Sink;

    private BlockLedger Ledger => _content.Ledger;

    public static Result Read(PageContent content)
    {
        var reader = new OperationReader(content);
        IReadOnlyList<Fence> fences = content.Outline.Fences;
        for (int i = 0; i < fences.Count; i++)
        {
            reader._next = i + 1 < fences.Count ? fences[i + 1] : null;
            Fence fence = fences[i];
            content.Sink.Guard(fence.Start, fence.End, () => reader.AddFence(fence));
        }

        List<OperationParts> drafts = reader.Group();
        reader.AttachLooseResponses(drafts);
        reader.ReportGaps(drafts);
        if (drafts.Count == 1)
            drafts[0].IsOnly = true;
        var facts = new PageFacts(content);
        var operations = new List<(OperationParts Draft, OperationDefinition Operation)>(drafts.Count);
        var examples = new List<Example>();
        foreach (OperationParts draft in drafts)
        {
            (int start, int end) = draft.Place;
            content.Sink.Guard(start, end,
                () => operations.Add((draft, OperationBuilder.Build(content, facts, draft))));
        }

        // Examples use JSON that was read before, so all JSON is read here.
        foreach ((HttpMessage message, PageText fence) in reader._messages)
            content.Json.Read(message, fence);
        for (int place = 0; place < operations.Count; place++)
        {
            OperationParts draft = operations[place].Draft;
            int operation = place;
            (int start, int end) = draft.Place;
            content.Sink.Guard(start, end,
                () => examples.AddRange(ExampleReader.Read(content, facts, draft, operation)));
        }

        content.Sink.Guard(0, 0, () =>
        {
            if (!reader._isConcept)
                UnreadBlocks.Report(content, facts, operations);
        });
        return new Result(
            operations,
            reader._roots.ToEquatableArray(),
            examples.ToEquatableArray(),
            reader._requests,
            reader.LooseCalls(operations).ToEquatableArray());
    }

    /// <summary>
    /// Returns the requests on the page that none of its operations sends. These requests belong to no operation, or
    /// have a URL that their operation does not have.
    /// </summary>
    private IEnumerable<LooseCall> LooseCalls(List<(OperationParts Draft, OperationDefinition Operation)> operations)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var own = new CallTable(operations.SelectMany(
            pair => pair.Operation.Urls.Concat(pair.Operation.Usages.Select(usage => usage.Url))
            .Select(url => (pair.Operation.HttpMethod, url.Path))));
        UrlUse[] uses = [.. _looseCalls, .. operations.SelectMany(pair => pair.Draft.Examples.Select(e => e.Use))];
        // A page on notifications shows requests from the service to other hosts.
        HashSet<string> hosts = [
            .. uses.Where(use => own.Sends(use.Method, use.Url.Path)).Select(HostOf).OfType<string>()];
        foreach (UrlUse use in uses)
        {
            UrlPath path = use.Url.Path;
            bool isForeign = HostOf(use) is { } host && hosts.Count > 0 && !hosts.Contains(host);
            if (use.Url.IsOpaque || isForeign || path.Segments.IsEmpty || !known.Add(use.Method + " " + path.Outline)
                || own.Sends(use.Method, path))
                continue;
            Sink.Anchor(AnchorKeys.Call(use.Method, path), use.Start, use.End);
            yield return new LooseCall(StringPool.Get(use.Method), path);
        }
    }

    private static string? HostOf(UrlUse use) =>
        use.Url.Root is { } root && Uri.TryCreate(root, UriKind.Absolute, out Uri? uri)
            ? uri.Host.ToLowerInvariant()
            : null;

    private void AddFence(Fence fence)
    {
        switch (fence.Kind)
        {
            case FenceKind.Request:
                AddRequest(fence);
                break;
            case FenceKind.Response:
                AddResponse(fence);
                break;
            case FenceKind.RequestLines:
                AddRequestLines(fence);
                break;
            case FenceKind.StatusLine when !fence.IsIgnored:
                AddResponse(fence);
                break;
            case FenceKind.StatusLine when HttpMessageReader.Read(fence.Content.Text, out _) is { Status: > 0 } ignored:
                _ignored.Add(new ExampleResponse(ignored, fence));
                break;
            case FenceKind.Example when HttpMessageReader.Read(fence.Content.Text, out _) is { } example:
                // The example belongs to no operation, but its JSON is still checked.
                _messages.Add((example, fence.Content));
                break;
            case FenceKind.Unknown:
                (int start, int end) = fence.Annotation!.PlaceOf("blockType");
                string type = fence.Annotation.BlockType!;
                Ledger.LeaveOut(fence.Annotation, Rules.UnknownBlockType, start, end, type,
                    Suggestion.For(type, Annotation.KnownBlockTypes));
                break;
        }
    }

    /// <summary>
    /// Reads a fence without an annotation. Under an HTTP request heading it is a list of templates, elsewhere an
    /// example.
    /// </summary>
    private void AddRequestLines(Fence fence)
    {
        if ((_content.Outline.IsAboutOther || _isConcept) && fence.Section.NearestKind != SectionKind.HttpRequest)
            return;
        if (IsTemplates(fence))
            AddTemplates(fence);
        else if (!fence.IsIgnored)
            AddRequest(fence);
        else if (HttpMessageReader.Read(fence.Content.Text, out _) is { Method: not null } ignored)
            AddIgnored(ignored, fence);
    }

    /// <summary>
    /// Reads a request that its author excludes from validation. The request may still show the parts of a form, or a
    /// cast that is in no template.
    /// </summary>
    private void AddIgnored(HttpMessage message, Fence fence)
    {
        if (message is { Body: not null, MediaType: { } type }
            && type.StartsWith("multipart/", StringComparison.Ordinal))
            _ignoredForms.Add(message);
        else if (UrlReader.Read(message.Target) is { Path.Last.Literal: { } last } && last.IndexOf('.') > 0
            && last.IndexOf('(') < 0)
            _ignoredCasts.Add(ReadUrl(message.Method!, message.Target, message.TargetStart, fence));
    }

    /// <summary>
    /// Whether a fence is an example on a concept page, outside of a section on an operation's request.
    /// </summary>
    private bool IsPassing(Fence fence) => _isConcept && fence.Section.NearestKind != SectionKind.HttpRequest;

    private void LeaveToOthers(Fence fence, string line)
    {
        if (fence.Annotation is { } annotation)
            Ledger.LeaveOut(annotation, Rules.RequestOnConceptPage, fence.Start, fence.End, line);
    }

    private static bool IsTemplates(Fence fence)
    {
        if (fence.Section.IsExample)
            return false;
        if (fence.Section.NearestKind == SectionKind.HttpRequest)
            return true;
        string text = fence.Content.Text;
        int start = 0;
        while (start < text.Length)
        {
            int end = LineEnd(text, start);
            if (text.Substring(start, end - start).Trim().Length > 0
                && (!HttpMessageReader.TryRequestLine(text, start, end, out _, out int target, out _)
                    || text[target] != '/'))
            {
                return false;
            }

            start = end + 1;
        }

        return true;
    }

    private void AddTemplates(Fence fence)
    {
        string text = fence.Content.Text;
        for (int start = 0; start < text.Length;)
        {
            int end = LineEnd(text, start);
            if (HttpMessageReader.TryRequestLine(text, start, end, out string method, out int targetStart,
                out int targetEnd))
                _templates.Add(ReadUrl(method, text.Substring(targetStart, targetEnd - targetStart), targetStart,
                    fence));
            else if (HttpMessageReader.UnknownMethod(text, start, end) is { } unknown)
                Sink.Report(Rules.UnknownMethod, fence.Content.ToPage(unknown.Start),
                    fence.Content.ToPage(unknown.Start + unknown.Method.Length), unknown.Method,
                    Suggestion.For(unknown.Method, HttpMessageReader.Methods));
            start = end + 1;
        }
    }

    private void AddRequest(Fence fence)
    {
        Annotation? annotation = fence.Annotation;
        HttpMessage? message = HttpMessageReader.Read(fence.Content.Text, out string? problem);
        if (message?.Method is null)
        {
            if (annotation?.BlockType == "request")
                Ledger.LeaveOut(annotation, Rules.UnreadableRequest, fence.Start, fence.End,
                    problem ?? "it is a response");
            return;
        }

        if (IsPassing(fence))
        {
            _messages.Add((message, fence.Content));
            LeaveToOthers(fence, message.Method + " " + message.Target);
            return;
        }

        // A list of templates may be annotated as a request. The lines after the first are then no body.
        bool isTemplate = fence.Section is { NearestKind: SectionKind.HttpRequest, IsExample: false };
        if (isTemplate && message.Body is { } body
            && HttpMessageReader.TryRequestLine(body, 0, LineEnd(body, 0), out _, out _, out _))
        {
            message.Body = null;
            message.UnannouncedBody = -1;
        }

        if (isTemplate)
            AddTemplates(fence);
        ReportForm(message, fence, "request");
        _messages.Add((message, fence.Content));
        bool isOpaque = annotation?.Flag("opaqueUrl") == true;
        var keys = new HashSet<string>(annotation?.Strings("sampleKeys") ?? [], StringComparer.Ordinal);
        UrlUse use = ReadUrl(message.Method, message.Target, message.TargetStart, fence, isOpaque, keys);
        if (keys.Count > 0)
            ReportSampleKeys(message.Target, annotation!);
        var request = new ExampleRequest(use, message, fence) { IsOpaque = isOpaque || use.Url.IsOpaque };
        _requests.Add(request);
        foreach (string name in annotation?.Names ?? [])
        {
            if (!_requestsByName.ContainsKey(name))
                _requestsByName.Add(name, request);
        }
    }

    /// <summary>
    /// Replaces keys in an example's URL by placeholders, if the page's templates have only placeholders after the same
    /// word. Templates of all verbs count.
    /// </summary>
    private UrlUse WithKeys(UrlUse use)
    {
        EquatableArray<UrlSegment> segments = use.Url.Segments;
        UrlSegment[]? keyed = null;
        for (int i = 1; i < segments.Count && _templates.Count > 0; i++)
        {
            if (segments[i].Literal is null || segments[i - 1].Literal is not { } word)
                continue;
            UrlSegment[] behind = [.. _templates
                .SelectMany(t => t.Url.Segments.Zip(t.Url.Segments.Skip(1), (first, second) => (first, second)))
                .Where(pair => word.Equals(pair.first.Literal, StringComparison.OrdinalIgnoreCase))
                .Select(pair => pair.second)];
            if (behind.Length == 0 || !behind.All(segment => segment.IsKey && !segment.IsPath)
                || segments[i].Literal![0] == '$' || segments[i].Literal!.IndexOf('.') >= 0)
                continue;
            keyed ??= [.. segments];
            keyed[i] = new UrlSegment(EquatableArray.Of(new UrlPiece("id", IsPlaceholder: true)));
        }

        return keyed is null ? use : use with { Url = use.Url with { Path = new UrlPath(keyed.ToEquatableArray()) } };
    }

    private void ReportSampleKeys(string target, Annotation annotation)
    {
        (int start, int end) = annotation.PlaceOf("sampleKeys");
        string plain = Uri.UnescapeDataString(target);
        foreach (string key in annotation.Strings("sampleKeys").Take(Limits.SoughtKeys))
        {
            if (target.IndexOf(key, StringComparison.Ordinal) < 0 && plain.IndexOf(key, StringComparison.Ordinal) < 0)
                Sink.Report(Rules.SampleKeyNotInUrl, start, end, key);
        }
    }

    private void AddResponse(Fence fence)
    {
        HttpMessage? message = HttpMessageReader.Read(fence.Content.Text, out string? problem);
        if (message is null || message.Status == 0)
        {
            if (fence.Annotation is { } annotation)
                Ledger.LeaveOut(annotation, Rules.UnreadableResponse, fence.Start, fence.End,
                    problem ?? "it is a request");
            return;
        }

        ReportForm(message, fence, "response");
        if (IsPassing(fence))
        {
            _messages.Add((message, fence.Content));
            LeaveToOthers(fence, "HTTP " + Shown(message.Status));
            return;
        }

        Fence? body = BodyBehind(message, fence);
        if (body is not null)
            (message.Body, message.BodyStart) = (body.Content.Text, 0);
        var response = new ExampleResponse(message, fence, body);
        _messages.Add((message, response.Content));
        if (RequestOf(response) is { } request)
            request.Responses.Add(response);
        else
            _loose.Add(response);
    }

    /// <summary>
    /// Returns the JSON fence without an annotation that follows directly after a fence with only the status and the
    /// headers of a response.
    /// </summary>
    private Fence? BodyBehind(HttpMessage message, Fence fence)
    {
        if (message.Body is not null || message.Status is not (200 or 201 or 206) || fence.IsIgnored)
            return null;
        return _next is { IsPlainJson: true } next && next.Section == fence.Section ? next : null;
    }

    /// <summary>Returns the request that shares a name with a response, else the last request before it.</summary>
    private ExampleRequest? RequestOf(ExampleResponse response)
    {
        foreach (string name in response.Annotation?.Names ?? [])
        {
            if (_requestsByName.TryGetValue(name, out ExampleRequest? named))
                return named;
        }

        return _requests.Count > 0 ? _requests[_requests.Count - 1] : null;
    }

    private void ReportForm(HttpMessage message, Fence fence, string what)
    {
        PageText text = fence.Content;
        if (fence.Annotation is not null && fence.Language.Length == 0)
            Sink.Report(Rules.UnlabelledFence, fence.Start, fence.MarkEnd, what);
        if (message.BlankLineBeforeHeaders >= 0)
            Sink.Report(Rules.BlankLineBeforeHeaders, text.ToPage(message.BlankLineBeforeHeaders),
                text.ToPage(message.BlankLineBeforeHeaders));
        if (message.UnannouncedBody >= 0)
            Sink.Report(Rules.NoBlankLineBeforeBody, text.ToPage(message.UnannouncedBody),
                text.ToPage(LineEnd(text.Text, message.UnannouncedBody)));
        foreach (HttpHeader header in message.Headers)
            ReportHeader(header, text);
    }

    private void ReportHeader(HttpHeader header, PageText text)
    {
        int start = text.ToPage(header.Start);
        if (HttpHeaderNames.Misspelt(header.Name) is { } meant)
            Sink.Report(Rules.MisspeltHeader, start, start + header.Name.Length, header.Name,
                $"; did you mean '{meant}'?");
        string mediaType = header.Value.Split(';')[0].Trim();
        if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && mediaType.Length > 0
            && !HttpToken.IsMediaType(mediaType))
            Sink.Report(Rules.InvalidMediaType, start, text.ToPage(header.End), mediaType);
    }

    private UrlUse ReadUrl(string method, string target, int targetStart, Fence fence, bool isOpaque = false,
        HashSet<string>? sampleKeys = null)
    {
        DocumentedUrl url = UrlReader.Read(target, sampleKeys);
        foreach (UrlFinding finding in url.Findings)
        {
            int start = fence.Content.ToPage(targetStart + finding.Start);
            int end = start + (finding.End - finding.Start);
            if (finding.Fault == UrlFault.AngleBrackets)
                Sink.Report(Rules.AngleBracketPlaceholder, start, end, finding.Was);
            else if (finding.Fault == UrlFault.OpenBrace)
                Sink.Report(Rules.OpenPlaceholder, start, end, finding.Was, finding.Is);
            else if (finding.Fault == UrlFault.Foreign)
                Sink.Report(Rules.ForeignInUrl, start, end, finding.Was,
                    finding.Is.Length == 0 ? "left out" : $"read as '{finding.Is}'");
            else
                Sink.Report(Rules.MisplacedColon, start, end, finding.Was, finding.Is);
        }

        int at = fence.Content.ToPage(targetStart);
        if (target.Length > Thresholds.SafeUrl)
            Sink.Report(Rules.LongUrl, at, at + target.Length, Shown(target.Length), Shown(Thresholds.SafeUrl));
        if (url.Root is { } root && !isOpaque && !_isConcept)
        {
            _roots.Add(root);
            Sink.Anchor(AnchorKeys.Root(root), at, at + target.Length);
        }

        return new UrlUse(method, url, fence.Section, at, at + target.Length);
    }

    /// <summary>
    /// Groups templates and examples into operations. A template makes an operation or joins an existing one. An
    /// annotated example may make an operation too, and so may any example on a page without templates. All other
    /// examples only join existing operations.
    /// </summary>
    private List<OperationParts> Group()
    {
        var inSections = new HashSet<string>(_templates.Where(IsInSection).Select(t => t.Method),
            StringComparer.Ordinal);
        _looseCalls.AddRange(_templates.Where(t => !IsInSection(t) && inSections.Contains(t.Method)));
        _templates.RemoveAll(t => !IsInSection(t) && inSections.Contains(t.Method));
        _plainTemplates.UnionWith(
            _templates.Where(t => t.Url.Query.Count == 0).Select(t => TemplateKey(t, t.Url.Segments.Count)));
        foreach (UrlUse template in _templates)
            Draft(template).Urls.Add(template);
        bool documented = _drafts.Count > 0 || _requests.Any(r => r.Annotation is not null);
        foreach (ExampleRequest request in _requests)
        {
            Ledger.Read(request.Annotation);
            if (request.IsOpaque)
            {
                request.Responses.ForEach(r => Ledger.Read(r.Annotation));
                continue;
            }

            OperationParts? draft = Find(request.Use);
            if (draft is null && documented && request.Annotation is null)
            {
                _loose.AddRange(request.Responses);
                _looseCalls.Add(request.Use);
                continue;
            }

            if (draft is null)
            {
                request.Use = WithKeys(request.Use);
                draft = Draft(request.Use);
            }

            draft.Examples.Add(request);
            Sink.Anchor(AnchorKeys.Operation(draft.Method), request.Use.Start, request.Use.End);
        }

        foreach (UrlUse cast in _ignoredCasts)
            Find(cast)?.Casts.Add(cast);
        if (_drafts.Count > 0)
            _drafts[0].UploadResponses
                .AddRange(_requests.Where(r => r.IsOpaque && r.Use.Method == "PUT").SelectMany(r => r.Responses));
        return _drafts;
    }

    private OperationParts Draft(UrlUse use)
    {
        if (Find(use) is { } found)
            return found;
        Sink.Anchor(AnchorKeys.Operation(use.Method), use.Start, use.End);
        var draft = new OperationParts(use.Method, Variant(use), Tail(use), use.Section);
        _drafts.Add(draft);
        _draftsByKey.Add((draft.Method, draft.Variant, draft.Tail), draft);
        return draft;
    }

    private OperationParts? Find(UrlUse use) =>
        _draftsByKey.TryGetValue((use.Method, Variant(use), Tail(use)), out OperationParts? draft) ? draft : null;

    /// <summary>
    /// Returns the variant of a URL. On a page about one resource, the plural without a key is the collection. On a
    /// page about a list, the plural is the page's subject and has no variant.
    /// </summary>
    private UrlVariant Variant(UrlUse use)
    {
        int last = use.Url.Segments.Count - 1;
        bool isCollection = use is { Method: "GET", Variant: UrlVariant.Plain } && !_isList && last >= 0
            && IsWord(use.Url.Segments[last])
            && Inflection.Singular(use.Url.Segments[last].Literal!) != use.Url.Segments[last].Literal
            && _plainTemplates.Contains(TemplateKey(use, last + 1))
            && _plainTemplates.Contains(TemplateKey(use, last + 1) + "/{}");
        return isCollection ? UrlVariant.Collection : use.Variant;
    }

    private static bool IsInSection(UrlUse use) => use.Section.NearestKind == SectionKind.HttpRequest;

    /// <summary>
    /// Returns the words by which a template extends another one. Such a template addresses a different resource:
    /// <c>…/items/{id}</c> and <c>…/items/{id}/fields</c>. A template with a query is a usage of another one and has no
    /// tail.
    /// </summary>
    private string Tail(UrlUse use)
    {
        EquatableArray<UrlSegment> segments = use.Url.Segments;
        int start = segments.Count;
        if (use.Url.Query.Count > 0)
            return "";
        for (int i = segments.Count - 1; i > 0 && i >= segments.Count - Thresholds.Tail && IsWord(segments[i]); i--)
        {
            if (_plainTemplates.Contains(TemplateKey(use, i)))
                start = i;
        }

        return string.Join("/", segments.Skip(start).Select(s => s.Literal));
    }

    private static bool IsWord(UrlSegment segment) =>
        segment.Literal is { } word && word[0] != '$' && word.IndexOfAny(['(', '.', ':']) < 0;

    /// <summary>
    /// Returns a key for a template. Templates with the same verb, variant and leading segments have the same key.
    /// </summary>
    private static string TemplateKey(UrlUse use, int segments) =>
        use.Method + " " + use.Variant + " " + string.Join("/", use.Url.Segments.Take(segments).Select(s => s.Shape));

    private void AttachLooseResponses(List<OperationParts> drafts)
    {
        if (drafts.Count == 1)
        {
            drafts[0].IgnoredResponses.AddRange(_ignored);
            drafts[0].IgnoredForms.AddRange(_ignoredForms.Where(form => form.Method == drafts[0].Method));
        }

        foreach (ExampleResponse response in _loose)
        {
            if (drafts.Count > 0)
                drafts[0].LooseResponses.Add(response);
            else if (response.Annotation is { } annotation)
                Ledger.LeaveOut(annotation, Rules.ResponseWithoutRequest, annotation.Comment.Start,
                    annotation.Comment.End);
        }
    }

    private void ReportGaps(List<OperationParts> drafts)
    {
        foreach (ExampleRequest request in drafts.SelectMany(d => d.Examples))
        {
            if (request.Annotation is { } annotation && request.Responses.Count == 0)
                Sink.Report(Rules.RequestWithoutResponse, annotation.Comment.Start, annotation.Comment.End);
        }

        if (drafts.Count == 0 && !_content.Outline.AnnotatesResource && _content.Outline.FrontMatter is { } front
            && front["doc_type"] == "apiPageType")
            Sink.Report(Rules.NoOperation, front.Start, front.Start);
    }

    private static string Shown(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int LineEnd(string text, int start)
    {
        int end = start < text.Length ? text.IndexOf('\n', start) : -1;
        return end < 0 ? text.Length : end;
    }
}
