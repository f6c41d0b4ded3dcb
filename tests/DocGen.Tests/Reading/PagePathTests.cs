using DocGen.Generator.Reading;

namespace DocGen.Tests.Reading;

/// <summary>Tests of the paths of pages in a doc set.</summary>
public class PagePathTests
{
    [Theory]
    [InlineData("docs/api/a.md", "../resources/b.md", "docs/resources/b.md")]
    [InlineData("a.md", "./b.md", "b.md")]
    [InlineData("a.md", "../b.md", null)]
    [InlineData("x/y/a.md", "../../b.md", "b.md")]
    public void A_link_is_resolved_against_its_page(string page, string target, string? expected) =>
        Assert.Equal(expected, PagePath.Resolve(page, target));
}
