using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Tests.Reading;

/// <summary>
/// Tests of the outline of a page: its sections, and its blocks with their kinds, columns and resources.
/// </summary>
public class OutlineBuilderTests
{
    [Fact]
    public void A_block_is_in_its_section_and_belongs_to_the_nearest_resource_above_it()
    {
        PageOutline outline = Read("""
            # Ponds

            Words.

            ## Carp
            <!-- {"blockType": "resource", "@odata.type": "pond.carp"} -->
            ```json
            {}
            ```

            |Property|Type|Description|
            |-|-|-|
            |a|String|A.|

            ### Pike
            <!-- {"blockType": "resource", "@odata.type": "pond.pike"} -->
            ```json
            {}
            ```

            |Property|Type|Description|
            |-|-|-|
            |b|String|B.|
            """);

        Assert.Equal(["", "Ponds", "Carp", "Pike"], outline.Sections.Select(s => s.Title));
        Assert.Equal(["", "Ponds", "Carp"], outline.Sections.Skip(1).Select(s => s.Parent!.Title));
        Assert.Equal(["Fence", "Table"], outline.Sections[2].Blocks.Select(b => b.GetType().Name));
        Assert.Equal(["pond.carp", "pond.pike"], outline.Resources.Select(r => r.Name));
        Assert.Equal(["pond.carp", "pond.pike"], outline.Tables.Select(t => t.Owner!.Name));
        // A block above the first resource belongs to the first resource.
        Assert.Equal("pond.carp", Assert.Single(outline.Paragraphs).Owner!.Name);
        Assert.Same(outline.Paragraphs[0], Assert.Single(outline.Introduction));
    }

    [Theory]
    [InlineData("<!-- {\"blockType\": \"request\"} -->\n", "GET /a", nameof(FenceKind.Request))]
    [InlineData("<!-- {\"blockType\": \"simulatedResponse\"} -->\n", "HTTP/1.1 200 OK", nameof(FenceKind.Response))]
    [InlineData("<!-- {\"blockType\": \"example\"} -->\n", "GET /a", nameof(FenceKind.Example))]
    [InlineData("<!-- {\"blockType\": \"ignored\"} -->\n", "\nGET /a", nameof(FenceKind.RequestLines))]
    [InlineData("", "GET /a\nPOST /a", nameof(FenceKind.RequestLines))]
    [InlineData("", " HTTP/1.1 200 OK", nameof(FenceKind.StatusLine))]
    [InlineData("", "\n {}", nameof(FenceKind.Json))]
    [InlineData("", "[]", nameof(FenceKind.Other))]
    [InlineData("", "", nameof(FenceKind.Other))]
    [InlineData("<!-- {\"blockType\": \"resource\", \"@odata.type\": \"a\"} -->\n", "{}", nameof(FenceKind.Other))]
    [InlineData("<!-- {\"blockType\": \"requests\"} -->\n", "GET /a", nameof(FenceKind.Unknown))]
    public void The_annotation_or_the_first_line_decides_the_kind_of_a_fence(string annotation, string content,
        string kind)
    {
        Fence fence = Assert.Single(Read($"# A\n\n{annotation}```http\n{content}\n```\n").Fences);

        Assert.Equal(kind, fence.Kind.ToString());
        Assert.Equal(annotation.Contains("\"resource\"", StringComparison.Ordinal), fence.Resource is not null);
    }

    [Fact]
    public void A_table_under_an_unknown_heading_lists_properties_if_the_page_has_a_resource_annotation()
    {
        const string Page = "# pond resource type\n\n## What it has\n|Item|Type|Description|\n|-|-|-|\n|a|String|A.|\n";

        PageOutline titled = Read(Page);
        PageOutline annotated = Read(
            Page + "\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"pond\"} -->\n```json\n{}\n```\n");

        Assert.Equal((TableKind.Members, new TableColumns(0, 1, 2, -1)),
            (titled.Tables[0].Kind, titled.Tables[0].Columns));
        Assert.Equal(("pond", (Annotation?)null), (titled.Tables[0].Owner!.Name, titled.Tables[0].Owner!.Annotation));
        Assert.Equal(TableKind.Properties, annotated.Tables[0].Kind);
        Assert.NotNull(annotated.Tables[0].Owner!.Annotation);
    }

    [Fact]
    public void A_comment_between_a_sentence_and_a_table_separates_them()
    {
        PageOutline outline = Read(
            "# A\n\nOne of these:\n\n|A|\n|-|\n|a|\n\nOne of these:\n\n- a\n\n<!-- -->\n\nOne of these:\n\n" +
            "<!-- -->\n|A|\n|-|\n|a|\n");

        Assert.Equal([true, true, false, false], outline.Paragraphs.Select(p => p.PrecedesListing));
    }

    private static PageOutline Read(string text) =>
        PageContent.Read("docs/a.md", text, new FindingSink(new LineMap(text))).Outline;
}
