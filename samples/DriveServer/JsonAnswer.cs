using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Samples.Drive;

/// <summary>Answers with JSON that is there already: no serializer, so that the server can be trimmed.</summary>
internal static class JsonAnswer
{
    public static IResult Of(JsonObject json, int status = 200) =>
        Results.Text(json.ToJsonString(), "application/json", statusCode: status);
}
