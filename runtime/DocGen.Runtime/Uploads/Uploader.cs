using System.Runtime.ExceptionServices;

namespace DocGen.Infrastructure;

/// <summary>
/// Sends content to an upload session until the session has all of the content: the ranges that the session reports
/// as missing, and all bytes that were never sent.
/// </summary>
internal sealed class Uploader<T>(
    UploadSession<T> session, UploadSource source, int rangeSize, IProgress<long>? progress)
{
    private static readonly string[] OfSessions = ["@odata.context", "@odata.type", "uploadUrl", "expirationDateTime"];

    private readonly Call _put = session.CreateCall(HttpMethod.Put) with { IsSingleAttempt = true };
    // The ranges that the session requests; it may list a few at a time.
    private UploadRanges _expected = UploadRanges.All(source.Length);
    // The ranges that were never sent; initially the ranges that the session lacks, because an earlier process may have
    // sent the others.
    private UploadRanges _unsent = UploadRanges.All(source.Length);
    private RangeBody? _last;
    private long _confirmed = -1;
    private long _idle;
    private bool _isAccepted;
    private int _failures;
    private TimeSpan _waited;

    private UploadRanges Missing => _expected.With(_unsent);

    public async Task<Response<T>> RunAsync(bool isNew, CancellationToken cancellationToken)
    {
        if (!isNew && await AskAsync(isFirst: true, cancellationToken).ConfigureAwait(false) is { } ended)
            return ended;
        // Empty content has no missing range; it is complete when the session reports completion.
        bool isEmpty = source.Length == 0;
        while (!Missing.IsEmpty || (isEmpty && !_isAccepted))
        {
            Report();
            (long start, long end) = isEmpty ? (0, -1) : (_expected.IsEmpty ? _unsent : _expected).First;
            int count = (int)Math.Min(end - start + 1, rangeSize);
            ReadOnlyMemory<byte> bytes = await source
                .ReadAsync(start, count, _last is { IsSending: true }, cancellationToken).ConfigureAwait(false);
            _last = new RangeBody(bytes, isEmpty ? new(0) : new(start, start + count - 1, source.Length));
            if (await SendAsync(start, count, cancellationToken).ConfigureAwait(false) is { } done)
                return done;
        }
        // All bytes have arrived; the session waits for a commit.
        Report();
        return new Response<T>(default(T), 202);
    }

    private async Task<Response<T>?> SendAsync(long start, int count, CancellationToken cancellationToken)
    {
        Exception failure;
        try
        {
            bool isLast = Missing.Without(start, start + count - 1).IsEmpty;
            Call put = _put with { Body = _last };
            return await session
                .SendAsync(put, answer => Accept(answer, start, count), isLast, cancellationToken)
                .ConfigureAwait(false);
        }
        // After an unreadable response, or without a response, it is unknown which bytes were stored.
        catch (Exception exception) when (
            exception is ApiException { Status: 408 or 416 or 429 or >= 500 } or UnexpectedResponseException ||
            Transport.IsConnectionFailure(exception, cancellationToken))
        {
            failure = exception;
        }

        _unsent = WithoutSent(_unsent, start);
        await WaitAsync(failure, cancellationToken).ConfigureAwait(false);
        return await AskAsync(isFirst: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Handles the response to a range: the ranges that the session still requests, or the item.</summary>
    private Response<T>? Accept(ResponseContext answer, long start, int count)
    {
        _isAccepted = true;
        _unsent = WithoutSent(_unsent, start);
        UploadRanges? named = UploadRanges.Parse(answer, source.Length);
        Expect(named ?? WithoutSent(_expected, start));
        if (IsDone(answer, named))
        {
            return Missing.IsEmpty ? Complete(answer) : throw EndedEarly(answer);
        }

        // Prevents an endless loop, but allows some repeats, because a session may list only a few ranges at a time.
        bool isRepeated = count > 0 && Missing.Contains(start) && ++_failures > session.Transport.Retry.MaxRetries;
        if (isRepeated || ++_idle > 10 + source.Length / rangeSize)
            throw ApiException.Refused(answer, $"The session requests the range at {start} repeatedly.");
        return null;
    }

    // An open session returns 202, or 200 with its ranges; without ranges left, it may still wait for a commit.
    private static bool IsDone(ResponseContext answer, UploadRanges? named) => (HttpStatusCode)answer.Status switch
    {
        HttpStatusCode.Accepted => false,
        HttpStatusCode.OK => named is null,
        HttpStatusCode.Created or HttpStatusCode.NoContent => named is null or { IsEmpty: true },
        _ => throw ApiException.Refused(
            answer, "The status is not valid for a range: it is unknown whether the range was stored."),
    };

    private void Expect(UploadRanges ranges)
    {
        _expected = ranges;
        if (source.Length - Missing.Count > _confirmed)
            (_failures, _idle, _waited) = (0, 0, TimeSpan.Zero);
    }

    private UploadRanges WithoutSent(UploadRanges ranges, long start) => ranges.Without(start, start + _last!.Sent - 1);

    /// <summary>Requests the state of the session; returns the item if the session is complete.</summary>
    private Task<Response<T>?> AskAsync(bool isFirst, CancellationToken cancellationToken)
    {
        bool wasLast = _last is not null && Missing.Count <= _last.Length;
        return session.SendAsync(session.CreateCall(HttpMethod.Get), Look, wasLast, cancellationToken);

        Response<T>? Look(ResponseContext answer)
        {
            UploadRanges? named = UploadRanges.Parse(answer, source.Length);
            if (named is null && !ShowsItem(answer))
                throw ApiException.Refused(answer, "The session does not list its missing ranges.");
            if (isFirst)
                _unsent = named ?? UploadRanges.None;
            Expect(named ?? UploadRanges.None);
            if (named is not null)
                return null;
            return Missing.IsEmpty ? Complete(answer) : throw EndedEarly(answer);
        }
    }

    private ApiException EndedEarly(ResponseContext answer) =>
        ApiException.Refused(answer, $"The service ended the session, but {Missing.Count} bytes are missing.");

    // The state of a session, which may omit its ranges, is not an item.
    private static bool ShowsItem(ResponseContext answer)
    {
        if (answer.Status is not ((int)HttpStatusCode.OK or (int)HttpStatusCode.Created))
            return false;
        using JsonDocument? document = answer.ParseJson();
        return document?.RootElement.Unwrapped() is { ValueKind: JsonValueKind.Object } root
            && root.EnumerateObject().Any(
            static member => !Array.Exists(OfSessions, name => member.NameEquals(name)));
    }

    private async Task WaitAsync(Exception failure, CancellationToken cancellationToken)
    {
        RetryPolicy retry = session.Transport.Retry;
        var attempt = new Attempt { Retries = _failures++ };
        // An unreadable response counts as no response.
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
        (_expected, _unsent) = (UploadRanges.None, UploadRanges.None);
        Report();
        return session.Item(answer);
    }

    private void Report()
    {
        long confirmed = source.Length - Missing.Count;
        if (confirmed <= _confirmed)
            return;
        _confirmed = confirmed;
        progress?.Report(confirmed);
    }
}
