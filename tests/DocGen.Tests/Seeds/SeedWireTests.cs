using System.Text;
using System.Text.Json.Nodes;
using DocGen.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace DocGen.Tests.Seeds;

/// <summary>Runs the clients of real pages against a server, and compares the bytes that they send.</summary>
public class SeedWireTests
{
    // Without resource pages, only the names of the types are known, so their classes are open and accept all members.
    private const string Program = """
        using System;
        using System.IO;
        using System.Text;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;

        namespace Test;

        public static class Program
        {
            public static async Task<string> CreateChildren(string root, string path)
            {
                using ApiClient client = new(new ApiClientOptions { ServiceRoot = new Uri(root) });
                ItemCreateChildrenRequest request = path.Length > 0
                    ? ItemCreateChildrenRequest.At.DriveRoot(path)
                    : ItemCreateChildrenRequest.At.Drive("a/b 1");
                ItemCreateChildrenResponse response = await client.Items.CreateChildrenAsync(new(request)
                {
                    ContentSourceUrl = "http://example.com/a.jpg",
                    Name = "a.jpg",
                    File = new JsonObject(),
                    Prefer = "respond-async",
                });
                bool atOnce = response.IsCompleted;
                Item item = await response.WaitForCompletionAsync();
                return $"{response.Status} {atOnce} {item.AdditionalProperties["id"]}";
            }

            public static async Task<string> CreateWithContent(string root)
            {
                using ApiClient client = new(new ApiClientOptions { ServiceRoot = new Uri(root) });
                Item item = await client.Items.CreateChildrenAsync(at => new(at.Drive("1"))
                {
                    Name = "a.txt",
                    Content = new MemoryStream(Encoding.UTF8.GetBytes("Hello")),
                    ContentType = "text/plain",
                });
                return (string)item.AdditionalProperties["id"]!;
            }

            public static async Task<string> UploadMultipart(string root)
            {
                using ApiClient client = new(new ApiClientOptions { ServiceRoot = new Uri(root) });
                var metadata = new DriveItem();
                metadata.AdditionalProperties["name"] = "newfile.txt";
                metadata.AdditionalProperties["file"] = new JsonObject();
                DriveItemUploadMultipartResponse response = await client.DriveItems.UploadMultipartAsync(
                    at => new(at.MeDriveRootChildren("docs/new"))
                    {
                        Metadata = metadata,
                        ConflictBehavior = "rename",
                        Content = new MemoryStream(Encoding.UTF8.GetBytes("Contents of the file.")),
                    });
                DriveItem item = response;
                return $"{response.Status} {item.AdditionalProperties["id"]}";
            }

            public static async Task<string> UploadFromUrl(string root)
            {
                using ApiClient client = new(new ApiClientOptions { ServiceRoot = new Uri(root) });
                ItemUploadFromUrlResponse response = await client.Items.UploadFromUrlAsync(
                    at => new(at.MeDriveItemsChildren("parent"))
                    {
                        SourceUrl = "http://example.com/a.jpg",
                        Name = "a.jpg",
                        File = new JsonObject(),
                        Prefer = "respond-async",
                    });
                bool atOnce = response.IsCompleted;
                DocGen.LongRunningStatus done = await response.WaitForCompletionAsync();
                return $"{response.Status} {atOnce} {response.Location!.AbsolutePath} {done.Status}";
            }

            public static async Task<string> CreateUploadSession(string root)
            {
                using ApiClient client = new(new ApiClientOptions { ServiceRoot = new Uri(root) });
                var item = new DriveItemUploadableProperties
                {
                    ODataType = "microsoft.graph.driveItemUploadableProperties",
                };
                item.AdditionalProperties["name"] = "a";
                string urls = "";
                foreach (DriveItemCreateUploadSessionRequest request in new[]
                {
                    DriveItemCreateUploadSessionRequest.At.DriveRoot(),
                    DriveItemCreateUploadSessionRequest.At.DrivesRoot("d"),
                    DriveItemCreateUploadSessionRequest.At.SharesRoot("s"),
                    DriveItemCreateUploadSessionRequest.At.Drive("i"),
                    DriveItemCreateUploadSessionRequest.At.Shares("s"),
                    DriveItemCreateUploadSessionRequest.At.DriveBundles("b"),
                    DriveItemCreateUploadSessionRequest.At.DriveSpecial("p"),
                    DriveItemCreateUploadSessionRequest.At.DriveFollowing("f"),
                })
                {
                    UploadSession session = await client.DriveItems.CreateUploadSessionAsync(
                        new(request) { Item = item, DeferCommit = true });
                    urls += session.AdditionalProperties["uploadUrl"] + " ";
                }

                return urls.TrimEnd();
            }

            public static async Task<string> CreateVersion(string root)
            {
                using ApiClient client = new(new ApiClientOptions { ServiceRoot = new Uri(root) });
                var body = new Item();
                body.AdditionalProperties["description"] = "x";
                string ids = "";
                foreach (ItemCreateVersionRequest request in new[]
                    {
                        ItemCreateVersionRequest.At.DriveRoot(), ItemCreateVersionRequest.At.Drive("1"),
                        ItemCreateVersionRequest.At.DrivesRoot("2"),
                    })
                {
                    ItemCreateVersionResponse response = await client.Items.CreateVersionAsync(request, body);
                    ids += $"{response.Status} {((Item)response).AdditionalProperties["id"]} ";
                }

                return ids.TrimEnd();
            }
        }
        """;

    // With the resource pages, the same calls use typed members.
    private const string TypedProgram = """
        using System;
        using System.IO;
        using System.Text;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;

        namespace Test;

        public static class Program
        {
            public static async Task<string> Run(string root)
            {
                using ApiClient client = new(new ApiClientOptions { ServiceRoot = new Uri(root) });
                DriveItem uploaded = await client.DriveItems.UploadMultipartAsync(at => new(at.DriveItemsChildren("f"))
                {
                    Metadata = new() { Name = "newfile.txt", File = new() },
                    Content = new MemoryStream(Encoding.UTF8.GetBytes("x")),
                    ContentType = "text/csv",
                });
                DriveItem version = await client.Items.CreateVersionAsync(
                    at => at.DriveRoot(), new() { Description = "d" });
                UploadSession session = await client.DriveItems.CreateUploadSessionAsync(at => at.DriveRoot());
                return $"{uploaded.Id} {uploaded.Name} {uploaded.File is not null} {version.Id} {session.UploadUrl}";
            }
        }
        """;

    private static readonly Lazy<Task<EmittedAssembly>> Emitted = new(() => LoadAsync(Program, SeedDocs.Pages()));

    [SharedDocsFact]
    public async Task The_result_of_an_accepted_creation_is_read_through_the_monitor()
    {
        int polls = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) =>
        {
            switch (request.Method + " " + request.Target)
            {
                case "GET /monitor/1" when ++polls == 1:
                    response.StatusCode = 202;
                    response.Headers.RetryAfter = "0";
                    return Json(response, """{"status": "inProgress", "percentageComplete": 50}""");
                case "GET /monitor/1":
                    response.StatusCode = 303;
                    response.Headers.Location = Address(request, "/done");
                    return Task.CompletedTask;
                case "GET /done":
                    return Json(response, """{"id": "7"}""");
                default:
                    response.StatusCode = request.Method == "POST" ? 202 : 404;
                    response.Headers.Location = Address(request, "/monitor/1");
                    return Task.CompletedTask;
            }
        });

        Assert.Equal("202 False 7", await RunAsync("CreateChildren", server.Uri + "v1.0", ""));

        Assert.Equal(
            ["POST /v1.0/drive/items/a%2Fb%201/children", "GET /monitor/1", "GET /monitor/1", "GET /done"],
            server.Requests.Select(r => r.Method + " " + r.Target));
        ReceivedRequest sent = server.Requests[0];
        Assert.Equal("respond-async", sent.Headers["Prefer"]);
        Assert.Equal("application/json", sent.Headers["Content-Type"].Split(';')[0]);
        Assert.Equal("""{"@content.sourceUrl":"http://example.com/a.jpg","file":{},"name":"a.jpg"}""", sent.Text);
    }

    [SharedDocsFact]
    public async Task A_creation_whose_response_contains_the_item_is_complete_without_polling()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(201, """{"id": "8"}""");

        Assert.Equal("201 True 8", await RunAsync("CreateChildren", server.Uri + "v1.0", "Some Folder/ä/x"));

        Assert.Equal("/v1.0/drive/root:/Some%20Folder/%C3%A4/x:/children", Assert.Single(server.Requests).Target);
    }

    [SharedDocsFact]
    public async Task A_creation_with_content_sends_the_parts_that_the_table_lists()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(201, """{"id": "9"}""");

        Assert.Equal("9", await RunAsync("CreateWithContent", server.Uri + "v1.0"));

        Assert.Equal(
            [
                """Content-ID: <metadata>|Content-Type: application/json => {"name":"a.txt"}""",
                "Content-ID: <content>|Content-Type: text/plain => Hello",
            ],
            Parts(Assert.Single(server.Requests)));
    }

    [SharedDocsFact]
    public async Task A_multipart_upload_sends_the_documented_parts()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(201,
            """{"id": "0123456789abc", "name": "newfile.txt", "file": {}}""");

        Assert.Equal("201 0123456789abc", await RunAsync("UploadMultipart", server.Uri + "v1.0"));

        ReceivedRequest sent = Assert.Single(server.Requests);
        Assert.Equal("POST /v1.0/me/drive/root:/docs/new:/children", sent.Method + " " + sent.Target);
        Assert.Equal(["Content-ID: <metadata>|Content-Type: application/json",
            "Content-ID: <content>|Content-Type: text/plain"],
            Parts(sent).Select(p => p.Split(" => ")[0]));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "name": "newfile.txt", "file": {},
                  "@microsoft.graph.sourceUrl": "cid:content", "@microsoft.graph.conflictBehavior": "rename"
                }
                """),
            JsonNode.Parse(Parts(sent)[0].Split(" => ")[1])));
        Assert.Equal("Contents of the file.", Parts(sent)[1].Split(" => ")[1]);
    }

    [SharedDocsFact]
    public async Task An_upload_from_a_URL_is_accepted_and_polled()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) =>
        {
            if (request.Method == "GET")
                return Json(response, """{"status": "completed"}""");
            response.StatusCode = 202;
            response.Headers.Location = Address(request, "/monitor/2");
            return Task.CompletedTask;
        });

        Assert.Equal("202 False /monitor/2 completed", await RunAsync("UploadFromUrl", server.Uri + "v1.0"));

        ReceivedRequest sent = server.Requests[0];
        Assert.Equal("POST /v1.0/me/drive/items/parent/children", sent.Method + " " + sent.Target);
        Assert.Equal("respond-async", sent.Headers["Prefer"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """{"@microsoft.graph.sourceUrl": "http://example.com/a.jpg", "name": "a.jpg", "file": {}}"""),
            JsonNode.Parse(sent.Text)));
    }

    [SharedDocsFact]
    public async Task An_upload_session_is_created_through_eight_URLs_and_read_with_or_without_a_wrapper()
    {
        int count = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            (_, response) => Json(response, ++count % 2 == 0
            ? $$"""{"uploadUrl": "u{{count}}"}"""
            : $$"""{"@odata.context": "c", "value": {"@odata.type": "microsoft.graph.uploadSession", """
                + $$""" "uploadUrl": "u{{count}}"} }"""));

        Assert.Equal("u1 u2 u3 u4 u5 u6 u7 u8", await RunAsync("CreateUploadSession", server.Uri + "v1.0"));

        Assert.Equal(
            ["drive/root", "drives/d/root", "shares/s/root", "drive/items/i", "shares/s/driveItem", "drive/bundles/b",
                "drive/special/p", "drive/following/f"],
            server.Requests.Select(r => r.Target["/v1.0/".Length..^"/createUploadSession".Length]));
        Assert.All(server.Requests, sent =>
        {
            Assert.Equal(
                """{"deferCommit":true,"item":{"@odata.type":"microsoft.graph.driveItemUploadableProperties","""
                    + "\"name\":\"a\"}}", sent.Text);
            Assert.Equal(sent.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
                sent.Headers["Content-Length"]);
            Assert.False(sent.Headers.ContainsKey("Authorization"));
        });
    }

    [SharedDocsFact]
    public async Task A_version_is_created_through_three_URLs_with_a_body_of_the_type_of_the_item()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(201, """{"id": "v"}""");

        Assert.Equal("201 v 201 v 201 v", await RunAsync("CreateVersion", server.Uri + "v1.0"));

        Assert.Equal(
            ["/v1.0/drive/root/versions", "/v1.0/drive/items/1/versions", "/v1.0/drives/2/root/versions"],
            server.Requests.Select(r => r.Target));
        Assert.All(server.Requests, sent =>
        {
            Assert.Equal("""{"description":"x"}""", sent.Text);
            Assert.False(sent.Headers.ContainsKey("X-Sample-Header"));
        });
    }

    [SharedDocsFact("corpus/onedrive/resources")]
    public async Task Calls_are_typed_if_the_resource_pages_are_in_the_doc_set()
    {
        using EmittedAssembly typed = await LoadAsync(TypedProgram, [.. SeedDocs.Pages(), .. SeedDocs.Resources()]);
        await using LoopbackServer server = await LoopbackServer.StartAsync((request, response) => Json(
            response,
            request.Target.EndsWith("/createUploadSession", StringComparison.Ordinal)
                ? """{"value": {"uploadUrl": "https://up.example.com/1"} }"""
                : """{"id": "1", "name": "newfile.txt", "file": {} }"""));

        Assert.Equal(
            "1 newfile.txt True 1 https://up.example.com/1",
            await typed.RunAsync("Test.Program", "Run", server.Uri + "v1.0"));

        string[] parts = Parts(server.Requests[0]);
        JsonObject metadata = JsonNode.Parse(parts[0].Split(" => ")[1])!.AsObject();
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"name": "newfile.txt", "file": {}, "@microsoft.graph.sourceUrl": "cid:content"}"""),
            metadata), parts[0]);
        Assert.Equal("Content-ID: <content>|Content-Type: text/csv => x", parts[1]);
        Assert.Equal("d", (string?)JsonNode.Parse(server.Requests[1].Text)!["description"]);
    }

    private static async Task<string> RunAsync(string method, params object[] arguments) =>
        (string)(await (await Emitted.Value).RunAsync("Test.Program", method, arguments))!;

    private static async Task<EmittedAssembly> LoadAsync(string program, (string Path, string Text)[] pages) =>
        (await Docs.GenerateAsync(program, [.. pages.Select(p => (p.Path, (string?)p.Text))])).Load();

    /// <summary>Returns an absolute URL on the server, such as the URL of a monitor on the pages.</summary>
    private static string Address(ReceivedRequest request, string path) => $"http://{request.Headers["Host"]}{path}";

    private static Task Json(HttpResponse response, string body)
    {
        response.ContentType = "application/json";
        return response.WriteAsync(body);
    }

    /// <summary>
    /// Splits a multipart/related body into parts (RFC 2046, section 5.1): sorted headers, then content.
    /// </summary>
    private static string[] Parts(ReceivedRequest request)
    {
        string type = request.Headers["Content-Type"];
        Assert.StartsWith("multipart/related;", type, StringComparison.Ordinal);
        Assert.Contains("type=\"application/json\"", type, StringComparison.Ordinal);
        string boundary = type.Split("boundary=")[1].Split(';')[0].Trim('"');
        string body = Encoding.UTF8.GetString(request.Body);
        string[] pieces = ("\r\n" + body).Split("\r\n--" + boundary);
        Assert.Equal("", pieces[0]);
        Assert.Equal("--", pieces[^1].Trim());
        return [.. pieces[1..^1].Select(Part)];

        static string Part(string piece)
        {
            int end = piece.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            IEnumerable<string> headers = piece[..end].Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal);
            return string.Join('|', headers) + " => " + piece[(end + 4)..];
        }
    }
}
