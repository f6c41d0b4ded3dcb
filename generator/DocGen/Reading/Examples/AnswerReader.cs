using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads the responses that a page shows. Reports nothing: the project that generates the client reports the page's
/// problems.
/// </summary>
internal static class AnswerReader
{
    /// <summary>Reads a page. Content that can't be read throws no exception: such a page has no examples.</summary>
    public static EquatableArray<ExampleAnswer> Read(string path, string? text)
    {
        text = text?.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text) || PageLimits.Exceeded(text!) is not null)
            return default;
        try
        {
            PageContent content = PageContent.Read(path, text!, new FindingSink(new LineMap(text!), path));
            OperationReader.Result operations = content.Outline.Requests is not null
                ? PlainReader.Read(content).Operations
                : OperationReader.Read(content);
            return operations.Drafts.SelectMany(pair => Answers(pair.Draft, pair.Operation)).ToEquatableArray();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return default;
        }
    }

    private static IEnumerable<ExampleAnswer> Answers(OperationParts draft, OperationDefinition operation)
    {
        IEnumerable<(Annotation? Request, ExampleResponse Response)> shown = draft.Examples
            .SelectMany(example => example.Responses.Select(response => (example.Annotation, response)))
            .Concat(draft.LooseResponses.Select(response => ((Annotation?)null, response)));
        var call = new ExampleCall(operation.HttpMethod, operation.Urls.Select(url => url.Path).ToEquatableArray());
        foreach ((Annotation? request, ExampleResponse response) in shown)
        {
            HttpMessage message = response.Message;
            yield return new ExampleAnswer(
                call,
                (response.Annotation?.Names ?? []).Concat(request?.Names ?? []).Distinct(StringComparer.Ordinal)
                    .ToEquatableArray(),
                message.Status,
                message.Headers.Where(IsSent).Select(header => header.Name + ": " + header.Value).ToEquatableArray(),
                Body(message));
        }
    }

    internal static bool IsSent(HttpHeader header) =>
        !header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        && !header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)
        && !header.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
        && HttpToken.IsToken(header.Name) && HttpToken.IsFieldValue(header.Value);

    internal static string Body(HttpMessage message)
    {
        if (string.IsNullOrWhiteSpace(message.Body))
            return "";
        bool isJson = message.MediaType is null || message.MediaType.EndsWith("json", StringComparison.Ordinal);
        return isJson && JsonReader.Read(message.Body!).Value is { } json
            ? JsonText.Write(json, IsWritten)
            : message.Body!;
    }

    /// <summary>
    /// Whether a member is written into the example response. Template filler and links to a next page are not: filler
    /// does not fit the member's type, and no page shows the target of the link.
    /// </summary>
    private static bool IsWritten(JsonMember member) =>
        member.Name is not ("@odata.nextLink" or "@nextLink")
            && !(member.Value.AsString is { } text && Filler.IsValue(text));
}
