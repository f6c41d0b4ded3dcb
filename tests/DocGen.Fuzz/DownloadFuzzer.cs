using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using DocGen.Infrastructure;
using DocGen.Soak;

namespace DocGen.Fuzz;

/// <summary>
/// Downloads over real sockets with random encodings, framings and ranges. Connections break at any byte, the service
/// resumes with correct or wrong content, and reads are cancelled or streams disposed of at any byte. The bytes read
/// must be the beginning of the content, the stream must end only after all bytes, and a disposed stream must neither
/// return bytes nor send requests.
/// </summary>
public sealed class DownloadFuzzer : IFuzzer
{
    public string Name => "downloads";

    public string Description => "encoding x range x truncation x dispose: ends only with all bytes, or throws";

    public async Task<string> RunAsync(int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var plan = new Plan(random);
        await using var server = new Server(plan);
        using var client = new TransferClient(new ServiceClientOptions
        {
            ServiceRoot = server.Root,
            TimeProvider = new AdvancingTime(),
            Credential = ApiCredential.FromToken("token"),
        });
        try
        {
            await using StreamResponse response = await client.SendAsync(plan.Request(), cancellationToken)
                .ConfigureAwait(false);
            return await ReadAsync(response, plan, server, random, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ApiException or HttpRequestException or IOException)
        {
            return exception is ApiException ? "refused" : "broken";
        }
    }

    private static async Task<string> ReadAsync(
        StreamResponse response, Plan plan, Server server, Random random, CancellationToken cancellationToken)
    {
        bool isEmpty = response.Status is 204 or 304;
        byte[] expected = isEmpty ? [] : plan.Expected(response.Status);
        int position = 0;
        int disposeAt = random.Next(4) == 0 ? random.Next(expected.Length + 2) : int.MaxValue;
        int cancelAt = random.Next(6) == 0 ? random.Next(expected.Length + 2) : int.MaxValue;
        var buffer = new byte[random.Next(3) == 0 ? random.Next(1, 100) : random.Next(1, 100_000)];
        while (true)
        {
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            bool cancels = position >= cancelAt;
            bool disposes = position >= disposeAt;
            int count;
            try
            {
                Task<int> read = response.Content.ReadAsync(buffer, cancellation.Token).AsTask();
                if (disposes)
                    return await DisposeAsync(response, read, server, cancellationToken).ConfigureAwait(false);
                if (cancels)
                {
                    cancelAt = int.MaxValue;
                    await cancellation.CancelAsync().ConfigureAwait(false);
                }
                count = await read.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancels)
            {
                continue;
            }
            catch (InvalidDataException)
            {
                return "damaged";
            }

            if (!buffer.AsSpan(0, count)
                .SequenceEqual(expected.AsSpan(position, Math.Min(count, expected.Length - position))))
                throw new FuzzFailureException(
                    $"Wrong bytes at position {position} of {expected.Length}. {plan}");
            position += count;
            if (count == 0)
            {
                return position == expected.Length ? "complete" : plan.EndsUnseen && position <= expected.Length
                    ? "truncated undetectably"
                    : throw new FuzzFailureException(
                        $"The content ended at {position} of {expected.Length} bytes. {plan}");
            }
        }
    }

    private static async Task<string> DisposeAsync(
        StreamResponse response, Task<int> read, Server server, CancellationToken cancellationToken)
    {
        await response.DisposeAsync().ConfigureAwait(false);
        try
        {
            await read.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ObjectDisposedException
            or IOException or ApiException or InvalidDataException)
        {
        }
        // A resuming request may already be on its way. No request may start after this.
        int requests = server.Requests;
        try
        {
            int count = await response.Content.ReadAsync(new byte[10], cancellationToken).ConfigureAwait(false);
            throw new FuzzFailureException($"A disposed stream returned {count} bytes.");
        }
        catch (ObjectDisposedException)
        {
        }
        return server.Requests == requests
            ? "disposed" : throw new FuzzFailureException("A disposed stream sent a request.");
    }

    /// <summary>Requests content or a range of it.</summary>
    private sealed class Request() : ApiRequest<StreamResponse>("GET", "/content")
    {
        protected override bool StreamsResponse => true;

        protected override StreamResponse CreateResponse(ResponseContext response) => new(response);
    }

    /// <summary>The content, the request and the responses of a case.</summary>
    private sealed class Plan
    {
        private static readonly string?[] Tags = ["\"1\"", "\"1\"", "\"1\"", "W/\"1\"", null];

        private readonly Random _random;
        private readonly byte[] _plain;
        private readonly byte[] _coded;
        private readonly string? _coding;
        private readonly string? _tag;
        private readonly bool _asksForCoding;
        private readonly (long From, long? To)? _range;
        private readonly int _status;
        private readonly bool _isHonest;
        private readonly Framing _framing;
        private readonly bool _isCutInside;

        public Plan(Random random)
        {
            _random = random;
            _plain = new byte[random.Next(4) == 0 ? random.Next(10) : random.Next(200_000)];
            for (int i = 0; i < _plain.Length; i++)
                _plain[i] = (byte)(random.Next(3) == 0 ? random.Next(256) : i / 50);
            _coding = random.Next(3) == 0 ? "gzip" : random.Next(20) == 0 ? "br" : null;
            _coded = _coding is null ? _plain : Gzip(_plain);
            // Truncate the encoded content before it is sent, which only the decoder can detect. It must not be empty,
            // because an empty body means no content.
            if (_coding is not null && random.Next(4) == 0 && _coded.Length > 1)
                (_coded, _isCutInside) = (_coded[..random.Next(1, _coded.Length)], true);
            _tag = Tags[random.Next(Tags.Length)];
            _asksForCoding = random.Next(6) == 0;
            if (random.Next(3) == 0 && _plain.Length > 0)
            {
                long from = random.Next(_plain.Length);
                _range = (from, random.Next(2) == 0 ? null : random.NextInt64(from, _plain.Length + 5));
            }
            _status = random.Next(8) == 0
                ? new[] { 200, 206, 204, 304, 203, 416 }[random.Next(6)]
                : _range is null ? 200
                : 206;
            _isHonest = random.Next(3) > 0;
            _framing = (Framing)random.Next(4);
        }

        /// <summary>Whether neither the response nor the encoding shows where the content ends.</summary>
        public bool EndsUnseen { get; private set; }

        public ApiRequest<StreamResponse> Request()
        {
            var request = new Request();
            if (_range is { } range)
                request.WithRange(range.From, range.To);
            if (_asksForCoding)
                request.Headers["Accept-Encoding"] = "gzip";
            return request;
        }

        /// <summary>Returns the bytes that a reader may get from a response with this status.</summary>
        public byte[] Expected(int status)
        {
            byte[] content = _coding is null || _asksForCoding ? _coded : _plain;
            return status == 206 && _range is { } range
                ? content[(int)range.From..(int)Math.Min((range.To ?? long.MaxValue - 1) + 1, content.Length)]
                : content;
        }

        /// <summary>
        /// Returns the response to a request: the head, and the part of the body that is sent before the connection
        /// ends.
        /// </summary>
        public (string Head, byte[] Body, bool IsReset) Answer(string head, bool isFirst)
        {
            string? asked = head.Split("\r\n")
                .FirstOrDefault(static line => line.StartsWith("Range: ", StringComparison.Ordinal))?[7..];
            RangeItemHeaderValue? item = asked is null ? null : RangeHeaderValue.Parse(asked).Ranges.Single();
            bool lies = !_isHonest && _random.Next(2) == 0;
            int status = isFirst ? _status : lies ? new[] { 200, 206, 404, 412, 500 }[_random.Next(5)] : 206;
            if (status == 206 && item?.From >= _coded.Length)
                status = 416;
            long from = status == 206 ? item?.From ?? 0 : 0;
            long to = status == 206 ? Math.Min(item?.To ?? long.MaxValue, _coded.Length - 1) : _coded.Length - 1;
            if (lies && status == 206)
                (from, to) = (Math.Max(0, from + _random.Next(-2, 3)), to + _random.Next(-2, 3));
            from = Math.Min(from, _coded.Length);
            to = Math.Clamp(to, from - 1, _coded.Length - 1);
            byte[] body = _coded[(int)from..(int)(to + 1)];

            var text = new StringBuilder($"HTTP/1.1 {status} X\r\n");
            if (status == 206 && (!lies || _random.Next(5) > 0))
            {
                string length = lies && _random.Next(3) == 0
                    ? "99999999"
                    : _random.Next(8) == 0 ? "*"
                    : $"{_coded.Length}";
                text.Append(CultureInfo.InvariantCulture, $"Content-Range: bytes {from}-{to}/{length}\r\n");
                // If the service does not know the length of the content, a range may end before the requested end.
                EndsUnseen |= isFirst && length == "*";
            }
            if (_coding is not null && (isFirst || !lies || _random.Next(2) == 0))
                text.Append(CultureInfo.InvariantCulture, $"Content-Encoding: {_coding}\r\n");
            string? tag = lies && _random.Next(3) == 0 ? "\"2\"" : _tag;
            if (tag is not null)
                text.Append(CultureInfo.InvariantCulture, $"ETag: {tag}\r\n");
            return Frame(text, body, isFirst, lies);
        }

        public override string ToString() =>
            $"{_plain.Length} bytes, encoding {_coding}, truncated {_isCutInside}, ETag {_tag}, " +
            $"requests encoding {_asksForCoding}, range {_range}, status {_status}, framing {_framing}, " +
            $"honest {_isHonest}";

        private (string Head, byte[] Body, bool IsReset) Frame(StringBuilder head, byte[] body, bool isFirst, bool lies)
        {
            int cut = _random.Next(3) == 0 || body.Length == 0 ? body.Length : _random.Next(body.Length);
            bool isReset = _random.Next(2) == 0;
            switch (_framing)
            {
                case Framing.Chunked when isFirst || _random.Next(2) == 0:
                    head.Append("Transfer-Encoding: chunked\r\n\r\n");
                    byte[] chunked = Chunked(lies && !isFirst ? [.. body, 1, 2, 3] : body);
                    return (head.ToString(), cut == body.Length ? chunked : chunked[..Math.Min(cut, chunked.Length)],
                        isReset);
                case Framing.Close when isFirst:
                    // Content-Range shows the end of a range, and gzip data shows its own end.
                    EndsUnseen |= _status != 206 && (_coding is null || _asksForCoding);
                    head.Append("Connection: close\r\n\r\n");
                    return (head.ToString(), body[..cut], IsReset: false);
                case Framing.WrongLength when isFirst:
                    // A Content-Length that is too short cannot be detected.
                    long announced = new[] { long.MaxValue, body.Length + 1,
                        Math.Max(0, body.Length - 1) }[_random.Next(3)];
                    EndsUnseen |= announced < body.Length && _status != 206;
                    head.Append(CultureInfo.InvariantCulture, $"Content-Length: {announced}\r\n\r\n");
                    return (head.ToString(), body[..cut], isReset);
                default:
                    head.Append(CultureInfo.InvariantCulture,
                        $"Content-Length: {body.Length + (lies && !isFirst ? 3 : 0)}\r\n\r\n");
                    return (head.ToString(), lies && !isFirst ? [.. body, 1, 2, 3] : body[..cut], isReset);
            }
        }

        private byte[] Chunked(byte[] body)
        {
            var chunks = new MemoryStream();
            for (int from = 0; from < body.Length;)
            {
                int length = Math.Min(_random.Next(1, 30_000), body.Length - from);
                chunks.Write(Encoding.ASCII.GetBytes($"{length:x}\r\n"));
                chunks.Write(body, from, length);
                chunks.Write("\r\n"u8);
                from += length;
            }
            chunks.Write("0\r\n\r\n"u8);
            return chunks.ToArray();
        }

        private static byte[] Gzip(byte[] plain)
        {
            var coded = new MemoryStream();
            using (var gzip = new GZipStream(coded, CompressionLevel.Fastest))
                gzip.Write(plain);
            return coded.ToArray();
        }

        private enum Framing
        {
            Length,
            Chunked,
            Close,
            WrongLength,
        }
    }

    /// <summary>Sends the planned responses, one per connection.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly Plan _plan;
        private readonly Task _run;
        private int _requests;

        public Server(Plan plan)
        {
            _plan = plan;
            _listener.Start();
            _run = RunAsync();
        }

        public Uri Root => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

        public int Requests => Volatile.Read(ref _requests);

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            _listener.Stop();
            await _run.ConfigureAwait(false);
            _stop.Dispose();
        }

        private async Task RunAsync()
        {
            List<Task> connections = [];
            try
            {
                while (true)
                    connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token).ConfigureAwait(false)));
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                // The case has ended.
                await Task.WhenAll(connections).ConfigureAwait(false);
            }
        }

        private async Task ServeAsync(Socket connection)
        {
            using Socket socket = connection;
            try
            {
                var head = new StringBuilder();
                var buffer = new byte[4096];
                while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
                {
                    int count = await socket.ReceiveAsync(buffer, _stop.Token).ConfigureAwait(false);
                    if (count == 0)
                        return;
                    head.Append(Encoding.Latin1.GetString(buffer, 0, count));
                }
                (string answer, byte[] body, bool isReset) = Answer(head.ToString());
                await SendAsync(socket, Encoding.Latin1.GetBytes(answer)).ConfigureAwait(false);
                await SendAsync(socket, body).ConfigureAwait(false);
                if (isReset)
                    socket.LingerState = new LingerOption(true, 0);
                else
                    socket.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                // The client closed the connection, or the case has ended.
            }
        }

        // An abandoned connection may still be served when the next connection arrives.
        private (string Head, byte[] Body, bool IsReset) Answer(string head)
        {
            lock (_plan)
                return _plan.Answer(head, ++_requests == 1);
        }

        private async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
        {
            while (bytes.Length > 0)
                bytes = bytes[await socket.SendAsync(bytes, _stop.Token).ConfigureAwait(false)..];
        }
    }
}
