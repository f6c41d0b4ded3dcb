using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Collects the requests that a page shows in full, for code that sends them.</summary>
internal static class RequestExampleReader
{
    /// <summary>Reads a page. Content that can't be read throws no exception: such a page has no examples.</summary>
    public static EquatableArray<RequestExample> Read(string path, string? text,
        IReadOnlyList<IncludedFile>? included = null)
    {
        text = text?.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text) || PageLimits.Exceeded(text!) is not null)
            return default;
        try
        {
            PageContent content = PageContent.Read(path, text!, new FindingSink(new LineMap(text!), path), included);
            return Of(content,
                content.Outline.Requests is not null ? PlainReader.Read(content).Operations
                : OperationReader.Read(content));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return default;
        }
    }

    /// <summary>
    /// Returns the requests of the operations. A request to a URL that the service issued is left out, because a
    /// feature of the runtime sends it.
    /// </summary>
    private static EquatableArray<RequestExample> Of(PageContent content, OperationReader.Result operations)
    {
        ILookup<ExampleRequest, ExampleResponse> loose = operations.Drafts
            .SelectMany(pair =>
                pair.Draft.Examples
                .SelectMany(_ => pair.Draft.LooseResponses, (request, response) => (request, response)))
            .ToLookup(pair => pair.request, pair => pair.response);
        return operations.Requests.Where(request => !request.IsOpaque).OrderBy(request => request.Use.Start)
            .Select(request => new RequestExample(
            request.Annotation?.Names.FirstOrDefault(),
            request.Message.Method!,
            request.Message.Target,
            request.Message.Headers.Select(header => new ShownHeader(header.Name, header.Value)).ToEquatableArray(),
            string.IsNullOrWhiteSpace(request.Message.Body) ? null : request.Message.Body,
            request.Form.Select(field => new ShownField(field.Name, field.Value, field.IsFile)).ToEquatableArray(),
            content.Sink.Span(request.Use.Start, request.Use.End),
            AnswerOf(request.Responses.Concat(loose[request])))).ToEquatableArray();
    }

    /// <summary>
    /// Returns the first response with a success status or a redirect to content. A 304 has no content to read.
    /// </summary>
    private static ShownAnswer? AnswerOf(IEnumerable<ExampleResponse> responses) =>
        responses
            .FirstOrDefault(response =>
            response.Message.Status is (>= 200 and < 400) and not 304) is not { Message: var message } ? null
        : new ShownAnswer(
            message.Status,
            message.Headers.Where(AnswerReader.IsSent)
                .Select(header => new ShownHeader(header.Name, header.Value)).ToEquatableArray(),
            AnswerReader.Body(message));
}
