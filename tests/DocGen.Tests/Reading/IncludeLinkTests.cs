using DocGen.Generator.Reading;

namespace DocGen.Tests.Reading;

/// <summary>Tests of the syntax of include links, and of the paths to which a link may refer.</summary>
public class IncludeLinkTests
{
    private const string Api = "docs/api/item-get.md";

    [Theory]
    [InlineData("[!INCLUDE [x](../includes/x.md)]", "docs/includes/x.md")]
    [InlineData("[!include[x](../includes/x.md)]", "docs/includes/x.md")]
    [InlineData("> text [!INCLUDE [x y](..\\includes\\x.md#part \"title\")] text", "docs/includes/x.md")]
    [InlineData("[!INCLUDE [x](~/includes/x.md)]", "includes/x.md docs/includes/x.md docs/api/includes/x.md")]
    [InlineData("[!INCLUDE [x](/includes/x.md)]", "includes/x.md docs/includes/x.md docs/api/includes/x.md")]
    [InlineData("[!INCLUDE [x](https://example.com/x.md)]", "")]
    [InlineData("[!INCLUDE [x](../../../x.md)]", "")]
    [InlineData("[!INCLUDE [x]\n(x.md)]", null)]
    [InlineData("[!INCLUDE [x](x.md", null)]
    [InlineData("[!INCLUDE [x]()]", null)]
    [InlineData("[!NOTE] [x](x.md)", null)]
    [InlineData("[!", null)]
    public void An_include_resolves_to_its_candidate_paths(string line, string? paths) =>
        Assert.Equal(paths is null ? [] : [paths],
            IncludeLink.In(line, 0, line.Length).Select(link => string.Join(" ", IncludeLink.Paths(Api, link.Target))));

    [Theory]
    [InlineData("[!INCLUDE ")]
    [InlineData("[!INCLUDE [a] ")]
    [InlineData("[!INCLUDE [a](")]
    public void An_unclosed_include_is_scanned_once(string opening)
    {
        string text = string.Concat(Enumerable.Repeat(opening, 20_000)) + "\n[!INCLUDE [x](x.md)]";
        var found = new List<string?>();

        for (int at = 0; at < text.Length;)
            found.Add(IncludeLink.Next(text, ref at, text.Length)?.Target);

        Assert.Equal([null, "x.md", null], found);
    }

    [Fact]
    public void Next_returns_one_include_and_continues_after_it()
    {
        const string Include = "[!INCLUDE [x](x.md)]";
        string text = Include + Include + "[!NOTE][!INCLUDE]" + Include;
        var steps = new List<(string? Target, int At)>();

        for (int at = 0; at < text.Length;)
            steps.Add((IncludeLink.Next(text, ref at, text.Length)?.Target, at));

        Assert.Equal([("x.md", 18), ("x.md", 38), (null, 42), ("x.md", text.Length - 2), (null, text.Length)], steps);
    }
}
