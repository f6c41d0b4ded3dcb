using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using static DocGen.Tests.Emission.Samples;

namespace DocGen.Tests.Emission;

/// <summary>
/// Tests that <c>JsonSerializer</c> reads and writes the emitted types like the client, without reflection.
/// </summary>
public class JsonResolverEmitterTests
{
    private static readonly string Things = FileEmitter.Emit(
        File(Operation("Get", "GET", Url("/items"), Value(Resource("Thing"), 200))) with
        {
            Types = Of(
            Type("Thing", Property("name", "Name", TypeRef.String),
                Property("kind", "Kind", new TypeRef(TypeKind.Enum, "Kind")),
                Property("nested", "Nested", Resource("Thing"))) with
            {
                ODataName = "my.thing",
                Derived = Of(new DerivedType("my.special", "Special")),
            },
            Type("Special", Property("extra", "Extra", new TypeRef(TypeKind.Int32))) with
            {
                ODataName = "my.special",
                Base = "Thing"
            }),
            Enums = Of(EnumType("Kind", new EnumMember("documented", "Documented", null))),
        });

    private static readonly string Resolver = JsonResolverEmitter.Emit(
        new ClientTypes(Client().Settings, Of("Special", "Thing"), Of("Kind")));

    [Theory]
    [InlineData("Thing", """{"kind":"new","name":null,"unknown":[1.50]}""")]
    [InlineData("Thing", """{"@odata.type":"#my.special","name":"a","extra":1}""")]
    [InlineData("Thing", "null")]
    [InlineData("Thing[]", """[{"name":"a"},{"nested":{"name":"b"}}]""")]
    [InlineData("List<Thing>", """[{"name":"a"},null]""")]
    [InlineData("IList<Thing>", """[{"name":"a"}]""")]
    [InlineData("IEnumerable<Thing>", """[{"@odata.type":"#my.special","extra":1}]""")]
    [InlineData("Kind", "\"documented\"")]
    [InlineData("Kind?", "null")]
    [InlineData("Kind?", "\"other\"")]
    public async Task A_value_is_read_and_written_with_only_the_resolver(string type, string json)
    {
        string again = await RunAsync($$"""
            var options = new JsonSerializerOptions { TypeInfoResolver = DriveClientJson.Default };
            return JsonSerializer.Serialize(
                JsonSerializer.Deserialize<{{type}}>({{CSharpText.Literal(json)}}, options), options);
            """);

        Assert.Equal(json, again);
    }

    [Fact]
    public async Task JSON_in_several_buffers_is_read_like_JSON_in_one() =>
        Assert.Equal("abc 1", await RunAsync("""
            var options = new JsonSerializerOptions
            {
                TypeInfoResolver = DriveClientJson.Default, DefaultBufferSize = 1,
            };
            byte[] json = Encoding.UTF8.GetBytes(
                "[{\"name\":\"abc\",\"nested\":{\"@odata.type\":\"#my.special\",\"extra\":1}}]");
            Thing pieces = Piece.Read<Thing[]>(json, 12, options)![0];
            Thing stream =
                JsonSerializer.DeserializeAsync<Thing[]>(new MemoryStream(json), options).AsTask().Result![0];
            return pieces.Name + " " + ((Special)stream.Nested!).Extra;
            """));

    [Fact]
    public async Task A_user_type_may_contain_emitted_types_and_the_serializer_indents_them() =>
        Assert.Equal(
            "{\n  \"Thing\": {\n    \"name\": \"a\",\n    \"x\": 1\n  },\n  \"Kinds\": {\n    \"documented\": 1\n" +
            "  }\n}", await RunAsync("""
            var options = new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" };
            var order = new Order
            {
                Thing = new Thing { Name = "a", AdditionalProperties = { ["x"] = 1 } }, Kinds = { ["documented"] = 1 },
            };
            return JsonSerializer.Serialize(
                JsonSerializer.Deserialize<Order>(JsonSerializer.Serialize(order), options), options);
            """));

    [Fact]
    public async Task Misfits_and_errors_have_a_path_and_the_resolver_ignores_other_types() =>
        Assert.Equal("$.nested 1 $[1] True True", await RunAsync("""
            var options = new JsonSerializerOptions { TypeInfoResolver = DriveClientJson.Default };
            string? path = null;
            Misfit kept = JsonSerializer.Deserialize<Thing[]>("[{},{\"nested\":1}]", options)![1].GetMisfits()[0];
            try { JsonSerializer.Deserialize<Thing[]>("[{},7]", options); }
            catch (JsonException failure) { path = failure.Path; }
            return $"{kept.Path} {kept.Json} {path} "
                + $"{DriveClientJson.Default.GetTypeInfo(typeof(string), options) is null} "
                + $"{DriveClientJson.Default.GetTypeInfo(typeof(HashSet<Thing>), options) is null}";
            """));

    private static Task<string> RunAsync(string statements) => EmittedCode.RunAsync(
        Things, statements, new RecordingHandler(), Resolver,
        """
        global using DocGen;
        global using System.Text.Json;
        internal sealed class Order
        {
            public Contoso.Drive.Thing? Thing { get; set; }
            public System.Collections.Generic.Dictionary<Contoso.Drive.Kind, int> Kinds { get; set; } = new();
        }
        internal sealed class Piece : System.Buffers.ReadOnlySequenceSegment<byte>
        {
            public static T? Read<T>(byte[] json, int cut, JsonSerializerOptions options)
            {
                var first = new Piece(System.MemoryExtensions.AsMemory(json, 0, cut), null);
                var last = new Piece(System.MemoryExtensions.AsMemory(json, cut), first);
                var reader = new Utf8JsonReader(
                    new System.Buffers.ReadOnlySequence<byte>(first, 0, last, json.Length - cut));
                return (T?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(T)));
            }
            public Piece(System.ReadOnlyMemory<byte> memory, Piece? before)
            {
                Memory = memory;
                RunningIndex = before is null ? 0 : before.RunningIndex + before.Memory.Length;
                if (before is not null)
                    before.Next = this;
            }
        }
        """);
}
