using System.Collections.Frozen;

namespace DocGen;

/// <summary>What a service says about a job it runs in the background.</summary>
/// <remarks>
/// A word for the status counts without case, and without the spaces, hyphens and underscores between its parts. A word
/// that is not known stands for a job that still runs.
/// </remarks>
public sealed class LongRunningStatus(
    string status = "completed", double? percentageComplete = null, string? resourceId = null,
    string? resourceLocation = null)
{
    private enum Stage
    {
        Running,
        Completed,
        Failed,
        Canceled,
    }

    // The words of the documented services: with one of them, an object is a status whatever else it holds.
    private static readonly FrozenDictionary<string, Stage> Words = Table(
        (Stage.Running,
            ["notStarted", "running", "inProgress", "waiting", "queued", "pending", "accepted", "updating"]),
        (Stage.Completed, ["completed", "succeeded"]),
        (Stage.Failed, ["failed", "deleteFailed"]),
        (Stage.Canceled, ["cancelled", "canceled"]));

    private static readonly FrozenDictionary<string, Stage> OtherWords = Table(
        (Stage.Completed,
        [
            "complete", "success", "successful", "done", "finished", "ready", "ok", "completedWithErrors",
            "completedWithWarnings", "partiallyCompleted", "partiallySucceeded", "deleted", "skipped",
        ]),
        (Stage.Failed, ["failure", "error", "faulted", "rejected", "expired", "timedOut", "invalid"]),
        (Stage.Canceled, ["aborted", "stopped"]));

    private static readonly FrozenSet<string> Members = new[]
    {
        "status", "statusDescription", "percentageComplete", "percentComplete", "resourceId", "targetResourceId",
        "resourceLocation", "targetResourceLocation", "operation", "operationType", "error", "errorCode",
        "createdDateTime", "lastActionDateTime", "startTime", "endTime",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The service's own word, such as <c>inProgress</c> or <c>completed</c>.</summary>
    public string Status { get; } = status;

    /// <summary>How much is done, 0 to 100; null where the service did not say.</summary>
    public double? PercentageComplete { get; } = percentageComplete;

    /// <summary>The id of what the job made; null where the service did not say.</summary>
    public string? ResourceId { get; } = resourceId;

    /// <summary>The address of what the job made, as the service wrote it; null where it did not say.</summary>
    public string? ResourceLocation { get; } = resourceLocation;

    internal bool IsRunning => Of(Status) == Stage.Running;

    internal bool IsCompleted => Of(Status) == Stage.Completed;

    /// <summary>
    /// Whether the object that was read is a status, and not something that has a member of this name.
    /// </summary>
    internal bool IsCertain { get; private init; }

    private IReadOnlyList<ApiError> Errors { get; init; } = [];

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

    /// <summary>The same, but that a body that is no JSON is something else too.</summary>
    internal static LongRunningStatus? Find(ResponseContext answer)
    {
        try
        {
            return Parse(answer);
        }
        catch (UnexpectedResponseException)
        {
            return null;
        }
    }

    /// <summary>Reports a job that failed or was cancelled, with the answer that says so.</summary>
    internal void ThrowIfFailed(int httpStatus, ResponseHeaders headers, string? rawBody)
    {
        Stage stage = Of(Status);
        if (stage is not (Stage.Failed or Stage.Canceled))
            return;
        var failure = new ApiFailure(httpStatus, headers, Errors, rawBody, Target: "The job");
        throw stage == Stage.Failed
            ? new LongRunningFailedException(httpStatus) { Failure = failure }
            : new LongRunningCanceledException(httpStatus) { Failure = failure };
    }

    private static LongRunningStatus? Parse(JsonElement root)
    {
        if (root.Text("status") is not { } word)
            return null;
        return new LongRunningStatus(
            word,
            Number(root, "percentageComplete") ?? Number(root, "percentComplete"),
            root.Text("resourceId") ?? root.Text("targetResourceId"),
            root.Text("resourceLocation") ?? root.Text("targetResourceLocation"))
        {
            Errors = ErrorBody.Parse(root).Errors,
            IsCertain = Words.ContainsKey(Key(word)) || root.EnumerateObject().All(static member => IsOfStatus(member)),
        };
    }

    private static bool IsOfStatus(JsonProperty member) =>
        Members.Contains(member.Name) || member.Name.StartsWith('@');

    private static double? Number(JsonElement root, string name) =>
        root.Member(name, JsonValueKind.Number) is { } value && value.TryGetDouble(out double number) ? number : null;

    private static Stage Of(string word)
    {
        string key = Key(word);
        return Words.TryGetValue(key, out Stage stage) ? stage : OtherWords.GetValueOrDefault(key, Stage.Running);
    }

    private static string Key(string word) => string.Concat(word.Where(static c => c is not (' ' or '-' or '_')));

    private static FrozenDictionary<string, Stage> Table(params (Stage Stage, string[] Words)[] stages) => stages
        .SelectMany(static stage => stage.Words, static (stage, word) => KeyValuePair.Create(word, stage.Stage))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
