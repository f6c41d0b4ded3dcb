using System.Net;
using System.Text;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Json;

/// <summary>
/// Sends every case of the JSON suite as a response. A call throws only <see cref="ApiException"/>, and an invalid part
/// of a body does not affect its other parts.
/// </summary>
public sealed class JsonSuiteTests
{
    private static readonly string[] Members =
    [
        "text", "choice", "flag", "tiny", "short", "int", "long", "single", "double", "decimal", "guid", "instant",
        "date", "time",
        "duration", "bytes", "any", "object", "folder", "texts", "ints", "choices", "folders", "rows", "unknown",
        "@odata.type",
    ];

    [JsonSuiteFact]
    public async Task Every_case_in_every_member_is_a_value_or_a_misfit_or_throws_a_typed_exception()
    {
        var bodies = new Bodies();
        using TestClient client = bodies.CreateClient();
        foreach (string file in JsonSuite.Files)
        {
            byte[] json = await File.ReadAllBytesAsync(file);
            foreach (string member in Members)
            {
                bodies.Next = [.. Encoding.UTF8.GetBytes("{\"before\":1,\"" + member + "\":"), .. json,
                    .. ",\"after\":[2]}"u8];
                Kinds? kinds = await ReadAsync(client, file);
                if (kinds is null)
                    continue;
                // Valid JSON is written again without loss, even after its unknown members were read.
                string written = Written(kinds);
                Assert.Equal("after", kinds.AdditionalProperties.Last().Key);
                Assert.Equal(written, Written(kinds));
                Assert.Equal(written, Written(kinds.Clone()));
                Assert.Contains("\"after\":[2]", written, StringComparison.Ordinal);
            }
        }
    }

    [JsonSuiteFact]
    public async Task Every_case_as_a_whole_body_is_a_value_or_throws_a_typed_exception()
    {
        var bodies = new Bodies();
        using TestClient client = bodies.CreateClient();
        foreach (string file in JsonSuite.Files)
        {
            bodies.Next = await File.ReadAllBytesAsync(file);
            await ReadAsync(client, file);
            await OnlyApiExceptions(() => client.SendAsync(new ItemListRequest(), Watchdog.Token));
        }
    }

    [JsonSuiteFact]
    public async Task Every_case_in_an_error_body_keeps_the_exception_of_its_status()
    {
        var bodies = new Bodies { Status = HttpStatusCode.Conflict };
        using TestClient client = bodies.CreateClient();
        foreach (string file in JsonSuite.Files)
        {
            byte[] json = await File.ReadAllBytesAsync(file);
            foreach ((string before, string after) in new[]
                     {
                         ("", ""), ("{\"error\":", "}"), ("{\"error\":{\"code\":", ",\"message\":\"m\"}}"),
                         ("{\"error\":{\"message\":", ",\"code\":\"c\"}}"),
                         ("{\"error\":{\"code\":\"c\",\"innererror\":", "}}"),
                         ("{\"error\":{\"code\":\"c\",\"innererror\":{\"request-id\":", "}}}"),
                     })
            {
                bodies.Next = [.. Encoding.UTF8.GetBytes(before), .. json, .. Encoding.UTF8.GetBytes(after)];
                ConflictException error = await Assert.ThrowsAsync<ConflictException>(
                    () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
                Assert.NotEmpty(error.Message);
            }
        }
    }

    [JsonSuiteFact]
    public async Task Every_case_in_the_response_of_a_monitor_continues_or_ends_the_wait()
    {
        // An unknown status means that the job still runs, so the next response ends it.
        var bodies = new Bodies { Then = "{\"status\":\"succeeded\"}"u8.ToArray() };
        using TestClient client = bodies.CreateClient();
        foreach (string file in JsonSuite.Files)
        {
            byte[] json = await File.ReadAllBytesAsync(file);
            foreach ((string before, string after) in new[]
                     {
                         ("", ""), ("{\"status\":", "}"), ("{\"status\":\"succeeded\",\"resourceId\":", "}"),
                         ("{\"status\":\"succeeded\",\"resourceLocation\":", "}"),
                         ("{\"status\":\"succeeded\",\"percentageComplete\":", "}"),
                         ("{\"status\":\"failed\",\"error\":", "}"),
                         ("{\"status\":\"failed\",\"error\":{\"code\":", "}}"),
                     })
            {
                byte[] body = [.. Encoding.UTF8.GetBytes(before), .. json, .. Encoding.UTF8.GetBytes(after)];
                var monitor = new Uri("https://api.contoso.example/monitor");
                bodies.Next = body;
                await OnlyApiExceptions(() =>
                    LongRunningResponse.FromLocation(client, monitor)
                        .WaitForCompletionAsync(cancellationToken: Watchdog.Token));
                bodies.Next = body;
                await OnlyApiExceptions(() =>
                    new ItemCopyResponse(client, monitor).WaitForCompletionAsync(cancellationToken: Watchdog.Token));
            }
        }
    }

    [JsonSuiteFact]
    public async Task Every_case_in_the_response_of_one_step_leaves_the_other_steps_intact()
    {
        var bodies = new Bodies();
        using TestClient client = bodies.CreateClient();
        foreach (string file in JsonSuite.Files)
        {
            byte[] json = await File.ReadAllBytesAsync(file);
            foreach ((string before, string after) in new[]
                     {
                         ("", ""), ("{\"id\":\"1\",\"status\":200,\"body\":", "}"),
                         ("{\"id\":\"1\",\"status\":404,\"body\":", "}"),
                         ("{\"id\":\"1\",\"status\":404,\"body\":{\"error\":{\"code\":", "}}}"),
                         ("{\"status\":200,\"id\":", "}"), ("{\"id\":\"1\",\"status\":", "}"),
                         ("{\"id\":\"1\",\"status\":200,\"headers\":", "}"),
                         ("{\"id\":\"1\",\"status\":200,\"headers\":{\"a\":", "}}"),
                         ("{\"id\":\"1\",\"status\":200,\"headers\":{\"Content-Type\":", "},\"body\":\"\\uD83D\"}"),
                         ("{\"id\":\"1\",\"status\":200,\"headers\":{\"Content-Type\":\"text/plain\"},\"body\":", "}"),
                     })
            {
                bodies.Next =
                [
                    .. Encoding.UTF8.GetBytes("{\"responses\":[" + before), .. json,
                    .. Encoding.UTF8.GetBytes(after + ",{\"id\":\"2\",\"status\":200,\"body\":{\"id\":\"good\"}}]}"),
                ];
                var batch = new Batch(client);
                BatchStep<Response<DriveItem>> one = batch.Add(TestRequest.Post());
                BatchStep<Response<DriveItem>> two = batch.Add(TestRequest.Post());
                if (await OnlyApiExceptions(() => batch.SendAsync(Watchdog.Token)))
                    continue; // The whole body is not JSON.
                Assert.Equal("good", two.Response.Value.Id);
                Assert.True(one.IsCompleted || one.Failure is not null, file);
            }
        }
    }

    private static async Task<Kinds?> ReadAsync(TestClient client, string file)
    {
        try
        {
            Response<Kinds> response = await client.SendAsync(new KindsRequest(), Watchdog.Token);
            return response.HasValue ? response.Value : null;
        }
        catch (UnexpectedResponseException error)
        {
            Assert.Equal(200, error.Status);
            Assert.False(Path.GetFileName(file).StartsWith("y_", StringComparison.Ordinal)
                && error.RawBody!.Contains("before", StringComparison.Ordinal), file);
            return null;
        }
    }

    private static async Task<bool> OnlyApiExceptions(Func<Task> call)
    {
        try
        {
            await call();
            return false;
        }
        catch (ApiException)
        {
            return true;
        }
    }

    private static string Written(Kinds kinds)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        ResourceJson.Write(buffer, kinds);
        return Encoding.Latin1.GetString(buffer.WrittenSpan);
    }

    private sealed class KindsRequest() : ApiRequest<Response<Kinds>>("GET", "/kinds")
    {
        protected override Response<Kinds> CreateResponse(ResponseContext response) =>
            new(response, JsonRead.Resource<Kinds>);
    }

    /// <summary>Returns the next body in response to every call.</summary>
    private sealed class Bodies : HttpMessageHandler
    {
        private byte[] _next = [];
        private int _answers;

        /// <summary>
        /// The body of the next response, and of all later responses unless <see cref="Then"/> is set.
        /// </summary>
        public byte[] Next
        {
            get => Then is not null && _answers++ > 0 ? Then : _next;
            set => (_next, _answers) = (value, 0);
        }

        /// <summary>The body of each response after the next response.</summary>
        public byte[]? Then { get; init; }

        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        public TestClient CreateClient() => new(new ServiceClientOptions
        {
            ServiceRoot = new Uri("https://api.contoso.example"),
            HttpClient = new HttpClient(this),
            TimeProvider = new AdvancingTime(),
            Retry = { MaxRetries = 0 },
        });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(Status) { Content = new ByteArrayContent(Next) });
    }
}
