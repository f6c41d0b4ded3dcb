namespace DocGen.Soak;

/// <summary>The results of a run.</summary>
public sealed class SoakReport
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    public int Uploads { get; private set; }

    public int Downloads { get; private set; }

    public long Bytes { get; private set; }

    public int Restarts { get; private set; }

    public int Mismatches { get; private set; }

    public int WatchdogHits { get; private set; }

    public int UntypedFailures { get; private set; }

    public int LeakedSockets { get; set; }

    public int LeakedStreams { get; set; }

    public int LeakedCredentials { get; set; }

    /// <summary>The number of transfers that ended with a typed exception.</summary>
    public int TypedFailures => _failures.Values.Sum();

    public int Transfers => Uploads + Downloads + TypedFailures + Mismatches + WatchdogHits + UntypedFailures;

    public bool IsClean =>
        Mismatches + WatchdogHits + UntypedFailures + LeakedSockets + LeakedStreams + LeakedCredentials == 0;

    public void Restarted()
    {
        lock (_gate)
            Restarts++;
    }

    public void Done(Transfer transfer, bool isSame)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        lock (_gate)
        {
            if (!isSame)
            {
                Mismatches++;
                _problems.Add(
                    $"transfer {transfer.Id}: the content of {transfer.Length} bytes differs " +
                    $"({(transfer.IsUpload ? "upload" : "download")}, version {transfer.Version}, " +
                    $"{transfer.Hash?.Length} {transfer.IsComplete})");
                return;
            }
            Bytes += transfer.Length;
            if (transfer.IsUpload)
                Uploads++;
            else
                Downloads++;
        }
    }

    public void Failed(Transfer transfer, Exception exception, bool isWatchdog)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(exception);
        // The documented exceptions of UploadAsync and of reading response content.
        bool isTyped = exception is ApiException or HttpRequestException or HttpIOException
            || (exception is InvalidOperationException && transfer.IsUpload
                && exception.Message.Contains("cannot seek", StringComparison.Ordinal));
        lock (_gate)
        {
            if (isWatchdog)
                WatchdogHits++;
            else if (!isTyped)
                UntypedFailures++;
            else
                _failures[exception.GetType().Name] = _failures.GetValueOrDefault(exception.GetType().Name) + 1;
            _problems.Add(
                $"transfer {transfer.Id}: " +
                $"{(isWatchdog || !isTyped ? exception : $"{exception.GetType().Name}: {exception.Message} " +
                    $"{exception.InnerException?.Message}")}");
        }
    }

    public void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"transfers            {Transfers}");
        output.WriteLine($"  uploads done       {Uploads}");
        output.WriteLine($"  downloads done     {Downloads}");
        output.WriteLine($"  typed failures     {TypedFailures}");
        foreach ((string type, int count) in _failures)
            output.WriteLine($"    {type,-32} {count}");
        output.WriteLine($"bytes done           {Bytes}");
        output.WriteLine($"restarts             {Restarts}");
        output.WriteLine($"mismatches           {Mismatches}");
        output.WriteLine($"watchdog hits        {WatchdogHits}");
        output.WriteLine($"untyped failures     {UntypedFailures}");
        output.WriteLine($"leaked sockets       {LeakedSockets}");
        output.WriteLine($"leaked streams       {LeakedStreams}");
        output.WriteLine($"leaked credentials   {LeakedCredentials}");
        foreach (string problem in _problems)
            output.WriteLine(problem);
    }
}
