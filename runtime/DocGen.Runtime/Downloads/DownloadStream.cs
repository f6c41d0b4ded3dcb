using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace DocGen.Infrastructure;

/// <summary>
/// The body of a response, read as it arrives. If the connection breaks, the rest is requested by its range (RFC 9110,
/// section 14), provided that the content has a strong entity tag and a length; otherwise the rest may belong to
/// different content. The stream never returns more bytes than announced.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Without a timer, the source holds nothing to dispose of.")]
internal sealed class DownloadStream : Stream
{
    private readonly Call? _call;
    private readonly Transport _transport;
    private readonly EntityTagHeaderValue? _tag;
    private readonly string? _coding;
    private readonly long? _length;
    private readonly long? _end;
    private readonly CancellationTokenSource _disposal = new();
    private HttpResponseMessage _message;
    private Stream _inner;
    private long _next;
    private bool _isComplete;
    private Exception? _broken;
    private int _failures;
    private TimeSpan _waited;

    /// <param name="call">The call.</param>
    /// <param name="message">The response, which is disposed of with the stream.</param>
    /// <param name="inner">The undecoded content of the response.</param>
    /// <param name="part">The range of the content; null if it is the whole content, or unknown.</param>
    /// <param name="coding">The coding of the content.</param>
    public DownloadStream(
        Call call, HttpResponseMessage message, Stream inner, ContentRangeHeaderValue? part, string? coding)
    {
        (_transport, _message, _inner, _coding) = (call.Transport, message, inner, coding);
        long? announced = message.Content.Headers.ContentLength;
        _next = part?.From ?? 0;
        _end = part is null ? announced : part.To + 1;
        _length = part is null ? announced : part.Length;
        bool canResume = call.Method == HttpMethod.Get && _end is not null &&
            (part is not null || message.StatusCode != HttpStatusCode.PartialContent);
        _tag = canResume && message.Headers.ETag is { IsWeak: false } tag ? tag : null;
        // The call's body and headers are needed only to resume the download.
        _call = _tag is null ? null : call;
    }

    public override bool CanRead => !IsDisposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private bool IsDisposed => _disposal.IsCancellationRequested;

    /// <exception cref="ObjectDisposedException">The stream was disposed of, possibly during this read.</exception>
    /// <exception cref="IOException">The connection broke, and the content cannot be resumed.</exception>
    /// <exception cref="ApiException">The connection broke, and the content has changed meanwhile.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        try
        {
            return await ReadOnAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (IsDisposed)
        {
            throw new ObjectDisposedException(nameof(DownloadStream), "The stream was disposed of while it was read.");
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
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
        if (disposing && !IsDisposed)
        {
            // Cancels a pending read or resumption before its source is disposed of.
            _disposal.Cancel();
            lock (_disposal)
                Close(_inner, _message);
        }
        base.Dispose(disposing);
    }

    private static void Close(Stream stream, HttpResponseMessage message)
    {
        stream.Dispose();
        message.Dispose();
    }

    private async ValueTask<int> ReadOnAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_next == _end)
                return await EndAsync(cancellationToken).ConfigureAwait(false);
            if (_broken is not null)
                await ResumeAsync(_broken, cancellationToken).ConfigureAwait(false);
            try
            {
                int count = await ReadOnceAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (count > 0)
                    (_next, _failures, _waited) = (_next + count, 0, TimeSpan.Zero);
                return count;
            }
            catch (Exception exception)
            {
                _broken = exception;
                if (IsDisposed || _tag is null || !Transport.IsConnectionFailure(exception, cancellationToken))
                    throw;
            }
        }
    }

    private async ValueTask<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_end is { } end && end - _next < buffer.Length)
            buffer = buffer[..(int)(end - _next)];
        int count = await ReadWireAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (count == 0 && buffer.Length > 0 && _next < _end)
        {
            throw new HttpIOException(
                HttpRequestError.ResponseEnded, $"The content ended {_end - _next} bytes too early.");
        }
        return count;
    }

    // All announced bytes have arrived. More bytes are an error, but a broken connection is not.
    private async ValueTask<int> EndAsync(CancellationToken cancellationToken)
    {
        if (_isComplete)
            return 0;
        int surplus = 0;
        try
        {
            surplus = await ReadWireAsync(new byte[1], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsDisposed && Transport.IsConnectionFailure(exception, cancellationToken))
        {
        }
        if (surplus > 0)
            throw new HttpIOException(HttpRequestError.InvalidResponse,
                "The content is longer than announced.");
        _isComplete = true;
        return 0;
    }

    private async ValueTask<int> ReadWireAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var idle = new IdleTimeout(_transport.Retry.NetworkTimeout, cancellationToken, _disposal.Token);
        idle.Restart();
        try
        {
            return await _inner.ReadAsync(buffer, idle.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (idle.HasExpired)
        {
            throw idle.Failure(exception);
        }
    }

    private async Task ResumeAsync(Exception failure, CancellationToken cancellationToken)
    {
        if (_call is null)
        {
            throw new IOException(
                "The connection broke during an earlier read, and the content cannot be resumed.", failure);
        }
        var attempt = new Attempt { Retries = _failures++ };
        TimeSpan? delay = _transport.Retry.NextDelay(_call, attempt, null, failure, _waited);
        if (delay is null)
            ExceptionDispatchInfo.Throw(failure);
        _waited += delay.Value;
        Close(_inner, _message);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token);
        await Task.Delay(delay.Value, _transport.Time, either.Token).ConfigureAwait(false);

        var headers = new RequestHeaders(_call.Headers);
        headers["If-None-Match"] = headers["If-Modified-Since"] = null;
        headers["Range"] = new RangeHeaderValue(_next, _end - 1).ToString();
        headers["If-Range"] = _tag!.Tag;
        ResponseContext answer = await _transport
            .SendAsync(_call with { Headers = headers, IsResumption = true }, either.Token).ConfigureAwait(false);
        (Stream rest, HttpResponseMessage message) = answer.TakeMessage();
        if (!Continues(message))
        {
            Close(rest, message);
            throw ApiException.Refused(answer, "The content changed while it was downloaded.");
        }
        lock (_disposal)
        {
            (_inner, _message, _broken) = (rest, message, null);
            if (IsDisposed)
                Close(rest, message);
        }
        ObjectDisposedException.ThrowIf(IsDisposed, this);
    }

    private bool Continues(HttpResponseMessage message) =>
        message.StatusCode == HttpStatusCode.PartialContent &&
        _tag!.Equals(message.Headers.ETag) &&
        message.Content.Headers is { ContentRange: { } range } headers &&
        range.From == _next && range.To == _end - 1 &&
        (range.Length is null || _length is null || range.Length == _length) &&
        (headers.ContentLength ?? _end - _next) == _end - _next &&
        ContentCoding.Of(message.Content) == _coding;
}
