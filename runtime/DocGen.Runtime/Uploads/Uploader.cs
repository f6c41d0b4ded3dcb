using System.Runtime.ExceptionServices;

namespace DocGen.Infrastructure;

/// <summary>Sends content to an upload session until the session has all of it. The session's own word decides what is sent next.</summary>
internal sealed class Uploader<T>(
    UploadSession<T> session, UploadSource source, int rangeSize, IProgress<long>? progress)
{
    private readonly Call _put = session.CreateCall(HttpMethod.Put) with { IsSingleAttempt = true };
    private UploadRanges _missing = UploadRanges.All(source.Length);
    private RangeBody? _last;
    private long _confirmed = -1;
    private long _idle;
    private bool _isAccepted;
    private int _failures;
    private TimeSpan _waited;

    public async Task<Response<T>> RunAsync(bool isNew, CancellationToken cancellationToken)
    {
        if (!isNew && await AskAsync(cancellationToken).ConfigureAwait(false) is { } ended)
            return ended;
        // Of empty content no range is ever missing: it has arrived when the session says so.
        bool isEmpty = source.Length == 0;
        while (!_missing.IsEmpty || (isEmpty && !_isAccepted))
        {
            Report();
            (long start, long end) = isEmpty ? (0, -1) : _missing.First;
            int count = (int)Math.Min(end - start + 1, rangeSize);
            ReadOnlyMemory<byte> bytes = await source
                .ReadAsync(start, count, _last is { IsSending: true }, cancellationToken).ConfigureAwait(false);
            _last = new RangeBody(bytes, isEmpty ? new(0) : new(start, start + count - 1, source.Length));
            if (await SendAsync(start, count, cancellationToken).ConfigureAwait(false) is { } done)
                return done;
        }
        // Everything has arrived, and the session waits to be told to commit it.
        Report();
        return new Response<T>(default(T), 202);
    }

    private async Task<Response<T>?> SendAsync(long start, int count, CancellationToken cancellationToken)
    {
        Exception failure;
        try
        {
            bool isLast = _missing.Without(start, start + count - 1).IsEmpty;
            Call put = _put with { Body = _last };
            return await session
                .SendAsync(put, answer => Accept(answer, start, count), isLast, cancellationToken).ConfigureAwait(false);
        }
        // An answer that cannot be read leaves open what was taken, as one that never came.
        catch (Exception exception) when (
            exception is ApiException { Status: 408 or 416 or 429 or >= 500 } or UnexpectedResponseException ||
            Transport.IsConnectionFailure(exception, cancellationToken))
        {
            failure = exception;
        }

        await WaitAsync(failure, cancellationToken).ConfigureAwait(false);
        return await AskAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the answer to a range: what is missing now, or the item.</summary>
    private Response<T>? Accept(ResponseContext answer, long start, int count)
    {
        _isAccepted = true;
        UploadRanges left = _missing.Without(start, start + count - 1);
        if (UploadRanges.Parse(answer, source.Length) is { } named)
            Expect(named.IsEmpty && answer.Status == 202 ? left : named);
        else if (answer.Status == 202)
            Expect(left);
        else if (left.IsEmpty)
            return Complete(answer);
        else
            throw ApiException.Refused(answer, $"The service ended the session although {left.Count} bytes are missing.");

        // A session that says so for ever would be a loop; one that names its ranges a few at a time may look like one.
        bool isRepeated = count > 0 && _missing.Contains(start) && ++_failures > session.Transport.Retry.MaxRetries;
        if (isRepeated || ++_idle > 10 + source.Length / rangeSize)
            throw ApiException.Refused(answer, $"The session asks for the range at {start} again and again.");
        return null;
    }

    private void Expect(UploadRanges missing)
    {
        _missing = missing;
        if (source.Length - missing.Count > _confirmed)
            (_failures, _idle, _waited) = (0, 0, TimeSpan.Zero);
    }

    /// <summary>Asks the session what it has; the item where it has everything and says so.</summary>
    private Task<Response<T>?> AskAsync(CancellationToken cancellationToken)
    {
        bool wasLast = _last is not null && _missing.Count <= _last.Length;
        return session.SendAsync(session.CreateCall(HttpMethod.Get), Look, wasLast, cancellationToken);

        Response<T>? Look(ResponseContext answer)
        {
            if (UploadRanges.Parse(answer, source.Length) is not { } ranges)
                return Complete(answer);
            Expect(ranges);
            return null;
        }
    }

    private async Task WaitAsync(Exception failure, CancellationToken cancellationToken)
    {
        RetryPolicy retry = session.Transport.Retry;
        var attempt = new Attempt { Retries = _failures++ };
        // An answer that cannot be read is as good as none.
        (int, ResponseHeaders)? answer = failure is ApiException error and not UnexpectedResponseException
            ? (error.Status, error.Headers) : null;
        TimeSpan? delay = failure is ApiException { Status: 416 } && attempt.Retries < retry.MaxRetries
            ? TimeSpan.Zero
            : retry.NextDelay(_put with { Body = _last }, attempt, answer, failure, _waited);
        if (delay is null)
            ExceptionDispatchInfo.Throw(failure);
        _waited += delay.Value;
        await Task.Delay(delay.Value, session.Transport.Time, cancellationToken).ConfigureAwait(false);
    }

    private Response<T> Complete(ResponseContext answer)
    {
        _missing = UploadRanges.All(0);
        Report();
        return session.Item(answer);
    }

    private void Report()
    {
        long confirmed = source.Length - _missing.Count;
        if (confirmed <= _confirmed)
            return;
        _confirmed = confirmed;
        progress?.Report(confirmed);
    }
}
