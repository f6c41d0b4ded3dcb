using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Responses;

/// <summary>
/// Tests paging outside OData: the <c>Link</c> header, links and cursors in the body, and numbers in the query.
/// </summary>
public sealed class NextPageTests
{
    [Fact]
    public async Task The_Link_header_is_followed_through_all_pages()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """[{"id":"1"}]""",
                ("Link",
                    "</v1.0/items?page=1>; rel=\"first\", </v1.0/items?page=2>; title=\"a, <b>\"; rel=\"prefetch " +
                    "next\"")),
            new Answer(200, """[{"id":"2"}]""", ("Link", "<items?page=3>;rel=next")),
            new Answer(200, """[{"id":"3"}]""", ("Link", "</v1.0/items?page=1>; rel=\"first\"")));

        Assert.Equal(["1", "2", "3"], await IdsAsync(server));
        Assert.Equal(["/v1.0/items", "/v1.0/items?page=2", "/v1.0/items?page=3"], Targets(server));
    }

    [Theory]
    [InlineData("<a>; rel=\"last\", <b>; rel=\"next\"", "b")]
    [InlineData("<a>; rel=prev; rel=next", null)]
    [InlineData("<a>; title=\"rel=next\"", null)]
    [InlineData("<a>; title=\"x\\\"; rel=next\"; rel=NEXT", "a")]
    [InlineData("<a>; rel", null)]
    [InlineData("<a", null)]
    [InlineData(";,<>;=\"", null)]
    public async Task The_first_link_with_the_relation_next_is_used(string header, string? expected)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """[{"id":"1"}]""", ("Link", header)), new Answer(200, """[{"id":"2"}]"""));

        Assert.Equal(expected is null ? ["1"] : ["1", "2"], await IdsAsync(server));
        Assert.Equal(expected, server.Requests.Skip(1).Select(request => request.Target.Split('/')[^1])
            .SingleOrDefault());
    }

    [Fact]
    public async Task A_documented_link_in_the_body_is_followed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"paging":{"total":3,"next":"/v1.0/items?after=2"},"data":[{"id":"1"}]}"""),
            new Answer(200, """{"data":[{"id":"2"}],"paging":{"next":null}}"""));

        Assert.Equal(["1", "2"], await IdsAsync(server, NextPage.Link("paging.next")));
        Assert.Equal(["/v1.0/items", "/v1.0/items?after=2"], Targets(server));
    }

    [Fact]
    public async Task A_cursor_replaces_the_previous_cursor_and_keeps_the_rest_of_the_query()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"data":[{"id":"1"}],"meta":{"next_cursor":"a&b"}}"""),
            new Answer(200, """{"data":[{"id":"2"}],"meta":{"next_cursor":7}}"""),
            new Answer(200, """{"data":[{"id":"3"}],"meta":{"next_cursor":""}}"""));

        Assert.Equal(["1", "2", "3"],
            await IdsAsync(server, NextPage.Cursor("meta.next_cursor", "cursor"), "/items?limit=1"));
        Assert.Equal(["/v1.0/items?limit=1", "/v1.0/items?limit=1&cursor=a%26b", "/v1.0/items?limit=1&cursor=7"],
            Targets(server));
    }

    [Fact]
    public async Task The_page_number_grows_until_a_page_is_empty()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """[{"id":"1"}]"""), new Answer(200, """[{"id":"2"}]"""), new Answer(200, "[]"));

        Assert.Equal(["1", "2"], await IdsAsync(server, NextPage.Number("page"), "/items?page=4"));
        Assert.Equal(["/v1.0/items?page=4", "/v1.0/items?page=5", "/v1.0/items?page=6"], Targets(server));
    }

    [Fact]
    public async Task An_offset_grows_by_the_number_of_items_received()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """[{"id":"1"},{"id":"2"}]"""), new Answer(200, """[{"id":"3"}]"""), new Answer(200, "[]"));

        Assert.Equal(["1", "2", "3"], await IdsAsync(server, NextPage.Offset("offset")));
        Assert.Equal(["/v1.0/items", "/v1.0/items?offset=2", "/v1.0/items?offset=3"], Targets(server));
    }

    [Fact]
    public async Task A_service_that_ignores_the_page_number_is_an_error_and_not_an_endless_loop()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """[{"id":"1"}]"""));

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => IdsAsync(server, NextPage.Number("page")));

        Assert.Contains("previous page again", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"data":[],"paging":{"next":["x"]}}""")]
    [InlineData("""{"data":[],"paging":"x"}""")]
    public async Task A_link_that_does_not_match_the_docs_is_an_error_and_not_the_end(string body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, body));

        ApiException error = await Assert.ThrowsAsync<ApiException>(
            () => IdsAsync(server, NextPage.Link("paging.next")));

        Assert.Contains("not a valid URL", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_another_host_is_refused()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """[{"id":"1"}]""", ("Link", "<https://elsewhere.example/items>; rel=next")));

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => IdsAsync(server));

        Assert.Contains("elsewhere.example", error.Message, StringComparison.Ordinal);
    }

    private static async Task<List<string?>> IdsAsync(LoopbackServer server, NextPage? next = null,
        string path = "/items")
    {
        using TestClient client = server.CreateClient();
        List<string?> ids = [];
        await foreach (DriveItem item in client.GetPages(new Items(path, next), Watchdog.Token))
            ids.Add(item.Id);
        return ids;
    }

    private static IEnumerable<string> Targets(LoopbackServer server) =>
        server.Requests.Select(request => request.Target);

    private sealed class Items(string path, NextPage? next) : ApiRequest<Page<DriveItem>>("GET", path)
    {
        protected override Page<DriveItem> CreateResponse(ResponseContext response) => next is null
            ? response.ReadPage<DriveItem>(JsonRead.Resource<DriveItem>)
            : response.ReadPage(JsonRead.Resource<DriveItem>, "data", next);
    }
}
