namespace DocGen;

/// <summary>
/// A batch of calls in one request (OData JSON Format 4.01, section 19), each with its own response. To set the order
/// of two calls, let the later call depend on the earlier call.
/// </summary>
/// <param name="client">The client of the service.</param>
/// <param name="path">The path of the batch endpoint, relative to the service root.</param>
public sealed class Batch(ServiceClient client, string path = "/$batch")
{
    private const int CallLimit = 20;

    private readonly List<BatchStep> _steps = [];

    /// <summary>The steps in the order they were added.</summary>
    public IReadOnlyList<BatchStep> Steps => _steps;

    /// <summary>Adds a call.</summary>
    /// <param name="request">
    /// The request. Its body, if any, is read into memory when the batch is sent. Credential headers of the request
    /// itself are omitted.
    /// </param>
    /// <param name="dependsOn">Steps of this batch that must succeed first.</param>
    /// <exception cref="ArgumentException">
    /// A step in <paramref name="dependsOn"/> is not part of this batch.
    /// </exception>
    public BatchStep<TResponse> Add<TResponse>(ApiRequest<TResponse> request, params BatchStep[] dependsOn)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Add(request, request.CreateBody(), dependsOn);
    }

    /// <summary>Adds a call with its payload.</summary>
    /// <param name="request">The request; credential headers of the request itself are omitted.</param>
    /// <param name="payload">The payload, which is read into memory when the batch is sent.</param>
    /// <param name="dependsOn">Steps of this batch that must succeed first.</param>
    /// <exception cref="ArgumentException">
    /// A step in <paramref name="dependsOn"/> is not part of this batch.
    /// </exception>
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
        // Steps can depend only on earlier steps, so there are no cycles.
        if (Array.FindIndex(dependsOn, step => !_steps.Contains(step)) is >= 0 and var index)
            throw new ArgumentException(
                $"The step depends on step {dependsOn[index]?.Id}, which is not part of this batch.",
                nameof(dependsOn));
        var step = new BatchStep<TResponse>(
            ValueText.Of(_steps.Count + 1L), request, Call.Of(request, body, client.Transport), [.. dependsOn]);
        _steps.Add(step);
        return step;
    }

    /// <summary>
    /// Sends the steps that have not succeeded, at most 20 per request; call this method again to send the steps that
    /// failed. Steps that the service throttled are retried automatically, like single calls. A failed step does not
    /// throw here; reading its response throws. Steps that do not depend on the failed step are not affected. If the
    /// service carried out a step but its response cannot be read, the step is sent again only if repeating it is safe.
    /// </summary>
    /// <exception cref="ApiException">The service refused the batch, or its response is invalid.</exception>
    /// <exception cref="HttpRequestException">No response arrived.</exception>
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
            // Steps depend only on earlier steps, so one pass in order finds all dependent steps.
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
                        $"The step {missing.Id}, which this step depends on, failed."));
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
