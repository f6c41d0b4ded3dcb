using DocGen.Generator.Emission;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using static DocGen.Tests.Emission.Samples;

namespace DocGen.Tests.Emission;

public class ResponseEmitterTests
{
    [Fact]
    public async Task Values_of_any_shape_are_read()
    {
        ApiFile file = File(
            Operation("Count", "GET", Url("/count"), Value(new TypeRef(TypeKind.Int32), 200)),
            Operation("Name", "GET", Url("/name"), Value(TypeRef.String, 200)),
            Operation("Ids", "GET", Url("/ids"), Value(new TypeRef(TypeKind.Int64, Rank: 1), 200)),
            Operation("Kind", "GET", Url("/kind"), Value(Enum("ItemKind"), 200)),
            Operation("Raw", "GET", Url("/raw"), Value(new TypeRef(TypeKind.JsonObject), 200)),
            Operation("Wrapped", "GET", Url("/wrapped"), Value(Resource("Thing"), 200) with { IsWrapped = true }),
            Operation("Pages", "GET", Url("/pages"),
                new ResponseShape.Collection(new TypeRef(TypeKind.Int32), false, Of(200)))) with
        {
            Types = Of(Type("Thing", Property("name", "Name", TypeRef.String))),
            Enums = Of(EnumType("ItemKind", new EnumMember("file", "File", null))),
        };
        var handler = new RecordingHandler(
            "3", "\"n\"", "[1,2]", "\"file\"", """{"a":1}""", """{"value":{"name":"w"}}""", """{"name":"bare"}""",
            """{"value":[1,2]}""");

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            int count = await client.Items.CountAsync();
            string name = await client.Items.NameAsync();
            IList<long> ids = (await client.Items.IdsAsync()).Value;
            ItemKind kind = await client.Items.KindAsync();
            JsonObject raw = await client.Items.RawAsync();
            Thing wrapped = await client.Items.WrappedAsync();
            Thing bare = await client.Items.WrappedAsync();
            int sum = 0;
            await foreach (int number in client.Items.PagesAsync())
                sum += number;
            return $"{count} {name} {ids.Sum()} {kind == ItemKind.File} {raw["a"]} {wrapped.Name} {bare.Name} {sum}";
            """,
            handler);

        Assert.Equal("3 n 3 True 1 w bare 3", seen);
    }

    [Fact]
    public async Task An_upload_session_takes_content_and_can_be_resumed()
    {
        ResponseShape.UploadSession shape = new(Resource("Session"), Resource("Thing"), Of(200));
        ApiFile file = File(
            Operation("CreateSession", "POST", Url("/session"), shape),
            Operation("CreateUnknown", "POST", Url("/unknown"), shape with { Uploaded = null })) with
        {
            Types = Of(
                Type("Session", Property("uploadUrl", "UploadUrl", TypeRef.String),
                    Property("nextExpectedRanges", "NextExpectedRanges", TypeRef.String.ToCollection())),
                Type("Thing", Property("name", "Name", TypeRef.String))),
        };
        const string Created = """{"uploadUrl":"/up/1","nextExpectedRanges":["0-"]}""";
        var handler = new RecordingHandler(
            Created, """{"name":"a"}""", """{"nextExpectedRanges":["2-"]}""", """{"name":"b"}""", Created,
            """{"name":"c"}""");

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            using var content = new MemoryStream("0123"u8.ToArray());
            ItemCreateSessionResponse session = await client.Items.CreateSessionAsync();
            Session value = session;
            Thing first = await session.UploadAsync(content);
            content.Position = 0;
            Thing second = await ItemCreateSessionResponse.FromUploadUrl(client, session.UploadUrl)
                .UploadAsync(content);
            content.Position = 0;
            JsonObject third = await (await client.Items.CreateUnknownAsync()).UploadAsync(content);
            var fake = new ItemCreateSessionResponse(new Session { UploadUrl = "x" });
            return $"{value.UploadUrl} {first.Name} {second.Name} {third["name"]} {fake.Value.UploadUrl}";
            """,
            handler);

        Assert.Equal("/up/1 a b c x", seen);
    }

    [Fact]
    public async Task The_result_of_a_job_is_read_through_the_id_in_the_last_status()
    {
        ApiFile file = File(Operation("Copy", "POST", Url("/copy"), new ResponseShape.LongRunning(
            Resource("Thing"), false, "/things/{id}", Of(202)))) with
        {
            Types = Of(Type("Thing", Property("name", "Name", TypeRef.String))),
        };
        var handler = new RecordingHandler("""{"status":"completed","resourceId":"7"}""", """{"name":"copied"}""");

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            ItemCopyResponse copy = ItemCopyResponse.FromLocation(client, new Uri("http://localhost/v1.0/jobs/1"));
            return (await copy.WaitForCompletionAsync()).Name!;
            """,
            handler);

        Assert.Equal("copied", seen);
        Assert.Equal("GET /v1.0/things/7", handler.Sent[1]);
    }

    [Fact]
    public async Task A_delta_response_has_a_link_to_the_next_round()
    {
        ApiFile file = File(Operation("Delta", "GET", Url("/delta"),
            new ResponseShape.Collection(TypeRef.String, IsDelta: true, Of(200))));
        var handler = new RecordingHandler(
            """{"value":["1"],"@odata.nextLink":"/v1.0/delta?p=2"}""",
            """{"value":["2"],"@odata.deltaLink":"/v1.0/delta?t=1"}""",
            """{"value":["3"],"@odata.deltaLink":"/v1.0/delta?t=2"}""");

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            var changes = client.Items.DeltaAsync();
            var ids = new List<string>();
            await foreach (string id in changes)
                ids.Add(id);
            var next = client.Items.DeltaAsync().ResumeFrom(changes.DeltaLink!);
            await foreach (string id in next)
                ids.Add(id);
            return string.Join(" ", ids) + " " + next.DeltaLink!.Query;
            """,
            handler);

        Assert.Equal("1 2 3 ?t=2", seen);
    }

    [Fact]
    public async Task Responses_have_public_constructors()
    {
        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(Drive),
            """
            var got = new ItemGetResponse(new DriveItem { Name = "a" }, headers: [new("etag", "\"1\"")]);
            var notModified = new ItemGetResponse(null, 304);
            DriveItem item = got;
            using var download = new ItemDownloadResponse(new MemoryStream("bytes"u8.ToArray()));
            return $"{item.Name} {got.Status} {got.ETag} {notModified.HasValue} {new ItemCopyResponse(null).Status} "
                + $"{new ItemDeleteResponse().Status} {download.Content.Length}";
            """,
            new RecordingHandler());

        Assert.Equal("a 200 \"1\" False 202 204 5", seen);
    }

    [Fact]
    public async Task A_user_can_replace_operations_by_fakes()
    {
        const string Statements = """
            DriveItem item = await new FakeClient().Items.GetAsync(at => at.Items("1"));
            return item.Name!;
            """;
        const string Fakes = """
            using System.Threading;
            using System.Threading.Tasks;
            namespace Contoso.Drive;
            internal sealed class FakeClient : DriveClient
            {
                public override ItemOperations Items { get; } = new FakeItems();
            }
            internal sealed class FakeItems : ItemOperations
            {
                public override Task<ItemGetResponse> GetAsync(
                    ItemGetRequest request, CancellationToken cancellationToken = default) =>
                    Task.FromResult(new ItemGetResponse(new DriveItem { Name = "fake" }));
            }
            """;

        Assert.Equal("fake", await EmittedCode.RunAsync(FileEmitter.Emit(Drive), Statements, new RecordingHandler(),
            Fakes));
    }
}
