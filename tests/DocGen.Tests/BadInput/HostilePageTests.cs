using System.Text.Json;
using System.Text.Json.Nodes;
using DocGen.Tests.Harness;

namespace DocGen.Tests.BadInput;

/// <summary>Tests that text from a doc cannot end the string, comment or identifier that contains it.</summary>
public class HostilePageTests
{
    public static readonly TheoryData<string> Texts = new(
        "*/ class Evil { } /*",
        "</summary><evil/>",
        "<![CDATA[ ]]> <!-- -->",
        "&lt;/summary&gt; & &evil;",
        "line\u2028separator\u2029paragraph\u0085next",
        "quotes \"\"\" and \"\"\"\" and \\",
        "{0} {evil} {{",
        "#pragma warning disable\n#if false",
        "a\u0000b\u001b[31mred\u202Ereversed\uFFFF",
        "lone \uD800 surrogate",
        "@\"; System.Console.WriteLine(1); //");

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_description_with_any_text_is_emitted_as_a_comment(string words)
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/thing.md",
                $"# thing\n\n{words}\n\n## Properties\n|Property|Type|Description|\n|-|-|-|\n" +
                $"|a|String|{words.ReplaceLineEndings(" ")}|\n\n" + Resource("thing", """{"a": "x"}""")),
            ("docs/thing-get.md",
                $"# {words.ReplaceLineEndings(" ")}\n\n{words}\n\n## HTTP request\n```http\nGET /things/{{id}}\n" +
                $"```\n## Response\n{words} 200 OK [thing](thing.md)\n"));

        Assert.DoesNotContain(result.Diagnostics, d => d.Id == "DG0006");
        Assert.Equal(["ApiClient.g.cs", "ApiClientJson.g.cs", "Thing.g.cs"], result.GeneratedSources.Keys);
        using EmittedAssembly emitted = result.Load();
        Assert.Throws<TypeLoadException>(() => emitted.GetType("Evil"));
        Assert.NotNull(emitted.GetType("Test.Thing").GetProperty("A"));
    }

    [Theory]
    [InlineData("class", "Class")]
    [InlineData("1st", "_1st")]
    [InlineData("a b", "AB")]
    [InlineData("\"; evil()", "Evil")]
    [InlineData("new\nline", "NewLine")]
    [InlineData("quote\"s", "QuoteS")]
    [InlineData("back\\slash", "BackSlash")]
    [InlineData("</summary>", "Summary")]
    [InlineData("*/", "Member")]
    [InlineData("\u2028", "Member")]
    [InlineData("😀", "Member")]
    [InlineData("value", "Value")]
    [InlineData("field", "Field")]
    [InlineData("_a", "A")]
    [InlineData("clone", "CloneValue")]
    [InlineData("thing", "ThingValue")]
    [InlineData("equals", "EqualsValue")]
    [InlineData("oDataType", "ODataTypeValue")]
    public async Task A_property_of_any_name_is_a_member(string name, string member)
    {
        string source = $$"""
            namespace Test
            {
                public static class Probe
                {
                    public static string Run()
                    {
                        var thing = new Thing { {{member}} = "x" };
                        return ((Thing)thing.Clone()).{{member}} ?? "lost";
                    }
                }
            }
            """;
        GeneratorTestResult result = await Docs.GenerateAsync(source,
            ("docs/thing.md", "# thing\n\n" + Resource("thing", new JsonObject { [name] = "string" }.ToJsonString())));

        using EmittedAssembly emitted = result.Load();
        Assert.Equal("x", await emitted.RunAsync("Test.Probe", "Run"));
    }

    [Theory]
    [InlineData("{id\"}")]
    [InlineData("{'id'}")]
    [InlineData("{\"); evil(}")]
    [InlineData("{a b}")]
    [InlineData("{1}")]
    [InlineData("{class}")]
    [InlineData("{*/}")]
    [InlineData("{request}")]
    [InlineData("{cancellationToken}")]
    [InlineData("{uriTemplate}")]
    [InlineData("{\u2028}")]
    [InlineData("<a<b>")]
    [InlineData("{a{b}c}")]
    [InlineData("root:/{a\\b}:")]
    [InlineData("x\"y\\z")]
    [InlineData("{a}{b}-{a}")]
    [InlineData("fn(a='{x\"}',b={y})")]
    public async Task A_placeholder_of_any_name_is_a_parameter(string segment)
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/item-get.md",
                $"# T\n\n## HTTP request\n```http\nGET /items/{segment}\nGET /items/{segment}/more/{segment}\n```\n"));

        Assert.DoesNotContain(result.Diagnostics, d => d.Id == "DG0006");
        using EmittedAssembly emitted = result.Load();
        Assert.NotNull(emitted.GetType("Test.ItemGetRequest"));
    }

    [Fact]
    public async Task A_type_and_a_group_named_like_the_client_are_two_files()
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/all.md", """
                # apiClient resource

                ## Properties
                |Property|Type|Description|
                |-|-|-|
                |id|String|Its id.|

                ## HTTP request
                ```http
                GET /apiClients/{id}
                ```
                """));

        Assert.DoesNotContain(result.Diagnostics, d => d.Id == "DG0012");
        Assert.Equal(["ApiClient.g.cs", "ApiClientJson.g.cs", "ApiClientResource.g.cs",
            "ApiClientResourceResource.g.cs"],
            result.GeneratedSources.Select(source => source.Key).Order(StringComparer.Ordinal));
        using EmittedAssembly emitted = result.Load();
        Assert.NotNull(emitted.GetType("Test.ApiClientResource"));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("string")]
    [InlineData("namespace")]
    [InlineData("record")]
    [InlineData("var")]
    [InlineData("apiClient")]
    [InlineData("apiClientOptions")]
    [InlineData("test")]
    [InlineData("docGen")]
    [InlineData("system")]
    [InlineData("global")]
    [InlineData("response")]
    [InlineData("apiResource")]
    [InlineData("itemOperations")]
    [InlineData("itemGetRequest")]
    [InlineData("itemGetResponse")]
    [InlineData("list")]
    [InlineData("query")]
    [InlineData("content")]
    [InlineData("clone")]
    [InlineData("file")]
    [InlineData("dateTimeOffset")]
    [InlineData("_")]
    [InlineData("my.a.b.class")]
    public async Task A_type_of_any_name_is_a_class(string name)
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/types.md", $"# {name}\n\n"
                + Resource(name,
                    $$"""{"a": "String", "{{name}}": {"@odata.type": "{{name}}"}, "more": """
                    + $$"""[{"@odata.type": "{{name}}"}]}""")),
            ("docs/item-get.md",
                $"# T\n\n## HTTP request\n```http\nGET /items/{{id}}\n```\n" +
                $"<!-- {{\"blockType\": \"request\"}} -->\n```http\nGET /items/{{id}}\n```\n"
                + $"<!-- {{\"blockType\": \"response\", \"@odata.type\": \"{name}\"}} -->\n```http\n" +
                    $"HTTP/1.1 200 OK\n\n{{\"a\": \"x\"}}\n```\n"));

        Assert.DoesNotContain(result.Diagnostics, d => d.Id is "DG0006" or "DG0303");
        Assert.Equal(4, result.GeneratedSources.Count);
    }

    [Theory]
    [InlineData("X-Head\"er")]
    [InlineData("class")]
    [InlineData("Query")]
    [InlineData("*/")]
    [InlineData("a b")]
    [InlineData("Headers")]
    [InlineData("Content")]
    [InlineData("{evil}")]
    public async Task An_option_of_any_name_is_a_member(string name)
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/item-get.md",
                $"# T\n\n## HTTP request\n```http\nGET /items/{{id}}\n```\n## Request headers\n" +
                $"|Name|Type|Description|\n|-|-|-|\n|{name}|string|d|\n"
                + $"## Query parameters\n|Name|Type|Description|\n|-|-|-|\n|{name}|Int32|d|\n"));

        Assert.DoesNotContain(result.Diagnostics, d => d.Id == "DG0006");
    }

    [Fact]
    public async Task No_text_of_a_page_makes_a_call_throw()
    {
        const string Source = """
            using System;
            using System.IO;
            using System.Net.Http;
            using System.Threading.Tasks;
            using DocGen;

            public static class Calls
            {
                public static async Task RunAsync(HttpMessageHandler handler)
                {
                    using var client = new Test.ApiClient(new Test.ApiClientOptions
                    {
                        ServiceRoot = new Uri("https://x.example/v1"), HttpClient = new HttpClient(handler),
                    });
                    await client.Things.UpdateAsync(new("1") { Good = "g" });
                    await client.Things.UploadContentAsync("1", new MemoryStream([1]));
                }
            }
            """;
        GeneratorTestResult result = await Docs.GenerateAsync(
            Source,
            ("docs/thing-update.md",
                "# T\n\n## HTTP request\n```http\nPOST /./a/../things/{id}/ü }%zz\n```\n## Request headers\n"
                + "|Name|Type|Description|\n|-|-|-|\n|Not a token|string|d|\n|Ünicode|string|d|\n|Good|string|d|\n"
                + "## Example\n<!-- {\"blockType\": \"request\", \"name\": \"n\"} -->\n```http\n" +
                    "POST /./a/../things/{id}/ü }%zz\nBäd: 1\n\n{}\n```\n"),
            ("docs/thing-put-content.md", "# T\n\n## HTTP request\n```http\nPUT /things/{id}/content\n```\n"
                + "## Example\n<!-- {\"blockType\": \"request\", \"name\": \"m\"} -->\n```http\n" +
                    "PUT /things/{id}/content\nContent-Type: not a/media (type)\n\nbytes\n```\n"));
        using EmittedAssembly emitted = result.Load();
        using var handler = new Emission.RecordingHandler("{}", "{}");

        await (Task)emitted.GetType("Calls").GetMethod("RunAsync")!.Invoke(null, [handler])!;

        Assert.Equal(["POST /v1/a/things/1/%C3%BC%7D%25zz", "PUT /v1/things/1/content \u0001"], handler.Sent);
        Assert.Equal(2, result.Diagnostics.Count(d => d.Id == "DG0210"));
    }

    [Theory]
    [InlineData("a|b c|\"; evil()|1|class|*/")]
    [InlineData("value|values|hasFlag|A|a|readJson")]
    [InlineData(
        "clone|Clone|printMembers|deconstruct|equalityContract|getHashCode|kind|from|_value|op_Equality|implicit")]
    public async Task Enum_values_of_any_spelling_are_members(string values)
    {
        string rows = string.Concat(values.Split('|').Select(v => $"|{v}|\"\"\" </summary> */|\n"));

        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/kind.md", $"# T\n\n## kind values\n|Member|Description|\n|-|-|\n{rows}\n"),
            ("docs/thing.md", "# thing\n\n" + Resource("thing", """{"kind": {"@odata.type": "kind"}}""")));

        Assert.DoesNotContain(result.Diagnostics, d => d.Id == "DG0006");
        Assert.Contains("Kind.g.cs", result.GeneratedSources.Keys);
    }

    [Fact]
    public async Task Names_with_the_same_CSharp_identifier_stay_separate()
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/thing.md", "# thing\n\n"
                + Resource("thing", """{"aB": "s", "a-b": "s", "a b": "s", "A_B": "s", "@x.aB": "s"}""")),
            ("docs/a.md", Resource("x.sub-type", "{}")),
            ("docs/b.md", Resource("x.subType", "{}")),
            ("docs/c.md", Resource("y.subType", "{}")),
            ("docs/d.md", Resource("SUBTYPE", "{}")));

        using EmittedAssembly emitted = result.Load();
        Assert.Equal(5, emitted.GetType("Test.Thing").GetProperties()
            .Count(p => p.DeclaringType!.Name == "Thing" && p.PropertyType == typeof(string)
                && p.Name != "ODataTypeName"));
    }

    private static string Resource(string name, string json) =>
        $"<!-- {{\"blockType\": \"resource\", \"@odata.type\": {JsonSerializer.Serialize(name)}}} -->\n```json\n" +
        $"{json}\n```\n";
}
