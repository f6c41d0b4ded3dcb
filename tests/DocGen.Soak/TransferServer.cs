using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DocGen.Soak;

/// <summary>
/// A server on loopback with upload sessions and downloads, which applies the faults of each transfer.
/// </summary>
public sealed class TransferServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Transfer> _transfers = new(StringComparer.Ordinal);
    private readonly WebApplication _application;
    private readonly TimeProvider _time;
    private int _connections;
    private int _credentials;

    private TransferServer(TimeProvider time)
    {
        _time = time;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, options => options.Use(Count));
            kestrel.Listen(IPAddress.Loopback, 0, options => options.Use(Count));
        });
        _application = builder.Build();
        _application.Run(HandleAsync);
    }

    public Uri Root { get; private set; } = null!;

    /// <summary>The other origin, which serves content and upload sessions.</summary>
    public Uri ContentRoot { get; private set; } = null!;

    /// <summary>The number of open connections.</summary>
    public int OpenConnections => Volatile.Read(ref _connections);

    /// <summary>The number of requests with a token to a URL that must not get a token.</summary>
    public int LeakedCredentials => Volatile.Read(ref _credentials);

    public static async Task<TransferServer> StartAsync(TimeProvider time)
    {
        var server = new TransferServer(time);
        await server._application.StartAsync().ConfigureAwait(false);
        Uri[] origins = [.. server._application.Urls.Select(url => new Uri(url))];
        (server.Root, server.ContentRoot) = (origins[0], origins[1]);
        return server;
    }

    public void Add(Transfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        _transfers[transfer.Id.ToString(CultureInfo.InvariantCulture)] = transfer;
    }

    public void Remove(Transfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        _transfers.TryRemove(transfer.Id.ToString(CultureInfo.InvariantCulture), out _);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private ConnectionDelegate Count(ConnectionDelegate next) => async connection =>
    {
        Interlocked.Increment(ref _connections);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _connections);
        }
    };

    private async Task HandleAsync(HttpContext context)
    {
        string[] path = context.Request.Path.Value!.Trim('/').Split('/');
        if (!_transfers.TryGetValue(path[^1], out Transfer? transfer))
        {
            context.Response.StatusCode = 404;
            return;
        }
        if (path[0] is "up" or "signed" && context.Request.Headers.Authorization.Count > 0)
            Interlocked.Increment(ref _credentials);
        try
        {
            await (path[0] switch
            {
                "up" => new SessionEndpoint(transfer, _time).HandleAsync(context),
                "signed" => new ContentEndpoint(transfer, _time).HandleAsync(context),
                _ when transfer.IsUpload => WriteAsync(context, 200, new JsonObject
                {
                    ["uploadUrl"] = new Uri(ContentRoot, $"/up/{transfer.Id}?signature=secret").AbsoluteUri,
                    ["expirationDateTime"] = "2030-01-01T00:00:00Z",
                    ["nextExpectedRanges"] = new JsonArray("0-"),
                }),
                _ => Redirect(context, new Uri(ContentRoot, $"/signed/{transfer.Id}?signature=secret")),
            }).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client closed the connection, so no response can be sent.
            context.Abort();
        }
    }

    internal static Task WriteAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    /// <summary>Applies a fault that replaces the response. Returns false for all other faults.</summary>
    internal static async Task<bool> FailAsync(HttpContext context, Fault fault, Transfer transfer, TimeProvider time)
    {
        switch (fault)
        {
            case Fault.ResetBefore:
                context.Abort();
                return true;
            case Fault.Silence:
                // The server detects that the client is gone only after it has read the body.
                await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted).ConfigureAwait(false);
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(false);
                return true;
            case Fault.ServerError:
                context.Response.StatusCode = new[] { 500, 502, 503, 504 }[transfer.Next(4)];
                return true;
            case Fault.ThrottledInSeconds:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "7";
                return true;
            case Fault.ThrottledUntilDate:
                context.Response.StatusCode = 503;
                context.Response.Headers.RetryAfter = time.GetUtcNow().AddSeconds(5)
                    .ToString("r", CultureInfo.InvariantCulture);
                return true;
            case Fault.Gone:
                transfer.IsGone = true;
                context.Response.StatusCode = 404;
                return true;
            default:
                return false;
        }
    }

    private static Task Redirect(HttpContext context, Uri target)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = target.AbsoluteUri;
        return Task.CompletedTask;
    }
}

/// <summary>The endpoint of an upload session.</summary>
internal sealed class SessionEndpoint(Transfer transfer, TimeProvider time)
{
    public Task HandleAsync(HttpContext context)
    {
        if (transfer.IsGone)
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }
        return context.Request.Method == "PUT" ? PutAsync(context) : GetAsync(context);
    }

    private async Task GetAsync(HttpContext context)
    {
        Fault fault = transfer.NextFault();
        if (fault is Fault.Gone || !await TransferServer.FailAsync(context, fault, transfer, time)
            .ConfigureAwait(false))
            await TransferServer.WriteAsync(context, 200, State()).ConfigureAwait(false);
    }

    private async Task PutAsync(HttpContext context)
    {
        Fault fault = transfer.NextFault();
        if (fault == Fault.Conflict)
        {
            await TransferServer.WriteAsync(context, 409,
                new JsonObject { ["error"] = new JsonObject { ["code"] = "nameAlreadyExists" } }).ConfigureAwait(false);
            return;
        }
        if (await TransferServer.FailAsync(context, fault, transfer, time).ConfigureAwait(false))
            return;

        if (transfer.KeepsNothing)
        {
            await HashAsync(context).ConfigureAwait(false);
            return;
        }

        byte[] bytes = new byte[context.Request.ContentLength ?? 0];
        int wanted = fault == Fault.ResetMidway ? bytes.Length / 2 : bytes.Length;
        int got = await context.Request.Body
            .ReadAtLeastAsync(bytes.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, context.RequestAborted)
            .ConfigureAwait(false);
        if (fault == Fault.ResetMidway || got < bytes.Length)
        {
            context.Abort();
            return;
        }
        ContentRangeHeaderValue range = ContentRangeHeaderValue.Parse(context.Request.Headers.ContentRange.ToString());
        await AnswerAsync(context, fault, range, bytes).ConfigureAwait(false);
    }

    // The memory mode measures this process, so the server must not store a range.
    private async Task HashAsync(HttpContext context)
    {
        long start = ContentRangeHeaderValue.Parse(context.Request.Headers.ContentRange.ToString()).From ?? 0;
        var piece = new byte[64 * 1024];
        int count;
        while ((count = await context.Request.Body.ReadAsync(piece, context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            transfer.Store(start, piece.AsSpan(0, count));
            start += count;
        }
        await AnswerAsync(context).ConfigureAwait(false);
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (!transfer.IsComplete)
            return TransferServer.WriteAsync(context, 202, State());
        transfer.Complete();
        return TransferServer.WriteAsync(context, 201,
            new JsonObject { ["id"] = transfer.Id, ["size"] = transfer.Length });
    }

    private Task AnswerAsync(HttpContext context, Fault fault, ContentRangeHeaderValue range, byte[] bytes)
    {
        lock (transfer.Gate)
        {
            bool fits = range.Length == transfer.Length && (bytes.Length == 0 ? transfer.Length == 0
                : range.From is { } from && range.To - from + 1 == bytes.Length && transfer.Lacks(from));
            if (!fits || fault == Fault.RangeRefused)
            {
                context.Response.StatusCode = 416;
                return Task.CompletedTask;
            }
            int kept = fault == Fault.PartKept ? bytes.Length / 3 : bytes.Length;
            if (kept > 0)
                transfer.Store(range.From!.Value, bytes.AsSpan(0, kept));
            if (fault == Fault.PartForgotten)
                transfer.Forget();
            bool isComplete = transfer.IsComplete;
            if (fault == Fault.ResetAfter)
            {
                if (isComplete)
                    transfer.Complete();
                context.Abort();
                return Task.CompletedTask;
            }
            if (fault == Fault.GarbageAnswer && !isComplete)
            {
                context.Response.StatusCode = 202;
                return context.Response.WriteAsync("<html>{", context.RequestAborted);
            }
            return AnswerAsync(context);
        }
    }

    private JsonObject State()
    {
        lock (transfer.Gate)
            return new JsonObject
            {
                ["nextExpectedRanges"] = new JsonArray(
                [.. transfer.NextExpectedRanges().Select(range => (JsonNode)range)])
            };
    }
}

/// <summary>The endpoint that serves the content of a download or a range of it.</summary>
internal sealed class ContentEndpoint(Transfer transfer, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        Fault fault = transfer.NextFault();
        if (fault == Fault.Changed)
            transfer.Version++;
        if (transfer.IsGone)
        {
            context.Response.StatusCode = 404;
            return;
        }
        if (await TransferServer.FailAsync(context, fault, transfer, time).ConfigureAwait(false))
            return;

        string tag = $"\"{transfer.Version}\"";
        (long from, long to) = (0, transfer.Length - 1);
        if (RangeHeaderValue.TryParse(context.Request.Headers.Range.ToString(), out RangeHeaderValue? range) &&
            context.Request.Headers.IfRange is var condition && (condition.Count == 0 || condition == tag))
        {
            from = range.Ranges.Single().From ?? 0;
            to = Math.Min(range.Ranges.Single().To ?? to, to);
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = new ContentRangeHeaderValue(from, to, transfer.Length).ToString();
        }
        context.Response.Headers.ETag = tag;
        context.Response.ContentLength = to - from + 1;
        await SendAsync(context, fault, from, to - from + 1).ConfigureAwait(false);
    }

    private async Task SendAsync(HttpContext context, Fault fault, long from, long count)
    {
        using var content = new PatternStream(transfer.Seed + transfer.Version - 1, transfer.Length,
            canSeek: true)
        { Position = from };
        long end = fault == Fault.ResetMidway ? transfer.Next((int)Math.Min(count + 1, int.MaxValue)) : count;
        var buffer = new byte[fault == Fault.SlowDrip ? 1 + Math.Max(4096, count / 50) : 64 * 1024];
        for (long sent = 0; sent < end;)
        {
            int piece = content.Read(buffer, 0, (int)Math.Min(buffer.Length, end - sent));
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, piece), context.RequestAborted)
                .ConfigureAwait(false);
            if (fault == Fault.SlowDrip)
                await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            sent += piece;
        }
        if (fault == Fault.ResetMidway)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            context.Abort();
        }
    }
}
