using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Samples.Drive;

/// <summary>Runs long-running actions: see <c>apidocs/concepts/long-running-actions.md</c>.</summary>
internal sealed class DriveJobs(FaultSchedule faults)
{
    private readonly ConcurrentDictionary<string, DriveJob> _jobs = new(StringComparer.Ordinal);
    private int _lastId;

    /// <param name="work">Does the work and returns the id of the new item.</param>
    /// <returns>The job's id.</returns>
    public string Add(Func<Task<string>> work)
    {
        int number = Interlocked.Increment(ref _lastId);
        string id = string.Create(CultureInfo.InvariantCulture, $"{DriveStore.DriveId}-job-{number:X8}");
        _jobs[id] = new DriveJob(work, faults.StepsOfJob());
        return id;
    }

    public DriveJob Find(string id) =>
        _jobs.TryGetValue(id, out DriveJob? job)
            ? job
            : throw DriveException.NotFound($"There is no monitor with the id '{id}'.", "idUnknown");
}

/// <summary>
/// A job that advances one step each time its monitor is polled, and does its work in the last step. The statuses that
/// a client receives do not depend on a clock.
/// </summary>
internal sealed class DriveJob(Func<Task<string>> work, int steps)
{
    private readonly Lock _lock = new();
    private int _asked;
    private Task<string>? _run;

    public async Task<JobStatus> AskAsync()
    {
        Task<string> run;
        lock (_lock)
        {
            if (_asked < steps)
                return new(_asked == 0 ? "notStarted" : "inProgress", 100.0 * _asked++ / steps);
            run = _run ??= work();
        }

        try
        {
            return new("completed", 100, ResourceId: await run.ConfigureAwait(false));
        }
        catch (DriveException failure)
        {
            return new("failed", 50, Failure: failure);
        }
    }
}

/// <summary>The status of a job: see <c>apidocs/resources/asyncjobstatus.md</c>.</summary>
internal sealed record JobStatus(
    string State, double PercentageComplete, string? ResourceId = null, DriveException? Failure = null)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["status"] = State, ["percentageComplete"] = PercentageComplete };
        if (ResourceId is not null)
            json["resourceId"] = ResourceId;
        if (Failure is not null)
            json["error"] = Failure.ToJson();
        return json;
    }
}
