using System.Globalization;
using System.Security.Cryptography;

namespace DocGen.Soak;

/// <summary>Runs many transfers with faults, several in parallel. The seed determines all random choices.</summary>
public static class SoakRun
{
    private const int Parallel = 4;
    private const int RestartLimit = 4;
    private static readonly TimeSpan WatchdogLimit = TimeSpan.FromMinutes(2);

    public static async Task<SoakReport> RunAsync(int transfers, int seed, long longest, int first = 0)
    {
        var report = new SoakReport();
        var time = new AdvancingTime();
        int streamsBefore = PatternStream.OpenStreams;
        await using TransferServer server = await TransferServer.StartAsync(time).ConfigureAwait(false);
        await System.Threading.Tasks.Parallel.ForAsync(first, first + transfers,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (id, _) =>
        {
            var random = new Random(HashCode(seed, id));
            var transfer = new Transfer(id, random.Next(), PickLength(random, longest), isUpload: random.Next(3) < 2,
                hasFaults: true);
            server.Add(transfer);
            await RunAsync(server, transfer, random, time, report).ConfigureAwait(false);
            server.Remove(transfer);
        }).ConfigureAwait(false);

        // Wait for the sockets first, because the server may work on a transfer until its socket is closed.
        report.LeakedSockets = await OpenConnectionsAsync(server).ConfigureAwait(false);
        report.LeakedStreams = PatternStream.OpenStreams - streamsBefore;
        report.LeakedCredentials = server.LeakedCredentials;
        return report;
    }

    // System.HashCode is not used because it is different in each process.
    private static int HashCode(int seed, int id) => unchecked(seed * 1_000_003 + id * 7919);

    /// <summary>
    /// Returns a random length in bytes: mostly short, sometimes 0, near a multiple of the range unit, or long.
    /// </summary>
    private static long PickLength(Random random, long longest)
    {
        long length = random.Next(100) switch
        {
            < 4 => 0,
            < 60 => random.Next(1, 64 * 1024),
            < 70 => UploadOptions.RangeUnit * random.Next(1, 5) + random.Next(-1, 2),
            < 90 => random.Next(1, 2 << 20),
            < 98 => random.Next(1, 20 << 20),
            _ => random.NextInt64(1, 100_000_001),
        };
        return Math.Min(length, longest);
    }

    private static async Task RunAsync(TransferServer server, Transfer transfer, Random random, TimeProvider time,
        SoakReport report)
    {
        using var watchdog = new CancellationTokenSource(WatchdogLimit);
        try
        {
            bool isSame = transfer.IsUpload
                ? await UploadAsync(server, transfer, random, time, report, watchdog.Token).ConfigureAwait(false)
                : await DownloadAsync(server, transfer, random, time, report, watchdog.Token).ConfigureAwait(false);
            report.Done(transfer, isSame);
        }
#pragma warning disable CA1031 // Every kind of failure is counted.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            report.Failed(transfer, exception, watchdog.IsCancellationRequested);
        }
    }

    private static async Task<bool> UploadAsync(
        TransferServer server, Transfer transfer, Random random, TimeProvider time, SoakReport report,
        CancellationToken watchdog)
    {
        bool canSeek = random.Next(2) == 0;
        var options = new UploadOptions
        {
            RangeSize = UploadOptions.RangeUnit * random.Next(1, 17),
            Length = canSeek ? null : transfer.Length,
        };
        int restarts = random.Next(3) == 0 ? random.Next(1, RestartLimit) : 0;
        Uri? saved = null;
        while (true)
        {
            using TransferClient client = CreateClient(server, time);
            using var content = new PatternStream(transfer.Seed, transfer.Length, canSeek);
            using var restart = CancellationTokenSource.CreateLinkedTokenSource(watchdog);
            var progress = new Stop(restart, restarts > 0 ? random.Next(1, 5) : int.MaxValue);
            try
            {
                CreateSessionResponse session = saved is null
                    ? await client.SendAsync(new CreateSessionRequest(Name(transfer)), restart.Token)
                        .ConfigureAwait(false)
                    : CreateSessionResponse.FromUploadUrl(client, saved);
                saved = session.UploadUrl;
                await session.UploadAsync(content, progress, options, restart.Token).ConfigureAwait(false);
                return transfer.Hash is { } hash
                    && hash.AsSpan().SequenceEqual(PatternStream.Hash(transfer.Seed, transfer.Length));
            }
            catch (OperationCanceledException) when (restart.IsCancellationRequested
                && !watchdog.IsCancellationRequested)
            {
                restarts--;
                report.Restarted();
            }
        }
    }

    private static async Task<bool> DownloadAsync(
        TransferServer server, Transfer transfer, Random random, TimeProvider time, SoakReport report,
        CancellationToken watchdog)
    {
        int restarts = random.Next(3) == 0 ? random.Next(1, RestartLimit) : 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var target = new HashStream(hash);
        string? tag = null;
        while (true)
        {
            using TransferClient client = CreateClient(server, time);
            using var restart = CancellationTokenSource.CreateLinkedTokenSource(watchdog);
            var progress = new Stop(restart, restarts > 0 ? random.Next(1, 20) : int.MaxValue);
            try
            {
                var request = new DownloadRequest(Name(transfer));
                if (target.Count > 0)
                    request.WithRange(target.Count, ifETag: tag);
                await using StreamResponse response = await client.SendAsync(request, restart.Token)
                    .ConfigureAwait(false);
                if (target.Count > 0 && response.Status == 200)
                    target.Reset();
                tag = response.Headers.ETag;
                await response.CopyToAsync(target, progress, restart.Token).ConfigureAwait(false);
                return target.Count == transfer.Length &&
                    hash.GetHashAndReset().AsSpan()
                        .SequenceEqual(PatternStream.Hash(transfer.Seed + transfer.Version - 1, transfer.Length));
            }
            catch (OperationCanceledException) when (restart.IsCancellationRequested
                && !watchdog.IsCancellationRequested)
            {
                restarts--;
                report.Restarted();
                // All bytes have arrived, so there is no range to request. Start again.
                if (target.Count == transfer.Length)
                    target.Reset();
            }
        }
    }

    private static string Name(Transfer transfer) => transfer.Id.ToString(CultureInfo.InvariantCulture);

    private static TransferClient CreateClient(TransferServer server, TimeProvider time) => new(new ServiceClientOptions
    {
        ServiceRoot = new Uri(server.Root, "/v1.0"),
        Credential = ApiCredential.FromToken("token"),
        TimeProvider = time,
        Retry = { MaxRetries = 8, MaxTotalDelay = TimeSpan.FromHours(1), NetworkTimeout = TimeSpan.FromSeconds(3) },
    });

    /// <summary>Returns the number of connections that stay open after all clients are disposed.</summary>
    private static async Task<int> OpenConnectionsAsync(TransferServer server)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (server.OpenConnections > 0 && !limit.IsCancellationRequested)
            await Task.Yield();
        return server.OpenConnections;
    }

    /// <summary>Cancels a transfer after some steps, as if its process ended.</summary>
    private sealed class Stop(CancellationTokenSource source, int steps) : IProgress<long>
    {
        private int _steps = steps;

        public void Report(long value)
        {
            if (--_steps == 0)
                source.Cancel();
        }
    }

    private sealed class HashStream(IncrementalHash hash) : MemoryStream
    {
        public long Count { get; private set; }

        public void Reset()
        {
            Count = 0;
            hash.GetHashAndReset();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hash.AppendData(buffer.Span);
            Count += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
