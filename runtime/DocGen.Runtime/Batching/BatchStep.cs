namespace DocGen;

/// <summary>A call in a batch.</summary>
public abstract class BatchStep
{
    private protected BatchStep(string id, Call call, IReadOnlyList<BatchStep> dependsOn) =>
        (Id, Call, DependsOn) = (id, call, dependsOn);

    /// <summary>The id of the step, unique in its batch.</summary>
    public string Id { get; }

    /// <summary>The steps that must succeed first.</summary>
    public IReadOnlyList<BatchStep> DependsOn { get; }

    /// <summary>The status of the last response; null if there is none yet.</summary>
    public int? Status { get; private protected set; }

    /// <summary>Whether the step succeeded.</summary>
    public bool IsCompleted { get; private protected set; }

    /// <summary>
    /// The error; null if the step did not fail or was not sent yet. An <see cref="UnexpectedResponseException"/> means
    /// that the service carried out the step, but the response cannot be read. The step is then sent again only if
    /// repeating it is safe (GET, PUT, DELETE).
    /// </summary>
    public ApiException? Failure { get; private set; }

    internal Call Call { get; private set; }

    /// <summary>Whether the service returned success, even if the response could not be read.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>
    /// Whether the step must be sent: it has not succeeded, and the service has not carried it out or repeating it is
    /// safe.
    /// </summary>
    internal bool IsOpen => !IsCompleted && !(IsDone && !Call.CanRepeat);

    internal TimeSpan? NextDelay { get; private protected set; }

    internal int Retries { get; set; }

    /// <summary>
    /// Reads the body, unless it is already JSON. Text is sent as a JSON string, other content as base64url in a string
    /// (OData JSON Format 4.01, section 19.1).
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

    /// <summary>Reads the response of the step.</summary>
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

/// <summary>A call in a batch that returns a <typeparamref name="TResponse"/>.</summary>
public sealed class BatchStep<TResponse> : BatchStep
{
    private readonly AnsweredRequest<TResponse> _request;
    private TResponse? _response;

    internal BatchStep(string id, AnsweredRequest<TResponse> request, Call call, IReadOnlyList<BatchStep> dependsOn)
        : base(id, call, dependsOn) => _request = request;

    /// <summary>The response.</summary>
    /// <exception cref="ApiException">The step failed.</exception>
    /// <exception cref="InvalidOperationException">The step has no response yet.</exception>
    public TResponse Response => IsCompleted
        ? _response!
        : throw (Exception?)Failure ?? new InvalidOperationException($"The step {Id} has no response yet.");

    private protected override void Read(ResponseContext context) => _response = _request.CreateResponse(context);
}
