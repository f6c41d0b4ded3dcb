using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Collects the JSON of an operation's examples. Linking compares it with the types once all types are known.
/// </summary>
internal static class ExampleReader
{
    /// <param name="operation">The index of the operation on the page.</param>
    public static IEnumerable<Example> Read(PageContent content, PageFacts facts, OperationParts draft, int operation)
    {
        IEnumerable<Example> Of(PageText fence, ExampleKind kind) =>
            content.Json.In(fence).Select(body => ToExample(content, fence, body.Value, body.Offset, operation, kind));
        IEnumerable<Example> examples = [];
        foreach (ExampleRequest request in draft.Examples)
            examples = examples.Concat(
                Of(request.Fence.Content, ExampleKind.Request)
                    .Select(example => example with { Path = request.Use.Url.Path }));
        if (facts.BodyFence is { } shown)
            examples = examples.Concat(Of(shown.Content, ExampleKind.Request));
        ExampleResponse[] selected = [.. draft.Examples.Where(Selects).SelectMany(request => request.Responses)];
        ILookup<ExampleResponse, UrlPath> paths = draft.Examples
            .SelectMany(request => request.Responses.Select(response => (response, request.Use.Url.Path)))
            .ToLookup(pair => pair.response, pair => pair.Path);
        foreach (ExampleResponse response in draft.Responses.Concat(draft.UploadResponses))
        {
            if (response.Message.Status is not (>= 200 and < 300) || response.Annotation?.Flag("expectError") == true)
                continue;
            bool isWhole = response.Annotation?.Flag("truncated") == false && !selected.Contains(response);
            EquatableArray<string> optional = isWhole
                ? response.Annotation!.Words("optionalProperties").ToEquatableArray()
                : default;
            examples = examples.Concat(
                Of(response.Content, draft.UploadResponses.Contains(response)
                    ? ExampleKind.Uploaded
                    : ExampleKind.Response)
                .Select(example => example with
                {
                    IsWhole = isWhole,
                    Optional = optional,
                    Path = paths[response].FirstOrDefault()
                }));
        }

        return examples;
    }

    /// <summary>Whether a request selects members, so that its response contains only these.</summary>
    private static bool Selects(ExampleRequest request) =>
        request.Use.Url.Query.Any(
            option => option.Key.TrimStart('$').Equals("select", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether a text may be an enumeration's value: it is short, begins with a letter, and is not template filler.
    /// </summary>
    private static bool IsWord(string text) =>
        text.Length is > 0 and <= Thresholds.ShownValue && char.IsLetter(text[0])
            && JsonShapes.IsEnumValue(text) && !Filler.IsValue(text)
            && !TypeText.IsPrimitive(text);

    private static Example ToExample(PageContent content, PageText fence, JsonValue body, int offset, int operation,
        ExampleKind kind)
    {
        var values = new List<ExampleValue>();
        Add(null, body);
        return new Example(operation, kind, values.ToEquatableArray());

        void Add(string? name, JsonValue value)
        {
            (ExampleValueKind valueKind, TypeKinds forms) = ValueForms.Of(value);
            int place = values.Count;
            string? word = value.AsString is { } text && (name == "@odata.type" || IsWord(text)) ? text : null;
            values.Add(new ExampleValue(name, valueKind, forms, 0, word,
                content.Sink.Span(fence.ToPage(offset + value.Start), fence.ToPage(offset + value.End))));
            foreach (JsonMember member in (value as JsonObject)?.Members ?? [])
                Add(member.Name, member.Value);
            foreach (JsonValue item in (value as JsonArray)?.Items ?? [])
                Add(null, item);
            values[place] = values[place] with { End = values.Count };
        }
    }
}
