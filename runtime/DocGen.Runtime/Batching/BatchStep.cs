namespace DocGen;

/// <summary>A call inside a batch.</summary>
public abstract class BatchStep
{
    private protected BatchStep(string id, Call call, IReadOnlyList<BatchStep> dependsOn) =>
        (Id, Call, DependsOn) = (id, call, dependsOn);

    /// <summary>The step's id, unique in its batch.</summary>
    public string Id { get; }

    /// <summary>The steps that have to succeed first.</summary>
    public IReadOnlyList<BatchStep> DependsOn { get; }

    /// <summary>The status of its last answer; null as long as there is none.</summary>
    public int? Status { get; private protected set; }

    /// <summary>Whether it was answered well.</summary>
    public bool IsCompleted { get; private protected set; }

    /// <summary>
    /// Why it failed; null where it did not, or was not sent yet. An <see cref="UnexpectedResponseException"/> says
    /// that the service has carried the step out and only its answer cannot be read: it is not sent again unless that
    /// is harmless (GET, PUT, DELETE).
    /// </summary>
    public ApiException? Failure { get; private set; }

    internal Call Call { get; private set; }

    /// <summary>Whether the service answered with success, whatever became of its answer.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>Whether there is something to send: again only what did not happen, or can happen twice.</summary>
    internal bool IsOpen => !IsCompleted && !(IsDone && !Call.CanRepeat);

    internal TimeSpan? NextDelay { get; private protected set; }

    internal int Retries { get; set; }

    /// <summary>
    /// Reads the body, unless it is JSON already: text travels as a JSON string, and what is neither as base64url in
    /// one (OData JSON Format 4.01, section 19.1).
    /// </summary>
    internal async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (Call.Body is null or JsonBody)
            return;
        using HttpContent content = Call.Body.CreateContent(static () => { });
        string type = content.Headers.ContentType!.ToString();
        string text = type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            ? await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)
            : Convert.ToBase64String(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))
                .Replace('+', '-').Replace('/', '_');
        ResourceWriter writer = ResourceWriter.Rent();
        writer.Json.WriteStringValue(text);
        Call = Call with { Body = new JsonBody(writer.ReturnBytes(), type) };
    }

    internal void Fail(ApiException failure)
    {
        (Failure, Status) = (failure, failure.Status);
        var attempt = new Attempt { Retries = Retries, Answered = true };
        NextDelay = Call.Transport.Retry.NextDelay(Call, attempt, (failure.Status, failure.Headers), null,
            TimeSpan.Zero);
    }

    /// <summary>Takes the step's own answer out of the batch's.</summary>
    internal async Task TakeAsync(HttpResponseMessage message)
    {
        using var idle = new IdleTimeout(Timeout.InfiniteTimeSpan, CancellationToken.None);
        if (!Call.IsSuccess(message))
        {
            Fail(ApiException.Create(await ApiFailure.ReadAsync(Call, message, idle).ConfigureAwait(false)));
            return;
        }
        BodyBuffer body = await BodyBuffer.ReadAsync(message.Content, Array.MaxLength, idle).ConfigureAwait(false);
        Stream? stream = Call.StreamsResponse ? new MemoryStream(body.Bytes.ToArray(), writable: false) : null;
        var context = new ResponseContext(Call, message, body, stream);
        IsDone = true;
        Call.Arrived(context.Status);
        try
        {
            Read(context);
            (Status, IsCompleted, Failure, NextDelay) = (context.Status, true, null, null);
        }
        catch (ApiException exception)
        {
            (Failure, Status, NextDelay) = (exception, context.Status, null);
        }
        finally
        {
            context.Release();
        }
    }

    private protected abstract void Read(ResponseContext context);
}

/// <summary>A call inside a batch that answers with <typeparamref name="TResponse"/>.</summary>
public sealed class BatchStep<TResponse> : BatchStep
{
    private readonly AnsweredRequest<TResponse> _request;
    private TResponse? _response;

    internal BatchStep(string id, AnsweredRequest<TResponse> request, Call call, IReadOnlyList<BatchStep> dependsOn)
        : base(id, call, dependsOn) => _request = request;

    /// <summary>The answer.</summary>
    /// <exception cref="ApiException">The step failed.</exception>
    /// <exception cref="InvalidOperationException">The step has not been answered yet.</exception>
    public TResponse Response => IsCompleted
        ? _response!
        : throw (Exception?)Failure ?? new InvalidOperationException($"The step {Id} has not been answered yet.");

    private protected override void Read(ResponseContext context) => _response = _request.CreateResponse(context);
}
