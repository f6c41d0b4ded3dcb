using System.Globalization;
using DocGen.Generator;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DocGen.Tests.BadInput;

/// <summary>Tests of colliding names, paths or files: all operations must be emitted and compile.</summary>
[Trait("Speed", "Slow")]
public class CollisionTests
{
    [Fact]
    public async Task A_client_and_a_group_may_have_the_same_name()
    {
        foreach (string client in (string[])["Book", "Books"])
        {
            GeneratorTestResult result = await RunAsync(test =>
                test.TestState.AddApiDoc("docs/book-get.md", Operation("GET /books/{id}"), clientName: client));

            Assert.Equal(2, result.GeneratedSources.Count);
            Assert.Contains($"public partial class {client} ", result.GeneratedSources[client + ".g.cs"],
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Groups_whose_names_differ_only_in_punctuation_are_merged()
    {
        GeneratorTestResult result = await RunAsync(test =>
        {
            test.TestState.AddApiDoc("docs/bookshelf-get.md", Operation("GET /bookshelves/{id}"));
            test.TestState.AddApiDoc("docs/shelving.md", Operation("POST /book-shelf/{id}/sort"));
        });

        string operations = Assert.Single(result.GeneratedSources.Values,
            text => text.Contains("OperationGroup", StringComparison.Ordinal));
        Assert.Contains(" GetAsync(", operations, StringComparison.Ordinal);
        Assert.Contains(" SortAsync(", operations, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("events", "events-")]
    [InlineData("events", "event_s")]
    [InlineData("events-", "event")]
    [InlineData("datas", "data")]
    [InlineData("status", "statuses-")]
    public async Task Groups_with_the_same_CSharp_name_keep_all_operations(string one, string other)
    {
        GeneratorTestResult result = await RunAsync(test =>
        {
            test.TestState.AddApiDoc("docs/page1.md", Operation($"POST /me/{one}/{{id}}/accept"));
            test.TestState.AddApiDoc("docs/page2.md", Operation($"DELETE /groups/{{id}}/{other}/{{id2}}"));
            test.TestState.AddApiDoc("docs/page3.md", Operation($"POST /us/{other}/{{id}}/accept"));
        });

        string operations = Assert.Single(result.GeneratedSources.Values,
            text => text.Contains("OperationGroup", StringComparison.Ordinal));
        Assert.Contains(" AcceptAsync(", operations, StringComparison.Ordinal);
        Assert.Contains("\"DELETE\", \"/groups/", operations, StringComparison.Ordinal);
        Assert.Contains("/us/", operations, StringComparison.Ordinal);
        Assert.Contains("DG0701", result.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("record")]
    [InlineData("required")]
    [InlineData("scoped")]
    [InlineData("var")]
    [InlineData("extension")]
    [InlineData("class")]
    public async Task A_client_name_that_CSharp_does_not_allow_gets_a_capital_letter_and_is_reported(string name)
    {
        GeneratorTestResult result = await RunAsync(test =>
            test.TestState.AddApiDoc("docs/book-get.md", Operation("GET /books/{id}"), clientName: name));

        string client = char.ToUpperInvariant(name[0]) + name[1..];
        Assert.Contains($"public partial class {client} ", result.GeneratedSources[client + ".g.cs"],
            StringComparison.Ordinal);
        Assert.Equal(["DG0005"], result.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("_books", "BooksOperations")]
    [InlineData("_Books", "BooksOperations")]
    [InlineData("GeneratedCodeAttribute", "Books")]
    public async Task A_client_named_like_one_of_its_members_compiles(string name, string group)
    {
        GeneratorTestResult result = await RunAsync(test =>
            test.TestState.AddApiDoc("docs/book-get.md", Operation("GET /books/{id}"), clientName: name));

        Assert.Contains(result.GeneratedSources.Values, text => text.Contains($" {group}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("async")]
    [InlineData("field")]
    [InlineData("value")]
    [InlineData("library")]
    public async Task A_client_may_have_any_other_name(string name)
    {
        GeneratorTestResult result = await RunAsync(test =>
            test.TestState.AddApiDoc("docs/book-get.md", Operation("GET /books/{id}"), clientName: name));

        Assert.Contains($"public partial class {name} ", result.GeneratedSources[name + ".g.cs"],
            StringComparison.Ordinal);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public async Task Doc_sets_whose_names_differ_only_in_case_are_merged_and_keep_their_findings()
    {
        GeneratorTestResult result = await RunAsync(test =>
        {
            test.TestState.AddApiDoc("docs/a-get.md", Operation("GET /as/{id}"), api: "Billing");
            test.TestState.AddApiDoc("docs/b-get.md", Operation("GET /bs/{id}", "[lost](lost.md)"), api: "billing");
        });

        Assert.Contains(result.Diagnostics,
            d => d.Id == "DG0303" && d.Location.GetLineSpan().Path.EndsWith("b-get.md", StringComparison.Ordinal));
        Assert.Single(result.GeneratedSources.Values,
            text => text.Contains(": global::DocGen.ServiceClient\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_docs_with_the_same_path_are_distinguished()
    {
        GeneratorTestResult result = await RunAsync(test =>
        {
            test.TestState.AddApiDoc("docs/book-get.md", Operation("GET /books/{id}"));
            test.TestState.AddApiDoc("/docs/book-get.md", Operation("GET /books/{id}/pages"));
        });

        Assert.Contains("DG0011", result.Diagnostics.Select(d => d.Id));
        Assert.Equal(2, result.GeneratedSources.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_docs_with_the_same_path_keep_their_links_and_the_first_gives_the_bookmarks(bool isReversed)
    {
        (string Path, string Text)[] docs =
        [
            ("docs/a.md", "# A\n\n[one](b.md#one), [two](b.md#two), [gone](gone.md), [book](book-get.md)\n"),
            ("/docs/a.md", "# A\n\n[lost](lost.md), [b](b.md)\n"),
            ("docs/b.md", "# B\n\n## Two\n\n[a](a.md)\n"),
            ("/docs/b.md", "# B\n\n## One\n"),
            ("docs/book-get.md", Operation("GET /books/{id}")),
        ];
        GeneratorTestResult result = await RunAsync(test =>
        {
            foreach ((string path, string text) in isReversed ? docs.Reverse() : docs)
                test.TestState.AddApiDoc(path, text);
        });

        Assert.Equal(
            ["DG0501 /docs/a.md: docs/lost.md", "DG0501 /project/docs/a.md: docs/gone.md",
                "DG0503 /project/docs/a.md: #two"],
            result.Diagnostics.Where(d => d.Id is "DG0501" or "DG0503")
                .Select(d => $"{d.Id} {d.Location.GetLineSpan().Path}: {Named(d)}").Order(StringComparer.Ordinal));

        static string Named(Diagnostic diagnostic) =>
            ((string[])["docs/lost.md", "docs/gone.md", "#one", "#two"])
                .Single(name => diagnostic.GetMessage(CultureInfo.InvariantCulture)
                    .Contains($"'{name}'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unopened_parenthesis_in_a_URL_is_ignored()
    {
        GeneratorTestResult result = await RunAsync(test => test.TestState.AddApiDoc(
            "docs/book-pages.md",
            "See [book](book.md).\n\n## HTTP request\n\n```http\nGET /books/{id}/pages)\n```\n\n"
            + "## Function parameters\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|from|Int32|Where to begin.|\n"));

        Assert.DoesNotContain("DG0012", result.Diagnostics.Select(d => d.Id));
        Assert.Contains(" GetPagesAsync(", result.GeneratedSources["Book.g.cs"], StringComparison.Ordinal);
    }

    /// <summary>Names that implicit usings, C# or the emitted code already use.</summary>
    public static TheoryData<string> Taken =>
    [
        "Task", "File", "Stream", "Date", "Type", "Object", "System", "Guid", "String", "Action", "Index", "Range",
        "Timer", "Version", "Endpoint",
        "Enum", "Nullable", "Attribute", "Exception", "Uri", "DateOnly", "TimeOnly", "TimeSpan", "HttpClient",
        "JsonNode", "IList", "Values", "Value",
        "class", "event", "operator", "async", "await", "record", "required", "field", "Body", "Request", "Response",
        "Query", "Headers", "Json", "DocGen",
    ];

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task A_resource_a_member_an_enum_and_an_operation_may_have_a_name_that_is_already_used(string name)
    {
        string lower = char.ToLowerInvariant(name[0]) + name[1..];
        string upper = char.ToUpperInvariant(name[0]) + name[1..];
        GeneratorTestResult result = await Docs.GenerateAsync(
            ($"docs/{lower}.md", $$"""
                # {{lower}} resource type

                | Property | Type | Description |
                |:--|:--|:--|
                | {{lower}} | String | As its class. |
                | {{upper}} | Int32 | In another case. |
                | {{lower}}Kind | String | Possible values are: `{{lower}}`, `{{upper}}s`. |
                | {{lower}}s | [{{lower}}]({{lower}}.md) collection | Many of it. |

                <!-- { "blockType": "resource", "@odata.type": "my.{{lower}}" } -->
                ```json
                { "{{lower}}": "String" }
                ```
                """),
            ($"docs/{lower}-{lower}.md", $$"""
                # {{upper}}

                ## HTTP request

                ```http
                POST /{{lower}}s/{{{lower}}}/{{lower}}
                POST /me/{{lower}}s/{{{lower}}}/{{lower}}
                ```

                ## Request headers

                | Name | Description |
                |:--|:--|
                | {{upper}} | A header. |

                ## Request body

                | Parameter | Type | Description |
                |:--|:--|:--|
                | {{lower}} | [{{lower}}]({{lower}}.md) | A parameter. |

                ## Response

                Returns `200 OK` and a [{{lower}}]({{lower}}.md).
                """));

        Assert.DoesNotContain(result.Diagnostics, d => d.Id is "DG0006" or "DG0012");
        using EmittedAssembly emitted = result.Load();
        Assert.NotEmpty(emitted.GetType("Test.ApiClient")!.GetProperties());
    }

    [Theory]
    [InlineData("event")]
    [InlineData("1st client")]
    public async Task An_invalid_client_name_is_an_error_and_the_client_compiles(string client)
    {
        GeneratorTestResult result = await RunAsync(test =>
            test.TestState.AddApiDoc("docs/book-get.md", Operation("GET /books/{id}"), clientName: client));

        Assert.Contains("DG0005", result.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("api.example.com/v1")]
    [InlineData("http://api.example.com")]
    [InlineData("https://me@api.example.com")]
    public async Task An_invalid_service_root_is_an_error(string root)
    {
        GeneratorTestResult result = await RunAsync(test =>
            test.TestState.AddApiDoc("docs/book-get.md", Operation("GET /books/{id}"), serviceRoot: root));

        Assert.Contains("DG0013", result.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("Boks.*", "")]
    [InlineData("", "**")]
    public async Task Patterns_that_select_no_operation_are_a_warning(string include, string exclude)
    {
        GeneratorTestResult result = await RunAsync(test =>
            test.TestState.AddApiDoc("docs/book-get.md", Operation("GET /books/{id}"), include: include,
                exclude: exclude));

        Assert.Equal(["DG0014"], result.Diagnostics.Select(d => d.Id));
        Assert.Empty(result.GeneratedSources);
    }

    [Fact]
    public async Task A_type_of_thousands_of_nested_collections_does_not_overflow_the_stack()
    {
        string brackets = string.Concat(Enumerable.Repeat("[]", 20_000));
        string some = string.Concat(Enumerable.Repeat("[]", 20));
        GeneratorTestResult result = await RunAsync(test => test.TestState.AddApiDoc(
            "docs/book.md",
            "# book resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n"
            + $"|deep|String{brackets}|Too deep.|\n|less|String{some}|Deep.|\n|title|String|The title.|\n"));

        Assert.Contains("public string? Title", result.GeneratedSources["Book.g.cs"], StringComparison.Ordinal);
    }

    private static Task<GeneratorTestResult> RunAsync(Action<CSharpSourceGeneratorTest<DocGenerator>> arrange)
    {
        var test = new CSharpSourceGeneratorTest<DocGenerator>
        {
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratorDiagnosticsCheck,
        };
        arrange(test);
        return test.RunAsync();
    }

    private static string Operation(string template, string returns = "nothing") =>
        $"## HTTP request\n\n```http\n{template}\n```\n\n## Response\n\n" +
        $"If successful, this method returns `200 OK` and {returns}.\n";
}
