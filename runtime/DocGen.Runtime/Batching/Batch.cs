namespace DocGen;

/// <summary>
/// Calls that travel together (OData JSON Format 4.01, section 19), each answered by itself. Calls the service should
/// make in order are made to depend on each other.
/// </summary>
/// <param name="client">The client of the service.</param>
/// <param name="path">Where the service takes batches, relative to its root.</param>
public sealed class Batch(ServiceClient client, string path = "/$batch")
{
    private const int CallLimit = 20;

    private readonly List<BatchStep> _steps = [];

    /// <summary>The steps in the order they were added.</summary>
    public IReadOnlyList<BatchStep> Steps => _steps;

    /// <summary>Adds a call.</summary>
    /// <param name="request">
    /// The call. Its body, if it has one, is read into memory when the batch is sent; credentials of its own are left
    /// out.
    /// </param>
    /// <param name="dependsOn">Steps of this batch that have to succeed first.</param>
    /// <exception cref="ArgumentException">A step depends on one of another batch.</exception>
    public BatchStep<TResponse> Add<TResponse>(ApiRequest<TResponse> request, params BatchStep[] dependsOn)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Add(request, request.CreateBody(), dependsOn);
    }

    /// <summary>Adds a call with its payload.</summary>
    /// <param name="request">The call; credentials of its own are left out.</param>
    /// <param name="payload">What it sends. It is read into memory when the batch is sent.</param>
    /// <param name="dependsOn">Steps of this batch that have to succeed first.</param>
    /// <exception cref="ArgumentException">A step depends on one of another batch.</exception>
    public BatchStep<TResponse> Add<TResponse, TPayload>(
        ApiRequest<TResponse, TPayload> request, TPayload payload, params BatchStep[] dependsOn)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Add(request, ServiceClient.BodyOf(request, payload), dependsOn);
    }

    private BatchStep<TResponse> Add<TResponse>(AnsweredRequest<TResponse> request, RequestBody? body,
        BatchStep[] dependsOn)
    {
        ArgumentNullException.ThrowIfNull(dependsOn);
        // A step can depend only on steps that are there before it: there are no circles to look for.
        if (Array.FindIndex(dependsOn, step => !_steps.Contains(step)) is >= 0 and var index)
            throw new ArgumentException($"The step depends on a step {dependsOn[index]?.Id} that is not of this batch.",
                nameof(dependsOn));
        var step = new BatchStep<TResponse>(
            ValueText.Of(_steps.Count + 1L), request, Call.Of(request, body, client.Transport), [.. dependsOn]);
        _steps.Add(step);
        return step;
    }

    /// <summary>
    /// Sends the steps that have no good answer yet, at most 20 in a call; called again, it sends those that failed.
    /// Steps the service was too busy for are sent again by themselves, as calls of their own would be. A step that
    /// fails does not throw here but where its response is asked for, and keeps no other from its answer. One that the
    /// service has carried out, but whose answer cannot be read, is not sent again where that could do it twice.
    /// </summary>
    /// <exception cref="ApiException">The batch itself was refused, or its answer is none.</exception>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async Task SendAsync(CancellationToken cancellationToken = default)
    {
        _steps.ForEach(static step => step.Retries = 0);
        List<BatchStep> waiting = _steps.FindAll(static step => step.IsOpen);
        while (waiting.Count > 0)
        {
            await SendAllAsync(waiting, cancellationToken).ConfigureAwait(false);
            List<BatchStep> again = waiting.FindAll(static step => step.NextDelay is not null);
            if (again.Count == 0)
                return;
            TimeSpan delay = again.Max(static step => step.NextDelay!.Value);
            await Task.Delay(delay, client.Transport.Time, cancellationToken).ConfigureAwait(false);
            again.ForEach(static step => step.Retries++);
            // Steps depend only on earlier ones: one pass in their order finds all that wait for these.
            var held = new HashSet<BatchStep>(again);
            waiting = waiting.FindAll(
                step => held.Contains(step) || (step.DependsOn.Any(held.Contains) && held.Add(step)));
        }
    }

    private async Task SendAllAsync(List<BatchStep> steps, CancellationToken cancellationToken)
    {
        var sent = new HashSet<BatchStep>();
        for (int next = 0; next < steps.Count;)
        {
            List<BatchStep> call = [];
            for (; next < steps.Count && call.Count < CallLimit; next++)
            {
                BatchStep step = steps[next];
                if (step.DependsOn.FirstOrDefault(one => !one.IsDone && !call.Contains(one)) is { } missing)
                    step.Fail(new ApiException(424, "FailedDependency",
                        $"The step {missing.Id}, which this one depends on, failed."));
                else
                    call.Add(step);
            }
            foreach (BatchStep step in call)
                await step.LoadAsync(cancellationToken).ConfigureAwait(false);
            if (call.Count > 0)
                await client.SendAsync(new BatchRequest(path, call), cancellationToken).Unwrap().ConfigureAwait(false);
        }
    }
}
