using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Versioning;

namespace DocGen.Infrastructure;

/// <summary>Sends calls: attempts, redirects, credentials, and the reading of the answer.</summary>
internal sealed class Transport : IDisposable
{
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly TrustedHosts _hosts;
    private readonly Authenticator _authenticator;
    private readonly ClientObserver? _observer;
    private readonly int _maxBodySize;

    public Transport(ServiceClientOptions options)
    {
        ServiceRoot = options.ServiceRoot!;
        Time = options.TimeProvider;
        MaxEmptyPages = options.MaxEmptyPages;
        _ownsHttp = options.HttpClient is null;
        _http = options.HttpClient ?? CreateHttpClient();
        _hosts = new TrustedHosts(ServiceRoot, options.AllowedHosts);
        _observer = options.Observer;
        _authenticator = new Authenticator(options.Credential, _hosts, Time, _observer);
        Retry = new RetryPolicy(options.Retry.Copy(), Time, _observer);
        Identity = new ClientIdentity(options.UserAgent, options.ClientRequestIdHeader);
        _maxBodySize = options.MaxResponseBodySize;
        ThrowOnMisfits = options.ThrowOnMisfits;
    }

    public Uri ServiceRoot { get; }

    public TimeProvider Time { get; }

    public RetryPolicy Retry { get; }

    public int MaxEmptyPages { get; }

    public ClientIdentity Identity { get; }

    public bool ThrowOnMisfits { get; }

    /// <summary>Whether an address is one of the service's own: its host, or a host the caller allowed.</summary>
    public bool IsTrusted(Uri uri) => _hosts.Contains(uri);

    /// <summary>Sends a request and reads the answer as its response.</summary>
    /// <inheritdoc cref="SendAsync(Call, CancellationToken)" path="/exception"/>
    public Task<TResponse> SendAsync<TResponse>(
        AnsweredRequest<TResponse> request, RequestBody? body, CancellationToken cancellationToken) =>
        SendAsync(Call.Of(request, body, this), request.CreateResponse, cancellationToken);

    /// <summary>Reads a link of the service that goes on with what the request has begun.</summary>
    /// <inheritdoc cref="SendAsync(Call, CancellationToken)" path="/exception"/>
    public Task<TResponse> FollowAsync<TResponse>(
        AnsweredRequest<TResponse> request, Uri link, CancellationToken cancellationToken) =>
        SendAsync(Call.Following(request, this, link), request.CreateResponse, cancellationToken);

    /// <summary>Sends a call until it is answered for good and makes something of the answer.</summary>
    /// <inheritdoc cref="SendAsync(Call, CancellationToken)" path="/exception"/>
    public async Task<T> SendAsync<T>(Call call, Func<ResponseContext, T> read, CancellationToken cancellationToken)
    {
        ResponseContext context = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        try
        {
            call.Arrived(context.Status);
            return read(context);
        }
        finally
        {
            context.Release();
        }
    }

    /// <summary>Sends a call until it is answered for good. The context is the caller's to release.</summary>
    /// <exception cref="ApiException">The last answer was an error.</exception>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async ValueTask<ResponseContext> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var attempt = new Attempt { Retries = 0, ClientRequestId = Identity.NewRequestId() };
        for (TimeSpan waited = TimeSpan.Zero; ; attempt = attempt.Next())
        {
            HttpResponseMessage? response = null;
            TimeSpan? delay;
            bool handedOver = false;
            try
            {
                response = await FollowAsync(call, attempt, cancellationToken).ConfigureAwait(false);
                if (call.IsSuccess(response))
                {
                    ResponseContext context = await ReadAsync(call, attempt, response, cancellationToken)
                        .ConfigureAwait(false);
                    handedOver = true;
                    return context;
                }
                delay = NextDelay(call, attempt, response, null, waited);
                if (delay is null)
                    throw ApiException.Create(
                        await ReadFailureAsync(call, response, cancellationToken).ConfigureAwait(false));
            }
            catch (SourceException exception)
            {
                ExceptionDispatchInfo.Throw(exception.InnerException!);
                throw;
            }
            catch (OperationCanceledException exception) when (
                cancellationToken.IsCancellationRequested && exception.CancellationToken != cancellationToken)
            {
                throw new TaskCanceledException(exception.Message, exception, cancellationToken);
            }
            catch (Exception exception) when (attempt.OnWire && IsConnectionFailure(exception, cancellationToken))
            {
                delay = NextDelay(call, attempt, null, exception, waited);
                if (delay is null)
                    throw;
            }
            finally
            {
                // The connection is free while the call waits.
                if (!handedOver)
                {
                    response?.Dispose();
                    call.Body?.Rewind();
                }
            }

            waited += delay.Value;
            await Task.Delay(delay.Value, Time, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        if (_ownsHttp)
            _http.Dispose();
    }

    [UnsupportedOSPlatform("browser")]
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        // Long enough to keep connections busy, short enough to follow a change of the name's address.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>A browser has no sockets: it follows redirects and undoes compression itself.</summary>
    private static HttpClient CreateHttpClient() =>
        new(OperatingSystem.IsBrowser() ? new HttpClientHandler() : CreateHandler())
    {
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
        // A time for the whole exchange would break long uploads: ending a call is the caller's token's part.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private TimeSpan? NextDelay(
        Call call, Attempt attempt, HttpResponseMessage? response, Exception? failure, TimeSpan waited) =>
        call.IsSingleAttempt ? null : Retry.NextDelay(
            call, attempt, response is null ? null : ((int)response.StatusCode, new ResponseHeaders(response)), failure,
            waited);

    public static bool IsConnectionFailure(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        HttpRequestException or IOException => true,
        // The time limit of the caller's own HTTP client.
        OperationCanceledException { InnerException: TimeoutException } => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    private async ValueTask<HttpResponseMessage> FollowAsync(Call call, Attempt attempt,
        CancellationToken cancellationToken)
    {
        var hop = new Hop(call.Method, call.Uri, SendsBody: true, call.SendsCredentials);
        List<Uri>? visited = null;
        while (true)
        {
            HttpResponseMessage response = await SendHopAsync(call, hop, attempt, cancellationToken)
                .ConfigureAwait(false);
            if (call.KeepsRedirects || !Redirects.IsRedirect(response))
                return response;
            using (response)
                hop = Redirects.Next(call, hop, response, visited ??= []);
        }
    }

    private async ValueTask<HttpResponseMessage> SendHopAsync(
        Call call, Hop hop, Attempt attempt, CancellationToken cancellationToken)
    {
        for (RefusedToken? refused = null; ;)
        {
            using var idle = new IdleTimeout(Retry.NetworkTimeout, cancellationToken);
            HttpRequestMessage message = call.CreateMessage(hop, attempt, _http, idle);
            string? token = !hop.SendsCredentials ? null : await _authenticator
                .AuthenticateAsync(message, call.Scopes, refused, cancellationToken).ConfigureAwait(false);
            RefuseAmbientCredentials(hop);

            HttpResponseMessage response = await SendOnceAsync(call, message, attempt, idle).ConfigureAwait(false);
            if (token is null || attempt.Challenged || !call.CanReplayBody
                || ClaimsChallenge.Find(response) is not { } claims)
                return response;
            response.Dispose();
            (refused, attempt.Challenged) = (new RefusedToken(token, claims), true);
        }
    }

    // An HTTP client adds its default headers to every message: there is no sending this one without them.
    private void RefuseAmbientCredentials(Hop hop)
    {
        if (hop.SendsCredentials || _http.DefaultRequestHeaders.NonValidated.Count == 0)
            return;
        string? name = _http.DefaultRequestHeaders.NonValidated
            .Select(static header => header.Key).FirstOrDefault(Redirects.IsCredential);
        if (name is not null)
        {
            throw new InvalidOperationException(
                $"The HttpClient's default header '{name}' would be sent to {hop.Uri.Host}, which must not have it. " +
                "Use a credential instead.");
        }
    }

    private async ValueTask<HttpResponseMessage> SendOnceAsync(
        Call call, HttpRequestMessage message, Attempt attempt, IdleTimeout idle)
    {
        Uri uri = message.RequestUri!;
        using Activity? activity = ClientTelemetry.Start(call, message, attempt.Sends++);
        HttpResponseMessage? response = null;
        Exception? failure = null;
        long start = Time.GetTimestamp();
        try
        {
            attempt.OnWire = true;
            Task<HttpResponseMessage> answer =
                _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, idle.Token);
            // A timer costs more than an answer that is there at once.
            if (!answer.IsCompleted)
                idle.Restart();
            response = await answer.ConfigureAwait(false);
            attempt.OnWire = false;
            attempt.Answered = true;
            if (message.RequestUri != uri)
                ClientTelemetry.ReportForeignRedirect(activity);
            // Whoever keeps the response would keep the request's content and token with it.
            response.RequestMessage = null;
            return response;
        }
        catch (OperationCanceledException exception) when (idle.HasExpired)
        {
            failure = idle.Failure(exception, IsUnsent(message, idle));
            throw failure;
        }
        catch (OperationCanceledException exception) when (
            exception.InnerException is TimeoutException timeout && !idle.Token.IsCancellationRequested &&
            (IsConnectTimeout(timeout) || IsUnsent(message, idle)))
        {
            failure = new HttpRequestException(
                HttpRequestError.ConnectionError, "No connection came about in time.", timeout);
            throw failure;
        }
        catch (Exception exception)
        {
            failure = exception is SourceException ? exception.InnerException : exception;
            throw;
        }
        finally
        {
            TimeSpan elapsed = Time.GetElapsedTime(start);
            ClientTelemetry.Stop(activity, call, message, response, failure, elapsed);
            if (_observer is not null)
                Report(call, message, attempt.Sends - 1, elapsed, response, failure);
        }
    }

    private void Report(
        Call call,
        HttpRequestMessage message,
        int resends,
        TimeSpan elapsed,
        HttpResponseMessage? response,
        Exception? failure) =>
        _observer?.OnSent(new SentMessage
        {
            Method = message.Method,
            UriTemplate = call.UriTemplate,
            Host = message.RequestUri!.Host,
            Resends = resends,
            Duration = elapsed,
            Status = (int?)response?.StatusCode,
            Failure = failure,
            RequestId = response is null ? null : new ResponseHeaders(response).RequestId,
            ClientRequestId = Identity.RequestIdOf(message)?.Id,
        });

    // A body begins to be sent when there is a connection.
    private static bool IsUnsent(HttpRequestMessage message, IdleTimeout idle) =>
        message.Content is not null && !idle.HasMoved;

    // The handler says that its ConnectTimeout ran out in words alone: as a text, or as its name where an application
    // is trimmed of such texts. Anything else that ends an exchange in time may have sent something.
    private static bool IsConnectTimeout(TimeoutException timeout) =>
        timeout.Message is "net_http_connect_timedout" ||
        timeout.Message.Contains("ConnectTimeout", StringComparison.Ordinal);

    private async Task<ApiFailure> ReadFailureAsync(Call call, HttpResponseMessage response,
        CancellationToken cancellationToken)
    {
        using var idle = new IdleTimeout(Retry.NetworkTimeout, cancellationToken);
        ContentCoding.Undo(response);
        return await ApiFailure.ReadAsync(call, response, idle).ConfigureAwait(false);
    }

    private async ValueTask<ResponseContext> ReadAsync(
        Call call, Attempt attempt, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        attempt.OnWire = true;
        using var idle = new IdleTimeout(Retry.NetworkTimeout, cancellationToken);
        if (call.StreamsResponse)
        {
            Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            Stream? content = call.IsResumption ? stream : Download.Open(call, response, stream);
            return new ResponseContext(call, response, null, content);
        }
        BodyBuffer body = await ReadBodyAsync(call, response, idle).ConfigureAwait(false);
        return new ResponseContext(call, response, body, null);
    }

    private async ValueTask<BodyBuffer> ReadBodyAsync(Call call, HttpResponseMessage response, IdleTimeout idle)
    {
        if (!call.BringsContent(response))
            return BodyBuffer.Empty;
        ContentCoding.Undo(response);
        if (ContentCoding.Of(response.Content) is { } coding)
            throw Unreadable($"The body is coded as '{coding}', which was not asked for.");
        try
        {
            BodyBuffer body = await BodyBuffer.ReadAsync(response.Content, _maxBodySize, idle).ConfigureAwait(false);
            if (!body.IsCut)
                return body;
            body.Dispose();
            string limit = ValueText.Of((long)_maxBodySize);
            throw Unreadable(
                $"The body has more than the {limit} bytes that {nameof(ServiceClientOptions.MaxResponseBodySize)} " +
                $"allows.");
        }
        catch (InvalidDataException exception)
        {
            throw Unreadable("The body is not in the coding that it is said to be in.", exception);
        }

        UnexpectedResponseException Unreadable(string reason, Exception? cause = null)
        {
            var headers = new ResponseHeaders(response);
            return new(new((int)response.StatusCode, headers, [new ApiError(null, reason)], Target: call.Target),
                cause);
        }
    }
}
