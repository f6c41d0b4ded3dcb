using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Requests;

public sealed class EntityReferenceTests
{
    [Theory]
    [InlineData("directoryObjects", "1", "/directoryObjects/1")]
    [InlineData("/education/classes/", "a/b c", "/education/classes/a%2Fb%20c")]
    public void A_reference_to_an_entity_consists_of_the_set_and_the_escaped_key(
        string set, string key, string address) =>
        Assert.Equal(address, EntityReference.To(set, key).ToString());

    [Theory]
    [InlineData("", "1")]
    [InlineData(" ", "1")]
    [InlineData("users", "")]
    [InlineData("users", "..")]
    [InlineData("users/../me", "1")]
    [InlineData("users", "a\nb")]
    public void An_invalid_set_or_key_is_refused(string set, string key) =>
        Assert.ThrowsAny<ArgumentException>(() => EntityReference.To(set, key));

    [Fact]
    public async Task A_reference_is_sent_as_an_absolute_URL_of_the_service()
    {
        ReceivedRequest received = await SendAsync(EntityReference.To("users", "1"), "@odata.id");

        Assert.Equal($$"""{"@odata.id":"http://{{received.Header("Host")}}/v1.0/users/1"}""", received.Text);
        Assert.Equal("application/json", received.Header("Content-Type"));
    }

    [Theory]
    [InlineData("https://other.example/users/1", "https://other.example/users/1")]
    [InlineData("users/1?x=2", "http://{host}/v1.0/users/1?x=2")]
    [InlineData("/users/1", "http://{host}/v1.0/users/1")]
    public async Task An_absolute_URL_is_kept_and_a_relative_URL_is_resolved_below_the_service_root(string address,
        string sent)
    {
        ReceivedRequest received = await SendAsync(EntityReference.To(new Uri(address, UriKind.RelativeOrAbsolute)),
            "@id");

        Assert.Equal($$"""{"@id":"{{sent.Replace("{host}", received.Header("Host"), StringComparison.Ordinal)}}"}""",
            received.Text);
    }

    [Fact]
    public async Task A_reference_in_a_query_is_absolute_too()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"),
            new Answer(200, "{}"));
        using TestClient client = server.CreateClient(path: "/v1.0");
        await client.SendAsync(new TestRequest(HttpMethod.Delete, "/groups/1/members/$ref")
        {
            QueryOptions = static query => query.Add("$id", EntityReference.To("users", "2")),
        }, Watchdog.Token);
        await client.SendAsync(new TestRequest(HttpMethod.Delete, "/groups/1/members/$ref")
        {
            QueryOptions = static query => query.Add("$id", (EntityReference?)null),
        }, Watchdog.Token);

        string host = Uri.EscapeDataString("http://" + server.Requests[0].Header("Host"));
        Assert.Equal(
            [$"/v1.0/groups/1/members/$ref?$id={host}%2Fv1.0%2Fusers%2F2", "/v1.0/groups/1/members/$ref"],
            server.Requests.Select(received => received.Target));
    }

    [Fact]
    public void A_missing_reference_is_refused_before_anything_is_sent()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => RequestBody.Reference(null, "@odata.id"));

        Assert.Contains("'Reference'", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<ReceivedRequest> SendAsync(EntityReference reference, string name)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(path: "/v1.0");
        await client.SendAsync(new TestRequest(HttpMethod.Post,
            "/groups/1/members/$ref")
        { Body = () => RequestBody.Reference(reference, name) }, Watchdog.Token);
        return Assert.Single(server.Requests);
    }
}
