using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using static DocGen.Tests.Emission.Samples;

namespace DocGen.Tests.Emission;

/// <summary>Tests that text from a page cannot end the literal, comment or tag that contains it.</summary>
public class HostileTextTests
{
    private const string Marker = "evil";

    public static TheoryData<string> Texts =>
    [
        "*/ evil(); /*", "</summary> evil(); <summary>", "\u2028evil();\u2028", "\u2029evil();", "\u0085evil();",
        "\"\"\" evil(); \"\"\"",
        "\"; evil(); //", "\\\"; evil(); //", "\r\nevil();\r\n", "\revil();", "]]> evil -- > <!-- evil -->", "{evil}",
        "{{evil()}}",
        "\uD800evil\uDC00", "\0evil", "\u202Eevil", "<see cref=\"evil\"/> &evil;", "#pragma evil\n#error evil",
    ];

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_stays_inside_its_literal_comment_or_tag(string text)
    {
        DocText words = new(Of(
            new DocInline(DocInlineKind.Text, text),
            new DocInline(DocInlineKind.Code, text),
            new DocInline(DocInlineKind.Link, text, "https://contoso.example/" + text)));
        var origin = new DocOrigin("api/" + text + ".md", text);
        var docs = new OperationDocs(words, words, Of(new Permission(text, Of(text))), Of(origin), Deprecation: text);

        StructuredType type = Type("Thing", new Property(text, "Value", TypeRef.String, words, text)) with
        {
            ODataName = text,
            Derived = Of(new DerivedType(text + "2", "Other")),
            Summary = words,
            Origins = Of(origin),
            Deprecation = text,
        };
        StructuredType other = Type("Other") with { Base = "Thing" };
        EnumType values = EnumType("Kind", new EnumMember(text, "Odd", words)) with
        {
            Summary = words,
            Origins = Of(origin)
        };
        UrlPath path = new(Of(new UrlSegment(Of(new UrlPiece(text, IsPlaceholder: false))),
            new UrlSegment(Of(new UrlPiece("id", IsPlaceholder: true)))));
        Operation operation = new(
            "Do", text, "ItemDoRequest", "ItemDoResponse",
            Of(new UrlTemplate(path, null, Of(new PathParameter(text, "class", words)))),
            Of(new OptionParameter(OptionLocation.Query, text, "Query1", TypeRef.String, true, words),
                new OptionParameter(OptionLocation.Header, text, "Header1", TypeRef.String, false, words),
                new OptionParameter(OptionLocation.Function, text, "Argument1", TypeRef.String, false, words)),
            new RequestBody.Multipart(
                text,
                text, new RequestBody.Json(null, Of(
                    new BodyMember(text, "Member1", TypeRef.String, false, words),
                    new BodyMember(text, "", TypeRef.String, false, words, Constant: text)), false),
                text, new RequestBody.Stream("Content", "ContentType", text, false, words),
                IsOptional: false),
            new ResponseShape.Value(Resource("Thing"), false, Of(200), Of(new ResponseHeader(text, "Header1", words))),
            Of(text), null, docs);
        var file = new ApiFile(
            "Test.g.cs", Settings, Of(type, other), Of(values),
            new OperationGroup("Items", "ItemOperations", "ItemOperationsUrls", words, Of(operation)));

        string emitted = FileEmitter.Emit(file);
        string client = ClientEmitter.Emit(Client(serviceRoot: "https://contoso.example/" + text));

        EmittedCode.Compile(emitted, client);
        Assert.DoesNotContain(Marker, string.Join(' ', EmittedCode.Identifiers(emitted + client)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Keywords_can_be_parameters()
    {
        Operation operation = Operation("Get", "GET",
            Url("/{class}/{id}", Path("class", "class", summary: "A class."), Path("id", "id")), NoContent);

        string emitted = FileEmitter.Emit(File(operation));

        Assert.Contains("public ItemGetRequest(string @class, string id)", emitted, StringComparison.Ordinal);
        EmittedCode.Compile(emitted);
    }
}
