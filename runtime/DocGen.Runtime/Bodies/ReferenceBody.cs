namespace DocGen.Infrastructure;

/// <summary>
/// A reference to an entity as a JSON object (OData JSON Format 4.01, section 14), with the absolute URL of the entity.
/// </summary>
internal sealed class ReferenceBody(EntityReference reference, string name) : RequestBody
{
    internal override bool CanReplay => true;

    internal override string ContentType => "application/json";

    internal override RequestBody For(ApiRequest request, Uri serviceRoot) => Json(reference.At(serviceRoot));

    internal override HttpContent CreateContent(Action moved) => Json(reference.ToString()).CreateContent(moved);

    private JsonBody Json(string address)
    {
        ResourceWriter writer = ResourceWriter.Rent();
        writer.Json.WriteStartObject();
        writer.Json.WritePropertyName(name);
        writer.Json.WriteStringValue(address);
        writer.Json.WriteEndObject();
        return new JsonBody(writer.ReturnBytes());
    }
}
