using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Versioning;

namespace DocGen.Infrastructure;

/// <summary>Sends calls: handles retries, redirects and credentials, and reads the response.</summary>
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

    /// <summary>Whether a URL has the host of the service or an allowed host.</summary>
    public bool IsTrusted(Uri uri) => _hosts.Contains(uri);

    /// <summary>Sends a request and reads its response.</summary>
    /// <inheritdoc cref="SendAsync(Call, CancellationToken)" path="/exception"/>
    public Task<TResponse> SendAsync<TResponse>(
        AnsweredRequest<TResponse> request, RequestBody? body, CancellationToken cancellationToken) =>
        SendAsync(Call.Of(request, body, this), request.CreateResponse, cancellationToken);

    /// <summary>Requests a link in the response to a request, such as the link to the next page.</summary>
    /// <inheritdoc cref="SendAsync(Call, CancellationToken)" path="/exception"/>
    public Task<TResponse> FollowAsync<TResponse>(
        AnsweredRequest<TResponse> request, Uri link, int page, CancellationToken cancellationToken) =>
        SendAsync(Call.Following(request, this, link, page), request.CreateResponse, cancellationToken);

    /// <summary>Sends a call, with retries, and reads the final response.</summary>
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

    /// <summary>Sends a call, with retries, and returns the final response, which the caller must release.</summary>
    /// <exception cref="ApiException">The last response was an error.</exception>
    /// <exception cref="HttpRequestException">No response arrived.</exception>
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
                if (delay is null && exception is HttpRequestException unanswered)
                    throw Unanswered(call, unanswered);
                if (delay is null)
                    throw;
            }
            finally
            {
                // Frees the connection while the call waits.
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

    /// <summary>
    /// Adds the name of the call to the message. The inner exception is that of the cause, or the cause if it has none.
    /// </summary>
    private static HttpRequestException Unanswered(Call call, HttpRequestException cause) =>
        new(cause.HttpRequestError, $"{call.Target} got no response: {cause.Message}", cause.InnerException ?? cause,
            cause.StatusCode);

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
        // Long enough to reuse connections, short enough to follow DNS changes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Browsers have no sockets; they follow redirects and decompress themselves.</summary>
    private static HttpClient CreateHttpClient() =>
        new(OperatingSystem.IsBrowser() ? new HttpClientHandler() : CreateHandler())
        {
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
            // A timeout for the whole exchange would break long uploads. Callers use their cancellation token.
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
        // The timeout of the caller's HttpClient.
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

    // HttpClient adds its default headers to every message, so a message cannot be sent without them.
    private void RefuseAmbientCredentials(Hop hop)
    {
        if (hop.SendsCredentials || _http.DefaultRequestHeaders.NonValidated.Count == 0)
            return;
        string? name = _http.DefaultRequestHeaders.NonValidated
            .Select(static header => header.Key).FirstOrDefault(Redirects.IsCredential);
        if (name is not null)
        {
            throw new InvalidOperationException(
                $"The HttpClient's default header '{name}' would be sent to {hop.Uri.Host}, " +
                "which must not receive it. Use a credential instead.");
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
            // Do not start a timer for a response that is available immediately.
            if (!answer.IsCompleted)
                idle.Restart();
            response = await answer.ConfigureAwait(false);
            attempt.OnWire = false;
            attempt.Answered = true;
            if (message.RequestUri != uri)
                ClientTelemetry.ReportForeignRedirect(activity);
            // Otherwise the response would keep the request's content and token in memory.
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
                HttpRequestError.ConnectionError, "The connection was not established in time.", timeout);
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

    // Sending a body starts only when there is a connection.
    private static bool IsUnsent(HttpRequestMessage message, IdleTimeout idle) =>
        message.Content is not null && !idle.HasMoved;

    // Only the exception's message identifies a ConnectTimeout: the text, or its resource key in trimmed applications
    // without resource strings. After any other timeout, something may have been sent.
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
            throw Unreadable($"The body has the content coding '{coding}', which was not requested.");
        try
        {
            BodyBuffer body = await BodyBuffer.ReadAsync(response.Content, _maxBodySize, idle).ConfigureAwait(false);
            if (!body.IsCut)
                return body;
            body.Dispose();
            string limit = ValueText.Of((long)_maxBodySize);
            throw Unreadable(
                $"The body exceeds the limit of {limit} bytes ({nameof(ServiceClientOptions.MaxResponseBodySize)}).");
        }
        catch (InvalidDataException exception)
        {
            throw Unreadable("The body cannot be decoded with its content coding.", exception);
        }

        UnexpectedResponseException Unreadable(string reason, Exception? cause = null)
        {
            var headers = new ResponseHeaders(response);
            return new(new((int)response.StatusCode, headers, [new ApiError(null, reason)], Target: call.Target),
                cause);
        }
    }
}
