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
        Paging? paging = operation.Responses.Select(response => response.Paging).FirstOrDefault(way => way is not null);
        bool isShown = false;
        foreach ((Annotation? request, ExampleResponse response) in shown)
        {
            HttpMessage message = response.Message;
            isShown |= message.Status < 400;
            yield return new ExampleAnswer(
                call,
                (response.Annotation?.Names ?? []).Concat(request?.Names ?? []).Distinct(StringComparer.Ordinal)
                    .ToEquatableArray(),
                message.Status,
                message.Headers.Where(header => IsSent(header) && !IsNextLink(header))
                    .Select(header => header.Name + ": " + header.Value).ToEquatableArray(),
                Body(message, paging?.Path));
        }

        if (!isShown && StatusWithoutBody(operation) is { } status)
            yield return new ExampleAnswer(call, default, status, default, "");
    }

    /// <summary>
    /// Returns the success that the page documents if no success of the operation has a body. It needs no example. Null
    /// for the start of a job, because its response has the URL of the job.
    /// </summary>
    private static int? StatusWithoutBody(OperationDefinition operation)
    {
        ResponseDefinition[] successes = [.. operation.Responses.Where(r => r.Status is >= 200 and < 300)];
        bool isEmpty = successes.Length > 0 && successes.All(response => response is
            { Body: null, IsCollection: false, IsDelta: false, ContentType: null, Headers.IsEmpty: true });
        return isEmpty ? successes[0].Status : null;
    }

    private static bool IsNextLink(HttpHeader header) =>
        header.Name.Equals("Link", StringComparison.OrdinalIgnoreCase)
        && header.Value.IndexOf("next", StringComparison.OrdinalIgnoreCase) >= 0;

    internal static bool IsSent(HttpHeader header) =>
        !header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        && !header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)
        && !header.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
        && HttpToken.IsToken(header.Name) && HttpToken.IsFieldValue(header.Value);

    /// <param name="message">The response.</param>
    /// <param name="next">The path of the member that leads to the next page, or null.</param>
    internal static string Body(HttpMessage message, string? next = null)
    {
        if (string.IsNullOrWhiteSpace(message.Body))
            return "";
        bool isJson = message.MediaType is null || message.MediaType.EndsWith("json", StringComparison.Ordinal);
        if (!isJson || JsonReader.Read(message.Body!).Value is not { } json)
            return message.Body!;
        JsonMember? link = MemberAt(json, next);
        return JsonText.Write(json, member => member != link && IsWritten(member));
    }

    /// <summary>Returns the member at a path with dots between the names, or null.</summary>
    private static JsonMember? MemberAt(JsonValue json, string? path)
    {
        JsonMember? member = null;
        JsonValue? value = json;
        foreach (string name in path?.Split('.') ?? [])
        {
            member = (value as JsonObject)?.Members
                .FirstOrDefault(one => one.Name.Equals(name, StringComparison.Ordinal));
            value = member?.Value;
        }

        return member;
    }

    /// <summary>
    /// Whether a member is written into the example response. Template filler and links to a next page are not: filler
    /// does not fit the member's type, and no page shows the target of the link.
    /// </summary>
    private static bool IsWritten(JsonMember member) =>
        member.Name is not ("@odata.nextLink" or "@nextLink")
            && !(member.Value.AsString is { } text && Filler.IsValue(text));
}
