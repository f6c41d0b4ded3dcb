using System.Net;
using System.Text.Json;

namespace DocGen.Infrastructure;

/// <summary>One call that carries steps. Its response is the work of handing each step its answer.</summary>
internal sealed class BatchRequest(string path, IReadOnlyList<BatchStep> steps) : ApiRequest<Task>(HttpMethod.Post, path)
{
    protected internal override IReadOnlyList<string> Scopes => [.. steps.SelectMany(static step => step.Call.Scopes).Distinct()];

    protected internal override bool? IsIdempotent => steps.All(static step => step.Call.CanRepeat);

    protected internal override RequestBody CreateBody() => JsonBody.Create(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("requests"u8);
        foreach (BatchStep step in steps)
            Write(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    protected internal override Task CreateResponse(ResponseContext response)
    {
        using JsonDocument? document = response.ReadJson(static (ref ResourceReader reader) => JsonDocument.ParseValue(ref reader.Json));
        var answers = new Dictionary<string, HttpResponseMessage>(StringComparer.Ordinal);
        if (document?.RootElement is { ValueKind: JsonValueKind.Object } root &&
            root.TryGetProperty("responses", out JsonElement list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement answer in list.EnumerateArray())
                answers.TryAdd(answer.GetProperty("id").ToString(), Message(answer));
        }
        return TakeAsync(answers, response);
    }

    private async Task TakeAsync(Dictionary<string, HttpResponseMessage> answers, ResponseContext response)
    {
        (int status, ResponseHeaders headers) = (response.Status, response.Headers);
        foreach (BatchStep step in steps)
        {
            if (answers.TryGetValue(step.Id, out HttpResponseMessage? message))
                await step.TakeAsync(message, CancellationToken.None).ConfigureAwait(false);
            else
                step.Fail(new ApiException(status, null, $"The batch has no answer to the step {step.Id}.", headers));
        }
    }

    private void Write(Utf8JsonWriter json, BatchStep step)
    {
        Call call = step.Call;
        json.WriteStartObject();
        json.WriteString("id"u8, step.Id);
        json.WriteString("method"u8, call.Method.Method);
        json.WriteString("url"u8, ServiceUri.Relative(call.Transport.ServiceRoot, call.Uri));
        // What an earlier call has done already is no condition of this one any more.
        BatchStep[] conditions = [.. step.DependsOn.Where(steps.Contains)];
        if (conditions.Length > 0)
        {
            json.WriteStartArray("dependsOn"u8);
            foreach (BatchStep condition in conditions)
                json.WriteStringValue(condition.Id);
            json.WriteEndArray();
        }
        json.WriteStartObject("headers"u8);
        foreach ((string name, string value) in call.Headers.Where(static header => !Redirects.IsCredential(header.Key)))
            json.WriteString(name, value);
        if (call.Body is not null && !call.Headers.Contains("Content-Type"))
            json.WriteString("Content-Type"u8, call.Body.ContentType);
        json.WriteEndObject();
        if (call.Body is JsonBody body)
        {
            json.WritePropertyName("body"u8);
            json.WriteRawValue(body.Utf8Text);
        }
        json.WriteEndObject();
    }

    private static HttpResponseMessage Message(JsonElement answer)
    {
        var message = new HttpResponseMessage((HttpStatusCode)answer.GetProperty("status").GetInt32());
        bool isJson = true;
        string? contentType = null;
        if (answer.TryGetProperty("headers", out JsonElement headers) && headers.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty header in headers.EnumerateObject())
            {
                if (header.NameEquals("Content-Type"))
                    contentType = header.Value.ToString();
                message.Headers.TryAddWithoutValidation(header.Name, header.Value.ToString());
            }
            isJson = contentType is null || contentType.Contains("json", StringComparison.OrdinalIgnoreCase);
        }
        bool hasBody = answer.TryGetProperty("body", out JsonElement body) && body.ValueKind != JsonValueKind.Null;
        // Content that is no JSON travels as base64.
        byte[] bytes = !hasBody ? []
            : !isJson && body.ValueKind == JsonValueKind.String && body.TryGetBytesFromBase64(out byte[]? content) ? content
            : System.Text.Encoding.UTF8.GetBytes(body.GetRawText());
        message.Content = new ByteArrayContent(bytes);
        if (contentType is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return message;
    }
}
