using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Samples.Drive;

/// <summary>
/// Implements the Drive API of <c>apidocs/</c> in memory: real HTTP on loopback, on ports that the system assigns.
/// Content is served from a second port, which is another origin, like the documented content host.
/// </summary>
public sealed class DriveServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _fetcher;

    private DriveServer(
        WebApplication app, HttpClient fetcher, Uri baseUri, Uri contentUri, string token, FaultSchedule faults)
    {
        _app = app;
        _fetcher = fetcher;
        BaseUri = baseUri;
        ContentUri = contentUri;
        Token = token;
        Faults = faults;
    }

    /// <summary>The service root, such as <c>http://127.0.0.1:49152/v1.0</c>.</summary>
    public Uri BaseUri { get; }

    /// <summary>The origin of signed download URLs.</summary>
    public Uri ContentUri { get; }

    /// <summary>The bearer token that the server accepts; each server has a new token.</summary>
    public string Token { get; }

    /// <summary>The faults of this server, and how often they occurred.</summary>
    public FaultSchedule Faults { get; }

    /// <summary>Starts a server with an empty drive.</summary>
    /// <param name="faults">The faults to inject; none by default.</param>
    /// <param name="timeProvider">
    /// The clock for timestamps and the expiry of signed URLs; by default the system clock.
    /// </param>
    public static async Task<DriveServer> StartAsync(
        FaultSchedule? faults = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        // The empty builder reads no configuration, environment or logging setup, so the server is the same everywhere.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port: 0);
            kestrel.Listen(IPAddress.Loopback, port: 0);
        });

        WebApplication app = builder.Build();
        string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var fetcher = new HttpClient();
        faults ??= FaultSchedule.None();
        TimeProvider clock = timeProvider ?? TimeProvider.System;
        var jobs = new DriveJobs(faults);
        var store = new DriveStore(clock);
        SignedUrls? signedUrls = null;
        UploadSessions? sessions = null;
        app.Use((context, next) => DriveErrors.AnswerAsync(context, next));
        app.Run(context => context.Connection.LocalPort == signedUrls!.Host.Port
            ? OnContentHost(context, new ContentEndpoint(store, signedUrls, faults),
                new UploadEndpoint(sessions!, faults))
            : Authorize(context, token, new DriveEndpoint(store, jobs, signedUrls, sessions!, fetcher, faults)));

        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        Uri[] origins = [.. app.Urls.Select(static url => new Uri(url))];
        signedUrls = new SignedUrls(origins[1], clock);
        sessions = new UploadSessions(origins[1], clock);
        return new DriveServer(app, fetcher, new Uri(origins[0], DriveEndpoint.ServicePath), origins[1], token, faults);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync().ConfigureAwait(false);
        _fetcher.Dispose();
    }

    private static Task OnContentHost(HttpContext context, ContentEndpoint content, UploadEndpoint uploads) =>
        context.Request.Path.StartsWithSegments("/uploads", StringComparison.Ordinal)
            ? uploads.HandleAsync(context)
            : content.HandleAsync(context);

    private static Task Authorize(HttpContext context, string token, DriveEndpoint endpoint)
    {
        byte[] sent = Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
        if (CryptographicOperations.FixedTimeEquals(sent, Encoding.UTF8.GetBytes("Bearer " + token)))
            return endpoint.HandleAsync(context);

        context.Response.Headers.WWWAuthenticate = "Bearer";
        throw new DriveException(401, "unauthenticated", "The request has no valid bearer token.");
    }
}
