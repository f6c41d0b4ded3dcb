using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Requests;

/// <summary>Tests requests whose payload is an argument of the method that sends them.</summary>
public sealed class PayloadTests
{
    private sealed class AddRequest() : ApiRequest<Response, DriveItem>("POST", "/items")
    {
        public bool? Notify { get; init; }

        protected override RequestBody CreateBody(DriveItem body) => RequestBody.Json(this, body);

        protected override void WriteBody(ResourceWriter writer, DriveItem payload)
        {
            writer.Members(payload);
            writer.Constant("notify"u8, Notify == true ? "yes" : "no");
        }

        protected override Response CreateResponse(ResponseContext response) => new(response);
    }

    private sealed class FindRequest() : ApiRequest<Page<DriveItem>, DriveItem>("POST", "/find")
    {
        protected override RequestBody CreateBody(DriveItem body) => RequestBody.Json(body, nameof(body));

        protected override Page<DriveItem> CreateResponse(ResponseContext response) => response.ReadPage<DriveItem>();
    }

    [Fact]
    public async Task A_payload_and_members_of_the_request_form_one_object()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(204));
        using TestClient client = server.CreateClient();

        await client.SendAsync(new AddRequest { Notify = true }, new DriveItem { Name = "a" }, Watchdog.Token);

        Assert.Equal(["""{"name":"a","notify":"yes"}"""], server.Requests.Select(request => request.Text));
    }

    [Fact]
    public async Task A_payload_that_is_null_is_refused_before_anything_is_sent()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(204));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAsync<ArgumentNullException>(
            () => client.SendAsync(new AddRequest(), null!, Watchdog.Token));
        Assert.Throws<ArgumentNullException>(() => client.GetPages(new FindRequest(), null!));
        Assert.Throws<ArgumentNullException>(() => new Batch(client).Add(new AddRequest(), null!));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Only_the_request_for_the_first_page_has_the_payload()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":[{"id":"1"}],"@odata.nextLink":"?page=2"}"""),
            new Answer(200, """{"value":[{"id":"2"}]}"""));
        using TestClient client = server.CreateClient();
        List<string?> ids = [];

        await foreach (DriveItem item in client.GetPages(new FindRequest(), new DriveItem { Name = "a" },
            Watchdog.Token))
            ids.Add(item.Id);

        Assert.Equal(["1", "2"], ids);
        Assert.Equal([("POST", """{"name":"a"}"""), ("GET", "")],
            server.Requests.Select(request => (request.Method, request.Text)));
    }

    [Fact]
    public async Task A_step_of_a_batch_sends_its_payload()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"responses":[{"id":"1","status":204}]}"""));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);

        BatchStep<Response> step = batch.Add(new AddRequest(), new DriveItem { Name = "a" });
        await batch.SendAsync(Watchdog.Token);

        Assert.Equal(204, step.Response.Status);
        Assert.Contains("\"body\":{\"name\":\"a\",\"notify\":\"no\"}", server.Requests[0].Text,
            StringComparison.Ordinal);
    }
}
