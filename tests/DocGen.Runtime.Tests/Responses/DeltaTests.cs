using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Responses;

public sealed class DeltaTests
{
    private static readonly Answer First = new(200,
        """{"value":[{"id":"1"}],"@odata.nextLink":"/v1.0/items?page=2"}""");
    private static readonly Answer Last = new(200,
        """{"value":[{"id":"2"}],"@odata.deltaLink":"/v1.0/items?token=a"}""");

    [Fact]
    public async Task The_delta_link_is_available_after_the_last_page_and_returns_later_changes()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            First, Last, new Answer(200, """{"value":[{"id":"3"}],"@odata.deltaLink":"/v1.0/items?token=b"}"""));
        using TestClient client = server.CreateClient();
        DeltaPageable<DriveItem> changes = client.Items.Delta();
        Assert.Null(changes.DeltaLink);

        Assert.Equal(["1", "2"], await IdsAsync(changes));
        Assert.Equal(new Uri(server.Root, "/v1.0/items?token=a"), changes.DeltaLink);

        DeltaPageable<DriveItem> next = client.Items.Delta().ResumeFrom(changes.DeltaLink!);
        Assert.Equal(["3"], await IdsAsync(next));
        Assert.Equal("/v1.0/items?token=b", next.DeltaLink!.PathAndQuery);
        Assert.Equal(["/v1.0/items", "/v1.0/items?page=2", "/v1.0/items?token=a"],
            server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task An_unfinished_enumeration_has_no_delta_link_and_can_be_resumed_from_its_next_link()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(First, Last);
        using TestClient client = server.CreateClient();
        DeltaPageable<DriveItem> changes = client.Items.Delta();
        Uri? next = null;
        await foreach (Page<DriveItem> page in changes.AsPages())
        {
            next = page.NextLink;
            break;
        }
        Assert.Null(changes.DeltaLink);

        DeltaPageable<DriveItem> rest = changes.ResumeFrom(next!);
        Assert.Equal(["2"], await IdsAsync(rest));
        Assert.Equal("/v1.0/items?token=a", rest.DeltaLink!.PathAndQuery);
    }

    [Fact]
    public async Task An_expired_delta_link_is_an_error_with_its_status()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(410, null, ("Location", "/v1.0/items")));
        using TestClient client = server.CreateClient();
        DeltaPageable<DriveItem> changes = client.Items.Delta()
            .ResumeFrom(new Uri(server.Root, "/v1.0/items?token=old"));
        ApiException error = await Assert.ThrowsAsync<ApiException>(() => IdsAsync(changes));

        Assert.Equal((410, "/v1.0/items"), (error.Status, error.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_delta_link_to_another_host_is_not_followed()
    {
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(new Answer(200, """{"value":[]}"""));
        await using LoopbackServer server = await LoopbackServer.StartAsync(First);
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));

        await Assert.ThrowsAsync<ArgumentException>(
            () => IdsAsync(client.Items.Delta().ResumeFrom(new Uri(foreign.Root, "/x"))));
        Assert.Empty(foreign.Requests);
    }

    [Fact]
    public async Task Enumeration_can_be_cancelled()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(First, Last);
        using TestClient client = server.CreateClient();
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (DriveItem item in client.Items.Delta().WithCancellation(source.Token))
                await source.CancelAsync();
        });

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_DeltaPageable_can_be_created_from_pages()
    {
        DeltaPageable<DriveItem> changes = DeltaPageable<DriveItem>.FromPages(
            [new Page<DriveItem>([new DriveItem { Id = "1" }], deltaLink: new Uri("https://a.example.com/delta"))]);

        Assert.Equal(["1"], await IdsAsync(changes));
        Assert.Equal("https://a.example.com/delta", changes.DeltaLink?.AbsoluteUri);
    }

    private static async Task<List<string?>> IdsAsync(DeltaPageable<DriveItem> changes)
    {
        List<string?> ids = [];
        await foreach (DriveItem item in changes.WithCancellation(Watchdog.Token))
            ids.Add(item.Id);
        return ids;
    }
}
