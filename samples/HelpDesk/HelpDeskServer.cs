using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Samples.HelpDesk;

/// <summary>
/// Implements the API of <c>docs/</c> in memory: real HTTP on loopback, on a port that the system assigns.
/// </summary>
public sealed class HelpDeskServer : IAsyncDisposable
{
    /// <summary>The path of the API.</summary>
    private const string Root = "/api/v2";

    private readonly WebApplication _app;
    private readonly Dictionary<long, JsonObject> _tickets = [];
    private readonly List<JsonObject> _comments = [];
    private readonly Dictionary<long, (string Type, byte[] Content)> _files = [];
    private readonly Dictionary<long, int> _exports = [];
    private readonly Lock _lock = new();
    private long _lastId = 16;

    private HelpDeskServer(WebApplication app) => _app = app;

    /// <summary>The service root, such as <c>http://127.0.0.1:49152/api/v2</c>.</summary>
    public Uri BaseUri { get; private set; } = null!;

    /// <summary>The key that the server accepts; each server has a new key.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The number of requests for exports that returned the status "running".</summary>
    public int Polls { get; private set; }

    /// <summary>Starts a server without tickets.</summary>
    public static async Task<HelpDeskServer> StartAsync()
    {
        // The empty builder reads no configuration, environment or logging setup, so the server is the same everywhere.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore()
            .ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddRoutingCore();
        WebApplication app = builder.Build();
        var server = new HelpDeskServer(app);
        app.UseRouting();
        app.Use(server.AuthorizeAsync);
        server.Map();
        await app.StartAsync();
        server.BaseUri = new Uri(new Uri(app.Urls.First()), Root);
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AuthorizeAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Headers["X-Api-Key"] == Key
        ? next(context)
        : ProblemAsync(context, 401, "The key is missing.", "Send the key of your desk in X-Api-Key.");

    private void Map()
    {
        _app.MapGet(Root + "/tickets", ListTicketsAsync);
        _app.MapPost(Root + "/tickets", CreateTicketAsync);
        _app.MapGet(Root + "/tickets/{number:long}",
            context => WithTicketAsync(context, ticket => JsonAsync(context, 200, ticket)));
        _app.MapPatch(Root + "/tickets/{number:long}",
            context => WithTicketAsync(context, ticket => UpdateTicketAsync(context, ticket)));
        _app.MapDelete(Root + "/tickets/{number:long}",
            context => WithTicketAsync(context, ticket => DeleteTicketAsync(context, ticket)));
        _app.MapPost(Root + "/tickets/{number:long}/solve",
            context => WithTicketAsync(context, ticket => SolveAsync(context, ticket)));
        _app.MapGet(Root + "/tickets/{number:long}/comments",
            context => WithTicketAsync(context, ticket => ListCommentsAsync(context, ticket)));
        _app.MapPost(Root + "/tickets/{number:long}/comments",
            context => WithTicketAsync(context, ticket => AddCommentAsync(context, ticket)));
        _app.MapPost(Root + "/tickets/{number:long}/attachments",
            context => WithTicketAsync(context, _ => AttachAsync(context)));
        _app.MapGet(Root + "/attachments/{id:long}/content", DownloadAsync);
        _app.MapPost(Root + "/exports", StartExportAsync);
        _app.MapGet(Root + "/exports/{id:long}", GetExportAsync);
    }

    private async Task ListTicketsAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        string? status = query["status"];
        string?[] labels = [.. query["labels[]"]];
        int size = int.TryParse(query["per_page"], out int given) ? given : 20;
        int page = int.TryParse(query["page"], out int number) ? number : 1;
        JsonNode[] found;
        lock (_lock)
        {
            found =
            [
                .. _tickets.Values.OrderByDescending(ticket => (long)ticket["number"]!)
                    .Where(ticket => status is null || (string?)ticket["status"] == status)
                    .Where(ticket => labels.All(label => ticket["labels"]!.AsArray().Any(one => (string?)one == label)))
                    .Select(ticket => ticket.DeepClone()),
            ];
        }

        if (found.Length > page * size)
        {
            string filter = string.Concat(labels.Select(label => "&labels%5B%5D=" + Uri.EscapeDataString(label!)))
                + (status is null ? "" : "&status=" + status);
            context.Response.Headers.Link =
                $"<{BaseUri}/tickets?page={page + 1}&per_page={size}{filter}>; rel=\"next\"";
        }

        await JsonAsync(context, 200, new JsonArray([.. found.Skip((page - 1) * size).Take(size)]));
    }

    private async Task CreateTicketAsync(HttpContext context)
    {
        JsonObject sent = await ReadAsync(context);
        if (string.IsNullOrWhiteSpace((string?)sent["subject"]))
        {
            await ProblemAsync(
                context, 422, "The ticket is not valid.", "A ticket needs a subject.",
                new JsonObject { ["subject"] = new JsonArray("must not be empty") });
            return;
        }

        JsonObject ticket;
        lock (_lock)
        {
            long number = ++_lastId;
            ticket = new JsonObject
            {
                ["number"] = number,
                ["subject"] = (string)sent["subject"]!,
                ["status"] = "open",
                ["labels"] = sent["labels"]?.DeepClone() ?? new JsonArray(),
                ["requester"] = Person((long)sent["requester_id"]!),
                ["assignee"] = null,
                ["created_at"] = Now(),
                ["updated_at"] = Now(),
            };
            _tickets.Add(number, ticket);
        }

        await JsonAsync(context, 201, ticket);
    }

    private static async Task UpdateTicketAsync(HttpContext context, JsonObject ticket)
    {
        foreach ((string name, JsonNode? value) in await ReadAsync(context))
        {
            if (name == "assignee_id")
                ticket["assignee"] = value is null ? null : Person((long)value);
            else
                ticket[name] = value?.DeepClone();
        }

        ticket["updated_at"] = Now();
        await JsonAsync(context, 200, ticket);
    }

    private Task DeleteTicketAsync(HttpContext context, JsonObject ticket)
    {
        lock (_lock)
            _tickets.Remove((long)ticket["number"]!);
        return EmptyAsync(context);
    }

    private static Task SolveAsync(HttpContext context, JsonObject ticket)
    {
        if ((string?)ticket["status"] == "solved")
            return ProblemAsync(context, 409, "Already solved.", "A ticket can be solved only once.");
        ticket["status"] = "solved";
        return EmptyAsync(context);
    }

    private Task ListCommentsAsync(HttpContext context, JsonObject ticket) => JsonAsync(context, 200, new JsonArray(
    [
        .. _comments.Where(comment => (long)comment["ticket"]! == (long)ticket["number"]!)
            .Select(static comment => comment.DeepClone()),
    ]));

    private async Task AddCommentAsync(HttpContext context, JsonObject ticket)
    {
        JsonObject sent = await ReadAsync(context);
        var comment = new JsonObject
        {
            ["id"] = ++_lastId,
            ["ticket"] = (long)ticket["number"]!,
            ["body"] = (string?)sent["body"],
            ["public"] = (bool?)sent["public"],
            ["author"] = Person(4),
            ["created_at"] = Now(),
        };
        _comments.Add(comment);
        await JsonAsync(context, 201, comment);
    }

    private async Task AttachAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        IFormFile? file = form.Files["file"];
        if (file is null)
        {
            await ProblemAsync(context, 422, "No file.", "The part 'file' has no file.");
            return;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        long id = ++_lastId;
        _files.Add(id, (file.ContentType, content.ToArray()));
        await JsonAsync(context, 201, new JsonObject
        {
            ["id"] = id,
            ["file_name"] = file.FileName,
            ["content_type"] = file.ContentType,
            ["size"] = file.Length,
            ["note"] = (string?)form["note"],
        });
    }

    private async Task DownloadAsync(HttpContext context)
    {
        if (!_files.TryGetValue(Id(context), out (string Type, byte[] Content) file))
        {
            await ProblemAsync(context, 404, "Not found.", "There is no such attachment.");
            return;
        }

        context.Response.ContentType = file.Type;
        context.Response.ContentLength = file.Content.Length;
        await context.Response.Body.WriteAsync(file.Content);
    }

    private async Task StartExportAsync(HttpContext context)
    {
        await ReadAsync(context);
        long id = ++_lastId;
        _exports.Add(id, 0);
        context.Response.Headers.Location = $"{BaseUri}/exports/{id}";
        context.Response.Headers.RetryAfter = "1";
        context.Response.StatusCode = 202;
    }

    private async Task GetExportAsync(HttpContext context)
    {
        long id = Id(context);
        if (!_exports.TryGetValue(id, out int asked))
        {
            await ProblemAsync(context, 404, "Not found.", "There is no such export.");
            return;
        }

        _exports[id] = asked + 1;
        bool isDone = asked > 0;
        Polls += isDone ? 0 : 1;
        await JsonAsync(context, 200, new JsonObject
        {
            ["id"] = id,
            ["status"] = isDone ? "succeeded" : "running",
            ["percent"] = isDone ? 100 : 50,
            ["tickets"] = _tickets.Count,
            ["finished_at"] = isDone ? Now() : null,
        });
    }

    private Task WithTicketAsync(HttpContext context, Func<JsonObject, Task> answer)
    {
        JsonObject? ticket;
        lock (_lock)
            ticket = _tickets.GetValueOrDefault(
                long.Parse((string)context.Request.RouteValues["number"]!,
                    System.Globalization.CultureInfo.InvariantCulture));
        return ticket is null ? ProblemAsync(context, 404, "Not found.", "There is no such ticket.") : answer(ticket);
    }

    private static long Id(HttpContext context) =>
        long.Parse((string)context.Request.RouteValues["id"]!, System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Person(long id) =>
        new() { ["id"] = id, ["name"] = "Person " + id, ["email"] = $"person{id}@example.com" };

    private static string Now() => DateTimeOffset.UtcNow.ToString("O");

    private static async Task<JsonObject> ReadAsync(HttpContext context) =>
        (JsonObject)(await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;

    private static Task EmptyAsync(HttpContext context)
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static async Task JsonAsync(HttpContext context, int status, JsonNode body,
        string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body));
    }

    private static Task ProblemAsync(HttpContext context, int status, string title, string detail,
        JsonObject? errors = null)
    {
        var problem = new JsonObject
        {
            ["type"] = "https://helpdesk.example.com/problems/" + status,
            ["title"] = title,
            ["status"] = status,
            ["detail"] = detail,
        };
        if (errors is not null)
            problem["errors"] = errors;
        return JsonAsync(context, status, problem, "application/problem+json");
    }
}
