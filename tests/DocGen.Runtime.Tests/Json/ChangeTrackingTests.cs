using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Json;

/// <summary>Tests which members of a resource are sent after it was read.</summary>
public sealed class ChangeTrackingTests
{
    private const string Read =
        """{"@odata.context":"https://x/$metadata#i","@odata.etag":"e","id":"1","name":"a","folder":""" +
        """{"childCount":2,"@odata.etag":"f"},"tags":["t"],"children":[{"id":"2"}]""" +
        ""","color":"red","children@odata.nextLink":"https://x/2"}""";

    [Fact]
    public async Task A_patch_of_an_unchanged_resource_throws_and_sends_nothing()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200));
        using TestClient client = server.CreateClient();
        DriveItem item = JsonText.ReadItem(Read);

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(Patch(item), Watchdog.Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(Inlined(item), Watchdog.Token));
        Assert.Empty(server.Requests);
        await client.SendAsync(Patch(item.MarkAllChanged()), Watchdog.Token);
        Assert.Equal(
            """{"id":"1","name":"a","children":[{"id":"2"}],"folder":{"childCount":2},"tags":["t"],"color":"red"}""",
            Assert.Single(server.Requests).Text);
    }

    [Fact]
    public async Task A_second_patch_sends_only_the_changes_after_the_first()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """{"id":"1"}"""),
            new Answer(204));
        using TestClient client = server.CreateClient();
        DriveItem item = JsonText.ReadItem(Read);
        item.Name = "b";
        item.Folder!.ChildCount = 3;
        item.Tags!.Add("u");
        item.AdditionalProperties["color"] = "blue";
        await client.SendAsync(Patch(item), Watchdog.Token);
        item.Size = 7;
        await client.SendAsync(Patch(item), Watchdog.Token);
        item.Tags.Add("v");
        await client.SendAsync(Inlined(item), Watchdog.Token);
        item.Name = "c";
        await client.SendAsync(Inlined(item), Watchdog.Token);

        Assert.Equal(
            [
                """{"name":"b","folder":{"childCount":3},"tags":["t","u"],"color":"blue"}""",
                """{"size":7}""",
                """{"tags":["t","u","v"],"extra":1}""",
                """{"name":"c","extra":1}""",
            ],
            server.Requests.Select(request => request.Text));
    }

    [Theory]
    [InlineData(202)]
    [InlineData(412)]
    public async Task A_patch_repeats_changes_that_the_service_did_not_confirm(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(status), new Answer(200));
        using TestClient client = server.CreateClient();
        DriveItem item = JsonText.ReadItem(Read);
        item.Name = "b";
        await Record.ExceptionAsync(() => client.SendAsync(Patch(item), Watchdog.Token));
        item.Size = 7;
        await client.SendAsync(Patch(item), Watchdog.Token);

        Assert.Equal("""{"name":"b","size":7}""", server.Requests[1].Text);
    }

    [Fact]
    public async Task A_change_made_during_a_patch_is_sent_by_the_next_patch()
    {
        DriveItem item = JsonText.ReadItem(Read);
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) =>
        {
            item.Size ??= 7;
            return new Answer(200).WriteAsync(context);
        });
        using TestClient client = server.CreateClient();
        item.Name = "b";
        await client.SendAsync(Patch(item), Watchdog.Token);
        await client.SendAsync(Patch(item), Watchdog.Token);

        Assert.Equal("""{"name":"b","size":7}""", server.Requests[1].Text);
        Assert.False(item.IsChanged);
    }

    [Fact]
    public async Task A_patch_in_a_batch_accepts_its_changes_too()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"responses":[{"id":"1","status":204}]}"""));
        using TestClient client = server.CreateClient();
        DriveItem item = JsonText.ReadItem(Read);
        item.Name = "b";
        var batch = new Batch(client);
        batch.Add(Patch(item));
        await batch.SendAsync(Watchdog.Token);

        Assert.False(item.IsChanged);
    }

    [Fact]
    public void A_post_sends_all_present_members_but_only_assigned_annotations()
    {
        Kinds kinds = JsonText.Read<Kinds>(
            """{"@odata.context":"c","@odata.type":"#x","text":"a","@contoso.link":"https://secret","folder":""" +
            """{"@odata.id":"i","view":"v"},"other@odata.type":"#Int64","other":1}""",
            JsonRead.Resource<Kinds>)!;
        Assert.Equal("""{"@odata.type":"#x","folder":{"view":"v"},"text":"a","other@odata.type":"#Int64","other":1}""",
            JsonText.Present(kinds));

        kinds.Link = "mine";
        kinds.AdditionalProperties["@odata.context"] = "mine";
        kinds.AdditionalProperties["owner@odata.bind"] = "users/1";
        Assert.Equal(
            """{"@odata.type":"#x","folder":{"view":"v"}""" +
            ""","@contoso.link":"mine","text":"a","@odata.context":"mine","other@odata.type":"#Int64","other":1""" +
            ""","owner@odata.bind":"users/1"}""",
            JsonText.Present(kinds));
    }

    [Fact]
    public void A_post_sends_read_only_members_as_they_were_read()
    {
        DriveItem item = JsonText.ReadItem(
            """{"@odata.etag":"e","eTag":"\"1\"","id":"1","name":"a","webUrl":"https://x/1"}""");

        Assert.Equal("""{"id":"1","name":"a","eTag":"\"1\"","webUrl":"https://x/1"}""", JsonText.Present(item));
    }

    [Fact]
    public void ResourceJson_writes_all_members_and_annotations()
    {
        DriveItem item = JsonText.ReadItem(Read);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        ResourceJson.Write(buffer, item);

        Assert.Equal(
            """{"id":"1","name":"a","children":[{"id":"2"}],"folder":{"childCount":2,"@odata.etag":"f"}""" +
            ""","tags":["t"],"@odata.context":"https://x/$metadata#i","@odata.etag":"e","color":"red",""" +
            "\"children@odata.nextLink\":\"https://x/2\"}",
            System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void A_patch_sends_a_removed_open_member_as_null()
    {
        DriveItem item = JsonText.ReadItem(Read);
        item.AdditionalProperties.Remove("color");
        item.AdditionalProperties.Remove("@odata.etag");

        Assert.True(item.IsChanged);
        Assert.Equal("""{"color":null}""", JsonText.Changes(item));
        Assert.DoesNotContain("color", JsonText.Present(item), StringComparison.Ordinal);
    }

    [Fact]
    public void AcceptChanges_clears_the_changes_and_tracks_later_changes()
    {
        DriveItem item = JsonText.ReadItem(Read);
        item.Name = "b";
        item.Tags = ["x"];
        item.Children!.Add(new DriveItem { Id = "3" });
        item.Children[0].Name = "c";
        item.AdditionalProperties["color"] = "blue";
        item.AdditionalProperties.Remove("@odata.etag");
        Assert.Same(item, item.AcceptChanges());
        Assert.False(item.IsChanged);

        // Later changes of all members are tracked.
        item.Tags.Add("y");
        item.Children[1].Size = 1;
        item.AdditionalProperties["color"] = "red";
        Assert.Equal("""{"children":[{"id":"2","name":"c"},{"id":"3","size":1}],"tags":["x","y"],"color":"red"}""",
            JsonText.Changes(item));
    }

    [Fact]
    public void MarkAllChanged_marks_every_member_as_changed()
    {
        DriveItem item = JsonText.ReadItem("""{"id":"1","x":1.50,"y":"\uD83D"}""").MarkAllChanged();

        Assert.True(item.IsChanged);
        Assert.Equal("""{"id":"1","x":1.50,"y":"\uD83D"}""", JsonText.Changes(item));
        Assert.False(item.IsChanged);
    }

    [Fact]
    public void A_cyclic_resource_throws_instead_of_overflowing_the_stack()
    {
        DriveItem item = JsonText.ReadItem("""{"children":[{"children":[]}]}""");
        item.Children![0].Children!.Add(item);
        Action[] walks =
        [
            () => JsonText.Changes(item), () => JsonText.Present(item), () => item.Clone(), () => item.AcceptChanges(),
            () => _ = item.IsChanged,
        ];

        Assert.All(walks, walk =>
            Assert.Contains("contains itself", Assert.Throws<InvalidOperationException>(walk).Message,
                StringComparison.Ordinal));
    }

    private static TestRequest Patch(DriveItem item) =>
        new(HttpMethod.Patch, "/items/1") { Body = () => RequestBody.Json(item, "Body", changesOnly: true) };

    // A request in the form that the generator emits, with one member in addition to the members of the resource.
    private static InlinedRequest Inlined(DriveItem item) => new(item);

    private sealed class InlinedRequest(DriveItem item) : ApiRequest<Response>("PATCH", "/items/1")
    {
        private readonly int _sent = item.IsChanged ? 1 : 0;

        protected override RequestBody CreateBody() => RequestBody.Json(this, changesOnly: true);

        protected override void WriteBody(ResourceWriter writer)
        {
            var states = default(MemberStates);
            writer.Members(item);
            if (_sent > 0)
                writer.Write("extra"u8, states.Assign((int?)_sent, 0), states, 0);
        }

        protected override Response CreateResponse(ResponseContext response) => new(response);
    }
}
