using DocGen.Generator.Model;

namespace DocGen.Tests.Markdown;

public class LineMapTests
{
    [Theory]
    [InlineData("a\nbc\nd", 3, 1, 1)]
    [InlineData("a\r\nbc\r\nd", 4, 1, 1)]
    [InlineData("a\rbc", 3, 1, 1)]
    [InlineData("a\n\n", 3, 2, 0)]
    [InlineData("", 0, 0, 0)]
    [InlineData("ab", 99, 0, 2)]
    [InlineData("ab", -1, 0, 0)]
    public void An_offset_has_a_line_and_a_column(string text, int offset, int line, int column)
    {
        SourceSpan span = new LineMap(text).Span(offset, offset);

        Assert.Equal((line, column), (span.StartLine, span.StartColumn));
    }
}
