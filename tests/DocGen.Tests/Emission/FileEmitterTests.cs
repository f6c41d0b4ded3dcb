using System.Globalization;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;
using DocGen.Generator.Naming;
using static DocGen.Tests.Emission.Samples;

namespace DocGen.Tests.Emission;

public class FileEmitterTests
{
    [Fact]
    public void The_sample_compiles_without_a_warning() =>
        EmittedCode.Compile(FileEmitter.Emit(Drive), ClientEmitter.Emit(Client()));

    [Fact]
    public void The_order_in_the_model_does_not_matter()
    {
        ApiFile reversed = Drive with
        {
            Types = Drive.Types.Reverse().Select(type => type with
            {
                Properties = type.Properties.Reverse().ToEquatableArray(),
                Derived = type.Derived.Reverse().ToEquatableArray(),
            }).ToEquatableArray(),
            Enums = Drive.Enums.Reverse()
                .Select(type => type with { Members = type.Members.Reverse().ToEquatableArray() }).ToEquatableArray(),
            Operations = Drive.Operations! with
            {
                Operations = Drive.Operations.Operations.Reverse().Select(operation => operation with
                {
                    Urls = operation.Urls.Reverse().ToEquatableArray(),
                    Options = operation.Options.Reverse().ToEquatableArray(),
                }).ToEquatableArray(),
            },
        };

        Assert.Equal(FileEmitter.Emit(Drive), FileEmitter.Emit(reversed));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void The_culture_does_not_matter(string culture)
    {
        string expected = FileEmitter.Emit(Drive);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, FileEmitter.Emit(Drive));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lines_end_in_LF_without_trailing_space_or_double_blank_lines()
    {
        string emitted = FileEmitter.Emit(Drive);

        Assert.DoesNotContain('\r', emitted);
        Assert.DoesNotContain(" \n", emitted, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", emitted, StringComparison.Ordinal);
        Assert.EndsWith("}\n", emitted, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_has_the_GeneratedCode_attribute()
    {
        EmittedCode code = EmittedCode.Compile(
            FileEmitter.Emit(Drive), FileEmitter.Emit(File(Type("Thing"))), ClientEmitter.Emit(Client()),
            // The project of a user may declare these names.
            "global using System.CodeDom.Compiler;", "namespace Contoso.Drive { internal class GeneratedCode; }");

        Type[] types = [.. code.Exported.Where(type => !type.IsNested)];
        // In order: the types of the drive, Thing, the enums, the group and its URLs, the requests, the responses, and
        // the client with its options.
        Assert.Equal(5 + 1 + 2 + 2 + 9 + 7 + 2, types.Length);
        Assert.All(types, type => Assert.Equal(
            ("DocGen", GeneratedCode.Version), (Attribute(type)?.Tool, Attribute(type)?.Version)));
        Assert.Matches(@"^\d+\.\d+\.\d+(-[\w.]+)?$", GeneratedCode.Version);

        static System.CodeDom.Compiler.GeneratedCodeAttribute? Attribute(Type type) =>
            type.GetCustomAttributes(inherit: false).OfType<System.CodeDom.Compiler.GeneratedCodeAttribute>()
                .SingleOrDefault();
    }

    [Theory]
    [InlineData("GeneratedCode", "")]
    [InlineData("GeneratedCodeAttribute", "")]
    [InlineData("DriveClient", ".GeneratedCodeAttribute.Drive")]
    [InlineData("DriveClient", ".GeneratedCode")]
    public void A_client_or_a_namespace_may_be_named_like_the_GeneratedCode_attribute(string name, string space)
    {
        ApiSettings settings = Settings with { ClientName = name, Namespace = Settings.Namespace + space };

        Assert.Empty(EmittedCode.Diagnose(FileEmitter.Emit(Drive with { Settings = settings }),
            ClientEmitter.Emit(Client() with { Settings = settings })));
    }

    [Fact]
    public void A_request_may_have_more_members_than_fit_in_one_state_word()
    {
        BodyMember[] members = [.. Enumerable.Range(0, 40).Select(i => Member($"m{i:D2}", $"M{i:D2}", TypeRef.String))];
        RequestBody body = new RequestBody.JsonOrStream(JsonMembers(members), Content(isRequired: false));
        Operation operation = Operation("Add", "POST", Factory("Items", "/items"), NoContent, body);

        string emitted = FileEmitter.Emit(File(operation));

        EmittedCode.Compile(emitted);
        Assert.Contains("_bitWords = other._bitWords;", emitted, StringComparison.Ordinal);
        Assert.Contains(
            "if (_bitWords[0].AnyPresent || _bitWords[1].AnyPresent || _bitWords[2].AnyPresent)", emitted,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Contoso.event")]
    [InlineData("System.DocGen")]
    public void A_namespace_of_any_name_compiles(string name)
    {
        ApiSettings settings = Settings with { Namespace = name };

        EmittedCode.Compile(
            FileEmitter.Emit(Drive with { Settings = settings }),
            ClientEmitter.Emit(Client() with { Settings = settings }));
    }

    [Fact]
    public void Types_and_members_may_have_names_that_emitted_code_uses()
    {
        string[] names = ["System", "DocGen", "String", "Object", "Task", "Response", "ApiResource", "JsonRead",
            "Folder", "IList", "Uri"];
        StructuredType[] types =
        [
            .. names.Select(name => Type(name)),
            Type("Thing", [.. names.Select(name => Property(name, name, TypeRef.String))]),
            Type("Other",
                Property("folder", "Folder", TypeRef.String),
                Property("parent", "Parent", Resource("Folder")),
                Property("kind", "Kind", Enum("Values2")),
                Property("values2", "Values2", TypeRef.String),
                Property("name", "Name", TypeRef.String),
                Property("reader", "Reader", TypeRef.String),
                Property("writer", "Writer", TypeRef.String)),
        ];
        ApiFile file = File(
            Operation("Send", "POST", Url("/{request}", Path("request", "request")), Value(Resource("Response"), 200),
                JsonMembers(
                Member("system", "System", Resource("System")),
                Member("docGen", "DocGen", TypeRef.String, isRequired: true),
                Member("request", "Request", Resource("Task"))))) with
        {
            Types = EquatableArray.Of(types),
            Enums = Of(EnumType("Values2", new EnumMember("a", "System", null))),
        };

        EmittedCode.Compile(FileEmitter.Emit(file), ClientEmitter.Emit(Client()));
    }

    [Fact]
    public void A_stream_property_is_not_a_member()
    {
        var stream = new TypeRef(TypeKind.Stream);
        ApiFile file = File(Operation("Add", "POST", Url("/add"), NoContent,
            JsonMembers(Member("bytes", "Bytes", stream)))) with
        {
            Types = Of(Type("Thing", Property("bytes", "Bytes", stream),
                Property("more", "More", stream.ToCollection()))),
        };

        string emitted = FileEmitter.Emit(file);

        EmittedCode.Compile(emitted);
        Assert.DoesNotContain("Bytes", EmittedCode.Identifiers(emitted));
        Assert.DoesNotContain("More", EmittedCode.Identifiers(emitted));
    }

    [Fact]
    public void An_operation_named_Send_does_not_call_itself()
    {
        string emitted = FileEmitter.Emit(File(Operation("Send", "POST", Url("/send"), NoContent)));

        Assert.Contains("base.SendAsync(request ?? new(), cancellationToken);", emitted, StringComparison.Ordinal);
    }

    [Fact]
    public void Responses_without_an_emitted_class_use_the_runtime_classes()
    {
        ResponseShape[] shapes = [new ResponseShape.Empty(default), Value(TypeRef.String),
            new ResponseShape.Stream(null, default), new ResponseShape.LongRunning(null, false, null, default)];
        Operation[] operations =
        [
            .. shapes.Select(shape =>
                Operation("Do" + shape.Case(), "POST", Url("/do"), shape) with { ResponseClass = null }),
            Operation("DoTyped", "POST", Url("/do"),
                new ResponseShape.LongRunning(TypeRef.String, false, null, default)),
            Operation("DoUntyped", "POST", Url("/do"), new ResponseShape.LongRunning(null, false, null, default)),
            Operation("DoDelta", "GET", Url("/do"), new ResponseShape.Collection(TypeRef.String, true, default)),
            Operation("DoOddly", "REPORT", Url("/do"), NoContent),
        ];

        EmittedCode.Compile(FileEmitter.Emit(File(operations)), ClientEmitter.Emit(Client()));
    }
}
