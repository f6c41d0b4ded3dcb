using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Responses;

public sealed class PagingTests
{
    [Fact]
    public async Task Items_come_from_all_pages_an_empty_one_included()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"/v1.0/items?$skiptoken=a%20b&$top=2"}"""),
            new Answer(200, """{"@odata.nextLink":"items?page=3","value":[]}"""),
            new Answer(200, """{"value":[{"id":"3"}]}"""));
        using TestClient client = server.CreateClient();
        List<string?> ids = [];
        await foreach (DriveItem item in client.Items.List(new ItemListRequest { Top = 2, Prefer = "x" }, Watchdog.Token))
            ids.Add(item.Id);

        Assert.Equal(["1", "2", "3"], ids);
        Assert.Equal(
            ["/v1.0/items?$top=2", "/v1.0/items?$skiptoken=a%20b&$top=2", "/v1.0/items?page=3"],
            server.Requests.Select(request => request.Target));
        Assert.All(server.Requests, request => Assert.Equal("x", request.Header("Prefer")));
    }

    [Fact]
    public async Task Nothing_is_sent_before_and_nothing_beyond_what_is_asked_for()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"?page=2"}"""));
        using TestClient client = server.CreateClient();
        AsyncPageable<DriveItem> items = client.Items.List(cancellationToken: Watchdog.Token);
        Assert.Empty(server.Requests);

        await foreach (DriveItem item in items)
        {
            if (item.Id == "2")
                break;
        }
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Pages_have_their_links_count_and_answer()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"@odata.context":"x","@odata.count":3,"value":[{"id":"1"}],"@odata.deltaLink":"/v1.0/items?token=d"}""", ("request-id", "r")));
        using TestClient client = server.CreateClient();
        List<Page<DriveItem>> pages = [];
        await foreach (Page<DriveItem> page in client.Items.List(cancellationToken: Watchdog.Token).AsPages())
            pages.Add(page);

        Page<DriveItem> only = Assert.Single(pages);
        Assert.Equal((3, null, "r", 200), (only.Count, only.NextLink, only.RawResponse.RequestId, only.RawResponse.Status));
        Assert.Equal(new Uri(server.Root, "/v1.0/items?token=d"), only.DeltaLink);
    }

    [Fact]
    public async Task A_saved_link_is_resumed_from()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """[{"id":"9"}]"""));
        using TestClient client = server.CreateClient();
        List<string?> ids = [];
        await foreach (Page<DriveItem> page in client.Items.List(cancellationToken: Watchdog.Token).AsPages(new Uri(server.Root, "/v1.0/items?page=7").AbsoluteUri))
            ids.AddRange(page.Values.Select(item => item.Id));

        Assert.Equal(["9"], ids);
        Assert.Equal("/v1.0/items?page=7", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task A_repeated_link_is_an_error_and_no_loop()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """{"value":[{}],"@odata.nextLink":"?page=2"}"""));
        using TestClient client = server.CreateClient();
        int items = 0;

        await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.List(cancellationToken: Watchdog.Token))
                items++;
        });
        Assert.Equal((2, 2), (items, server.Requests.Count));
    }

    [Fact]
    public async Task Enumeration_can_be_cancelled_inside_a_page()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """{"value":[{},{},{}],"@odata.nextLink":"?page=2"}"""));
        using TestClient client = server.CreateClient();
        using var cancellation = new CancellationTokenSource();
        int items = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.List(cancellationToken: Watchdog.Token).WithCancellation(cancellation.Token))
            {
                if (++items == 2)
                    await cancellation.CancelAsync();
            }
        });
        Assert.Equal((2, 1), (items, server.Requests.Count));
    }

    [Fact]
    public async Task The_operation_s_own_token_cancels_between_pages()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """{"value":[{}],"@odata.nextLink":"?page=2"}"""));
        using TestClient client = server.CreateClient();
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.List(cancellationToken: cancellation.Token))
                await cancellation.CancelAsync();
        });
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Pages_can_be_made_by_hand()
    {
        var pages = AsyncPageable<int>.FromPages([new Page<int>([1, 2], new Uri("https://x/2")), new Page<int>([3])]);
        List<int> all = [];
        await foreach (int item in pages)
            all.Add(item);
        List<int> rest = [];
        await foreach (Page<int> page in pages.AsPages("https://x/2"))
            rest.AddRange(page.Values);

        Assert.Equal([1, 2, 3], all);
        Assert.Equal([3], rest);
    }
}
