using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Samples.Drive;

/// <summary>Manages upload sessions: see <c>apidocs/api/driveitem-createuploadsession.md</c>.</summary>
internal sealed class UploadSessions(Uri host, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, UploadSession> _sessions = new(StringComparer.Ordinal);

    /// <param name="complete">Creates the item from the content; returns whether it is new, and its JSON.</param>
    public JsonObject Create(Func<StoredContent, (bool IsNew, JsonObject Json)> complete)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var session = new UploadSession(complete, clock.GetUtcNow().AddDays(1));
        _sessions[id] = session;
        JsonObject json = session.ToJson();
        json["uploadUrl"] = new Uri(host, UploadEndpoint.Path + id).AbsoluteUri;
        return json;
    }

    public UploadSession Find(string id) =>
        _sessions.TryGetValue(id, out UploadSession? session) && session.Expires > clock.GetUtcNow()
            ? session
            : throw DriveException.NotFound("The session does not exist, or no longer exists.", "sessionUnknown");

    public void Delete(string id)
    {
        Find(id);
        _sessions.TryRemove(id, out _);
    }
}

/// <summary>One session. It stores the bytes received so far, in order, and then creates the item.</summary>
internal sealed class UploadSession(Func<StoredContent, (bool IsNew, JsonObject Json)> complete, DateTimeOffset expires)
{
    private readonly Lock _lock = new();
    private byte[] _content = [];
    private int _received;
    private JsonObject? _item;

    public DateTimeOffset Expires { get; } = expires;

    public JsonObject ToJson()
    {
        lock (_lock)
        {
            return _item?.DeepClone().AsObject() ?? new JsonObject
            {
                ["expirationDateTime"] = ItemJson.Timestamp(Expires),
                ["nextExpectedRanges"] = new JsonArray(string.Create(CultureInfo.InvariantCulture, $"{_received}-")),
            };
        }
    }

    /// <summary>Stores bytes of the content if they continue the bytes received so far.</summary>
    public void Take(long start, ReadOnlySpan<byte> bytes, long total)
    {
        lock (_lock)
        {
            if (_item is not null || start != _received || (_content.Length > 0 && _content.Length != total))
                throw new DriveException(416, "invalidRange",
                    $"The session expects the range that starts at {_received}.");
            if (_content.Length == 0)
                _content = new byte[total];
            bytes.CopyTo(_content.AsSpan(_received));
            _received += bytes.Length;
        }
    }

    /// <summary>Creates the item if all bytes have arrived. A failure leaves the session unchanged.</summary>
    public (int Status, JsonObject Json) Answer()
    {
        lock (_lock)
        {
            if (_item is null && _received == _content.Length)
            {
                (bool isNew, JsonObject json) = complete(new StoredContent(_content, "application/octet-stream"));
                _item = json;
                return (isNew ? 201 : 200, json.DeepClone().AsObject());
            }
        }

        return (202, ToJson());
    }
}

/// <summary>Receives the ranges without credentials, on a different host from the API.</summary>
internal sealed class UploadEndpoint(UploadSessions sessions, FaultSchedule faults)
{
    public const string Path = "/uploads/";

    private const int RangeUnit = 320 * 1024;
    private const int RangeLimit = 60 * 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization.Count > 0)
            throw DriveException.InvalidRequest("The URL of an upload session takes no credentials.");
        string id = context.Request.Path.Value![Path.Length..];
        switch (context.Request.Method)
        {
            case "GET":
                await JsonAnswer.Of(sessions.Find(id).ToJson()).ExecuteAsync(context).ConfigureAwait(false);
                break;
            case "DELETE":
                sessions.Delete(id);
                await Results.NoContent().ExecuteAsync(context).ConfigureAwait(false);
                break;
            case "PUT":
                await TakeRangeAsync(context, sessions.Find(id)).ConfigureAwait(false);
                break;
            default:
                throw new DriveException(405, "methodNotAllowed",
                    $"{context.Request.Method} is not documented for this URL.");
        }
    }

    private async Task TakeRangeAsync(HttpContext context, UploadSession session)
    {
        (long start, int length, long total) = RangeOf(context.Request);
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = RangeLimit;
        int? breakAfter = faults.BreakAfter(length);
        var bytes = new byte[breakAfter ?? length];
        await context.Request.Body.ReadExactlyAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        session.Take(start, bytes, total);
        if (breakAfter is not null)
        {
            // The received bytes are kept. If all bytes have arrived, the item is created, and only the response is
            // lost.
            session.Answer();
            context.Abort();
            return;
        }

        (int status, JsonObject json) = session.Answer();
        await JsonAnswer.Of(json, status).ExecuteAsync(context).ConfigureAwait(false);
    }

    /// <summary>
    /// Parses <c>Content-Range: bytes 0-327679/1048576</c>; <c>bytes */0</c> for a file without content.
    /// </summary>
    private static (long Start, int Length, long Total) RangeOf(HttpRequest request)
    {
        if (!ContentRangeHeaderValue.TryParse(request.Headers.ContentRange.ToString(),
            out ContentRangeHeaderValue? range)
            || range is not { Unit: "bytes", Length: { } total } || total > int.MaxValue)
        {
            throw DriveException.InvalidRequest("The request has no Content-Range of bytes with a total.");
        }

        if (!range.HasRange)
            return total == 0 ? (0, 0, 0) : throw DriveException.InvalidRequest("The Content-Range has no range.");
        long length = range.To!.Value - range.From!.Value + 1;
        if (length != request.ContentLength || length >= RangeLimit)
        {
            throw DriveException.InvalidRequest(
                "The range differs in length from the body, or is not less than 60 MiB.");
        }
        bool isLast = range.To.Value + 1 == total;
        return isLast || length % RangeUnit == 0
            ? (range.From.Value, (int)length, total)
            : throw DriveException.InvalidRequest("A range other than the last one is not a multiple of 320 KiB.");
    }
}
