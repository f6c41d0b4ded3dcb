using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using static DocGen.Tests.Emission.Samples;

namespace DocGen.Tests.Emission;

/// <summary>
/// Tests that intended calls of emitted methods compile, and that calls with a missing or wrong argument do not.
/// </summary>
public class OperationGroupEmitterTests
{
    private static readonly string Emitted = FileEmitter.Emit(Shop());
    private static readonly string Client = ClientEmitter.Emit(Samples.Client());

    private static ApiFile Shop()
    {
        Operation several = Operation("CreateThing", "POST", Factory("Me", "/me/things"), Value(Resource("Thing"), 201),
            JsonResource(Resource("Thing"), isRequired: false)) with
        {
            Urls = Of(Factory("Me", "/me/things"), Factory("Users", "/users/{id}/things", Path("id", "userId"))),
            Options = Of(Header("Prefer", "Prefer", TypeRef.String)),
        };
        Operation list = Operation("ListThings", "GET", Factory("Me", "/me/things"),
            new ResponseShape.Collection(Resource("Thing"), false, Of(200))) with
        {
            Urls = Of(Factory("Me", "/me/things"), Factory("Users", "/users/{id}/things", Path("id", "userId"))),
            Options = Of(Query("$top", "Top", new TypeRef(TypeKind.Int32))),
        };
        Operation required = Operation("Send", "POST", Factory("Me", "/me/send"), NoContent,
            JsonMembers(Member("message", "Message", Resource("Thing"), isRequired: true),
                Member("save", "Save", new TypeRef(TypeKind.Boolean)))) with
        {
            Urls = Of(Factory("Me", "/me/send"), Factory("Users", "/users/{id}/send", Path("id", "userId"))),
        };
        Operation guarded = Operation("Guard", "PATCH", Url("/tasks/{id}", Path("id", "taskId")), NoContent,
            JsonResource(Resource("Thing"), isRequired: false)) with
        {
            Options = Of(Header("If-Match", "IfMatch", TypeRef.String, isRequired: true)),
        };
        return File(
            several, list, required, guarded,
            Operation("Get", "GET", Url("/things/{id}", Path("id", "thingId")), Value(Resource("Thing"), 200)),
            Operation("Add", "POST", Url("/things"), NoContent, JsonResource(Resource("Thing"), isRequired: false)) with
            {
                Options = Of(Header("Prefer", "Prefer", TypeRef.String)),
            },
            Operation("Remove", "DELETE",
                Url("/things/{id}/parts/{part}", Path("id", "thingId"), Path("part", "partId")), NoContent),
            Operation("Upload", "PUT", Url("/things/{id}/content", Path("id", "thingId")), NoContent, Content()),
            Operation("Join", "POST", Url("/things/{id}/friends/$ref", Path("id", "thingId")), NoContent,
                new RequestBody.Reference(
                    Member("@odata.id", "Reference", new TypeRef(TypeKind.Reference), isRequired: true)))) with
        {
            Types = Of(Type("Base", Property("id", "Id", TypeKind.String)),
                Type("Thing", Property("name", "Name", TypeKind.String)) with { Base = "Base" }),
        };
    }

    [Theory]
    [InlineData("c.Items.GetAsync(\"1\")")]
    [InlineData("c.Items.GetAsync(new(\"1\"))")]
    [InlineData("c.Items.GetAsync(\"1\", ct)")]
    [InlineData("c.Items.RemoveAsync(new(\"1\", \"2\"))")]
    [InlineData("c.Items.AddAsync(new() { Name = \"a\" })")]
    [InlineData("c.Items.AddAsync(new() { Name = \"a\" }, new() { Prefer = \"p\" }, ct)")]
    [InlineData("c.Items.AddAsync(new(), cancellationToken: ct)")]
    [InlineData("c.Items.CreateThingAsync(at => at.Me(), new() { Name = \"a\" })")]
    [InlineData("c.Items.CreateThingAsync(at => new(at.Users(\"1\")) { Prefer = \"p\" }, new(), ct)")]
    [InlineData("c.Items.CreateThingAsync(ItemCreateThingRequest.At.Me(), new())")]
    [InlineData("c.Items.CreateThingAsync(new(ItemCreateThingRequest.At.Me()) { Prefer = \"p\" }, new())")]
    [InlineData("c.Items.ListThingsAsync(at => new(at.Me()) { Top = 10 })")]
    [InlineData("c.Items.ListThingsAsync(new(ItemListThingsRequest.At.Me()))")]
    [InlineData("c.Items.SendAsync(at => new(at.Me()) { Message = new(), Save = false })")]
    [InlineData("c.Items.SendAsync(new(ItemSendRequest.At.Me()) { Message = new() })")]
    [InlineData("c.Items.GuardAsync(new(\"1\") { IfMatch = \"e\" }, new())")]
    [InlineData("c.Items.UploadAsync(\"1\", Stream.Null)")]
    [InlineData("c.Items.UploadAsync(new(\"1\") { ContentType = \"text/plain\" }, Stream.Null)")]
    [InlineData("c.Items.JoinAsync(\"1\", EntityReference.To(\"things\", \"2\"))")]
    [InlineData("new Batch(c).Add(ItemCreateThingRequest.At.Me(), new() { Name = \"a\" })")]
    [InlineData("new Batch(c).Add(new ItemGetRequest(\"1\"))")]
    [InlineData("c.SendAsync(ItemCreateThingRequest.At.Me(), new() { Name = \"a\" }, ct)")]
    [InlineData("c.SendAsync(new ItemGetRequest(\"1\").WithUrl(new Uri(\"/things/1\", UriKind.Relative)))")]
    [InlineData("(Func<ItemListThingsRequest, CancellationToken, object>)c.Items.ListThingsAsync")]
    public void An_intended_call_compiles(string call) => Assert.Empty(Diagnose(call));

    [Theory]
    [InlineData("c.Items.CreateThingAsync(ItemCreateThingRequest.At.Me())", "CS7036")] // The body is missing.
    [InlineData("c.Items.CreateThingAsync(at => at.Me())", "CS7036")]
    [InlineData("c.Items.CreateThingAsync(ItemCreateThingRequest.At.Me(), ct)",
        "CS1503")] // The second argument is a token instead of the body.
    [InlineData("c.Items.CreateThingAsync(at => at.Me(), ct)", "CS1503,CS1660")]
    [InlineData("c.Items.CreateThingAsync(ItemCreateThingRequest.At.Me(), null)", "CS8625")]
    [InlineData("c.Items.CreateThingAsync(new(ItemCreateThingRequest.At.Me()) { Body = new() }, new())", "CS0117")]
    [InlineData("c.Items.CreateThingAsync(ItemCreateThingRequest.At.Me(), new Base())",
        "CS1503")] // The second argument does not have the type of the body.
    [InlineData("c.Items.CreateThingAsync(\"1\", new())", "CS1503")] // A key does not select one of several URLs.
    [InlineData("c.Items.GuardAsync(new(\"1\"), new())", "CS9035")] // A required header is missing.
    [InlineData("c.Items.GuardAsync(\"1\", new())", "CS1503")] // A key does not convert: a header is required.
    [InlineData("c.Items.GetAsync(null)", "CS8625")]
    [InlineData("c.Items.GetAsync(default)", "CS8625")]
    [InlineData("c.Items.AddAsync(new Thing(), ct)", "CS1503")] // A token instead of the options.
    [InlineData("c.Items.ListThingsAsync(at => at.Nope())", "CS1061")]
    [InlineData("c.Items.SendAsync(at => at.Me())", "CS0029,CS1662")] // A required member is missing.
    [InlineData("c.Items.SendAsync(at => new(at.Me()) { Save = true })", "CS9035")]
    [InlineData("c.Items.SendAsync(ItemSendRequest.At.Me())", "CS1503")]
    [InlineData("new Batch(c).Add(ItemCreateThingRequest.At.Me(), new Base())", "CS0411")]
    [InlineData("new Batch(c).Add(ItemCreateThingRequest.At.Me())", "CS0411")]
    [InlineData("c.SendAsync(ItemCreateThingRequest.At.Me())", "CS0411")]
    public void A_call_with_a_missing_or_wrong_argument_does_not_compile(string call, string diagnostics) =>
        Assert.Equal(diagnostics.Split(','), Diagnose(call).Order(StringComparer.Ordinal));

    [Fact]
    public void A_call_with_a_URL_lambda_calls_the_virtual_method()
    {
        string user = """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using Contoso.Drive;
            internal sealed class FakeItems : ItemOperations
            {
                public override Task<ItemCreateThingResponse> CreateThingAsync(
                    ItemCreateThingRequest request, Thing body, CancellationToken cancellationToken = default) =>
                    Task.FromResult(new ItemCreateThingResponse(body));
            }
            internal static class Probe
            {
                public static object Run(FakeItems c) => c.CreateThingAsync(at => at.Me(), new());
            }
            """;

        Assert.Empty(EmittedCode.Diagnose(Emitted, Client, user));
    }

    [Fact]
    public void A_new_URL_removes_no_line_from_the_emitted_file()
    {
        Operation one = Operation("Get", "GET", Factory("Things", "/things/{id}", Path("id", "thingId")), NoContent);
        string Of(params UrlTemplate[] urls) => FileEmitter.Emit(File(one with { Urls = EquatableArray.Of(urls) }));
        string[] before = Of(one.Urls[0]).Split('\n');

        string[] after = Of(one.Urls[0], Factory("Me", "/me/thing")).Split('\n');

        Assert.Empty(before.Except(after));
    }

    private static IEnumerable<string> Diagnose(string call)
    {
        string user = $$"""
            using System;
            using System.IO;
            using System.Threading;
            using DocGen;
            using Contoso.Drive;
            internal static class Probe
            {
                public static object Run(DriveClient c, CancellationToken ct) => {{call}};
            }
            """;
        return EmittedCode.Diagnose(Emitted, Client, user).Distinct();
    }
}
