using System.Runtime.ExceptionServices;

namespace DocGen.Infrastructure;

/// <summary>
/// The body of an answer as it arrives. Where it breaks off, the rest is asked for by its range (RFC 9110, section 14),
/// provided the content has a strong entity tag and a length: without them nobody can tell whether the rest belongs to
/// the beginning.
/// </summary>
internal sealed class DownloadStream : Stream
{
    private readonly Call _call;
    private readonly EntityTagHeaderValue? _tag;
    private readonly long _offset;
    private readonly long? _end;
    private HttpResponseMessage _message;
    private Stream _inner;
    private long _position;
    private int _failures;
    private TimeSpan _waited;

    public DownloadStream(Call call, HttpResponseMessage message, Stream inner)
    {
        (_call, _message, _inner) = (call, message, inner);
        ContentRangeHeaderValue? range = message.Content.Headers.ContentRange;
        bool isPart = message.StatusCode == HttpStatusCode.PartialContent;
        _offset = isPart ? range?.From ?? 0 : 0;
        _end = message.Content.Headers.ContentLength is { } length ? _offset + length : null;
        bool canResume = call.Method == HttpMethod.Get && _end is not null && (!isPart || range is { From: not null });
        _tag = canResume && message.Headers.ETag is { IsWeak: false } tag ? tag : null;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private long Next => _offset + _position;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                int count = await ReadOnceAsync(buffer, cancellationToken).ConfigureAwait(false);
                _position += count;
                _failures = 0;
                return count;
            }
            catch (Exception exception) when (
                _tag is not null && Transport.IsConnectionFailure(exception, cancellationToken))
            {
                await ResumeAsync(exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _message.Dispose();
        }
        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var idle = new IdleTimeout(_call.Transport.Retry.NetworkTimeout, cancellationToken);
        idle.Restart();
        try
        {
            int count = await _inner.ReadAsync(buffer, idle.Token).ConfigureAwait(false);
            if (count == 0 && buffer.Length > 0 && Next < _end)
                throw new HttpIOException(HttpRequestError.ResponseEnded, $"The content ended {_end - Next} bytes too early.");
            return count;
        }
        catch (OperationCanceledException exception) when (idle.HasExpired)
        {
            throw idle.Failure(exception);
        }
    }

    private async Task ResumeAsync(Exception failure, CancellationToken cancellationToken)
    {
        Transport transport = _call.Transport;
        var attempt = new Attempt { Retries = _failures++ };
        TimeSpan? delay = transport.Retry.NextDelay(_call, attempt, null, failure, _waited);
        if (delay is null)
            ExceptionDispatchInfo.Throw(failure);
        _waited += delay.Value;
        await _inner.DisposeAsync().ConfigureAwait(false);
        _message.Dispose();
        await Task.Delay(delay.Value, transport.Time, cancellationToken).ConfigureAwait(false);

        var headers = new RequestHeaders(_call.Headers);
        headers["If-None-Match"] = headers["If-Modified-Since"] = null;
        headers["Range"] = new RangeHeaderValue(Next, _end - 1).ToString();
        headers["If-Range"] = _tag!.Tag;
        ResponseContext answer = await transport
            .SendAsync(_call with { Headers = headers, IsResumption = true }, cancellationToken).ConfigureAwait(false);
        if (!Continues(answer))
        {
            answer.Release();
            throw ApiException.Refused(answer, "The content changed while it was downloaded.");
        }
        (_inner, _message) = answer.TakeMessage();
    }

    private bool Continues(ResponseContext answer) =>
        answer.Status == (int)HttpStatusCode.PartialContent &&
        answer.Headers.ETag == _tag!.Tag &&
        ContentRangeHeaderValue.TryParse(answer.Headers["Content-Range"], out ContentRangeHeaderValue? range) &&
        range.From == Next && range.To == _end - 1;
}
