using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Requests;

public sealed class QueryOptionTests
{
    [Fact]
    public async Task Options_that_are_not_assigned_are_not_sent() =>
        Assert.Equal("/v1.0/items", await SentAsync(new ItemsRequest()));

    [Fact]
    public async Task All_options_of_a_collection_are_sent_with_their_OData_names()
    {
        var request = new ItemsRequest
        {
            Count = true,
            Expand = ["parts($select=id)", "owner"],
            Filter = "name eq 'a&b'",
            OrderBy = ["name desc", "id"],
            Search = "\"a b\"",
            Select = ["id", "name"],
            Skip = 0,
            Top = 10,
        };

        string sent = await SentAsync(request);

        Assert.Equal(
            "/v1.0/items?$count=true&$expand=parts($select=id),owner&$select=id,name&$filter=name eq " +
            "'a&b'&$orderby=name desc,id&$search=\"a b\"&$skip=0&$top=10",
            Uri.UnescapeDataString(sent));
        Assert.Equal(sent, await SentAsync(new ItemsRequest(request)));
    }

    [Fact]
    public async Task An_option_of_the_caller_overrides_the_property_and_empty_lists_are_omitted()
    {
        var request = new ItemsRequest { Top = 10, OrderBy = [] };
        request.Query["$top"] = "all";

        Assert.Equal("/v1.0/items?$top=all", await SentAsync(request));
    }

    [Fact]
    public async Task A_list_in_the_query_repeats_its_key_unless_the_caller_sets_it()
    {
        var request = new TestRequest(HttpMethod.Get, "/items")
        {
            QueryOptions = query =>
            {
                query.AddEach("ids[]", (IEnumerable<int>)[1, 2]);
                query.AddEach("tag", ["a b", "c"]);
                query.AddEach("none", (IEnumerable<string>?)null);
                query.AddEach("own", ["x"]);
            },
        };
        request.Query["own"] = "y";
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        await client.SendAsync(request, Watchdog.Token);

        Assert.Equal("/v1.0/items?ids%5B%5D=1&ids%5B%5D=2&tag=a%20b&tag=c&own=y",
            Assert.Single(server.Requests).Target);
    }

    private static async Task<string> SentAsync(ItemsRequest request)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        await client.SendAsync(request, Watchdog.Token);
        return Assert.Single(server.Requests).Target;
    }

    private sealed class ItemsRequest : ApiCollectionRequest<Response<DriveItem>>
    {
        public ItemsRequest()
            : base("GET", "/items")
        {
        }

        public ItemsRequest(ItemsRequest other)
            : base(other)
        {
        }

        protected override Response<DriveItem> CreateResponse(ResponseContext response) =>
            new(response, JsonRead.Resource<DriveItem>, isWrapped: false);
    }
}
