using DocGen.Generator.Checks;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Hostile;

/// <summary>
/// Tests of slow, huge and deeply nested pages. They bound allocated bytes, blocks and findings, and measure no time.
/// They run on a thread with a stack of 256 KB, where unbounded recursion crashes the test run.
/// </summary>
[Trait("Speed", "Slow")]
public class WorkTests
{
    private const int StackSize = 256 * 1024;

    /// <summary>Functions that create a page within the limits from a number of pieces, by description.</summary>
    private static readonly Dictionary<string, Func<int, string>> Readable = new()
    {
        ["paragraphs"] = n => Repeat("Some words.\n\n", n),
        ["one paragraph of many lines"] = n => "# T\n" + Repeat("some words\n", n),
        ["one long line"] = n => "# T\n\n" + new string('a', n * 20),
        ["blank lines"] = n => "# T\n" + Repeat("\n", n * 20),
        ["headings"] = n => Repeat("# a\n\n", n),
        ["links"] = n => Repeat("[a](b.md) ", n),
        ["links, a paragraph each"] = n => Repeat("[a](b.md)\n\n", n),
        ["table rows"] = n => "|Property|Type|Description|\n|-|-|-|\n" + Repeat("|x|String|What it is.|\n", n),
        ["table columns"] = n => $"|{Repeat("a|", n)}\n|{Repeat("-|", n)}\n|{Repeat("b|", n)}\n",
        ["pipes"] = n => Repeat("|", n),
        ["less-than signs"] = n => Repeat("<", n * 10),
        ["open tags"] = n => Repeat("<a ", n * 10),
        ["backticks"] = n => Repeat("`", n * 10),
        ["backticks of every length"] = n =>
            string.Concat(Enumerable.Range(1, (int)Math.Sqrt(n)).Select(i => new string('`', i) + "a")),
        ["asterisks"] = n => Repeat("*", n * 10) + "a",
        ["ampersands"] = n => Repeat("&#", n * 10),
        ["open parentheses"] = n => "[a](" + Repeat("(", n * 10),
        ["comments"] = n => Repeat("<!-- a -->\n\n", n),
        ["annotations of nothing"] = n => Repeat("<!-- {\"blockType\": \"request\"} -->\n\n", n / 10),
        ["an unclosed fence"] = n => "```http\n" + Repeat("GET /a\n", n),
        ["an unclosed comment"] = n => "<!-- {\n" + Repeat("text\n", n),
        ["front matter"] = n => "---\n" + Repeat("key: value\n", n) + "---\n# T\n",
        ["front matter without end"] = n => "---\n" + Repeat("key: value\n", n),
        ["one template again and again"] = n =>
            "# T\n\n## HTTP request\n```http\n" + Repeat("GET /a/{id}/b\n", n) + "```\n",
        ["templates"] = n => "# T\n\n## HTTP request\n```http\n"
            + string.Concat(Enumerable.Range(0, n).Select(i => $"GET /a{i}/{{id}}\n")) + "```\n",
        ["templates that go on from one"] = n =>
            "# T\n\n## HTTP request\n```http\nGET /a/{id}\n"
                + string.Concat(Enumerable.Range(0, n).Select(i => $"GET /a/{{id}}/b{i}\n")) + "```\n",
        ["a template of many segments"] = n => "# T\n\n## HTTP request\n```http\nGET " + Repeat("/a", n) + "\n```\n",
        ["a template of many placeholders"] = n =>
            "# T\n\n## HTTP request\n```http\nGET " + Repeat("/a/{b}", n / 10) + "\n```\n",
        ["named examples"] = n => "# T\n\n" + string.Concat(Enumerable.Range(0, n / 10).Select(i =>
            $"<!-- {{\"blockType\": \"request\", \"name\": \"a{i}\"}} -->\n```http\nGET /a\n```\n" +
            $"<!-- {{\"blockType\": \"response\", \"name\": \"a{i}\"}} -->\n```http\nHTTP/1.1 200 OK\n```\n")),
        ["functions and rows on their arguments"] = n =>
            "# T\n\n## HTTP request\n```http\n"
            + string.Concat(Enumerable.Range(0, n / 10).Select(i => $"GET /a{i}/f(x{i}={{x}})\n"))
            + "```\n## Function parameters\n|Parameter|Type|Description|\n|-|-|-|\n"
            + string.Concat(Enumerable.Range(0, n / 10).Select(i => $"|x{i}|Int32|An argument.|\n")),
        ["functions of a table's arguments"] = n =>
            "# T\n\n## HTTP request\n```http\n"
            + string.Concat(Enumerable.Range(0, n / 10).Select(i => $"GET /a{i}/{{id}}/f\n"))
            + "```\n## Function parameters\n|Parameter|Type|Description|\n|-|-|-|\n"
            + string.Concat(Enumerable.Range(0, n / 10).Select(i => $"|x{i}|Int32|An argument.|\n")),
        ["resources and their tables"] = n => "# T\n\n" + string.Concat(Enumerable.Range(0, n / 20).Select(i =>
            $"<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"a{i}\"}} -->\n```json\n" +
            $"{{\"x{i}\": \"string\"}}\n```\n\n|Property|Type|Description|\n|-|-|-|\n|x{i}|String|A member.|\n\n")),
        ["tables of one resource"] = n =>
            "# T\n\n## Properties\n" + string.Concat(Enumerable.Range(0, n / 20).Select(i =>
            $"|Property|Type|Description|\n|-|-|-|\n|x{i}|String|A member.|\n\n"))
            + "<!-- {\"blockType\": \"resource\", \"@odata.type\": \"a\"} -->\n```json\n{"
            + string.Join(", ", Enumerable.Range(0, n / 20).Select(i => $"\"x{i}\": \"string\"")) + "}\n```\n",
        ["parameters and options in prose"] = n =>
            "# T\n\n## HTTP request\n```http\nPOST /a\n```\n## Request body\n"
            + string.Concat(Enumerable.Range(0, n / 10).Select(i => $"Give the `a{i}` parameter.\n\n"))
            + "## Query parameters\n"
            + string.Concat(Enumerable.Range(0, n / 10)
                .Select(i => $"Takes `$a{i}`.\n\n".Replace($"{i}", new string('a', (i % 9) + 1),
                    StringComparison.Ordinal))),
        ["examples of one type"] = n =>
            "# T\n\n```http\nGET /a\n```\n" + string.Concat(Enumerable.Range(0, n / 20).Select(i =>
            $"<!-- {{\"blockType\": \"response\", \"@odata.type\": \"a\"}} -->\n```http\nHTTP/1.1 200 OK\n\n" +
            $"{{\"a\": 1, \"b{i}\": 2}}\n```\n\n")),
        ["statuses in prose"] = n =>
            "# T\n\n## HTTP request\n```http\nGET /a\n```\n## Response\n"
                + Repeat("Returns `200 OK` or `202 Accepted` and an `Operation-Location` header with [a](b.md).\n\n",
                    n / 10),
        ["sample keys of one URL"] = n =>
            $"# T\n\n<!-- {{\"blockType\": \"request\", \"sampleKeys\": " +
            $"[{string.Join(", ", Enumerable.Range(0, n / 10).Select(i => $"\"key{i}\""))}]}} -->\n"
            + "```http\nGET /a" + Repeat("/$b%20", n / 10) + "\n```\n",
        ["translated rows and members of JSON"] = n =>
            Translated(n / 10, i => $"wort{Letters(i)}", i => $"mwort{Letters(i)}"),
        ["translated rows and members that begin alike"] = n =>
            Translated(n / 10, i => $"wort{Letters(i)}", i => $"wortm{Letters(i)}"),
        ["responses"] = n => "# T\n\n```http\nGET /a\n```\n"
            + Repeat("```http\nHTTP/1.1 200 OK\n\n{\"a\": 1}\n```\n\n", n / 10),
    };

    /// <summary>Pages that exceed a limit, with part of the reason in the finding.</summary>
    private static readonly Dictionary<string, (string Page, string Reason)> Refused = new()
    {
        ["3,000 nested quotes"] = (Repeat(">", 3000) + " a", "nests more than"),
        ["nested quotes after a carriage return"] = ("# T\r\r" + Repeat("> ", 300) + "a", "nests more than"),
        ["200 nested lists"] = (string.Join("\n",
            Enumerable.Range(0, 200).Select(i => new string(' ', 2 * i) + "- a")), "nests more than"),
        ["3,000 nested bullets"] = ("# T\n\n" + Repeat("- ", 3000) + "a", "nests more than"),
        ["3,000 nested numbers"] = (Repeat("1. ", 3000) + "a", "nests more than"),
        ["5 MB"] = (Repeat("words ", 900_000), "more than"),
        ["a table of 10 MB"] = ("|a|b|\n|-|-|\n" + Repeat("|some|cells|\n", 800_000), "more than"),
        ["a comment of 5 MB"] = ("<!-- " + Repeat("words ", 900_000), "more than"),
        ["a fence of 5 MB"] = ("```\n" + Repeat("words\n", 900_000), "more than"),
        ["50,000 link references"] = (string.Concat(Enumerable.Range(0, 50_000).Select(i => $"[a{i}]: b.md\n")),
            "link references"),
    };

    public static readonly TheoryData<string> ReadableNames = new(Readable.Keys);

    public static readonly TheoryData<string> RefusedNames = new(Refused.Keys);

    [Theory]
    [MemberData(nameof(ReadableNames))]
    public void Twice_the_page_size_takes_at_most_three_times_the_allocations(string name)
    {
        string small = Readable[name](10_000);
        string large = Readable[name](20_000);
        Assert.Null(PageLimits.Exceeded(large));
        Measure(() => Docs.Read(small));

        (ParsedPage page, long work) = Measure(() => Docs.Read(small));
        (ParsedPage twice, long twiceTheWork) = Measure(() => Docs.Read(large));

        Assert.DoesNotContain(page.Findings.Concat(twice.Findings), f => f.RuleId == Rules.UnreadablePage.Id);
        Assert.True(twiceTheWork < 3 * Math.Max(work, 1 << 20), $"{work:N0} bytes became {twiceTheWork:N0}");
        Assert.True(twice.Findings.Count <= (2 * page.Findings.Count) + 2,
            $"{page.Findings.Count} findings became {twice.Findings.Count}");
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void A_page_beyond_the_limits_gives_one_finding_and_takes_bounded_memory(string name)
    {
        (string page, string reason) = Refused[name];

        (ParsedPage read, long work) = Measure(() => Docs.Read(page));

        Finding finding = Assert.Single(read.Findings);
        Assert.Equal("DG0006", finding.RuleId);
        Assert.Contains(reason, finding.Arguments[0], StringComparison.Ordinal);
        Assert.True(read.Model.Operations.IsEmpty && read.Model.Resources.IsEmpty);
        // The bound includes a line map and, if Markdig stops with an exception, its partial result.
        Assert.True(work < 64L * page.Length + (64 << 20), $"{work:N0} bytes for {page.Length:N0} characters");
    }

    [Fact]
    public void Twice_as_many_unknown_headings_take_at_most_three_times_the_reads()
    {
        static int Looks(int headings)
        {
            string page = "# A\n\n## B\n```http\nGET /a\n```\n" + Repeat("## C\n### D\n\n", headings);
            List<Section> sections = [new Section(heading: null, parent: null, isIncluded: false)];
            foreach (DocBlock block in MarkdownParser.Parse(page))
            {
                if (block is HeadingBlock heading)
                    sections.Add(Section.Open(heading, sections[^1], isIncluded: false));
                else if (block is FenceBlock fence)
                    sections[^1].Blocks.Add(new Fence(fence, sections[^1], annotation: null));
            }

            var counted = new CountedList<Section>([.. sections.Skip(1)]);
            ImpliedSections.Infer(counted, isAboutOther: false);
            Assert.Equal(SectionKind.HttpRequest, sections[2].Kind);
            return counted.Looks;
        }

        Assert.InRange(Looks(2_000), Looks(1_000), 3 * Looks(1_000));
    }

    /// <summary>A list that counts how often its items are read.</summary>
    private sealed class CountedList<T>(T[] items) : IReadOnlyList<T>
    {
        public int Looks { get; private set; }

        public int Count => items.Length;

        public T this[int index]
        {
            get
            {
                Looks++;
                return items[index];
            }
        }

        public IEnumerator<T> GetEnumerator()
        {
            for (int i = 0; i < Count; i++)
                yield return this[i];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [Fact]
    public async Task A_refused_page_does_not_affect_the_others()
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/bad.md", Repeat("> ", 3000) + "a"),
            ("docs/item-get.md", "# Get item\n\n## HTTP request\n\n```http\nGET /items/{id}\n```\n"));

        Assert.Equal(["ApiClient.g.cs", "Item.g.cs"], result.GeneratedSources.Keys);
        Assert.Equal("DG0006", Assert.Single(result.Diagnostics).Id);
    }

    [Fact]
    public void The_limit_is_reported_at_the_line_that_exceeds_it()
    {
        ParsedPage read = Docs.Read("# T\n\nwords\n\n" + Repeat("> ", 101) + "a\n");

        Assert.Equal(["DG0006(5,1): it nests more than 100 quotes and lists"], read.Findings());
    }

    [Fact]
    public void A_page_within_the_limits_is_read()
    {
        string page = "# T\n\n" + Repeat("[a](b.md) ", 100_000);

        (ParsedPage read, _) = Measure(() => Docs.Read(page));

        Assert.Empty(read.Findings);
        Assert.Equal(["docs/b.md"], read.Model.LinkedPages);
        Assert.True(page.Length > Limits.Page / 3);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"a\":")]
    public void Deeply_nested_JSON_is_reported_without_deep_recursion(string open)
    {
        string json = Repeat(open, 50_000);

        (IReadOnlyList<JsonFinding> findings, long work) = Measure(() => JsonReader.Read(json).Findings);
        (ParsedPage page, _) = Measure(() => Docs.Read(
            $"# thing\n\n<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"thing\"}} -->\n```json\n{json}\n" +
            $"```\n"));

        Assert.Contains(findings, f => f.Fault == JsonFault.TooDeep);
        Assert.True(work < 10L * json.Length, $"{work:N0} bytes for {json.Length:N0} characters");
        Assert.Contains(page.Findings, f => f.RuleId == Rules.InvalidDefinition.Id);
        Assert.Equal("thing", Assert.Single(page.Model.Resources).Name);
    }

    [Fact]
    public void Includes_beyond_the_limit_are_reported_and_take_no_further_memory()
    {
        (_, long work) = Measure(() => Including(2));

        (ParsedPage page, long more) = Measure(() => Including(16));

        Assert.Equal(14, page.Findings.Count(f => f.RuleId == Rules.IncludeLeftOut.Id));
        Assert.True(more < 2 * work, $"{work:N0} bytes became {more:N0}");

        static ParsedPage Including(int parts)
        {
            string part = Repeat("Some words.\n\n", 60_000);
            return PageReader.Read("docs/page.md",
                "# T\n\n" + string.Concat(Enumerable.Range(0, parts).Select(i => $"[!INCLUDE [x](part{i}.md)]\n\n")),
                [.. Enumerable.Range(0, parts).Select(i => new IncludedFile($"docs/part{i}.md", part))]);
        }
    }

    [Fact]
    public void A_file_that_many_pages_include_is_parsed_once()
    {
        PageModel part = Docs.Read(
            "|Name|Type|Description|\n|-|-|-|\n|a|String|A.|\n\n" + Repeat("Some words.\n\n", 20_000),
            "docs/part.md").Model;
        IncludedFile file = SetCache.ToFile(part);
        (ParsedPage first, long work) = Measure(() => Include("docs/a.md"));

        (ParsedPage second, long more) = Measure(() => Include("docs/b.md"));

        Assert.All([first, second],
            page => Assert.Equal("a", Assert.Single(page.Model.Operations[0].Options).Member.Name));
        Assert.True(more < work * 2 / 3, $"{work:N0} bytes, then {more:N0}");

        ParsedPage Include(string path) => PageReader.Read(
            path, "# T\n\n## HTTP request\n```http\nGET /a\n```\n## Query parameters\n[!INCLUDE [x](part.md)]\n",
            [file]);
    }

    [Fact]
    public void Ten_thousand_properties_are_ten_thousand_members()
    {
        (LinkedDocs small, long work) = Measure(() => Docs.Link(("docs/thing.md", Resource(5_000))));
        (LinkedDocs large, long twiceTheWork) = Measure(() => Docs.Link(("docs/thing.md", Resource(10_000))));

        Assert.Equal(5_000, small.Type("Thing").Properties.Count);
        Assert.Equal(10_000, large.Type("Thing").Properties.Count);
        Assert.True(twiceTheWork < 3 * work, $"{work:N0} bytes became {twiceTheWork:N0}");
    }

    [Theory]
    [InlineData("Value")]
    [InlineData("Unlike")]
    public void Unlisted_enum_values_get_at_most_20_suggestions(string start)
    {
        (EquatableArray<Finding> small, long work) = Measure(() => Values(start, 500));
        (EquatableArray<Finding> large, long twiceTheWork) = Measure(() => Values(start, 1_000));

        Assert.Equal((500, 1_000), (small.Count, large.Count));
        Assert.InRange(large.Count(f => f.Arguments[2].Length > 0), start == "Value" ? 20 : 0, 20);
        Assert.True(twiceTheWork < 3 * work, $"{work:N0} bytes became {twiceTheWork:N0}");
    }

    private static EquatableArray<Finding> Values(string start, int count)
    {
        IEnumerable<int> numbers = Enumerable.Range(10_000, count);
        (string Path, string Text)[] pages =
        [
            ("docs/pond.md",
                "# pond resource type\n\n## Properties\n|Property|Type|Description|\n|-|-|-|\n" +
                "|states|Collection(pondState)|How it is.|\n\n"
                + "### pondState values\n\n|Member|\n|-|\n" + string.Concat(numbers.Select(i => $"|value{i}|\n"))
                + "\n```json\n{\"states\": [\"string\"]}\n```\n"),
            ("docs/pond-get.md",
                "# Get a pond\n\n## HTTP request\n```http\nGET /ponds/{id}\n```\n\n## Example\n" +
                "<!-- {\"blockType\": \"request\"} -->\n```http\nGET /ponds/1\n```\n"
                + "<!-- {\"blockType\": \"response\", \"@odata.type\": \"pond\"} -->\n```http\nHTTP/1.1 200 OK\n\n" +
                    "{\"states\": ["
                + string.Join(", ", numbers.Select(i => $"\"{start}s{i}\"")) + "]}\n```\n"),
        ];
        LinkedDocs docs = Docs.Link(pages);
        var fit = new ExampleCheck(docs.Files);
        return fit.FindingsOn(Docs.Read(pages[1].Text, pages[1].Path)).Where(f => f.RuleId == Rules.UnlistedValue.Id)
            .ToEquatableArray();
    }

    [Fact]
    public void Twenty_thousand_operations_of_one_group_are_linked()
    {
        string page = "# T\n\n## HTTP request\n```http\nGET /a/{id}\n"
            + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"GET /a/{{id}}/b{i}\n")) + "```\n";

        (LinkedDocs docs, _) = Measure(() => Docs.Link(("docs/a-get.md", page)));

        Assert.Equal(20_001, docs.OperationNames.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_class_of_a_thousand_properties_compiles()
    {
        GeneratorTestResult result = await Docs.GenerateAsync(("docs/thing.md", Resource(1_000)));

        using EmittedAssembly emitted = result.Load();
        Assert.Equal(1_000, emitted.GetType("Test.Thing").GetProperties()
            .Count(p => p.Name.StartsWith("Property", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Pages_whose_paths_differ_only_in_case_are_separate_pages()
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/thing.md", Resource(1)),
            ("docs/Thing.md",
                "# other\n\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"other\"} -->\n```json\n" +
                "{\"a\": \"String\"}\n```\n"),
            ("docs/item-get.md", "# T\n\n## HTTP request\n```http\nGET /items/{id}\n```\n"),
            ("docs/Item-Get.md", "# T\n\n## HTTP request\n```http\nGET /me/items/{id}\n```\n"));

        Assert.Equal(["ApiClient.g.cs", "ApiClientJson.g.cs", "Item.g.cs", "Other.g.cs", "Thing.g.cs"],
            result.GeneratedSources.Keys.Order(StringComparer.OrdinalIgnoreCase));
    }

    private static string Resource(int properties)
    {
        IEnumerable<string> names = Enumerable.Range(0, properties).Select(i => $"property{i}");
        return "# thing resource type\n\n## Properties\n|Property|Type|Description|\n|-|-|-|\n"
            + string.Concat(names.Select(n => $"|{n}|String|What {n} is.|\n"))
            + "\n## JSON representation\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"thing\"} -->\n```json\n{"
            + string.Join(",\n", names.Select(n => $"\"{n}\": \"String\"")) + "}\n```\n";
    }

    private static string Translated(int rows, Func<int, string> name, Func<int, string> member) =>
        "# <a name=\"carp-resource-type\"></a>Karpfen\n\n## <a name=\"properties\"></a>Eigenschaften\n" +
        "|Eigenschaft|Typ|Beschreibung|\n|-|-|-|\n"
        + string.Concat(Enumerable.Range(0, rows).Select(i => $"|{name(i)}|String|Ein Wort.|\n"))
        + "\n## <a name=\"json-representation\"></a>JSON\n" +
            "<!-- {\"blockType\": \"resource\", \"@odata.type\": \"pond.carp\"} -->\n```json\n{"
        + string.Join(",\n", Enumerable.Range(0, rows).Select(i => $"\"{member(i)}\": \"String\"")) + "}\n```\n";

    /// <summary>Writes a number with a letter for each digit, so that it can be part of a word.</summary>
    private static string Letters(int number) => string.Concat($"{number}".Select(digit => (char)('a' + digit - '0')));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>Runs a function on a thread with a small stack. Returns the result and the allocated bytes.</summary>
    private static (T Result, long Allocated) Measure<T>(Func<T> work)
    {
        T? result = default;
        long allocated = 0;
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    result = work();
                }
                catch (Exception e)
                {
                    failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e);
                }

                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return (result!, allocated);
    }
}
