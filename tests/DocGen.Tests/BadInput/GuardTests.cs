using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.BadInput;

/// <summary>What a mistake in a reader costs.</summary>
public class GuardTests
{
    [Fact]
    public void An_exception_costs_the_block_alone_and_is_reported_there()
    {
        var sink = new FindingSink(new LineMap("one\ntwo\nthree"), "docs/page.md");
        int read = 0;

        sink.Guard(0, 3, () => read++);
        sink.Guard(4, 7, () => throw new InvalidOperationException("Odd."));
        sink.Guard(8, 13, () => read++);

        Assert.Equal(2, read);
        Assert.Equal(["DG0016(2,1): Odd."], sink.Findings.Select(f => Docs.Show(f.RuleId, f.Span, f.Arguments)));
    }

    [Theory]
    [InlineData("繼承自 [](item.md)")]
    [InlineData("[](item.md)")]
    [InlineData("一本書。[](item.md)")]
    [InlineData("It inherits from [](item.md)")]
    [InlineData("In the request body, supply a JSON representation of [](item.md)")]
    public void A_link_without_text_at_the_end_of_a_paragraph_costs_nothing(string paragraph)
    {
        foreach (string title in (string[])["# book resource type", "# book 資源類型"])
        {
            ParsedPage page = Docs.Read($$"""
                {{title}}

                {{paragraph}}

                ## {{(title.EndsWith('e') ? "Properties" : "屬性")}}

                | {{(title.EndsWith('e') ? "Property | Type" : "屬性 | 類型")}} | X |
                |-|-|-|
                | title | String | {{paragraph}} |

                ## JSON
                <!-- {"blockType": "resource", "@odata.type": "library.book"} -->
                ```json
                { "title": "String" }
                ```
                """);

            Assert.Equal(["title"], page.Model.Resources.Single().Members.Select(m => m.Name));
            Assert.DoesNotContain(page.Findings, f => f.RuleId is "DG0006" or "DG0016");
        }
    }
}
