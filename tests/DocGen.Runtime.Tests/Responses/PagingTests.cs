using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Responses;

public sealed class PagingTests
{
    [Fact]
    public async Task Items_come_from_all_pages_even_after_an_empty_page()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200,
                """{"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"/v1.0/items?$skiptoken=a%20b&$top=2"}"""),
            new Answer(200, """{"@odata.nextLink":"items?page=3","value":[]}"""),
            new Answer(200, """{"value":[{"id":"3"}]}"""));
        using TestClient client = server.CreateClient();
        List<string?> ids = [];
        await foreach (DriveItem item in client.Items
            .List(new ItemListRequest { Top = 2, Prefer = "x" }, Watchdog.Token))
            ids.Add(item.Id);

        Assert.Equal(["1", "2", "3"], ids);
        Assert.Equal(
            ["/v1.0/items?$top=2", "/v1.0/items?$skiptoken=a%20b&$top=2", "/v1.0/items?page=3"],
            server.Requests.Select(request => request.Target));
        Assert.All(server.Requests, request => Assert.Equal("x", request.Header("Prefer")));
    }

    [Fact]
    public async Task A_failure_of_a_later_page_has_the_number_of_the_page()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":[{"id":"1"}],"@odata.nextLink":"?secret=1"}"""), new Answer(404, ""));
        using TestClient client = server.CreateClient();

        ApiException exception = await Assert.ThrowsAnyAsync<ApiException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.List(cancellationToken: Watchdog.Token))
                continue;
        });

        Assert.Equal("GET /items at 127.0.0.1, page 2, returned 404 (NotFound)", exception.Message);
    }

    [Fact]
    public async Task An_example_is_the_only_page_of_its_collection()
    {
        using var examples = new ExampleHandler(
            [new("ItemListRequest", [], 200, [], """{"value":[{"id":"1"}],"@odata.nextLink":"?page=2"}""")]);
        using var http = new HttpClient(examples);
        using var client = new TestClient(
            new ServiceClientOptions { ServiceRoot = new Uri("https://a.test"), HttpClient = http });
        List<string?> ids = [];
        await foreach (DriveItem item in client.Items.List(cancellationToken: Watchdog.Token))
            ids.Add(item.Id);

        Assert.Equal(["1"], ids);
    }

    [Theory]
    [InlineData("text/html; charset=utf-8", "Expected JSON, but the body is text/html. '<' is ")]
    [InlineData("application/json", "'<' is ")]
    public async Task A_body_that_is_not_JSON_is_named_by_its_media_type(string type, string reason)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, "<html></html>", ("Content-Type", type)));
        using TestClient client = server.CreateClient();

        var exception = await Assert.ThrowsAsync<UnexpectedResponseException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.List(cancellationToken: Watchdog.Token))
                continue;
        });

        Assert.StartsWith("GET /items at 127.0.0.1 returned 200 (OK): " + reason, exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_requested_only_when_they_are_enumerated()
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
    public async Task Pages_have_their_links_count_and_response()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200,
                """
                {"@odata.context":"x","@odata.count":3,"value":[{"id":"1"}],"@odata.deltaLink":"/v1.0/items?token=d"}
                """,
                ("request-id", "r")));
        using TestClient client = server.CreateClient();
        List<Page<DriveItem>> pages = [];
        await foreach (Page<DriveItem> page in client.Items.List(cancellationToken: Watchdog.Token).AsPages())
            pages.Add(page);

        Page<DriveItem> only = Assert.Single(pages);
        Assert.Equal((3, null, "r", 200),
            (only.Count, only.NextLink, only.RawResponse.RequestId, only.RawResponse.Status));
        Assert.Equal(new Uri(server.Root, "/v1.0/items?token=d"), only.DeltaLink);
    }

    [Fact]
    public async Task Enumeration_resumes_from_a_saved_link()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """[{"id":"9"}]"""));
        using TestClient client = server.CreateClient();
        List<string?> ids = [];
        await foreach (Page<DriveItem> page in client.Items.List(cancellationToken: Watchdog.Token)
            .AsPages(new Uri(server.Root, "/v1.0/items?page=7").AbsoluteUri))
            ids.AddRange(page.Values.Select(item => item.Id));

        Assert.Equal(["9"], ids);
        Assert.Equal("/v1.0/items?page=7", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task A_repeated_link_is_an_error_and_not_an_endless_loop()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":[{}],"@odata.nextLink":"?page=2"}"""));
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
    public async Task More_empty_pages_in_a_row_than_MaxEmptyPages_are_an_error()
    {
        int page = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) =>
            new Answer(200, $$"""{"value":[],"@odata.nextLink":"?page={{++page}}"}""",
                ("request-id", $"r{page}")).WriteAsync(context));
        using TestClient client = server.CreateClient(options => options.MaxEmptyPages = 20);

        var exception = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.Delta().WithCancellation(Watchdog.Token))
                Assert.Fail("There are no items.");
        });
        Assert.Equal((200, "r21", 21), (exception.Status, exception.RequestId, server.Requests.Count));
        Assert.Contains("GET /items", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MaxEmptyPages_counts_only_empty_pages_in_a_row()
    {
        int page = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) =>
        {
            string items = ++page % 3 == 0 ? "{}" : "";
            string link = page < 12 ? $",\"@odata.nextLink\":\"?page={page}\"" : "";
            return new Answer(200, $$"""{"value":[{{items}}]{{link}}}""").WriteAsync(context);
        });
        using TestClient client = server.CreateClient(options => options.MaxEmptyPages = 2);
        int count = 0;
        await foreach (DriveItem _ in client.Items.List(cancellationToken: Watchdog.Token))
            count++;

        Assert.Equal((4, 12), (count, server.Requests.Count));
        Assert.Equal(1000, new ServiceClientOptions().MaxEmptyPages);
    }

    [Fact]
    public async Task A_link_to_the_page_itself_is_an_error_before_an_item_repeats()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) =>
            new Answer(200, $$"""{"value":[{"id":"1"}],"@odata.nextLink":"{{request.Target}}"}""",
                ("request-id", "r")).WriteAsync(context));
        using TestClient client = server.CreateClient();
        int items = 0;

        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.List(new ItemListRequest { Top = 5 }, Watchdog.Token))
                items++;
        });
        Assert.Equal((1, 1, 200, "r"), (items, server.Requests.Count, error.Status, error.RequestId));
    }

    [Theory]
    [InlineData("\"http://[bad\"")]
    [InlineData("7")]
    [InlineData("{\"href\":\"/x\"}")]
    [InlineData("\"\\uD83D\"")]
    public async Task An_invalid_link_is_an_error_after_its_page_was_returned(string link)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, $$"""{"@odata.nextLink":{{link}},"value":[{"id":"1"}]}"""));
        using TestClient client = server.CreateClient();
        int items = 0;

        await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.List(cancellationToken: Watchdog.Token))
                items++;
        });
        Page<DriveItem> page = await client.SendAsync(new ItemListRequest(), Watchdog.Token);
        Assert.Equal((1, null, "$['@odata.nextLink']", link),
            (items, page.NextLink, page.RawResponse.GetMisfits()[0].Path, page.RawResponse.GetMisfits()[0].Json));
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("http://[bad")]
    [InlineData("https://foreign.example.com/x")]
    public void A_saved_link_to_another_host_is_an_ArgumentException(string link)
    {
        using var client = new TestClient(
            new ServiceClientOptions { ServiceRoot = new Uri("https://api.contoso.example") });

        Assert.Throws<ArgumentException>(() => client.Items.List().AsPages(link));
    }

    [Fact]
    public async Task The_token_of_the_operation_cancels_within_a_page_and_is_in_the_exception()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":[{},{},{}],"@odata.nextLink":"?page=2"}"""));
        using TestClient client = server.CreateClient();
        using var cancellation = new CancellationTokenSource();
        int items = 0;

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.List(cancellationToken: cancellation.Token))
            {
                items++;
                await cancellation.CancelAsync();
            }
        });
        Assert.Equal((1, cancellation.Token), (items, canceled.CancellationToken));

        var delta = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.Delta(cancellation.Token))
                items++;
        });
        Assert.Equal((1, cancellation.Token), (items, delta.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_request_is_cancelled_by_either_token_of_the_caller(bool isMethods)
    {
        var arrived = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using TestClient client = server.CreateClient();
        using var cancellation = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        AsyncPageable<DriveItem> items = client.Items
            .List(cancellationToken: isMethods ? cancellation.Token : other.Token);
        IAsyncEnumerator<DriveItem> enumerator = items.GetAsyncEnumerator(isMethods ? other.Token : cancellation.Token);
        Task<bool> next = enumerator.MoveNextAsync().AsTask();
        await arrived.Task.WaitAsync(Watchdog.Token);
        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token,
            (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next)).CancellationToken);
        await enumerator.DisposeAsync();
    }

    [Fact]
    public async Task Enumeration_can_be_cancelled_within_a_page()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":[{},{},{}],"@odata.nextLink":"?page=2"}"""));
        using TestClient client = server.CreateClient();
        using var cancellation = new CancellationTokenSource();
        int items = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (DriveItem _ in client.Items.List(cancellationToken: Watchdog.Token)
                .WithCancellation(cancellation.Token))
            {
                if (++items == 2)
                    await cancellation.CancelAsync();
            }
        });
        Assert.Equal((2, 1), (items, server.Requests.Count));
    }

    [Fact]
    public async Task The_token_of_the_operation_cancels_between_pages()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":[{}],"@odata.nextLink":"?page=2"}"""));
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
    public async Task An_AsyncPageable_can_be_created_from_pages()
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
