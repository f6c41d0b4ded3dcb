using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using static DocGen.Tests.Emission.Samples;

namespace DocGen.Tests.Emission;

public class RequestEmitterTests
{
    private static readonly string Client = ClientEmitter.Emit(Samples.Client());

    [Fact]
    public async Task Typical_calls_compile_and_send_the_documented_requests()
    {
        var handler = new RecordingHandler(
            """{"id":"1"}""", """{"value":[{"id":"2"}],"@odata.nextLink":"http://localhost/v1.0/next"}""",
            """{"value":[{"id":"3"}]}""",
            """{"id":"4"}""", """{"id":"1"}""", """{"value":[]}""", """{"value":[]}""");

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(Drive),
            """
            DriveItem item =
                await client.Items.GetAsync(at => new(at.Root("a b/may.xlsx")) { Select = ["id", "name"] });
            var ids = new List<string?> { item.Id };
            await foreach (DriveItem child in client.Items.ListChildrenAsync(new("1")
            {
                Top = 5, Kinds = [ItemKind.File, "later"], ChangedSince = new DateOnly(2026, 5, 17),
            }))
                ids.Add(child.Id);
            DriveItem created =
                await client.Items.CreateChildAsync(at => new(at.Items("1")) { Name = "docs", Folder = new() });
            ids.Add(created.Id);
            await client.Items.UpdateAsync("1", new() { Name = "b" });
            await foreach (BaseItem found in client.Items.SearchAsync())
                ids.Add(found.Id);
            await foreach (BaseItem found in client.Items.SearchAsync(new() { Q = "it's" }))
                ids.Add(found.Id);
            return string.Join(' ', ids);
            """,
            handler);

        Assert.Equal("1 2 3 4", seen);
        Assert.Equal(
            [
                "GET /v1.0/root:/a%20b/may.xlsx?$select=id,name",
                "GET /v1.0/items/1/children?changedSince=2026-05-17&kinds=file,later&$top=5",
                "GET /v1.0/next",
                """POST /v1.0/items/1/children {"folder":{},"name":"docs","@contoso.sourceUrl":"cid:content"}""",
                """PATCH /v1.0/items/1 {"name":"b"}""",
                "GET /v1.0/root/search",
                "GET /v1.0/root/search(q='it''s')",
            ],
            handler.Sent.Select(sent =>
                sent.Replace("%24", "$", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal)
                    .Replace("%27", "'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("client.Items.CreateChildAsync(at => new(at.Root()) { Folder = new() })", "CS9035")]
    [InlineData("client.Items.CreateChildAsync(at => new(at.Root()) { Name = null })", "CS8625")]
    [InlineData("client.Items.UpdateAsync(\"1\")", "CS7036")]
    [InlineData("client.Items.UpdateAsync(\"1\", null)", "CS8625")]
    [InlineData("client.Items.UploadMultipartAsync(new(\"1\") { Metadata = new() })", "CS9035")]
    [InlineData("client.Items.DeleteAsync(new(\"1\"))", "CS0618")]
    public void The_compiler_reports_missing_required_members_and_deprecated_methods(string call, string diagnostic)
    {
        string user = $$"""
            using Contoso.Drive;
            internal static class Probe
            {
                public static object Run(DriveClient client) => {{call}};
            }
            """;

        IEnumerable<string> ids = EmittedCode.Diagnose(FileEmitter.Emit(Drive), Client, user);

        Assert.Equal([diagnostic], ids.Distinct());
    }

    [Theory]
    [InlineData("CreateChildAsync(at => new(at.Root()) { Name = null! })", "Name")]
    [InlineData("UploadMultipartAsync(new(\"1\") { Metadata = new(), Content = null! })", "Content")]
    public async Task A_missing_required_member_fails_by_name_before_sending(string call, string member)
    {
        var handler = new RecordingHandler();

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(Drive),
            $$"""
            try { await client.Items.{{call}}; }
            catch (InvalidOperationException e) { return e.Message; }
            return "sent";
            """,
            handler);

        Assert.Contains("'" + member + "'", seen, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task A_required_option_that_is_null_fails_by_name()
    {
        Operation operation = Operation("Get", "GET", Factory("All", "/items"), NoContent) with
        {
            Options = Of(Query("period", "Period", new TypeRef(TypeKind.Int32), isRequired: true)),
        };
        var handler = new RecordingHandler();

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(File(operation)),
            """
            try { await client.Items.GetAsync(at => new(at.All()) { Period = null! }); }
            catch (InvalidOperationException e) { return e.Message; }
            return "sent";
            """,
            handler);

        Assert.Contains("'Period'", seen, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task Required_members_of_a_request_with_several_URLs_are_assigned_in_its_initializer()
    {
        Operation operation = Operation(
            "Upload", "POST", Factory("Root", "/root"), NoContent,
            new RequestBody.Multipart(
                "related",
                "metadata", new RequestBody.Json(Member("", "Metadata", Resource("Thing"), isRequired: true),
                    Of(Member("size", "Size", new TypeRef(TypeKind.Int64), isRequired: true)), false),
                "content", Content(),
                IsOptional: false)) with
        {
            Urls = Of(Factory("Root", "/root"), Factory("Items", "/items/{item-id}", Path("item-id", "itemId"))),
            Options = Of(Query("period", "Period", new TypeRef(TypeKind.Duration), isRequired: true),
                Header("X-A", "A", Enum("Kind"), isRequired: true)),
        };
        ApiFile file = File(operation) with
        {
            Types = Of(Type("Thing", Property("name", "Name", TypeRef.String))),
            Enums = Of(EnumType("Kind", new EnumMember("a", "A", null))),
        };
        var handler = new RecordingHandler("");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            await client.Items.UploadAsync(at => new(at.Items("1"))
            {
                Metadata = new() { Name = "n" }, Size = 5, Content = new MemoryStream("bytes"u8.ToArray()),
                Period = TimeSpan.Zero, A = Kind.A,
            });
            return "";
            """,
            handler);

        string sent = Assert.Single(handler.Sent);
        Assert.StartsWith("POST /v1.0/items/1?period=PT0S ", sent, StringComparison.Ordinal);
        Assert.Contains("""{"name":"n","size":5}""", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_every_kind_are_formatted_in_the_invariant_culture()
    {
        TypeKind[] kinds =
        [
            TypeKind.Boolean, TypeKind.Byte, TypeKind.SByte, TypeKind.Int16, TypeKind.Int32, TypeKind.Int64,
            TypeKind.Single,
            TypeKind.Double, TypeKind.Decimal, TypeKind.Guid, TypeKind.DateTimeOffset, TypeKind.Date,
            TypeKind.TimeOfDay, TypeKind.Duration,
        ];
        Operation operation = Operation(
            "Get", "GET", Url("/things"), NoContent) with
        {
            Options = EquatableArray.Of<OptionParameter>(
            [
                .. kinds.Select(kind => Query(kind.ToString(), kind + "Option", new TypeRef(kind))),
                .. kinds.Select(kind => Query(kind + "s", kind + "List", new TypeRef(kind, Rank: 1))),
                .. kinds.Select(kind => Query(kind + "!", kind + "Required", new TypeRef(kind), isRequired: true)),
                .. kinds.Select(kind => Header("X-" + kind, kind + "Header", new TypeRef(kind))),
                new(OptionLocation.Function, "Binary", "BinaryArgument", new TypeRef(TypeKind.Binary), false, null),
            ]),
        };
        string[] values =
        [
            "true", "255", "-1", "-300", "70000", "5000000000", "1.5f", "-2.5", "12.30m", "Guid.Empty",
            "new DateTimeOffset(2026, 5, 17, 8, 0, 0, TimeSpan.Zero)", "new DateOnly(2026, 5, 17)",
            "new TimeOnly(8, 30)", "TimeSpan.FromMinutes(90)",
        ];
        string[] written =
        [
            "true", "255", "-1", "-300", "70000", "5000000000", "1.5", "-2.5", "12.30", Guid.Empty.ToString(),
            "2026-05-17T08:00:00Z", "2026-05-17", "08:30:00", "PT1H30M",
        ];
        string assignments = string.Join(", ", kinds.Zip(values, (kind, value) =>
            $"{kind}Option = {value}, {kind}List = [{value}, {value}], {kind}Required = {value}, {kind}Header = " +
            $"{value}"));
        var handler = new RecordingHandler("");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(File(operation)),
            $$"""
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("fi-FI");
            await client.Items.GetAsync(new() { {{assignments}} });
            return "";
            """,
            handler);

        string sent = Uri.UnescapeDataString(Assert.Single(handler.Sent));
        Assert.StartsWith("GET /v1.0/things?", sent, StringComparison.Ordinal);
        string[] options = sent[(sent.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&');
        Assert.Equal(kinds.Length * 3, options.Length);
        foreach ((TypeKind kind, string value) in kinds.Zip(written))
        {
            Assert.Contains(kind + "=" + value, options);
            Assert.Contains(kind + "s=" + value + "," + value, options);
            Assert.Contains(kind + "!=" + value, options);
        }
    }

    [Fact]
    public async Task Lists_and_untyped_JSON_may_be_bodies()
    {
        ApiFile file = File(
            Operation("Tag", "POST", Url("/tag"), NoContent, JsonResource(TypeRef.String.ToCollection())),
            Operation("Send", "POST", Url("/send"), NoContent,
                JsonResource(new TypeRef(TypeKind.Json), isRequired: false)),
            Operation("Touch", "POST", Url("/touch"), NoContent,
                JsonResource(Resource("Thing"), isRequired: false))) with
        {
            Types = Of(Type("Thing", Property("name", "Name", TypeRef.String))),
        };
        var handler = new RecordingHandler("", "", "");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            await client.Items.TagAsync(["a", "b"]);
            await client.Items.SendAsync(JsonNode.Parse("[1]")!);
            await client.Items.TouchAsync(new());
            return "";
            """,
            handler);

        Assert.Equal(
            ["POST /v1.0/tag [\"a\",\"b\"]", "POST /v1.0/send [1]", "POST /v1.0/touch {}"],
            handler.Sent);
    }

    [Fact]
    public async Task A_resource_and_separate_members_are_sent_in_one_JSON_object()
    {
        Operation operation = Operation(
            "Add", "POST", Url("/add"), NoContent,
            new RequestBody.Json(Member("", "Body", Resource("Thing")),
                Of(Member("notify", "Notify", new TypeRef(TypeKind.Boolean), isRequired: true)), false));
        ApiFile file = File(operation) with { Types = Of(Type("Thing", Property("name", "Name", TypeRef.String))) };
        var handler = new RecordingHandler("", "");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            await client.Items.AddAsync(new() { Notify = false }, new() { Name = "a" });
            await client.Items.AddAsync(new() { Notify = true }, new());
            return "";
            """,
            handler);

        Assert.Equal(["""POST /v1.0/add {"name":"a","notify":false}""", """POST /v1.0/add {"notify":true}"""],
            handler.Sent);
    }

    [Fact]
    public async Task Content_is_sent_alone_or_together_with_JSON_or_instead_of_JSON()
    {
        RequestBody.Json json = new(Member("", "Body", Resource("Thing")), default, false);
        ApiFile file = File(
            Operation("Put", "PUT", Url("/alone"), NoContent, Content()),
            Operation("Optional", "POST", Url("/optional"), NoContent,
                new RequestBody.Multipart("form-data", "meta", json, "file", Content(isRequired: false),
                    IsOptional: true)),
            Operation("Either", "POST", Url("/either"), NoContent,
                new RequestBody.JsonOrStream(json, Content(isRequired: false)))) with
        {
            Types = Of(Type("Thing", Property("name", "Name", TypeRef.String))),
        };
        var handler = new RecordingHandler("", "", "", "", "", "");

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            Stream Bytes() => new MemoryStream("bytes"u8.ToArray());
            await client.Items.PutAsync(Bytes());
            await client.Items.OptionalAsync(new() { Body = new() { Name = "a" } });
            await client.Items.OptionalAsync(new() { Body = new() { Name = "a" }, Content = Bytes() });
            await client.Items.EitherAsync(new() { Body = new() { Name = "a" } });
            await client.Items.EitherAsync(new() { Content = Bytes() });
            try { await client.Items.EitherAsync(new() { Body = new(), Content = Bytes() }); }
            catch (InvalidOperationException e) { return e.Message; }
            return "sent";
            """,
            handler);

        Assert.Equal("JSON and Content are alternatives: assign one of them.", seen);
        Assert.Equal("PUT /v1.0/alone bytes", handler.Sent[0]);
        Assert.Equal("POST /v1.0/optional {\"name\":\"a\"}", handler.Sent[1]);
        Assert.Contains("form-data", handler.Sent[2], StringComparison.Ordinal);
        Assert.Contains("meta", handler.Sent[2], StringComparison.Ordinal);
        Assert.Contains("{\"name\":\"a\"}", handler.Sent[2], StringComparison.Ordinal);
        Assert.Contains("bytes", handler.Sent[2], StringComparison.Ordinal);
        Assert.Equal("POST /v1.0/either {\"name\":\"a\"}", handler.Sent[3]);
        Assert.Equal("POST /v1.0/either bytes", handler.Sent[4]);
        Assert.Equal(5, handler.Sent.Count);
    }

    [Fact]
    public async Task A_multipart_body_has_the_documented_parts()
    {
        var handler = new RecordingHandler("{}");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(Drive),
            """
            await client.Items.UploadMultipartAsync(new("1")
            {
                Metadata = new() { Name = "a.txt" }, Content = new MemoryStream("bytes"u8.ToArray()),
                ContentType = "text/markdown",
            });
            return "";
            """,
            handler);

        string sent = Assert.Single(handler.Sent);
        Assert.Contains("Content-ID: <metadata>", sent, StringComparison.Ordinal);
        Assert.Contains("Content-ID: <content>", sent, StringComparison.Ordinal);
        Assert.Contains("text/markdown", sent, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"a.txt\"", sent, StringComparison.Ordinal);
        Assert.Contains("bytes", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_is_sent_alone_or_before_the_assigned_parts()
    {
        var parts = EquatableArray.Of(new ContentPart("first", "First", "image/png", false, null),
            new ContentPart("second", "Second", "image/jpeg", false, null));
        RequestBody.ContentParts either = new("form-data", parts, Content(), "main");
        RequestBody.ContentParts only = new("form-data",
            parts.Select(p => p with { IsRequired = true }).ToEquatableArray());
        var handler = new RecordingHandler("", "", "");

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(File(
                Operation("Either", "POST", Factory("One", "/either"), NoContent, either),
                Operation("Only", "POST", Url("/only"), NoContent, only))),
            """
            static Stream Bytes(string text) => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            await client.Items.EitherAsync(at => new(at.One()) { Content = Bytes("whole") });
            await client.Items.EitherAsync(at => new(at.One()) { Content = Bytes("whole"), Second = Bytes("two") });
            await client.Items.OnlyAsync(new() { First = Bytes("one"), Second = Bytes("two") });
            try { await client.Items.OnlyAsync(new() { First = Bytes("one"), Second = null! }); }
            catch (InvalidOperationException e) { return e.Message; }
            return "";
            """,
            handler);

        Assert.Equal("'Second' is required and was not set.", seen);
        Assert.Equal("POST /v1.0/either whole", handler.Sent[0]);
        Assert.Matches("(?s)name=\"main\".*whole.*name=\"second\".*two", handler.Sent[1]);
        Assert.Contains("image/jpeg", handler.Sent[1], StringComparison.Ordinal);
        Assert.DoesNotContain("first", handler.Sent[1], StringComparison.Ordinal);
        Assert.Matches("(?s)name=\"first\".*one.*name=\"second\".*two", handler.Sent[2]);
        Assert.Equal(3, handler.Sent.Count);
    }

    [Fact]
    public async Task A_copy_has_all_members_of_the_original()
    {
        var handler = new RecordingHandler("{}");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(Drive),
            """
            var first = new ItemGetRequest(ItemGetRequest.At.Root("a")) { Select = ["id"], IfNoneMatch = "x" };
            first.Query["extra"] = "1";
            var second = new ItemGetRequest(first) { IfNoneMatch = null };
            first.Query["extra"] = "2";
            await client.Items.GetAsync(second);
            return "";
            """,
            handler);

        Assert.Equal(["GET /v1.0/root:/a?$select=id&extra=1"], handler.Sent);
    }
}
