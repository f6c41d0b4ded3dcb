using DocGen.Generator.Emission;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using static DocGen.Tests.Emission.Samples;

namespace DocGen.Tests.Emission;

/// <summary>Tests of the emitted readers and writers, which are called through the emitted client.</summary>
public class ResourceEmitterTests
{
    private static readonly Operation Put = Operation(
        "Put", "PUT", Url("/items"), Value(Resource("Thing"), 200), JsonResource(Resource("Thing")));

    private static readonly Operation Patch = Operation(
        "Patch", "PATCH", Url("/items"), Value(Resource("Thing"), 200),
        JsonResource(Resource("Thing"), isPartialUpdate: true));

    private static readonly Operation Get = Operation("Get", "GET", Url("/items"), Value(Resource("Thing"), 200));

    public static TheoryData<string, string> ValuesOfEveryKind => new()
    {
        { nameof(TypeKind.String), "\"a\"" },
        { nameof(TypeKind.Boolean), "true" },
        { nameof(TypeKind.Byte), "255" },
        { nameof(TypeKind.SByte), "-128" },
        { nameof(TypeKind.Int16), "-32768" },
        { nameof(TypeKind.Int32), "2147483647" },
        { nameof(TypeKind.Int64), "9223372036854775807" },
        { nameof(TypeKind.Single), "16777217.1" },
        { nameof(TypeKind.Single), "1E+39" },
        { nameof(TypeKind.Double), "\"-INF\"" },
        { nameof(TypeKind.Decimal), "12345678901234567890.12" },
        { nameof(TypeKind.Guid), "\"0f8fad5b-d9cb-469f-a165-70867728950e\"" },
        { nameof(TypeKind.DateTimeOffset), "\"2026-05-17T08:00:00Z\"" },
        { nameof(TypeKind.Date), "\"2026-05-17\"" },
        { nameof(TypeKind.TimeOfDay), "\"08:30:00\"" },
        { nameof(TypeKind.Duration), "\"PT1H30M\"" },
        { nameof(TypeKind.Binary), "\"AQID\"" },
        { nameof(TypeKind.Json), "[1,{\"a\":null}]" },
        { nameof(TypeKind.JsonObject), "{\"a\":[]}" },
        { nameof(TypeKind.Resource), "{\"value\":{\"unknown\":1}}" },
        { nameof(TypeKind.Enum), "\"notDocumented\"" },
    };

    [Theory]
    [MemberData(nameof(ValuesOfEveryKind))]
    public async Task Values_lists_and_lists_of_lists_round_trip(string kind, string json)
    {
        var type = new TypeRef(System.Enum.Parse<TypeKind>(kind),
            kind switch { "Resource" => "Thing", "Enum" => "Kind", _ => null });
        ApiFile file = File(Get, Put) with
        {
            Types = Of(Type(
                "Thing",
                Property("value", "Value", type),
                Property("values", "Values", type.ToCollection()),
                Property("tables", "Tables", type.ToCollection().ToCollection()),
                Property("nothing", "Nothing", type))),
            Enums = Of(EnumType("Kind", new EnumMember("documented", "Documented", null))),
        };
        string body = $$"""{"nothing":null,"tables":[[{{json}}],[]],"value":{{json}},"values":[{{json}},{{json}}]}""";
        var handler = new RecordingHandler(body, "{}");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            Thing thing = await client.Items.GetAsync();
            await client.Items.PutAsync(thing.Clone());
            return "";
            """,
            handler);

        Assert.Equal(["GET /v1.0/items", "PUT /v1.0/items " + body], handler.Sent);
    }

    [Fact]
    public async Task Only_received_or_assigned_members_are_written_and_unknown_members_stay()
    {
        ApiFile file = ThingFile(Get, Put);
        var handler = new RecordingHandler("""{"size":1,"later":{"x":[1]},"tags":["a"]}""", "{}", "{}");

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            Thing thing = await client.Items.GetAsync();
            string seen = $"{thing.Name is null} {thing.Size} {string.Join(',', thing.Tags!)} "
                + thing.AdditionalProperties["later"]!.ToJsonString();
            thing.Name = null;
            await client.Items.PutAsync(thing);
            await client.Items.PutAsync(new() { Nested = new() { Size = 2 } });
            return seen;
            """,
            handler);

        Assert.Equal("True 1 a {\"x\":[1]}", seen);
        Assert.Equal("""PUT /v1.0/items {"name":null,"size":1,"tags":["a"],"later":{"x":[1]}}""", handler.Sent[1]);
        Assert.Equal("""PUT /v1.0/items {"nested":{"size":2}}""", handler.Sent[2]);
    }

    [Fact]
    public async Task A_PATCH_writes_changed_members_nested_objects_and_lists()
    {
        ApiFile file = ThingFile(Get, Patch);
        const string Thing = """{"name":"n","size":1,"nested":{"name":"m","size":2},"tags":["a"]}""";
        var handler = new RecordingHandler(Thing, "{}", "{}", "{}", "{}", "{}");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            Thing thing = await client.Items.GetAsync();
            await ExpectNoChange(thing);
            Thing copy = thing.Clone();
            copy.Nested!.Size = 3;
            copy.Tags!.Add("b");
            await client.Items.PatchAsync(copy);
            await ExpectNoChange(thing);
            thing.Name = null;
            await client.Items.PatchAsync(thing);
            await client.Items.PatchAsync(new() { Nested = copy.Nested });
            return "";

            async System.Threading.Tasks.Task ExpectNoChange(Thing unchanged)
            {
                try { await client.Items.PatchAsync(unchanged); }
                catch (System.InvalidOperationException) { return; }
                throw new System.Exception("An empty PATCH was sent.");
            }
            """,
            handler);

        Assert.Equal(
            [
                """PATCH /v1.0/items {"nested":{"size":3},"tags":["a","b"]}""",
                """PATCH /v1.0/items {"name":null}""",
                """PATCH /v1.0/items {"nested":{"name":"m","size":3}}""",
            ],
            handler.Sent.Skip(1));
    }

    [Fact]
    public async Task JSON_and_bytes_changed_in_place_are_sent_only_after_assignment()
    {
        ApiFile file = File(Get, Patch) with
        {
            Types = Of(Type("Thing", Property("any", "Any", TypeKind.Json), Property("data", "Data", TypeKind.Binary))),
        };
        var handler = new RecordingHandler("""{"any":{"a":1},"data":"AAAA","extra":{"b":1}}""", "{}", "{}", "{}");

        string refused = await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            Thing thing = await client.Items.GetAsync();
            thing.Any!["a"] = 2;
            thing.Data![0] = 255;
            string refused = "sent";
            try { await client.Items.PatchAsync(thing); }
            catch (System.InvalidOperationException) { refused = "refused"; }
            thing.Any = thing.Any;
            thing.Data = thing.Data;
            await client.Items.PatchAsync(thing);
            thing.AdditionalProperties["extra"]!["b"] = 2;
            await client.Items.PatchAsync(thing);
            return refused;
            """,
            handler);

        Assert.Equal("refused", refused);
        Assert.Equal(
            [
                """PATCH /v1.0/items {"any":{"a":2},"data":"/wAA"}""",
                """PATCH /v1.0/items {"extra":{"b":2}}""",
            ],
            handler.Sent.Skip(1));
    }

    [Fact]
    public async Task A_type_annotation_chooses_the_derived_type_and_an_unknown_type_is_read_without_loss()
    {
        ApiFile file = File(Get, Put) with
        {
            Types = Of(
                Type("Thing", Property("name", "Name", TypeRef.String),
                    Property("all", "All", Resource("Thing").ToCollection())) with
                {
                    IsAbstract = true,
                    Derived = Of(new DerivedType("contoso.box", "Box"), new DerivedType("contoso.bigBox", "BigBox")),
                },
                Type("Box", Property("width", "Width", TypeKind.Int32)) with
                {
                    Base = "Thing",
                    Derived = Of(new DerivedType("contoso.bigBox", "BigBox")),
                },
                Type("BigBox", Property("crane", "Crane", TypeKind.Boolean)) with { Base = "Box" }),
        };
        const string Body = """
            {"all":[{"width":1,"@odata.type":"#Contoso.Box"},{"@odata.type":"#contoso.bigBox","crane":true,"name":"b"},
            {"@odata.type":"#contoso.sphere","radius":2}]}
            """;
        var handler = new RecordingHandler(Body, "{}", "{}");

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            Thing thing = await client.Items.GetAsync();
            await client.Items.PutAsync(thing);
            await client.Items.PutAsync(new BigBox { Width = 3, Crane = false });
            return string.Join(' ', thing.All!.Select(one => one.Clone().GetType().Name));
            """,
            handler);

        Assert.Equal("Box BigBox Thing", seen);
        Assert.Equal(
            """PUT /v1.0/items {"all":[{"@odata.type":"#Contoso.Box","width":1},"""
                + """{"@odata.type":"#contoso.bigBox","name":"b","crane":true},"""
                + """{"@odata.type":"#contoso.sphere","radius":2}]}""",
            handler.Sent[1]);
        Assert.Equal("""PUT /v1.0/items {"@odata.type":"#contoso.bigBox","width":3,"crane":false}""", handler.Sent[2]);
    }

    [Fact]
    public async Task A_type_may_have_more_members_than_fit_in_one_state_word()
    {
        const int Count = 213;
        Property[] properties = [
            .. Enumerable.Range(0, Count).Select(i => Property($"m{i:D3}", $"M{i:D3}", TypeKind.Int32))];
        ApiFile file = File(Get, Put) with { Types = Of(Type("Thing", properties)) };
        int[] sent = [0, 63, 64, 127, 128, 192, 212];
        string body = "{" + string.Join(",", sent.Select(i => $"\"m{i:D3}\":{i}")) + "}";
        var handler = new RecordingHandler(body, "{}");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            "await client.Items.PutAsync((await client.Items.GetAsync()).Value); return \"\";",
            handler);

        Assert.Equal("PUT /v1.0/items " + body, handler.Sent[1]);
    }

    [Fact]
    public async Task Member_names_that_CSharp_cannot_express_are_sent_as_documented()
    {
        ApiFile file = File(Put) with
        {
            Types = Of(Type(
                "Thing",
                Property("\"; evil()", "Evil", TypeRef.String),
                Property("größe", "Groesse", TypeRef.String),
                Property("a b", "AB", TypeRef.String),
                Property("a.b", "AB2", TypeRef.String),
                Property("class", "Class", TypeRef.String))),
        };
        var handler = new RecordingHandler(
            """{"\"; evil()":"1","gr\u00F6\u00dfe":"2","a b":"3","a.b":"4","class":"5"}""");

        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            """
            Thing thing = await client.Items.PutAsync(new() { Evil = "x" });
            return thing.Evil + thing.Groesse + thing.AB + thing.AB2 + thing.Class + thing.AdditionalProperties.Count;
            """,
            handler);

        Assert.Equal("123450", seen);
        var body = System.Text.Json.Nodes.JsonNode.Parse(handler.Sent[0]["PUT /v1.0/items ".Length..])!;
        Assert.Equal("x", (string?)body["\"; evil()"]);
    }

    private static ApiFile ThingFile(params Operation[] operations) => File(operations) with
    {
        Types = Of(Type(
            "Thing",
            Property("name", "Name", TypeRef.String),
            Property("size", "Size", TypeKind.Int64),
            Property("nested", "Nested", Resource("Thing")),
            Property("tags", "Tags", TypeRef.String.ToCollection()))),
    };
}
