using System.Net;
using System.Text;
using DocGen.Infrastructure;

namespace DocGen.Runtime.Tests.Support;

/// <summary>
/// Reads and writes JSON through a whole client. A handler returns the responses instead of a server.
/// </summary>
internal static class JsonText
{
    public static T? Read<T>(string json, JsonItemReader<T> read) => Read(Encoding.UTF8.GetBytes(json), read);

    public static T? Read<T>(byte[] json, JsonItemReader<T> read) =>
        Send(new ReadRequest<T>(context => context.ReadJson(read)), json).Value;

    public static T? ReadValue<T>(string json, JsonItemReader<T> read) =>
        Send(new ReadRequest<T>(context => context.ReadValue(read)), Encoding.UTF8.GetBytes(json)).Value;

    /// <summary>Returns the response that a client creates from a body.</summary>
    public static Response<T> Respond<T>(string json, JsonItemReader<T> read,
        Action<ServiceClientOptions>? configure = null) =>
        Send(new ValueRequest<T>(read), new AnsweringHandler(Encoding.UTF8.GetBytes(json)), configure);

    public static DriveItem ReadItem(string json) => Read<DriveItem>(json, JsonRead.Resource<DriveItem>)!;

    public static string Present<T>(T resource) where T : ApiResource =>
        Write(RequestBody.Json(resource, "Body", changesOnly: false));

    public static string Changes<T>(T resource) where T : ApiResource =>
        Write(RequestBody.Json(resource, "Body", changesOnly: true));

    public static string Write(RequestBody body)
    {
        var handler = new AnsweringHandler("{}"u8.ToArray());
        Send(new TestRequest(HttpMethod.Post, "/items") { Body = () => body }, handler);
        return handler.Sent!;
    }

    private static TResponse Send<TResponse>(ApiRequest<TResponse> request, byte[] json) =>
        Send(request, new AnsweringHandler(json));

    private static TResponse Send<TResponse>(
        ApiRequest<TResponse> request, AnsweringHandler handler, Action<ServiceClientOptions>? configure = null)
    {
        using var http = new HttpClient(handler);
        var options = new ServiceClientOptions
        {
            ServiceRoot = new Uri("https://api.contoso.example"),
            HttpClient = http
        };
        configure?.Invoke(options);
        using var client = new TestClient(options);
        return client.SendAsync(request).GetAwaiter().GetResult();
    }

    private sealed class ReadRequest<T>(Func<ResponseContext, T?> read) : ApiRequest<ReadResponse<T>>("GET", "/items")
    {
        protected override ReadResponse<T> CreateResponse(ResponseContext response) => new(read(response));
    }

    private sealed class ValueRequest<T>(JsonItemReader<T> read) : ApiRequest<Response<T>>("GET", "/items")
    {
        protected override Response<T> CreateResponse(ResponseContext response) => new(response, read, isWrapped: true);
    }

    private sealed record ReadResponse<T>(T? Value);

    private sealed class AnsweringHandler(byte[] json) : HttpMessageHandler
    {
        public string? Sent { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            Sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(json) };
        }
    }
}
