using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Samples.Drive;

/// <summary>Thrown to refuse a request: see <c>apidocs/concepts/errors.md</c>.</summary>
internal sealed class DriveException(int status, string code, string message, string? innerCode = null)
    : Exception(message)
{
    public int Status { get; } = status;

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["code"] = code, ["message"] = Message };
        if (innerCode is not null)
            error["innererror"] = new JsonObject { ["code"] = innerCode };
        return error;
    }

    public static DriveException InvalidRequest(string message) => new(400, "invalidRequest", message);

    public static DriveException NotFound(string message, string innerCode) =>
        new(404, "itemNotFound", message, innerCode);

    public static DriveException NameTaken(string name) =>
        new(409, "nameAlreadyExists", $"There is an item with the name '{name}' in the folder.");
}

internal static class DriveErrors
{
    /// <summary>Adds a request id to every response, and returns refusals as JSON errors.</summary>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers["request-id"] = Guid.NewGuid().ToString();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (DriveException refusal)
        {
            var body = new JsonObject { ["error"] = refusal.ToJson() };
            await JsonAnswer.Of(body, refusal.Status).ExecuteAsync(context).ConfigureAwait(false);
        }
    }
}
