using System.Collections.Frozen;

namespace DocGen;

/// <summary>The status of a background job.</summary>
/// <remarks>
/// Status words are compared without case, spaces, hyphens and underscores. An unknown word means that the job is still
/// running.
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

    // Words from the docs of services. An object with one of these words is a status, even if it has other members.
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

    /// <summary>The status word of the service, such as <c>inProgress</c> or <c>completed</c>.</summary>
    public string Status { get; } = status;

    /// <summary>The progress in percent, 0 to 100; null if the service did not send it.</summary>
    public double? PercentageComplete { get; } = percentageComplete;

    /// <summary>The id of the result; null if the service did not send it.</summary>
    public string? ResourceId { get; } = resourceId;

    /// <summary>The URL of the result, unresolved; null if the service did not send it.</summary>
    public string? ResourceLocation { get; } = resourceLocation;

    internal bool IsRunning => Of(Status) == Stage.Running;

    internal bool IsCompleted => Of(Status) == Stage.Completed;

    /// <summary>Whether the object is certainly a status, and not a resource with a member <c>status</c>.</summary>
    internal bool IsCertain { get; private init; }

    private IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>Reads the status in a body; returns null if the body is something else, such as the result.</summary>
    /// <exception cref="UnexpectedResponseException">The body is not JSON, and the job has ended.</exception>
    internal static LongRunningStatus? Parse(ResponseContext answer)
    {
        try
        {
            using JsonDocument? document = answer.ParseJson();
            return document is null ? null : Parse(document.RootElement);
        }
        catch (UnexpectedResponseException) when (answer.Status == (int)HttpStatusCode.Accepted)
        {
            // Status 202 is enough: the job is running.
            return null;
        }
    }

    /// <summary>Like <see cref="Parse(ResponseContext)"/>, but also returns null for a body that is not JSON.</summary>
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

    /// <summary>Throws if the job failed or was cancelled.</summary>
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
