using System.Xml.Linq;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;

namespace DocGen.Tests.Emission;

public class XmlDocTests
{
    // InlineData cannot be used, because metadata cannot contain half a surrogate pair.
    public static TheoryData<string, string> Texts => new()
    {
        { "a */ b", "a */ b" },
        { "</summary><script>", "</summary><script>" },
        { "a & b ]]> c -- d", "a & b ]]> c -- d" },
        { "\"\"\"", "\"\"\"" },
        { "one\r\ntwo\u2028three\u2029four\u0085five\vsix\fseven", "one two three four five six seven" },
        { "a\0b\u001Bc\uFFFEd\uD83De", "abc\uFFFDd\uFFFDe" },
        { "safe\u202Eterces", "safe\u202Eterces" },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Text_is_escaped_on_one_line_without_loss(string text, string shown)
    {
        string comment = Summary(DocText.FromPlain(text));

        Assert.Equal(1, comment.Count(c => c == '\n'));
        Assert.StartsWith("/// <summary>", comment, StringComparison.Ordinal);
        Assert.DoesNotContain(comment,
            c => c is '\u0085' or '\u2028' or '\u2029' or '\u202E' || (c < ' ' && c != '\n'));
        Assert.Equal(shown, Parse(comment).Value);
    }

    [Fact]
    public void Code_and_links_and_line_breaks_become_tags()
    {
        string comment = Summary(new DocText(EquatableArray.Of(
            new DocInline(DocInlineKind.Text, "See "),
            new DocInline(DocInlineKind.Code, "a < b"),
            new DocInline(DocInlineKind.Break, ""),
            new DocInline(DocInlineKind.Link, "the \"guide\"", "https://a.example/?b&c=\"2\""),
            new DocInline(DocInlineKind.Link, "no link", "javascript:alert(1)"))));

        Assert.Equal(
            "/// <summary>See <c>a &lt; b</c><br/> <see href=\"https://a.example/?b&amp;c=%222%22\">the \"guide\"</see>"
            + "no link</summary>\n",
            comment);
    }

    [Fact]
    public void Long_text_wraps_at_spaces_but_not_inside_code()
    {
        string words = string.Join(' ', Enumerable.Repeat("word", 40));
        string comment = Summary(new DocText(EquatableArray.Of(
            new DocInline(DocInlineKind.Text, words + " "),
            new DocInline(DocInlineKind.Code, "GET /items/{id}"))));

        string[] lines = comment.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("/// <summary>word ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("</summary>", lines[^1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, Thresholds.CodeColumns));
        Assert.Contains("<c>GET /items/{id}</c>", comment, StringComparison.Ordinal);
        Assert.Equal(words + " GET /items/{id}",
            string.Join(' ', Parse(comment).Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\u0000\u0001")]
    public void Empty_text_gives_no_comment(string? text) => Assert.Equal("", Summary(DocText.FromPlain(text)));

    private static string Summary(DocText? text)
    {
        var writer = new CodeWriter();
        XmlDoc.Summary(writer, text);
        return writer.ToString();
    }

    private static XElement Parse(string comment) => XElement.Parse(
        string.Join("\n", comment.TrimEnd('\n').Split('\n').Select(line => line[3..])), LoadOptions.PreserveWhitespace);
}
