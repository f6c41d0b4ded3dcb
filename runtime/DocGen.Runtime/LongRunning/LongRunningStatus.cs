namespace DocGen;

/// <summary>What a service says about a job it runs in the background.</summary>
public sealed class LongRunningStatus(
    string status = "completed", double? percentageComplete = null, string? resourceId = null, string? resourceLocation = null)
{
    private static readonly string[] Running =
        ["notStarted", "running", "inProgress", "waiting", "queued", "pending", "accepted", "updating"];

    private static readonly string[] Completed = ["completed", "succeeded"];
    private static readonly string[] Failed = ["failed", "deleteFailed"];
    private static readonly string[] Canceled = ["cancelled", "canceled"];

    /// <summary>The service's own word, such as <c>inProgress</c> or <c>completed</c>.</summary>
    public string Status { get; } = status;

    /// <summary>How much is done, 0 to 100; null where the service did not say.</summary>
    public double? PercentageComplete { get; } = percentageComplete;

    /// <summary>The id of what the job made; null where the service did not say.</summary>
    public string? ResourceId { get; } = resourceId;

    /// <summary>The address of what the job made, as the service wrote it; null where it did not say.</summary>
    public string? ResourceLocation { get; } = resourceLocation;

    internal bool IsRunning => IsOneOf(Running);

    internal bool IsFailed => IsOneOf(Failed);

    internal bool IsCanceled => IsOneOf(Canceled);

    internal IReadOnlyList<ApiError> Errors { get; private init; } = [];

    /// <summary>The status a body holds; null where the body is something else, such as the job's result.</summary>
    /// <exception cref="UnexpectedResponseException">The body is no JSON, and the job has ended.</exception>
    internal static LongRunningStatus? Parse(ResponseContext answer)
    {
        try
        {
            using JsonDocument? document = answer.ParseJson();
            return document is null ? null : Parse(document.RootElement);
        }
        catch (UnexpectedResponseException) when (answer.Status == (int)HttpStatusCode.Accepted)
        {
            // The status of the answer says enough: the job runs.
            return null;
        }
    }

    private static LongRunningStatus? Parse(JsonElement root)
    {
        if (root.Text("status") is not { } word)
            return null;
        var status = new LongRunningStatus(
            word,
            Number(root, "percentageComplete") ?? Number(root, "percentComplete"),
            root.Text("resourceId") ?? root.Text("targetResourceId"),
            root.Text("resourceLocation") ?? root.Text("targetResourceLocation"))
        {
            Errors = ErrorBody.Parse(root).Errors,
        };
        return status.IsRunning || status.IsFailed || status.IsCanceled || status.IsOneOf(Completed) ? status : null;
    }

    private static double? Number(JsonElement root, string name) =>
        root.Member(name, JsonValueKind.Number) is { } value && value.TryGetDouble(out double number) ? number : null;

    private bool IsOneOf(string[] words) =>
        Array.Exists(words, word => word.Equals(Status, StringComparison.OrdinalIgnoreCase));
}
