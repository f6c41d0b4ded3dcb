using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Example.Drive;
using Samples.Drive;

namespace DocGen.EndToEnd.Tests;

/// <summary>Tests the client that the build generates from <c>apidocs/</c> against the server of those docs.</summary>
public sealed class GeneratedClientTests : IAsyncLifetime, IDisposable
{
    private readonly Wire _wire = new();
    private HttpClient _http = null!;
    private DriveServer _server = null!;
    private DriveClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await DriveServer.StartAsync();
        _http = new HttpClient(_wire, disposeHandler: false);
        _client = Client(ApiCredential.FromToken(_server.Token));
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
        _wire.Dispose();
    }

    [Fact]
    public void The_service_root_comes_from_the_docs() =>
        Assert.Equal("https://drive.example.com/v1.0", new DriveClientOptions().ServiceRoot!.AbsoluteUri);

    [Fact]
    public async Task Each_documented_url_of_an_operation_returns_the_same_item()
    {
        DriveItem file = await UploadAsync("ü #1 (a'b).txt", "text");

        DriveItem[] found =
        [
            await _client.DriveItems.GetAsync(at => at.Drive(file.Id!)),
            await _client.DriveItems.GetAsync(at => at.DriveRoot(file.Name!)),
            await _client.DriveItems.GetAsync(at => at.Drives("A7", file.Id!)),
        ];

        Assert.All(found, item => Assert.Equal(file.Id, item.Id));
        DriveItem root = await _client.DriveItems.GetAsync(at => at.DriveRoot());
        Assert.Equal(1, root.Folder!.ChildCount);
    }

    [Fact]
    public async Task All_members_of_a_resource_are_read()
    {
        DriveItem folder = await CreateFolderAsync("folder");
        DriveItem file = await UploadAsync("a.txt", "0123456789", folder);

        Assert.Equal("a.txt", file.Name);
        Assert.Equal(10, file.Size);
        Assert.Equal("text/plain", file.File!.MimeType);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("0123456789"u8)), file.File.Hashes!.Sha256Hash);
        Assert.Equal("Ana Example", file.CreatedBy!.User!.DisplayName);
        Assert.Equal(TimeSpan.Zero, file.CreatedDateTime!.Value.Offset);
        Assert.Equal(folder.Id, file.ParentReference!.Id);
        Assert.Equal("/drive/root:/folder", file.ParentReference.Path);
        Assert.Null(file.Folder);
        Assert.Null(file.Tags);
        Assert.Null(file.Children);
    }

    [Fact]
    public async Task Select_and_expand_are_sent_as_lists()
    {
        await UploadAsync("a.txt", "text");

        DriveItem selected = await _client.DriveItems.GetAsync(
            at => new(at.DriveRoot()) { Select = ["id", "name"] });
        DriveItem expanded = await _client.DriveItems.GetAsync(
            at => new(at.DriveRoot()) { Expand = ["children"] });

        Assert.Equal("root", selected.Name);
        Assert.Null(selected.Folder);
        Assert.Equal("a.txt", Assert.Single(expanded.Children!).Name);
    }

    [Fact]
    public async Task Pages_are_requested_when_the_loop_reaches_them()
    {
        foreach (string name in new[] { "c", "a", "e", "b", "d" })
            await CreateFolderAsync(name);
        DriveItemListChildrenRequest Request() =>
            new(DriveItemListChildrenRequest.At.DriveRoot()) { Top = 2, OrderBy = ["name desc"] };

        _wire.Sent.Clear();
        var names = new List<string?>();
        await foreach (DriveItem child in _client.DriveItems.ListChildrenAsync(Request()))
            names.Add(child.Name);
        Assert.Equal(["e", "d", "c", "b", "a"], names);
        Assert.Equal(3, _wire.Sent.Count);

        _wire.Sent.Clear();
        await foreach (DriveItem child in _client.DriveItems.ListChildrenAsync(Request()))
        {
            if (child.Name == "d")
                break;
        }

        Assert.Single(_wire.Sent);
    }

    [Fact]
    public async Task A_listing_resumes_from_a_saved_link()
    {
        foreach (string name in new[] { "a", "b", "c" })
            await CreateFolderAsync(name);
        AsyncPageable<DriveItem> children = _client.DriveItems.ListChildrenAsync(
            at => new(at.DriveRoot()) { Top = 2 });

        Uri? next = null;
        await foreach (Page<DriveItem> page in children.AsPages())
        {
            Assert.Equal(2, page.Values.Count);
            next = page.NextLink;
            break;
        }

        var rest = new List<string?>();
        await foreach (Page<DriveItem> page in children.AsPages(next!.AbsoluteUri))
            rest.AddRange(page.Values.Select(item => item.Name));
        Assert.Equal(["c"], rest);
    }

    [Fact]
    public async Task A_multipart_upload_has_the_parts_that_the_page_shows()
    {
        _wire.Sent.Clear();
        byte[] content = RandomNumberGenerator.GetBytes(1_000_000);

        DriveItem item = await _client.DriveItems.UploadMultipartAsync(
            at => new(at.DriveRootChildren())
            {
                Metadata = new() { Name = "data.bin", File = new() },
                Content = new MemoryStream(content),
                ContentType = "application/x-data",
            });

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), item.File!.Hashes!.Sha256Hash);
        Assert.Equal("application/x-data", item.File.MimeType);
        string body = Assert.Single(_wire.Sent).Body;
        Assert.Contains("Content-ID: <metadata>", body, StringComparison.Ordinal);
        Assert.Contains("Content-ID: <content>", body, StringComparison.Ordinal);
        Assert.Contains("\"@example.drive.sourceUrl\":\"cid:content\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_never_sends_the_credential_to_the_content_host()
    {
        byte[] content = RandomNumberGenerator.GetBytes(300_000);
        DriveItem item = await _client.DriveItems.UploadMultipartAsync(
            at => new(at.DriveRootChildren())
            {
                Metadata = new() { Name = "data.bin", File = new() },
                Content = new MemoryStream(content),
                ContentType = "application/octet-stream",
            });
        _wire.Sent.Clear();

        await using DriveItemDownloadContentResponse response =
            await _client.DriveItems.DownloadContentAsync(at => at.Drive(item.Id!));
        using var received = new MemoryStream();
        await response.Content.CopyToAsync(received);

        Assert.Equal(content, received.ToArray());
        Assert.Equal(content.Length, response.ContentLength);
        Assert.Collection(
            _wire.Sent,
            first => Assert.Equal("Bearer " + _server.Token, first.Authorization),
            second =>
            {
                Assert.Equal(_server.ContentUri.Authority, second.Url.Authority);
                Assert.Null(second.Authorization);
            });
    }

    [Fact]
    public async Task An_update_sends_only_changed_members()
    {
        DriveItem item = await UploadAsync("a.txt", "text");
        item.Description = "short";
        item.Tags = ["x"];
        _wire.Sent.Clear();

        DriveItem updated = await _client.DriveItems.UpdateAsync(
            at => at.Drive(item.Id!), item);
        updated.Tags = null;
        DriveItem untagged = await _client.DriveItems.UpdateAsync(
            at => at.Drive(item.Id!), updated);

        Assert.Equal("""{"description":"short","tags":["x"]}""", Members(_wire.Sent[0].Body));
        Assert.Equal("""{"tags":null}""", Members(_wire.Sent[1].Body));
        Assert.Equal("short", untagged.Description);
        Assert.Null(untagged.Tags);
    }

    [Fact]
    public async Task An_undocumented_member_survives_the_round_trip()
    {
        DriveItem item = await UploadAsync("a.txt", "text");
        item.AdditionalProperties["color"] = "red";

        DriveItem updated = await _client.DriveItems.UpdateAsync(
            at => at.Drive(item.Id!), item);

        Assert.Equal("red", (string?)updated.AdditionalProperties["color"]);
    }

    [Fact]
    public async Task A_304_response_without_a_value_is_not_an_error()
    {
        DriveItem item = await UploadAsync("a.txt", "text");

        DriveItemGetResponse response = await _client.DriveItems.GetAsync(
            at => new(at.Drive(item.Id!)) { IfNoneMatch = item.ETag });

        Assert.Equal(304, response.Status);
        Assert.False(response.HasValue);
        Assert.Throws<InvalidOperationException>(() => response.Value);
    }

    [Fact]
    public async Task Errors_are_typed_and_have_the_details_of_the_service()
    {
        DriveItem item = await UploadAsync("a.txt", "text");

        var missing = await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            _client.DriveItems.GetAsync(at => at.Drive("none")));
        var taken = await Assert.ThrowsAsync<ConflictException>(() => CreateFolderAsync("A.TXT"));
        var changed = await Assert.ThrowsAsync<PreconditionFailedException>(() => _client.DriveItems.DeleteAsync(
            at => new(at.Drive(item.Id!)) { IfMatch = "\"old\"" }));
        DriveItem root = await _client.DriveItems.GetAsync(at => at.DriveRoot());
        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() =>
            _client.DriveItems.DeleteAsync(at => at.Drive(root.Id!)));

        Assert.Equal((404, "itemNotFound"), (missing.Status, missing.Code));
        Assert.Equal(["itemNotFound", "idUnknown"], missing.Errors.Select(error => error.Code));
        Assert.True(Guid.TryParse(missing.RequestId, CultureInfo.InvariantCulture, out _));
        Assert.Contains("\"itemNotFound\"", missing.RawBody, StringComparison.Ordinal);
        Assert.Equal((409, "nameAlreadyExists"), (taken.Status, taken.Code));
        Assert.Equal((412, "itemChanged"), (changed.Status, changed.Code));
        Assert.Equal((403, "accessDenied"), (denied.Status, denied.Code));
    }

    [Fact]
    public async Task An_invalid_token_is_a_typed_error_that_hides_the_token()
    {
        using DriveClient stranger = Client(ApiCredential.FromToken("wrong-token"));

        var error = await Assert.ThrowsAsync<AuthenticationFailedException>(() =>
            stranger.DriveItems.GetAsync(at => at.DriveRoot()));

        Assert.Equal("unauthenticated", error.Code);
        Assert.DoesNotContain("wrong-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_from_a_url_returns_the_new_item()
    {
        DriveItem source = await UploadAsync("a.txt", "from afar");
        var progress = new Recorder();

        DriveItemUploadFromUrlResponse accepted = await UploadFromUrlAsync("b.txt", source.DownloadUrl!);
        DriveItem item = await accepted.WaitForCompletionAsync(progress);

        Assert.Equal(202, accepted.Status);
        Assert.StartsWith(_server.BaseUri.AbsoluteUri + "/monitors/", accepted.Location!.AbsoluteUri,
            StringComparison.Ordinal);
        Assert.Equal("b.txt", item.Name);
        Assert.Equal(source.File!.Hashes!.Sha256Hash, item.File!.Hashes!.Sha256Hash);
        Assert.Equal([0, 50], progress.Values.Take(2));
    }

    [Fact]
    public async Task A_job_that_fails_is_a_typed_error()
    {
        DriveItemUploadFromUrlResponse accepted = await UploadFromUrlAsync(
            "b.txt", new Uri(_server.ContentUri, "/nothing").AbsoluteUri);

        var error = await Assert.ThrowsAsync<LongRunningFailedException>(() => accepted.WaitForCompletionAsync());

        Assert.Equal("sourceUnavailable", error.Code);
    }

    [Fact]
    public async Task A_copy_sends_the_parameters_of_the_request()
    {
        DriveItem folder = await CreateFolderAsync("folder");
        DriveItem item = await UploadAsync("a.txt", "text");
        _wire.Sent.Clear();

        DriveItemCopyResponse accepted = await _client.DriveItems.CopyAsync(
            at => new(at.Drive(item.Id!)) { Name = "b.txt", ParentReference = new() { Id = folder.Id } });
        DriveItem copy = await accepted.WaitForCompletionAsync();

        Assert.Equal(
            $$"""{"name":"b.txt","parentReference":{"id":"{{folder.Id}}"} }""".Replace("} }", "}}",
                StringComparison.Ordinal),
            Members(_wire.Sent[0].Body));
        Assert.Equal(folder.Id, copy.ParentReference!.Id);
        Assert.Equal("b.txt", copy.Name);
    }

    [Fact]
    public async Task An_undocumented_enum_value_can_be_sent()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => _client.DriveItems.CreateChildAsync(
            at => at.DriveRoot(), new()
            {
                Name = "a",
                Folder = new(),
                ConflictBehavior = new ConflictBehavior("merge")
            }));

        Assert.Equal((400, "invalidRequest"), (error.Status, error.Code));
        Assert.Contains("'merge'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_names_a_missing_required_member_before_anything_is_sent()
    {
        _wire.Sent.Clear();

        var noHeader = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _client.DriveItems.UploadFromUrlAsync(at => new(at.DriveRootChildren()) { Prefer = null! }, new()));
        var noPart = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _client.DriveItems.UploadMultipartAsync(
                at => new(at.DriveRootChildren()) { Metadata = null!, Content = null! }));

        Assert.Contains("Prefer", noHeader.Message, StringComparison.Ordinal);
        Assert.Contains("Metadata", noPart.Message, StringComparison.Ordinal);
        Assert.Empty(_wire.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a\r\nb")]
    public void A_path_parameter_cannot_change_the_url(string itemId) =>
        Assert.ThrowsAny<ArgumentException>(() => DriveItemGetRequest.At.Drive(itemId));

    [Fact]
    public async Task A_cancelled_call_sends_nothing()
    {
        _wire.Sent.Clear();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _client.DriveItems.GetAsync(at => at.DriveRoot(), new CancellationToken(canceled: true)));

        Assert.Empty(_wire.Sent);
    }

    [Fact]
    public async Task Operations_can_be_mocked()
    {
        DriveItemOperations operations = new FakeOperations(new DriveItem { Name = "fake" });

        DriveItem item = await operations.GetAsync(at => at.DriveRoot());

        Assert.Equal("fake", item.Name);
    }

    private DriveClient Client(ApiCredential credential) => new(new DriveClientOptions
    {
        ServiceRoot = _server.BaseUri,
        Credential = credential,
        HttpClient = _http,
    });

    private async Task<DriveItem> CreateFolderAsync(string name) => await _client.DriveItems.CreateChildAsync(
        at => at.DriveRoot(), new() { Name = name, Folder = new() });

    private async Task<DriveItem> UploadAsync(string name, string text, DriveItem? folder = null) =>
        await _client.DriveItems.UploadMultipartAsync(
            at => new(folder is null ? at.DriveRootChildren() : at.DriveItemsChildren(folder.Id!))
            {
                Metadata = new() { Name = name, File = new() },
                Content = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                ContentType = "text/plain",
            });

    private Task<DriveItemUploadFromUrlResponse> UploadFromUrlAsync(string name, string source) =>
        _client.DriveItems.UploadFromUrlAsync(at => new(at.DriveRootChildren()) { Prefer = "respond-async" },
            new() { Name = name, File = new(), SourceUrl = source });

    /// <summary>
    /// Returns the members of a JSON object sorted by name, without <c>@odata.type</c> and without white space.
    /// </summary>
    private static string Members(string json)
    {
        var sorted = new JsonObject();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(json)!.AsObject()
            .OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (name != "@odata.type")
                sorted[name] = value?.DeepClone();
        }

        return sorted.ToJsonString();
    }

    private sealed class FakeOperations(DriveItem item) : DriveItemOperations
    {
        public override Task<DriveItemGetResponse> GetAsync(
            DriveItemGetRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new DriveItemGetResponse(item));
    }

    private sealed class Recorder : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }

    private sealed record SentRequest(Uri Url, string? Authorization, string Body);

    /// <summary>Records the requests that are sent.</summary>
    private sealed class Wire() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        public List<SentRequest> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null)
                await request.Content.LoadIntoBufferAsync(cancellationToken);
            string body = request.Content is null
                ? ""
                : Encoding.Latin1.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken));
            Sent.Add(new SentRequest(request.RequestUri!, request.Headers.Authorization?.ToString(), body));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
