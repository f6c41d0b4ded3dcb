namespace DocGen.Infrastructure;

/// <summary>A request with several steps. Its response is a task that assigns a response to each step.</summary>
internal sealed class BatchRequest(string path, List<BatchStep> steps) : ApiRequest<Task>("POST", path)
{
    protected internal override IReadOnlyList<string> Scopes =>
        [.. steps.SelectMany(static step => step.Call.Scopes).Distinct()];

    protected internal override bool? IsIdempotent => steps.TrueForAll(static step => step.Call.CanRepeat);

    protected internal override RequestBody CreateBody() => RequestBody.Json(this);

    protected internal override void WriteBody(ResourceWriter writer)
    {
        writer.Json.WritePropertyName("requests"u8);
        writer.Array(steps, (writer, step) => Write(writer.Json, step));
    }

    protected internal override Task CreateResponse(ResponseContext response) =>
        HandOutAsync(BatchAnswers.Read(response), response.Status, response.Headers);

    private async Task HandOutAsync(Dictionary<string, HttpResponseMessage> answers, int status,
        ResponseHeaders headers)
    {
        foreach (BatchStep step in steps)
        {
            if (answers.TryGetValue(step.Id, out HttpResponseMessage? message))
                await step.TakeAsync(message).ConfigureAwait(false);
            else
                step.Fail(new ApiException(status, null, $"The batch has no response for step {step.Id}.", headers));
        }
    }

    private void Write(JsonTextWriter json, BatchStep step)
    {
        Call call = step.Call;
        json.WriteStartObject();
        json.WriteString("id"u8, step.Id);
        json.WriteString("method"u8, call.Method.Method);
        json.WriteString("url"u8, ServiceUri.Relative(call.Transport.ServiceRoot, call.Uri));
        // A step that succeeded in an earlier request is no longer a condition.
        BatchStep[] conditions = [.. step.DependsOn.Where(steps.Contains)];
        if (conditions.Length > 0)
        {
            json.WritePropertyName("dependsOn"u8);
            json.WriteStartArray();
            foreach (BatchStep condition in conditions)
                json.WriteStringValue(condition.Id);
            json.WriteEndArray();
        }
        json.WritePropertyName("headers"u8);
        json.WriteStartObject();
        foreach ((string name, string value) in call.Headers
            .Where(static header => !Redirects.IsCredential(header.Key)))
        {
            json.WritePropertyName(name);
            json.WriteStringValue(value);
        }
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
}
