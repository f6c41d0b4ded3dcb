using System.Globalization;

namespace DocGen.Soak;

/// <summary>
/// Measures the peak of managed memory, including the server's, during one long upload and one long download.
/// </summary>
public static class MemoryRun
{
    public static async Task<(bool IsSame, long Upload, long Download)> RunAsync(long length)
    {
        await using TransferServer server = await TransferServer.StartAsync(TimeProvider.System).ConfigureAwait(false);
        using var client = new TransferClient(new ServiceClientOptions { ServiceRoot = new Uri(server.Root, "/v1.0") });
        byte[] hash = PatternStream.Hash(1, length);
        GC.Collect();

        var upload = new Transfer(1, 1, length, isUpload: true, hasFaults: false);
        server.Add(upload);
        var uploading = new Peak();
        using (var content = new PatternStream(1, length, canSeek: true))
        {
            CreateSessionResponse session = await client.SendAsync(new CreateSessionRequest("1")).ConfigureAwait(false);
            await session.UploadAsync(content, uploading).ConfigureAwait(false);
        }

        server.Add(new Transfer(2, 1, length, isUpload: false, hasFaults: false));
        var downloading = new Peak();
        using var target = new HashingStream();
        await using (StreamResponse response = await client.SendAsync(new DownloadRequest("2")).ConfigureAwait(false))
            await response.CopyToAsync(target, downloading).ConfigureAwait(false);
        bool isSame = upload.Hash.AsSpan().SequenceEqual(hash) && target.Finish().AsSpan().SequenceEqual(hash);
        return (isSame, uploading.Bytes, downloading.Bytes);
    }

    public static void Write(TextWriter output, long length, (bool IsSame, long Upload, long Download) result)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"length               {length}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"same content         {result.IsSame}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"upload, peak heap    {result.Upload / 1e6:F1} MB"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"download, peak heap  {result.Download / 1e6:F1} MB"));
    }

    private sealed class Peak : IProgress<long>
    {
        public long Bytes { get; private set; }

        // Uncollected garbage counts, because the process holds that memory.
        public void Report(long value) => Bytes = Math.Max(Bytes, GC.GetTotalMemory(forceFullCollection: false));
    }

    private sealed class HashingStream : MemoryStream
    {
        private readonly System.Security.Cryptography.IncrementalHash _hash =
            System.Security.Cryptography.IncrementalHash.CreateHash(
                System.Security.Cryptography.HashAlgorithmName.SHA256);

        public byte[] Finish() => _hash.GetHashAndReset();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _hash.AppendData(buffer.Span);
            return ValueTask.CompletedTask;
        }

        protected override void Dispose(bool disposing)
        {
            _hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
