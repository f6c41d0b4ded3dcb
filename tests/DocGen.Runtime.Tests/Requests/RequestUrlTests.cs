using System.Globalization;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Requests;

public sealed class RequestUrlTests
{
    private static readonly string[] Selected = ["id", "na,me"];

    [Theory]
    [InlineData("/items/{item-id}", "a b", "/v1.0/items/a%20b")]
    [InlineData("/items/{item-id}", "a/b?c#d%e", "/v1.0/items/a%2Fb%3Fc%23d%25e")]
    [InlineData("/items/{item-id}", "é😀", "/v1.0/items/%C3%A9%F0%9F%98%80")]
    [InlineData("/items/{item-id}", "...", "/v1.0/items/...")]
    [InlineData("/items/{item-id}", "%2e%2e", "/v1.0/items/%252e%252e")]
    [InlineData("/root:/{+item-path}:/children", "a b/c.txt", "/v1.0/root:/a%20b/c.txt:/children")]
    [InlineData("/root:/{+item-path}:/children", "/a/b:c?d", "/v1.0/root:/a/b%3Ac%3Fd:/children")]
    [InlineData("/root:{+item-path}", "/a/b", "/v1.0/root:/a/b")]
    [InlineData("/search(q='{text}')", "it's/all", "/v1.0/search(q='it%27%27s%2Fall')")]
    [InlineData("items/{item-id}", "1", "/v1.0/items/1")]
    public async Task A_value_is_escaped_for_its_placeholder(string template, string value, string target)
    {
        Assert.Equal(target, await SentTargetAsync(new TestRequest(HttpMethod.Get, template, value)));
    }

    [Theory]
    [InlineData("/items/{item-id}", "")]
    [InlineData("/items/{item-id}", null)]
    [InlineData("/items/{item-id}", ".")]
    [InlineData("/items/{item-id}", "..")]
    [InlineData("/items/{item-id}", "a\r\nX-Evil: 1")]
    [InlineData("/items/{item-id}", "a\nb")]
    [InlineData("/root:/{+item-id}", "a/../b")]
    [InlineData("/root:/{+item-id}", "a//b")]
    [InlineData("/root:/{+item-id}", "a/")]
    [InlineData("/root:/{+item-id}", "/")]
    public void A_value_that_cannot_be_escaped_is_refused_with_its_placeholder(string template, string? value)
    {
        var exception = Assert.Throws<ArgumentException>(() => new TestRequest(HttpMethod.Get, template, value!));

        Assert.Contains("'item-id'", exception.Message, StringComparison.Ordinal);
        Assert.Equal("item-id", exception.ParamName);
    }

    [Fact]
    public void Values_that_form_a_dot_segment_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new TestRequest(HttpMethod.Get, "/items/.{a}", "."));
        Assert.Throws<ArgumentException>(() => new TestRequest(HttpMethod.Get, "/items/{a}/x", ".."));
    }

    [Fact]
    public void The_number_of_values_must_match_the_placeholders()
    {
        Assert.Throws<ArgumentException>(() => new TestRequest(HttpMethod.Get, "/items/{item-id}"));
        Assert.Throws<ArgumentException>(() => new TestRequest(HttpMethod.Get, "/items", "1"));
        Assert.Throws<ArgumentException>(() => new TestRequest(HttpMethod.Get, "/items/{item-id", "1"));
    }

    [Theory]
    [InlineData("/v1.0", "/v1.0/items")]
    [InlineData("/v1.0/", "/v1.0/items")]
    [InlineData("/", "/items")]
    [InlineData("/a/b%20c/", "/a/b%20c/items")]
    public async Task The_service_root_keeps_its_path(string root, string target)
    {
        Assert.Equal(target, await SentTargetAsync(TestRequest.Get("/items"), root));
    }

    [Fact]
    public async Task Query_options_are_encoded_and_null_options_are_omitted()
    {
        var request = new TestRequest(HttpMethod.Get, "/items")
        {
            QueryOptions = query =>
            {
                query.Add("$filter", "name eq 'a&b'");
                query.Add("$top", (int?)null);
                query.Add("$select", Selected);
                query.Add("empty", "");
                query.Add("$count", (bool?)true);
                query.Add("behavior", (ConflictBehavior?)ConflictBehavior.Rename);
            },
        };
        request.Query["x y"] = "1+1";

        Assert.Equal(
            "/v1.0/items?$filter=name%20eq%20%27a%26b%27&$select=id,na%2Cme&empty=&$count=true" +
                "&behavior=rename&x%20y=1%2B1",
            await SentTargetAsync(request));
    }

    [Fact]
    public async Task Values_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI");
            var request = new TestRequest(HttpMethod.Get, "/items/find")
            {
                Arguments = arguments =>
                {
                    arguments.Add("a", (int?)-5);
                    arguments.Add("b", (float?)1.5f);
                    arguments.Add("c", (decimal?)-1.10m);
                    arguments.Add("d", (bool?)true);
                    arguments.Add("e", (float?)float.PositiveInfinity);
                },
                HeaderOptions = headers =>
                {
                    headers.Add("X-Number", (double?)-1.5);
                    headers.Add("X-List", [1.5, 2]);
                },
                QueryOptions = query =>
                {
                    query.Add("a", (long?)-5);
                    query.Add("b", (double?)1.5);
                    query.Add("c", (decimal?)-1.10m);
                    query.Add("d", (DateTimeOffset?)new DateTimeOffset(2026, 5, 17, 8, 0, 0, TimeSpan.Zero));
                    query.Add("e", (DateOnly?)new DateOnly(2026, 5, 17));
                    query.Add("f", (TimeOnly?)new TimeOnly(8, 0));
                    query.Add("g", (TimeSpan?)TimeSpan.FromMinutes(5));
                    query.Add("h", (Guid?)Guid.Empty);
                },
            };

            await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
            using TestClient client = server.CreateClient();
            await client.SendAsync(request, Watchdog.Token);

            ReceivedRequest received = Assert.Single(server.Requests);
            Assert.Equal(("-1.5", "1.5, 2"), (received.Header("X-Number"), received.Header("X-List")));
            Assert.Equal(
                "/v1.0/items/find(a=-5,b=1.5,c=-1.10,d=true,e=INF)?a=-5&b=1.5&c=-1.10&d=2026-05-17T08%3A00%3A00Z" +
                    "&e=2026-05-17&f=08%3A00%3A00&g=PT5M&h=00000000-0000-0000-0000-000000000000",
                received.Target);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_query_option_of_the_caller_overrides_the_documented_option()
    {
        var request = new TestRequest(HttpMethod.Get,
            "/items")
        { QueryOptions = static query => query.Add("$top", (int?)5) };
        request.Query["$top"] = "7";
        request.Query["gone"] = "1";
        request.Query["gone"] = null;

        Assert.Equal("/v1.0/items?$top=7", await SentTargetAsync(request));
    }

    [Theory]
    [InlineData("/items/search", "/v1.0/items/search(q='it%27%27s',n=5,on=2026-05-17,for=duration'PT5M')")]
    [InlineData("/items/search()", "/v1.0/items/search(q='it%27%27s',n=5,on=2026-05-17,for=duration'PT5M')")]
    public async Task Function_arguments_are_appended_to_the_path_as_literals(string template, string target)
    {
        var request = new TestRequest(HttpMethod.Get, template)
        {
            Arguments = static arguments =>
            {
                arguments.Add("q", "it's");
                arguments.Add("none", (string?)null);
                arguments.Add("n", (int?)5);
                arguments.Add("on", (DateOnly?)new DateOnly(2026, 5, 17));
                arguments.Add("for", (TimeSpan?)TimeSpan.FromMinutes(5));
            },
        };

        Assert.Equal(target, await SentTargetAsync(request));
    }

    [Fact]
    public async Task A_path_without_arguments_is_unchanged()
    {
        var request = new TestRequest(HttpMethod.Get,
            "/items/search()")
        { Arguments = static a => a.Add("q", (string?)null) };

        Assert.Equal("/v1.0/items/search()", await SentTargetAsync(request));
    }

    [Fact]
    public async Task A_copy_has_the_same_target_and_separate_options()
    {
        var request = TestRequest.Get();
        request.Query["a"] = "1";
        request.Headers["X-A"] = "1";
        var copy = new TestRequest(request);
        copy.Query["b"] = "2";
        request.Headers["X-A"] = "2";

        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        await client.SendAsync(copy, Watchdog.Token);
        await client.SendAsync(request, Watchdog.Token);

        Assert.Equal(["/v1.0/items/1?a=1&b=2", "/v1.0/items/1?a=1"],
            server.Requests.Select(received => received.Target));
        Assert.Equal(["1", "2"], server.Requests.Select(received => received.Header("X-A")));
    }

    private static async Task<string> SentTargetAsync(TestRequest request, string root = "/v1.0")
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(path: root);
        await client.SendAsync(request, Watchdog.Token);
        return Assert.Single(server.Requests).Target;
    }

    [Fact]
    public async Task Empty_lists_are_omitted_from_the_query_and_the_headers()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200));
        using TestClient client = server.CreateClient();
        await client.SendAsync(
            new TestRequest(HttpMethod.Get, "/items")
            {
                QueryOptions = static query =>
                {
                    query.Add("$select", Array.Empty<string>());
                    query.Add("ids", Array.Empty<int>());
                    query.Add("$top", (int?)5);
                    query.Add("empty", "");
                },
                HeaderOptions = static headers => headers.Add("Prefer", Array.Empty<string>()),
            },
            Watchdog.Token);
        await client.SendAsync(
            new TestRequest(HttpMethod.Get,
                "/items/find")
            { Arguments = static arguments => arguments.Add("ids", Array.Empty<string>()) },
            Watchdog.Token);

        Assert.Equal(["/v1.0/items?$top=5&empty=", "/v1.0/items/find(ids=[])"],
            server.Requests.Select(request => request.Target));
        Assert.Null(server.Requests[0].Header("Prefer"));
    }
}
