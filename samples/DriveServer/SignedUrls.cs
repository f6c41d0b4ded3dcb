using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Samples.Drive;

/// <summary>Creates and checks URLs that give access to the content of one file for five minutes.</summary>
internal sealed class SignedUrls(Uri host, TimeProvider clock)
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public Uri Host { get; } = host;

    public Uri For(StoredItem item)
    {
        long expires = clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds();
        return new Uri(Host, string.Create(
            CultureInfo.InvariantCulture, $"/{item.Id}?expires={expires}&signature={Sign(item.Id, expires)}"));
    }

    public bool IsValid(string itemId, IQueryCollection query) =>
        long.TryParse(query["expires"], NumberStyles.None, CultureInfo.InvariantCulture, out long expires)
        && expires >= clock.GetUtcNow().ToUnixTimeSeconds()
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(query["signature"].ToString()), Encoding.UTF8.GetBytes(Sign(itemId, expires)));

    private string Sign(string itemId, long expires)
    {
        string claim = string.Create(CultureInfo.InvariantCulture, $"{itemId}|{expires}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(claim)));
    }
}

/// <summary>
/// The content host. It serves whole files and ranges (RFC 9110, section 14), and accepts no credentials.
/// </summary>
internal sealed class ContentEndpoint(DriveStore store, SignedUrls signedUrls, FaultSchedule faults)
{
    public Task HandleAsync(HttpContext context)
    {
        string itemId = context.Request.Path.Value!.TrimStart('/');
        if (context.Request.Headers.Authorization.Count > 0)
            throw DriveException.InvalidRequest("A signed URL takes no credentials.");
        if (!signedUrls.IsValid(itemId, context.Request.Query))
            throw new DriveException(403, "accessDenied", "The signature is invalid or has expired.");

        (StoredContent content, string eTag, DateTimeOffset modified) = store.Locked(drive =>
        {
            StoredItem item = drive.ById(itemId);
            return (item.Content!, item.ETag, item.Modified);
        });
        if (context.Request.Method == "GET" && faults.BreakAfter(content.Bytes.Length) is { } length)
            context.Response.Body = new BreakingStream(context, length);
        return Results.Bytes(
            content.Bytes,
            content.MimeType,
            enableRangeProcessing: true,
            lastModified: modified,
            entityTag: new EntityTagHeaderValue(eTag)).ExecuteAsync(context);
    }

    /// <summary>Writes a number of bytes to the response, then aborts the connection.</summary>
    private sealed class BreakingStream(HttpContext context, int length) : Stream
    {
        private readonly Stream _inner = context.Response.Body;
        private int _left = length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default)
        {
            int count = Math.Min(_left, buffer.Length);
            await _inner.WriteAsync(buffer[..count], cancellationToken).ConfigureAwait(false);
            _left -= count;
            if (_left > 0)
                return;
            await _inner.FlushAsync(cancellationToken).ConfigureAwait(false);
            context.Abort();
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => _inner.FlushAsync(cancellationToken);

        public override void Flush() => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
