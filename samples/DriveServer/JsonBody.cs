using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samples.Drive;

internal static class JsonBody
{
    public static async Task<JsonObject> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            JsonNode? json = await JsonNode.ParseAsync(body, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            return json as JsonObject ?? throw DriveException.InvalidRequest("The body is not a JSON object.");
        }
        catch (JsonException malformed)
        {
            throw DriveException.InvalidRequest("The body is not JSON: " + malformed.Message);
        }
    }
}
