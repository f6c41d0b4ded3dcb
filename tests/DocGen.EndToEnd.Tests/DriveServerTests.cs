using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Samples.Drive;

namespace DocGen.EndToEnd.Tests;

/// <summary>Tests the sample's server against its docs with a plain <see cref="HttpClient"/>.</summary>
public sealed class DriveServerTests : IAsyncLifetime, IDisposable
{
    private DriveServer _server = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _server = await DriveServer.StartAsync();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _server.Token);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_new_drive_has_an_empty_root()
    {
        JsonObject root = await JsonAsync(HttpStatusCode.OK, await _http.GetAsync(Url("/drive/root")));

        Assert.Equal("root", (string?)root["name"]);
        Assert.Equal(0, (int?)root["folder"]!["childCount"]);
        Assert.False(root.ContainsKey("parentReference"));
    }

    [Fact]
    public async Task An_item_can_be_read_by_id_by_path_and_by_drive()
    {
        string folderId = await CreateFolderAsync("/drive/root/children", "May reports");
        string fileId = await UploadAsync($"/drive/items/{folderId}/children", "ü #1.txt", "text");

        foreach (string path in new[]
        {
            $"/drive/items/{fileId}", "/drive/root:/May%20reports/%C3%BC%20%231.txt", $"/drives/A7/items/{fileId}",
        })
        {
            JsonObject item = await JsonAsync(HttpStatusCode.OK, await _http.GetAsync(Url(path)));
            Assert.Equal(fileId, (string?)item["id"]);
            Assert.Equal("ü #1.txt", (string?)item["name"]);
            Assert.Equal("/drive/root:/May reports", (string?)item["parentReference"]!["path"]);
        }
    }

    [Fact]
    public async Task Select_and_expand_determine_the_members_of_an_item()
    {
        await CreateFolderAsync("/drive/root/children", "a");

        JsonObject selected = await JsonAsync(HttpStatusCode.OK,
            await _http.GetAsync(Url("/drive/root?$select=id,name")));
        JsonObject expanded = await JsonAsync(HttpStatusCode.OK,
            await _http.GetAsync(Url("/drive/root?$expand=children")));

        Assert.Equal(["id", "name"], selected.Select(member => member.Key));
        Assert.Equal("a", (string?)Assert.Single(expanded["children"]!.AsArray())!["name"]);
    }

    [Fact]
    public async Task An_unchanged_item_is_not_sent_again()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url("/drive/root"));
        request.Headers.TryAddWithoutValidation("If-None-Match", await ETagAsync("/drive/root"));

        HttpResponseMessage response = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_listing_returns_all_items_in_order_and_in_pages()
    {
        foreach (string name in new[] { "c", "a", "e", "b", "d" })
            await CreateFolderAsync("/drive/root/children", name);

        var pages = new List<string[]>();
        string? next = Url("/drive/root/children?$top=2&$orderby=name%20desc").AbsoluteUri;
        while (next is not null)
        {
            JsonObject page = await JsonAsync(HttpStatusCode.OK, await _http.GetAsync(new Uri(next)));
            pages.Add([.. page["value"]!.AsArray().Select(item => (string)item!["name"]!)]);
            next = (string?)page["@odata.nextLink"];
        }

        Assert.Equal([["e", "d"], ["c", "b"], ["a"]], pages);
    }

    [Theory]
    [InlineData("$top=0")]
    [InlineData("$top=201")]
    [InlineData("$top=two")]
    [InlineData("$orderby=color")]
    public Task An_undocumented_value_of_a_query_option_is_refused(string query) =>
        FailsAsync(HttpStatusCode.BadRequest, "invalidRequest", _http.GetAsync(Url("/drive/root/children?" + query)));

    [Fact]
    public async Task A_multipart_upload_keeps_the_content_and_its_hash()
    {
        byte[] content = RandomNumberGenerator.GetBytes(100_000);

        JsonObject file = await JsonAsync(HttpStatusCode.Created, await _http.PostAsync(
            Url("/drive/root/children"),
            Multipart(
                """{"name":"data.bin","file":{},"@example.drive.sourceUrl":"cid:content","tags":["x"],"color":"red"}""",
                content, "application/x-data")));

        Assert.Equal(100_000, (long?)file["size"]);
        Assert.Equal("application/x-data", (string?)file["file"]!["mimeType"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)),
            (string?)file["file"]!["hashes"]!["sha256Hash"]);
        Assert.Equal("x", (string?)file["tags"]![0]);
        Assert.Equal("red", (string?)file["color"]);
    }

    [Fact]
    public async Task A_multipart_upload_with_invalid_parts_is_refused()
    {
        byte[] content = [1, 2, 3];
        MultipartContent noReference = Multipart("""{"name":"x","file":{}}""", content, "text/plain");
        MultipartContent noContent = Multipart("""{"name":"x","file":{},"@example.drive.sourceUrl":"cid:content"}""",
            null, "text/plain");
        MultipartContent notJson = Multipart("{", content, "text/plain");
        MultipartContent threeParts = Multipart("""{"name":"x","file":{},"@example.drive.sourceUrl":"cid:content"}""",
            content, "text/plain");
        threeParts.Add(new StringContent("more"));

        foreach (MultipartContent body in new[] { noReference, noContent, notJson, threeParts })
            await FailsAsync(HttpStatusCode.BadRequest, "invalidRequest",
                _http.PostAsync(Url("/drive/root/children"), body));
        Assert.Equal(0, (int?)(await GetAsync("/drive/root"))["folder"]!["childCount"]);
    }

    [Fact]
    public Task Content_over_the_limit_is_refused() =>
        FailsAsync(HttpStatusCode.RequestEntityTooLarge, "contentTooLarge", _http.PostAsync(
            Url("/drive/root/children"),
            Multipart("""{"name":"x","file":{},"@example.drive.sourceUrl":"cid:content"}""", new byte[(4 << 20) + 1],
                "text/plain")));

    [Fact]
    public async Task The_conflict_behavior_decides_if_a_duplicate_name_fails_replaces_or_is_renamed()
    {
        string first = await UploadAsync("/drive/root/children", "a.txt", "one");
        MultipartContent Upload(string behavior) => Multipart(
            $$"""
            {"name":"A.TXT","file":{},"@example.drive.sourceUrl":"cid:content",
            "@example.drive.conflictBehavior":"{{behavior}}"}
            """,
            "two"u8.ToArray(), "text/plain");

        await FailsAsync(HttpStatusCode.Conflict, "nameAlreadyExists",
            _http.PostAsync(Url("/drive/root/children"), Upload("fail")));
        JsonObject renamed = await JsonAsync(HttpStatusCode.Created,
            await _http.PostAsync(Url("/drive/root/children"), Upload("rename")));
        JsonObject replaced = await JsonAsync(HttpStatusCode.Created,
            await _http.PostAsync(Url("/drive/root/children"), Upload("replace")));

        Assert.Equal("A 1.TXT", (string?)renamed["name"]);
        Assert.Equal(first, (string?)replaced["id"]);
        Assert.Equal($"\"{first},2\"", (string?)replaced["eTag"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    public Task An_illegal_name_is_refused(string name) =>
        FailsAsync(HttpStatusCode.BadRequest, "invalidRequest", _http.PostAsync(
            Url("/drive/root/children"), JsonContent.Create(new { name, folder = new { } })));

    [Fact]
    public async Task A_download_is_redirected_to_another_origin_that_refuses_credentials()
    {
        string id = await UploadAsync("/drive/root/children", "a.txt", "0123456789");

        HttpResponseMessage redirect = await _http.GetAsync(Url($"/drive/items/{id}/content"));
        Uri location = redirect.Headers.Location!;

        Assert.Equal(HttpStatusCode.Found, redirect.StatusCode);
        Assert.Equal(_server.ContentUri.Authority, location.Authority);
        Assert.NotEqual(_server.BaseUri.Authority, location.Authority);
        await FailsAsync(HttpStatusCode.BadRequest, "invalidRequest", _http.GetAsync(location));

        using var anonymous = new HttpClient();
        Assert.Equal("0123456789", await anonymous.GetStringAsync(location));
        using var range = new HttpRequestMessage(HttpMethod.Get,
            location)
        { Headers = { Range = new RangeHeaderValue(2, 4) } };
        HttpResponseMessage part = await anonymous.SendAsync(range);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("234", await part.Content.ReadAsStringAsync());
        await FailsAsync(HttpStatusCode.Forbidden, "accessDenied",
            anonymous.GetAsync(new Uri(location.AbsoluteUri + "0")));
    }

    [Fact]
    public async Task A_signed_url_expires()
    {
        var clock = new SettableClock();
        await using DriveServer server = await DriveServer.StartAsync(timeProvider: clock);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.BaseUri + "/drive/root/children"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
        request.Content = Multipart("""{"name":"x","file":{},"@example.drive.sourceUrl":"cid:content"}""", [1],
            "text/plain");
        JsonObject file = await JsonAsync(HttpStatusCode.Created, await _http.SendAsync(request));
        using var anonymous = new HttpClient();
        var signed = new Uri((string)file["@example.drive.downloadUrl"]!);

        clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal([1], await anonymous.GetByteArrayAsync(signed));
        clock.Now += TimeSpan.FromSeconds(1);
        await FailsAsync(HttpStatusCode.Forbidden, "accessDenied", anonymous.GetAsync(signed));
    }

    [Fact]
    public async Task An_update_changes_only_the_members_that_it_sends()
    {
        string folderId = await CreateFolderAsync("/drive/root/children", "folder");
        string id = await UploadAsync("/drive/root/children", "a.txt", "text");

        JsonObject item = await JsonAsync(HttpStatusCode.OK, await PatchAsync(
            id, $$"""{"parentReference":{"id":"{{folderId}}"},"name":"b.txt","tags":["x"],"color":"red","size":7}"""));
        JsonObject later = await JsonAsync(HttpStatusCode.OK, await PatchAsync(id, """{"tags":null}"""));

        Assert.Equal("b.txt", (string?)item["name"]);
        Assert.Equal(4, (long?)item["size"]);
        Assert.Equal("/drive/root:/folder", (string?)item["parentReference"]!["path"]);
        Assert.False(later.ContainsKey("tags"));
        Assert.Equal("red", (string?)later["color"]);
        Assert.Equal($"\"{id},3\"", (string?)later["eTag"]);
    }

    [Fact]
    public async Task An_update_or_a_deletion_with_a_stale_etag_changes_nothing()
    {
        string id = await UploadAsync("/drive/root/children", "a.txt", "text");
        string stale = await ETagAsync($"/drive/items/{id}");
        await PatchAsync(id, """{"description":"newer"}""");

        await FailsAsync(HttpStatusCode.PreconditionFailed, "itemChanged", PatchAsync(id, """{"name":"b"}""", stale));
        using var delete = new HttpRequestMessage(HttpMethod.Delete, Url($"/drive/items/{id}"));
        delete.Headers.TryAddWithoutValidation("If-Match", stale);
        await FailsAsync(HttpStatusCode.PreconditionFailed, "itemChanged", _http.SendAsync(delete));

        Assert.Equal("a.txt", (string?)(await GetAsync($"/drive/items/{id}"))["name"]);
    }

    [Fact]
    public async Task A_refused_request_changes_nothing()
    {
        await FailsAsync(HttpStatusCode.BadRequest, "invalidRequest", _http.PostAsync(
            Url("/drive/root/children"),
            JsonContent.Create(new { name = "a", folder = new { }, tags = new object[] { 1 } })));

        Assert.Equal(0, (int?)(await GetAsync("/drive/root"))["folder"]!["childCount"]);
    }

    [Fact]
    public async Task Deleting_a_folder_deletes_its_items()
    {
        string folderId = await CreateFolderAsync("/drive/root/children", "folder");
        string fileId = await UploadAsync($"/drive/items/{folderId}/children", "a.txt", "text");

        HttpResponseMessage deleted = await _http.DeleteAsync(Url("/drive/root:/folder"));

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await FailsAsync(HttpStatusCode.NotFound, "itemNotFound", _http.GetAsync(Url($"/drive/items/{fileId}")));
        await FailsAsync(HttpStatusCode.NotFound, "itemNotFound", _http.GetAsync(Url("/drive/root:/folder/a.txt")));
    }

    [Fact]
    public async Task The_monitor_of_a_copy_redirects_to_the_new_item()
    {
        string folderId = await CreateFolderAsync("/drive/root/children", "folder");
        await UploadAsync($"/drive/items/{folderId}/children", "a.txt", "text");

        HttpResponseMessage accepted = await _http.PostAsync(
            Url($"/drive/items/{folderId}/copy"), JsonContent.Create(new { name = "copy" }));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        (List<string> states, HttpResponseMessage last) = await FollowAsync(accepted.Headers.Location!);

        Assert.Equal(["notStarted", "inProgress", "completed"], states);
        Assert.Equal(HttpStatusCode.SeeOther, last.StatusCode);
        JsonObject copy = await JsonAsync(HttpStatusCode.OK, await _http.GetAsync(last.Headers.Location));
        Assert.Equal("copy", (string?)copy["name"]);
        Assert.Equal(4, (long?)(await GetAsync("/drive/root:/copy/a.txt"))["size"]);
    }

    [Fact]
    public async Task A_file_is_uploaded_from_a_url()
    {
        await UploadAsync("/drive/root/children", "a.txt", "from afar");
        string? source = (string?)(await GetAsync("/drive/root:/a.txt"))["@example.drive.downloadUrl"];

        HttpResponseMessage accepted = await UploadFromUrlAsync("b.txt", source!, "respond-async");
        (_, HttpResponseMessage last) = await FollowAsync(accepted.Headers.Location!);

        JsonObject item = await JsonAsync(HttpStatusCode.OK, await _http.GetAsync(last.Headers.Location));
        Assert.Equal("b.txt", (string?)item["name"]);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData("from afar"u8)), (string?)item["file"]!["hashes"]!["sha256Hash"]);
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_fails_the_job_and_not_the_request()
    {
        HttpResponseMessage accepted = await UploadFromUrlAsync(
            "b.txt", new Uri(_server.ContentUri, "/nothing").AbsoluteUri, "respond-async");

        (List<string> states, HttpResponseMessage last) = await FollowAsync(accepted.Headers.Location!);

        Assert.Equal(["notStarted", "inProgress", "failed"], states);
        JsonObject status = await JsonAsync(HttpStatusCode.OK, last);
        Assert.Equal("sourceUnavailable", (string?)status["error"]!["code"]);
    }

    [Fact]
    public Task An_upload_from_a_url_requires_Prefer_respond_async() =>
        FailsAsync(HttpStatusCode.BadRequest, "invalidRequest",
            UploadFromUrlAsync("b.txt", "https://example.com/", prefer: null));

    [Fact]
    public async Task A_missing_item_is_an_error_with_a_code_and_a_request_id()
    {
        HttpResponseMessage response = await _http.GetAsync(Url("/drive/items/none"));
        JsonObject body = await JsonAsync(HttpStatusCode.NotFound, response);

        Assert.Equal("itemNotFound", (string?)body["error"]!["code"]);
        Assert.Equal("idUnknown", (string?)body["error"]!["innererror"]!["code"]);
        Assert.True(Guid.TryParse(Assert.Single(response.Headers.GetValues("request-id")), out _));
        await FailsAsync(HttpStatusCode.NotFound, "itemNotFound", _http.GetAsync(Url("/nowhere")));
    }

    [Fact]
    public async Task The_root_cannot_be_deleted_or_renamed()
    {
        string rootId = (string)(await GetAsync("/drive/root"))["id"]!;

        await FailsAsync(HttpStatusCode.Forbidden, "accessDenied", _http.DeleteAsync(Url($"/drive/items/{rootId}")));
        await FailsAsync(HttpStatusCode.Forbidden, "accessDenied", PatchAsync(rootId, """{"name":"x"}"""));
    }

    [Fact]
    public async Task File_operations_refuse_folders_and_folder_operations_refuse_files()
    {
        string fileId = await UploadAsync("/drive/root/children", "a.txt", "text");
        string folderId = await CreateFolderAsync("/drive/root/children", "folder");

        await FailsAsync(HttpStatusCode.BadRequest, "notAFolder",
            _http.GetAsync(Url($"/drive/items/{fileId}/children")));
        await FailsAsync(HttpStatusCode.BadRequest, "notAFile",
            _http.GetAsync(Url($"/drive/items/{folderId}/content")));
        await FailsAsync(HttpStatusCode.BadRequest, "invalidRequest",
            PatchAsync(folderId, $$"""{"parentReference":{"id":"{{folderId}}"} }"""));
        await FailsAsync(HttpStatusCode.MethodNotAllowed, "methodNotAllowed",
            _http.DeleteAsync(Url($"/drive/items/{fileId}/content")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    public async Task A_request_without_a_valid_token_is_refused(string? authorization)
    {
        using var anonymous = new HttpClient();
        if (authorization is not null)
            anonymous.DefaultRequestHeaders.Add("Authorization", authorization);

        HttpResponseMessage response = await anonymous.GetAsync(Url("/drive/root"));

        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        await FailsAsync(HttpStatusCode.Unauthorized, "unauthenticated", Task.FromResult(response));
    }

    private Uri Url(string path) => new(_server.BaseUri.AbsoluteUri + path);

    private async Task<JsonObject> GetAsync(string path) =>
        await JsonAsync(HttpStatusCode.OK, await _http.GetAsync(Url(path)));

    private async Task<string> ETagAsync(string path) => (string)(await GetAsync(path))["eTag"]!;

    private async Task<string> CreateFolderAsync(string path, string name)
    {
        HttpResponseMessage response = await _http.PostAsync(Url(path),
            JsonContent.Create(new { name, folder = new { } }));
        return (string)(await JsonAsync(HttpStatusCode.Created, response))["id"]!;
    }

    private async Task<string> UploadAsync(string path, string name, string text)
    {
        string metadata = $$"""{"name":"{{name}}","file":{},"@example.drive.sourceUrl":"cid:content"}""";
        HttpResponseMessage response = await _http.PostAsync(
            Url(path), Multipart(metadata, Encoding.UTF8.GetBytes(text), "text/plain"));
        return (string)(await JsonAsync(HttpStatusCode.Created, response))["id"]!;
    }

    private Task<HttpResponseMessage> UploadFromUrlAsync(string name, string source, string? prefer)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["file"] = new JsonObject(),
            ["@example.drive.sourceUrl"] = source
        };
        var request = new HttpRequestMessage(HttpMethod.Post,
            Url("/drive/root/children"))
        { Content = JsonContent.Create(body) };
        if (prefer is not null)
            request.Headers.Add("Prefer", prefer);
        return _http.SendAsync(request);
    }

    private Task<HttpResponseMessage> PatchAsync(string id, string json, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, Url($"/drive/items/{id}"))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return _http.SendAsync(request);
    }

    private async Task<(List<string> States, HttpResponseMessage Last)> FollowAsync(Uri monitor)
    {
        var states = new List<string>();
        while (true)
        {
            HttpResponseMessage response = await _http.GetAsync(monitor);
            states.Add((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["status"]!);
            if (response.StatusCode != HttpStatusCode.Accepted)
                return (states, response);
        }
    }

    private static MultipartContent Multipart(string metadata, byte[]? content, string mimeType)
    {
        var json = new StringContent(metadata, Encoding.UTF8, "application/json");
        json.Headers.Add("Content-ID", "<metadata>");
        var body = new MultipartContent("related") { json };
        if (content is not null)
        {
            var bytes = new ByteArrayContent(content);
            bytes.Headers.Add("Content-ID", "<content>");
            bytes.Headers.ContentType = new MediaTypeHeaderValue(mimeType);
            body.Add(bytes);
        }

        return body;
    }

    private static async Task FailsAsync(HttpStatusCode status, string code, Task<HttpResponseMessage> request)
    {
        JsonObject body = await JsonAsync(status, await request);
        Assert.Equal(code, (string?)body["error"]!["code"]);
        Assert.False(string.IsNullOrEmpty((string?)body["error"]!["message"]));
    }

    private static async Task<JsonObject> JsonAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {body}");
        return JsonNode.Parse(body)!.AsObject();
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 15, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
