using System.Collections;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Emission;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of included files: tables, headings, translations, and the limits of depth and length.</summary>
public class IncludeReaderTests
{
    private const string Api = "docs/api/item-get.md";

    private const string Call =
        "\n## HTTP request\n```http\nGET /items/{id}\n```\n## Response\nReturns `204 No Content`.\n";

    [Fact]
    public void A_page_with_many_includes_reads_each_element_of_the_file_list_at_most_twice()
    {
        (string Path, string Text)[] parts = [
            .. Enumerable.Range(0, 200)
                .Select(i => ($"docs/api/{i}.md", $"|Name|Type|Description|\n|-|-|-|\n|n{i}|Boolean|N.|\n"))];
        var files = new CountedFiles([.. parts.Select(part => new IncludedFile(part.Path, part.Text))]);

        ParsedPage page = PageReader.Read(
            Api, "# Get item\n\n## Query parameters\n"
                + string.Concat(parts.Select((_, i) => $"[!INCLUDE [x]({i}.md)]\n\n")) + Call, files);

        Assert.Equal(200, page.Model.Operations[0].Options.Count);
        Assert.InRange(files.Given, 200, 400);
    }

    [Fact]
    public void A_table_of_each_kind_is_read_in_the_section_that_includes_it()
    {
        const string Page = """
            # Update item

            ## Permissions
            [!INCLUDE [p](../includes/permissions.md)]

            ## HTTP request
            ```http
            POST /items/{id}/move
            ```
            ## Path parameters
            [!INCLUDE [p](../includes/path.md)]

            ## Optional query parameters
            [!INCLUDE [q](../includes/query.md)]

            ## Request headers
            [!INCLUDE [h](../includes/headers.md)]

            ## Request body
            [!INCLUDE [b](../includes/body.md)]

            ## Response
            Returns `204 No Content`.
            """;
        ParsedPage page = Read("docs/api/item-move.md", Page,
            ("docs/includes/permissions.md", "|Permission type|Permissions|\n|-|-|\n|Application|Items.Write|\n"),
            ("docs/includes/path.md", "|Name|Type|Description|\n|-|-|-|\n|id|String|Which.|\n"),
            ("docs/includes/query.md", "|Name|Type|Description|\n|-|-|-|\n|force|Boolean|By force.|\n"),
            ("docs/includes/headers.md", "|Name|Description|\n|-|-|\n|If-Match|An etag.|\n"),
            ("docs/includes/body.md",
                "|Name|Type|Description|\n|-|-|-|\n|target|[item](../resources/item.md)|Where to. Required.|\n"));

        OperationDefinition operation = Assert.Single(page.Model.Operations);
        Assert.Equal("Items.Write", Assert.Single(Assert.Single(operation.Permissions).Scopes));
        Assert.Equal("Which.", operation.Urls[0].Parameters[0].Summary!.ToPlainText());
        Assert.Equal(["force Boolean", "If-Match String"],
            operation.Options.Select(o => $"{o.Member.Name} {o.Member.Type.Kind}"));
        MemberDefinition target = Assert.Single(operation.Body!.Members);
        Assert.Equal(("target", true, "item", "docs/resources/item.md"),
            (target.Name, target.IsRequired, target.Type.Name, target.Type.Page));
        Assert.Empty(page.Findings());
    }

    [Fact]
    public void An_included_table_adds_properties_to_the_resource_that_includes_it()
    {
        const string Page = """
            # things

            ## First
            <!-- {"blockType": "resource", "@odata.type": "my.first"} -->
            ```json
            {"a": "String", "shared": 1}
            ```
            ### Properties
            |Property|Type|Description|
            |-|-|-|
            |a|String|A.|

            [!INCLUDE [s](shared.md)]

            ## Second
            <!-- {"blockType": "resource", "@odata.type": "my.second"} -->
            ```json
            {"b": "String"}
            ```
            ### Properties
            |Property|Type|Description|
            |-|-|-|
            |b|String|B.|
            """;
        ParsedPage page = Read("docs/things.md", Page,
            ("docs/shared.md", "|Property|Type|Description|\n|-|-|-|\n|shared|Int64|Both.|\n"));

        Assert.Equal(["my.first: a shared", "my.second: b"],
            page.Model.Resources.Select(r => $"{r.Name}: {string.Join(" ", r.Members.Select(m => m.Name))}"));
        Assert.Equal(TypeKind.Int64, page.Model.Resources[0].Members[1].Type.Kind);
        Assert.Empty(page.Findings());
    }

    [Fact]
    public void The_section_of_an_included_heading_continues_on_the_page()
    {
        ParsedPage page = Read(Api,
            "# Get item\n\n[!INCLUDE [h](head.md)]\n\n|Name|Type|Description|\n|-|-|-|\n|deep|Boolean|All of it.|\n"
                + Call,
            ("docs/api/head.md",
                "## Query parameters\n\n|Name|Type|Description|\n|-|-|-|\n|flat|Boolean|None of it.|\n"));

        Assert.Equal(["flat", "deep"], page.Model.Operations[0].Options.Select(o => o.Member.Name));
    }

    [Fact]
    public void A_translated_include_keeps_its_translations_and_heading_bookmarks()
    {
        const string Size =
            "<span data-ttu-id=\"1\">Die Größe.</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">Its " +
            "size.</span></span>";
        ParsedPage page = Read("docs/lampe.md", """
            # <a name="lamp-resource-type"></a>Lampe

            [!INCLUDE [s](shared.md)]

            ## <a name="json-representation"></a>JSON-Darstellung
            <!-- {"blockType": "resource", "@odata.type": "my.lamp"} -->
            ```json
            {"size": "String"}
            ```
            """,
            ("docs/shared.md",
                $"## <a name=\"properties\"></a>Dinge\n\n|Ding|Typ|Was|\n|-|-|-|\n|size|String|{Size}|\n"));

        MemberDefinition size = Assert.Single(Assert.Single(page.Model.Resources).Members);
        Assert.Equal(("size", "Die Größe."), (size.Name, size.Summary!.ToPlainText()));
    }

    [Fact]
    public void A_bookmark_decides_the_kind_of_an_included_section()
    {
        PageOutline outline = Outline("# T\n\n[!INCLUDE [s](shared.md)]\n",
            ("docs/shared.md", "## <a name=\"properties\"></a>Dinge\n"));

        Assert.Equal((SectionKind.Properties, "properties"), (outline.Sections[^1].Kind, outline.Sections[^1].Words));
    }

    [Fact]
    public void An_included_file_may_include_other_files()
    {
        ParsedPage page = Read(Api, "# Get item\n\n## Query parameters\n[!INCLUDE [h](../a.md)]\n" + Call,
            ("docs/a.md", "[!INCLUDE [b](deep/b.md)]\n"),
            ("docs/deep/b.md", "|Name|Type|Description|\n|-|-|-|\n|flat|Boolean|See [it](c.md).|\n"));

        Assert.Equal("flat", Assert.Single(page.Model.Operations[0].Options).Member.Name);
    }

    [Fact]
    public void Title_and_summary_and_their_links_come_from_the_page_and_not_from_its_includes()
    {
        ParsedPage page = Read(Api, "# Get item\n\n[!INCLUDE [beta](../beta.md)]\n\nGets it.\n" + Call,
            ("docs/beta.md", "# Beta\n\nThis may [change](change.md#soon).\n\n|A|\n|-|\n|b|\n"));

        Assert.Equal(("Get item", "Gets it."), (page.Model.Title, page.Model.Operations[0].Summary!.ToPlainText()));
        Assert.Equal(["docs/beta.md"], page.Model.LinkedPages);
        Assert.Empty(page.Findings());
    }

    [Fact]
    public void A_finding_in_an_included_table_is_reported_in_the_included_file()
    {
        ParsedPage page = Read("docs/things.md", """
            # thing resource type
            ## Properties
            [!INCLUDE [s](shared.md)]
            ## JSON representation
            <!-- {"blockType": "resource", "@odata.type": "my.thing"} -->
            ```json
            {"a": "String", "c": "String"}
            ```
            """, ("docs/shared.md", "Words.\n\n|Property|Type|Description|\n|-|-|-|\n|a|a b c|A.|\n|b|my.other|B.|\n"));

        Assert.Equal(["DG0309 docs/shared.md 5,4", "DG0203 docs/shared.md 6,2", "DG0204  7,17"],
            page.Findings.Where(f => f.RuleId is "DG0309" or "DG0203" or "DG0204")
                .Select(f => $"{f.RuleId} {f.Span.Included} {f.Span.StartLine + 1},{f.Span.StartColumn + 1}"));
        Anchor type = page.Anchors.Single(a => a.Key == "type my.other");
        Assert.Equal(("docs/shared.md", 5), (type.Span.Included, type.Span.StartLine));
    }

    [Fact]
    public void A_file_that_includes_itself_is_read_once_and_reported()
    {
        const string Table = "|Name|Type|Description|\n|-|-|-|\n|flat|Boolean|None of it.|\n\n";
        ParsedPage page = Read(Api, "# Get item\n\n## Query parameters\n[!INCLUDE [a](a.md)]\n" + Call,
            ("docs/api/a.md", Table + "[!INCLUDE [b](b.md)]\n"),
            ("docs/api/b.md", "\n[!INCLUDE [a](a.md)] [!INCLUDE [page](item-get.md)]\n"),
            (Api, "[!INCLUDE [a](a.md)]\n"));

        Assert.Single(page.Model.Operations[0].Options);
        Assert.Equal(["docs/api/b.md 2,15 docs/api/a.md", "docs/api/b.md 2,39 docs/api/item-get.md"],
            page.Findings.Where(f => f.RuleId == "DG0505")
                .Select(f => $"{f.Span.Included} {f.Span.StartLine + 1},{f.Span.StartColumn + 1} {f.Arguments[0]}"));
    }

    [Fact]
    public void Includes_that_are_nested_too_deep_or_add_too_much_text_are_left_out()
    {
        (string, string)[] nested = [
            .. Enumerable.Range(0, 12)
                .Select(i => ($"docs/api/{i}.md",
                    $"|Name|Type|Description|\n|-|-|-|\n|n{i}|Boolean|N.|\n\n[!INCLUDE [x]({i + 1}.md)]\n"))];
        ParsedPage deep = Read(Api, "# Get item\n\n## Query parameters\n[!INCLUDE [a](0.md)]\n" + Call, nested);
        Assert.Equal(8, deep.Model.Operations[0].Options.Count);
        Assert.Equal("docs/api/7.md", Assert.Single(deep.Findings, f => f.RuleId == "DG0505").Span.Included);

        // Each file includes the next file twice. Without a limit, the last file would be read 2^8 times.
        string filler = new('x', 100_000);
        (string, string)[] doubling = [
            .. Enumerable.Range(0, 8)
                .Select(i => ($"docs/api/{i}.md",
                    $"{filler}\n\n[!INCLUDE [x]({i + 1}.md)]\n\n[!INCLUDE [x]({i + 1}.md)]\n"))];
        ParsedPage wide = Read(Api, "# Get item\n\n[!INCLUDE [a](0.md)]\n" + Call, doubling);
        Assert.Single(wide.Model.Operations);
        Assert.All(wide.Findings.Where(f => f.RuleId == "DG0505"),
            f => Assert.Contains($"{Limits.Page}", f.Arguments[1], StringComparison.Ordinal));
        Assert.InRange(wide.Findings.Count(f => f.RuleId == "DG0505"), 1, 2 * Limits.Page / filler.Length);
    }

    private static PageOutline Outline(string text, params (string Path, string Text)[] included) => PageContent
        .Read("docs/page.md", text, new FindingSink(new LineMap(text), "docs/page.md"),
            [.. included.Select(f => new IncludedFile(f.Path, f.Text))])
        .Outline;

    /// <summary>A list of files that counts how often its elements are read.</summary>
    private sealed class CountedFiles(IncludedFile[] files) : IReadOnlyList<IncludedFile>
    {
        public int Given { get; private set; }

        public int Count => files.Length;

        public IncludedFile this[int index]
        {
            get
            {
                Given++;
                return files[index];
            }
        }

        public IEnumerator<IncludedFile> GetEnumerator() =>
            Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static ParsedPage Read(string path, string text, params (string Path, string Text)[] included) =>
        PageReader.Read(path, text, [.. included.Select(f => new IncludedFile(f.Path, f.Text))]);
}
