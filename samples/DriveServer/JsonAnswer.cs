using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Samples.Drive;

/// <summary>Returns JSON nodes without a serializer, so that the server can be trimmed.</summary>
internal static class JsonAnswer
{
    public static IResult Of(JsonObject json, int status = 200) =>
        Results.Text(json.ToJsonString(), "application/json", statusCode: status);
}
