using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads a page of plain docs in three steps: divide its headings into scopes, make operations of their requests, and
/// make types of the responses.
/// </summary>
internal sealed class PlainReader
{
    private readonly PageContent _content;
    private readonly SortedSet<string> _roots = new(StringComparer.Ordinal);

    /// <summary>Whether the page mentions requests only in sentences, and so documents none.</summary>
    private readonly bool _isProse;

    private PlainReader(PageContent content)
    {
        _content = content;
        _isProse = content.Outline.Requests!.All(r => r.Form == RequestForm.Mention);
    }

    private FindingSink Sink => _content.Sink;

    public static (ResourceReader.Result Resources, OperationReader.Result Operations) Read(PageContent content)
    {
        var reader = new PlainReader(content);
        var loose = new List<Section>();
        IReadOnlyList<PlainScope> scopes = ScopeBuilder.Build(content.Outline, loose);
        IReadOnlyList<PlainOperation> operations = PlainOperations.Of(scopes);
        foreach (PlainOperation operation in operations)
            operation.Facts = FactsReader.Read(content, operation);
        PlainNamer.Name(content.Path, operations);
        EquatableArray<ResourceDefinition> resources = PlainResources.Read(content, operations);
        reader.FindRoots(operations);
        reader.ReportLoose(loose);
        reader.ReportMany();
        (OperationParts, OperationDefinition)[] read = [.. operations.Select(reader.Build)];
        // The API may define a resource with this name.
        ResourceDefinition? error = resources.Any(r => r.Name == ErrorBodies.TypeName) ? null
            : ErrorBodies.Of(content,
                operations.SelectMany(o => o.Facts.Errors).Concat(ErrorBodies.In(content, loose)));
        if (error is not null)
            resources = resources.Append(error).ToEquatableArray();
        return (new ResourceReader.Result(resources, default),
            new OperationReader.Result(
                read, reader._roots.ToEquatableArray(), default, [.. read.SelectMany(pair => pair.Item1.Examples)]));
    }

    private (OperationParts, OperationDefinition) Build(PlainOperation operation)
    {
        PlainFacts facts = operation.Facts;
        var bodies = new PlainBodies(operation);
        Sink.Anchor(AnchorKeys.Operation(operation.Method), operation.First.Use.Start, operation.First.Use.End);
        Sink.Anchor(AnchorKeys.Call(operation.Method, operation.First.Url.Path), operation.First.Use.Start,
            operation.First.Use.End);
        ResponseDefinition[] responses = [.. Responses(operation)];
        BodyDefinition? body = bodies.Body();
        ReportGaps(operation);
        if (body is null && facts.SaysBody && !_isProse && !operation.Scope.IsTopic
            && operation.First.Form != RequestForm.Mention)
            Sink.Report(Rules.BodyInWords, operation.First.Use.Start, operation.First.Use.End, operation.Method,
                operation.First.Url.Path.Text);
        var definition = new OperationDefinition(
            StringPool.Get(operation.Method),
            default,
            operation.Scope.Root.Heading is null ? null : operation.Scope.Root.Title,
            operation.Routes.Select(route =>
                ToUrl(route == operation.First
                    ? route.Url
                    : route.Url with { Path = Routes.NamedAs(route.Url.Path, operation.First.Url.Path) }, bodies))
                .ToEquatableArray(),
            bodies.Options(),
            body,
            responses.ToEquatableArray(),
            Uploaded: null,
            facts.Summary ?? DocText.FromPlain(operation.IsSole ? operation.Scope.Root.Title : null),
            facts.Returns,
            default,
            default,
            IsIdempotent: null,
            Deprecation: null,
            Name: operation.Name,
            ResponseHeaders: facts.ResponseHeaders.Where(h => HttpToken.IsToken(h.Name)
                && !HttpHeaderNames.IsTransport(h.Name)).ToEquatableArray(),
            IsMention: _isProse || IsMention(operation),
            IsSample: _isProse || (IsMention(operation) && operation.First.Form == RequestForm.Curl));
        return (Parts(operation), definition);
    }

    /// <summary>
    /// Whether the page only mentions a request: it describes no part of the request, and no heading for it begins with
    /// a verb.
    /// </summary>
    private static bool IsMention(PlainOperation operation) =>
        operation.Answer is null && operation.Facts.IsEmpty
        && (!operation.IsSole || ApiVerbs.Of(operation.Scope.Root.Title.Split(' ')[0]) is null);

    private static OperationParts Parts(PlainOperation operation)
    {
        var parts = new OperationParts(operation.Method, UrlVariant.Plain, "", operation.Scope.Root);
        foreach (ShownJson answer in operation.Facts.Answers)
        {
            string text = answer.Fence.Content.Text;
            var message = new HttpMessage
            {
                Status = Status(operation, answer),
                Body = text.Substring(answer.Offset),
                BodyStart = answer.Offset
            };
            parts.LooseResponses.Add(new ExampleResponse(message, answer.Fence));
        }

        parts.Examples.AddRange(operation.Routes.Concat(operation.Examples).Distinct().Select(ToExample)
            .OfType<ExampleRequest>());
        return parts;
    }

    /// <summary>
    /// Returns the request with its headers and body, if the page shows it as a command or a complete message; else
    /// null.
    /// </summary>
    private static ExampleRequest? ToExample(PlainRequest request)
    {
        if (request is not { Fence: { } fence })
            return null;
        if (request.Curl is not { } curl)
            return request.Message is { } message ? new ExampleRequest(request.Use, message, fence) : null;
        string target = curl.Query is not { } query
            ? curl.Url
            : curl.Url + (curl.Url.IndexOf('?') < 0 ? "?" : "&") + query;
        var sent = new HttpMessage { Method = curl.Method, Target = target, Body = curl.Data };
        int start = fence.Content.ToPage(0);
        if (curl.ContentType is { } type)
            sent.Headers.Add(new HttpHeader("Content-Type", type, start, start));
        sent.Headers.AddRange(curl.Headers.Select(header => new HttpHeader(header.Name, header.Value, start, start)));
        return new ExampleRequest(request.Use, sent, fence) { Form = curl.Form };
    }

    private static int Status(PlainOperation operation, ShownJson? answer) =>
        answer is { Status: > 0 and not 204 } ? answer.Status
        : operation.Facts.Statuses.Where(s => s is 200 or 201 or 202 or 203 or 206 or 207).DefaultIfEmpty(200).First();

    private static IEnumerable<ResponseDefinition> Responses(PlainOperation operation)
    {
        PlainFacts facts = operation.Facts;
        var statuses = new SortedSet<int>(facts.Statuses);
        if (operation.Answer is { } answer)
        {
            int status = Status(operation, facts.Answers.FirstOrDefault());
            statuses.Remove(status);
            yield return new ResponseDefinition(
                status, answer.Type, answer.IsCollection, IsWrapped: false, IsDelta: false, null,
                MonitorsOf(status, facts),
                    IsFromProse: facts.Answers.Count == 0,
                CollectionProperty: answer.Property, Paging: answer.Paging);
        }
        else if (facts.ContentType is { } contentType)
        {
            int status = Status(operation, null);
            statuses.Remove(status);
            yield return new ResponseDefinition(status, null, false, false, false, contentType, default,
                IsFromProse: false);
        }
        else if (operation.Method == "GET" && !statuses.Contains(204))
        {
            int status = Status(operation, null);
            statuses.Remove(status);
            yield return new ResponseDefinition(status, DocType.Of(TypeKind.Json), false, false, false, null, default,
                IsFromProse: true);
        }

        DocType? said = SaidElsewhere(operation);
        if (said is not null && !statuses.Overlaps([200, 201]))
            statuses.Add(200);
        foreach (int status in statuses)
        {
            EquatableArray<string> monitors = MonitorsOf(status, facts);
            yield return new ResponseDefinition(
                status, monitors.IsEmpty ? null : operation.Job, false, false, false, null, monitors,
                IsFromProse: true, Said: status is 200 or 201 ? said : null);
        }
    }

    /// <summary>Whether the text says that the operation returns a value that the page does not show.</summary>
    private static bool SaysUnknown(PlainOperation operation) =>
        operation is { Answer: null, Facts: { ContentType: null, MayAnswer: true, Said.Count: > 0 } }
        && operation.Method is "POST" or "PUT" or "PATCH" or "DELETE";

    /// <summary>Returns the type that the text names and that another page may define, or null.</summary>
    private static DocType? SaidElsewhere(PlainOperation operation) =>
        SaysUnknown(operation) && operation.Facts.Said[0].Head is { } name
            && (operation.Facts.Statuses.Count == 0 || operation.Facts.Statuses.Overlaps([200, 201]))
            ? DocType.Named(name) : null;

    private static EquatableArray<string> MonitorsOf(int status, PlainFacts facts) =>
        status == 202 ? facts.MonitorHeaders.ToEquatableArray() : default;

    private static UrlDefinition ToUrl(DocumentedUrl url, PlainBodies bodies)
    {
        var parameters = new List<PathParameter>();
        var names = new NameScope([]);
        string? after = null;
        for (int i = 0; i < url.Segments.Count; i++)
        {
            foreach (UrlPiece piece in url.Segments[i].Pieces)
            {
                if (!piece.IsPlaceholder)
                    continue;
                MemberDefinition? described = bodies.Placeholder(piece.Text);
                parameters.Add(new PathParameter(
                    piece.Text, StringPool.Get(names.Claim(OperationBuilder.ParameterName(piece.Text, after), "Value")),
                    described?.Summary,
                    piece.KeepsSlashes ? null : described));
            }

            after = Routes.Word(url.Segments[i]) ?? after;
        }

        string[] words = [.. url.Segments.Select(segment => Routes.Word(segment) ?? segment.Head)];
        bool isSpelled = words.SequenceEqual(url.Segments.Select(segment => segment.Head), StringComparer.Ordinal);
        return new UrlDefinition(url.Path, parameters.ToEquatableArray(), Root: url.Root,
            Words: isSpelled ? default : words.ToEquatableArray());
    }

    /// <summary>
    /// Finds the service roots. A root is the part of an example's URL before a path of the page. Without such an
    /// example, it is the host of an absolute URL.
    /// </summary>
    private void FindRoots(IReadOnlyList<PlainOperation> operations)
    {
        foreach (PlainOperation operation in operations)
        {
            foreach (PlainRequest request in operation.Routes.Concat(operation.Examples)
                .Where(r => r.Url.Root is not null))
            {
                PlainRequest? relative = operation.Routes.Find(route => route.Url.Root is null
                    && Routes.PrefixOf(request.Url, route.Url) >= 0);
                int prefix = relative is null ? 0 : Routes.PrefixOf(request.Url, relative.Url);
                UrlSegment[] before = [.. request.Url.Segments.Take(prefix)];
                string root = request.Url.Root + string.Concat(before.Select(s => "/" + string.Concat(s.Pieces)));
                _roots.Add(root);
                Sink.Anchor(AnchorKeys.Root(root), request.Use.Start, request.Use.End);
            }
        }
    }

    private void ReportGaps(PlainOperation operation)
    {
        foreach (PlainRequest route in operation.Routes)
        {
            foreach (UrlFinding finding in route.Url.Findings)
                Sink.Report(Rules.OpenPlaceholder, route.Use.Start, route.Use.End, finding.Was, finding.Is);
            ReportSamples(route);
        }

        PlainFacts facts = operation.Facts;
        // Linking reports a name that no page defines.
        bool isLost = SaysUnknown(operation) && SaidElsewhere(operation) is null;
        bool isUnknown = operation.Method == "GET" && operation.Answer is null && facts.ContentType is null
            && !facts.Statuses.Contains(204) && !IsMention(operation);
        if (isUnknown || isLost)
            Sink.Report(Rules.NoAnswer, operation.First.Use.Start, operation.First.Use.End, operation.Method,
                operation.First.Url.Path.Text, isLost ? "no value" : "any JSON");
    }

    /// <summary>Reports words of a URL that look like keys and that no JSON of the page shows as one.</summary>
    private void ReportSamples(PlainRequest route)
    {
        EquatableArray<UrlSegment> segments = route.Url.Segments;
        for (int i = 1; i < segments.Count; i++)
        {
            if (segments[i].Literal is { } word && segments[i - 1].Literal is { } before
                && SampleKeys.IsCollection(before) && SampleKeys.LooksLikeKey(word))
                Sink.Report(Rules.FixedSample, route.Use.Start, route.Use.End, word, SampleKeys.Placeholder(before));
        }
    }

    /// <summary>Reports a page with too many requests. The requests above the limit are not read.</summary>
    private void ReportMany()
    {
        IReadOnlyList<PlainRequest> requests = _content.Outline.Requests!;
        PlainRequest last = requests[requests.Count - 1];
        if (requests.Count == Limits.Requests)
            Sink.Report(Rules.RequestWithoutOperation, last.Use.Start, last.Use.End, last.Method, last.Url.Path.Text,
                "the page has too many requests, and those after this one are not read; divide the page");
    }

    /// <summary>Reports tables of parameters, bodies and responses below headings without a request.</summary>
    private void ReportLoose(List<Section> loose)
    {
        foreach (Fence fence in loose.SelectMany(PlainBlocks.Of).OfType<Fence>())
        {
            bool isSaid = PlainRoles.OfHeading(fence.Section.Title) is PlainRole.Response
                or PlainRole.Body or PlainRole.Request;
            if (isSaid && (fence.BeginsWith("{") || fence.BeginsWith("[")))
                Sink.Report(Rules.UnreadExample, fence.Start, fence.MarkEnd, "no request is above it");
        }


        foreach (Table table in loose.SelectMany(s => s.Blocks).OfType<Table>()
            .Where(t => !t.IsIncluded && MemberRows.AreIn(t)))
        {
            string first = table.Header[0].Plain;
            bool isParameters = first.StartsWith("param", StringComparison.OrdinalIgnoreCase)
                || first.StartsWith("query", StringComparison.OrdinalIgnoreCase)
                || PlainRoles.OfHeading(
                    table.Section.Title) is PlainRole.Parameters
                        or PlainRole.QueryParameters or PlainRole.Body or PlainRole.PathParameters;
            if (isParameters)
                Sink.Report(Rules.LooseParameters, table.Start, table.Start, table.Section.Title);
        }
    }
}
