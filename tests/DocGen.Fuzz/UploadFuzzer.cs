using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DocGen.Soak;

namespace DocGen.Fuzz;

/// <summary>
/// Uploads to sessions that respond with random statuses and correct or false ranges, over connections that break at
/// any byte. An upload must return only if all bytes arrived, and must throw otherwise. If the service is truthful
/// afterwards, the upload can be resumed.
/// </summary>
public sealed class UploadFuzzer : IFuzzer
{
    public string Name => "uploads";

    public string Description => "random nextExpectedRanges x status: returns only if all bytes arrived, or throws";

    public async Task<string> RunAsync(int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        byte[] content = new byte[PickLength(random)];
        random.NextBytes(content);
        var service = new LyingService(random, content,
            lies: random.Next(5) switch { 0 => 0, 1 => 0.1, 2 => 0.3, 3 => 0.6, _ => 1 });
        using var http = new HttpClient(service);
        using var client = new TransferClient(new ServiceClientOptions
        {
            ServiceRoot = new Uri("https://service.example/v1"),
            HttpClient = http,
            TimeProvider = new AdvancingTime(),
        });
        var session = await client.SendAsync(new CreateSessionRequest("1"), cancellationToken).ConfigureAwait(false);
        if (random.Next(4) == 0)
        {
            // An earlier process sent some ranges. The session reports them truthfully at first.
            service.ArrivedBefore();
            session = CreateSessionResponse.FromUploadUrl(client, session.UploadUrl);
        }

        using Stream stream = random.Next(2) == 0 ? new MemoryStream(content) : new ForwardOnly(content);
        string outcome = await UploadAsync(session, stream, service, random, cancellationToken).ConfigureAwait(false);
        if (outcome == "complete")
            return outcome;

        service.TellTheTruth();
        if (!stream.CanSeek && service.Puts > 0 && content.Length > 0)
            await RefuseAsync(session, stream, service, cancellationToken).ConfigureAwait(false);
        using Stream rest = stream.CanSeek ? stream : new ForwardOnly(content);
        string again = await UploadAsync(session, rest, service, random, cancellationToken).ConfigureAwait(false);
        return again == "complete"
            ? outcome + ", then resumed"
            : throw new FuzzFailureException($"{outcome}, then {again} although the service was truthful.");
    }

    private static async Task<string> UploadAsync(
        CreateSessionResponse session, Stream stream, LyingService service, Random random,
        CancellationToken cancellationToken)
    {
        try
        {
            await session.UploadAsync(stream, null, Options(service.Content, random), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (
            exception is ApiException or HttpRequestException or IOException ||
            (exception is InvalidOperationException && !stream.CanSeek))
        {
            return exception switch
            {
                UnexpectedResponseException => "unreadable",
                ApiException => "refused",
                InvalidOperationException => "cannot seek",
                _ => "broken",
            };
        }
        return service.Missing == 0 ? "complete" : throw new FuzzFailureException(
            $"The upload returned although {service.Missing} of {service.Content.Length} bytes had not arrived.");
    }

    // A second upload must refuse a stream that was read and cannot seek.
    private static async Task RefuseAsync(
        CreateSessionResponse session, Stream stream, LyingService service, CancellationToken cancellationToken)
    {
        int requests = service.Requests;
        try
        {
            var options = new UploadOptions { Length = service.Content.Length };
            await session.UploadAsync(stream, null, options, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException) when (service.Requests == requests)
        {
            return;
        }
        throw new FuzzFailureException("A stream that was read and cannot seek was accepted again.");
    }

    private static UploadOptions Options(byte[] content, Random random) =>
        new() { RangeSize = UploadOptions.RangeUnit * random.Next(1, 4), Length = content.Length };

    private static int PickLength(Random random) => random.Next(10) switch
    {
        0 => 0,
        1 => random.Next(1, 10),
        2 => UploadOptions.RangeUnit * random.Next(1, 4) + random.Next(-1, 2),
        _ => random.Next(1, 6 * UploadOptions.RangeUnit),
    };

    /// <summary>A service that stores the bytes received and responds with correct or false ranges at random.</summary>
    private sealed class LyingService(Random random, byte[] content, double lies) : HttpMessageHandler
    {
        private const string Session = """{"uploadUrl":"https://content.example/up/1"}""";

        private static readonly int[] Statuses =
            [200, 200, 201, 201, 202, 202, 202, 203, 204, 206, 226, 304, 307, 400, 403, 404, 408, 409, 410, 412, 416,
                416, 429, 500, 503, 507];

        private readonly bool[] _arrived = new bool[content.Length];
        private double _lies = lies;
        private bool _asked;

        public byte[] Content => content;

        public int Missing => _arrived.AsSpan().Count(false);

        public int Requests { get; private set; }

        public int Puts { get; private set; }

        public void TellTheTruth() => _lies = 0;

        public void ArrivedBefore()
        {
            for (int from = 0; from < content.Length; from += random.Next(1, content.Length + 1))
                _arrived.AsSpan(from, random.Next(content.Length - from)).Fill(true);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post)
                return Answer(200, Session);
            Requests++;
            // The first status request after a resumption must get a correct response, because the client has no other
            // information about earlier processes.
            bool isLie = random.NextDouble() < _lies && (Puts > 0 || request.Method == HttpMethod.Put || _asked);
            _asked = true;
            if (request.Method == HttpMethod.Put)
            {
                Puts++;
                await ReceiveAsync(request.Content!, isLie && random.Next(3) == 0, cancellationToken)
                    .ConfigureAwait(false);
                if (!isLie)
                    return Missing == 0 ? Answer(201, """{"id":"7"}""") : Answer(202, State());
            }
            else if (!isLie)
            {
                return Answer(200, State());
            }
            return Answer(Statuses[random.Next(Statuses.Length)], Lie());
        }

        private async Task ReceiveAsync(HttpContent body, bool breaks, CancellationToken cancellationToken)
        {
            ContentRangeHeaderValue range = body.Headers.ContentRange!;
            var sink = new Sink(this, (int)(range.From ?? 0),
                breaks ? random.Next((int)(range.To - range.From + 2 ?? 1)) : int.MaxValue);
            try
            {
                await body.CopyToAsync(sink, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException exception)
            {
                throw new HttpRequestException("The connection broke.", exception);
            }
        }

        private string State() => JsonSerializer.Serialize(new { nextExpectedRanges = Ranges(truthful: true) });

        private string? Lie() => random.Next(12) switch
        {
            0 => null,
            1 => "{}",
            2 => """{"id":"7"}""",
            3 => """{"nextExpectedRanges":[]}""",
            4 => """{"id":"7","nextExpectedRanges":[]}""",
            5 => """{"nextExpectedRanges":null}""",
            6 => "<html>{",
            7 => State(),
            8 => JsonSerializer.Serialize(new { id = "7", nextExpectedRanges = Ranges(truthful: false) }),
            9 => JsonSerializer.Serialize(new { nextExpectedRanges = Ranges(truthful: false).FirstOrDefault() }),
            _ => JsonSerializer.Serialize(new { nextExpectedRanges = Ranges(truthful: false) }),
        };

        private List<string> Ranges(bool truthful)
        {
            List<string> ranges = [];
            if (!truthful)
            {
                for (int count = random.Next(4); count > 0; count--)
                    ranges.Add(Range());
                return ranges;
            }
            for (int from = Array.IndexOf(_arrived, false); from >= 0;)
            {
                int end = Array.IndexOf(_arrived, true, from);
                ranges.Add(end < 0 ? $"{from}-" : $"{from}-{end - 1}");
                from = end < 0 ? -1 : Array.IndexOf(_arrived, false, end);
            }
            return ranges;
        }

        private string Range()
        {
            long from = random.Next(content.Length + 1);
            return random.Next(9) switch
            {
                0 => "0-",
                1 => from.ToString(CultureInfo.InvariantCulture),
                2 => $"{content.Length}-",
                3 => $"{content.Length + random.Next(1, 1000)}-",
                4 => $"{long.MaxValue - random.Next(2)}-{long.MaxValue}",
                5 => new[] { "-5", "a-b", "1-2-3", "", "99999999999999999999-", "\ud83d" }[random.Next(6)],
                6 => $"{from}-",
                _ => $"{from}-{from + random.Next(-3, content.Length + 3)}",
            };
        }

        private static HttpResponseMessage Answer(int status, string? body) => new((HttpStatusCode)status)
        {
            Content = new StringContent(body ?? "", Encoding.UTF8, "application/json"),
        };

        /// <summary>
        /// Stores the pieces of a range until the connection breaks. It also stores the piece in which the connection
        /// breaks, because a client cannot know how much of it arrived and must trust the session.
        /// </summary>
        private sealed class Sink(LyingService service, int from, int limit) : MemoryStream
        {
            private int _next = from;
            private int _left = limit;

            public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer,
                CancellationToken cancellationToken = default)
            {
                if (!buffer.Span.SequenceEqual(service.Content.AsSpan(_next, buffer.Length)))
                    throw new FuzzFailureException(
                        $"Wrong bytes were sent for the range at {_next}.");
                service._arrived.AsSpan(_next, buffer.Length).Fill(true);
                _next += buffer.Length;
                if ((_left -= buffer.Length) <= 0)
                    throw new IOException("The connection broke.");
                return ValueTask.CompletedTask;
            }
        }
    }

    private sealed class ForwardOnly(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
